"""Names that a county goes by alone on a line, as printed and as OCR misreads them."""

import re

from articles.pagefile.words import words

COUNTY_NAMES = words("""
    荷塘区 芦淞区 石峰区 天元区 渌口区 醴陵市 攸县 茶陵县 炎陵县 株洲县 酃县
    醴陵县 东区 南区 北区 郊区 荷塘 芦淞 石峰 天元 渌口 醴陵 茶陵 炎陵 攸县县
    经开区 高新区 云龙示范区 云龙新区 株洲经开区 株洲高新区 株洲经济开发区 渌口经开区
    攸县高新区 醴陵高新区 醴陵经开区 茶陵高新区 炎陵高新区 清水塘 株洲市 省 市 市直
    市区 城区
    """)
ELSEWHERE = words("""
    湖南 湖北 江西 广东 广西 贵州 四川 重庆 浙江 江苏 安徽 福建 河南 河北 山东 山西 陕西 甘肃 云南 海南 辽宁
    吉林 黑龙江 新疆 西藏 青海 宁夏 内蒙古 北京 上海 天津 香港 澳门 台湾 长沙 湘潭 衡阳 岳阳 常德 益阳 娄底
    郴州 永州 怀化 邵阳 张家界 湘西 萍乡 南昌 武汉 广州 深圳 南京 杭州 成都 西安
    """)
"""Where authors come from."""
COUNTY_MISREADINGS = words("""
    溇口区 绿口区 禄口区 溇口 绿口 澧陵市 澧陵 澧陵县 修县 枚县 荼陵县 荼陵
    淡陵县 淡陵 芦凇区 芦凇 溇口经开区 荷溏区 石锋区 芦松区 天无区 茶凌县 炎凌县
    醴凌市 株州市 株州县
    """)
"""What OCR makes of them."""
_LONGEST_FIRST = sorted(COUNTY_NAMES | COUNTY_MISREADINGS, key=len, reverse=True)
COUNTY = re.compile("|".join(name for name in _LONGEST_FIRST if len(name) > 1))
"""A county's name, right or misread."""
