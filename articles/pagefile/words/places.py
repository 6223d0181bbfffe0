"""Names that a county goes by alone on a line, as printed and as OCR misreads them."""

from articles.pagefile.words import words

COUNTY_NAMES = words("""
    荷塘区 芦淞区 石峰区 天元区 渌口区 醴陵市 攸县 茶陵县 炎陵县 株洲县 酃县
    醴陵县 东区 南区 北区 郊区 荷塘 芦淞 石峰 天元 渌口 醴陵 茶陵 炎陵 攸县县
    经开区 高新区 云龙示范区 云龙新区 株洲经开区 株洲高新区 株洲经济开发区 渌口经开区
    攸县高新区 醴陵高新区 醴陵经开区 茶陵高新区 炎陵高新区 清水塘 株洲市 省 市 市直
    市区 城区
    """)
COUNTY_MISREADINGS = words("""
    溇口区 绿口区 禄口区 溇口 绿口 澧陵市 澧陵 澧陵县 修县 枚县 荼陵县 荼陵
    淡陵县 淡陵 芦凇区 芦凇 溇口经开区 荷溏区 石锋区 芦松区 天无区 茶凌县 炎凌县
    醴凌市 株州市 株州县
    """)
"""What OCR makes of them."""
