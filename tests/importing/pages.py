"""Page files written for a test, and the doors of an operator."""

import io
import json
from pathlib import Path

from django.core.management import call_command

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "pages"

PAGE = """\
湘江晚报
2019年5月6日 星期一 第02版 综合新闻


石峰区修好三条背街小巷

本报讯（记者 钟晓岚）昨日，石峰区响石岭街道的三条小巷铺上了新沥青。
工程历时两个月，惠及居民四百余户。

---

攸县早稻插秧过半

本报讯（记者 谭书成 通讯员 贺立新）截至5月5日，攸县早稻已插秧二十一万亩。
县农业农村局派出六支队伍到田间指导。
"""


def write_page(folder: Path, name: str = "a.txt", text: str = PAGE) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def import_pages(*paths: Path, **options) -> tuple[int, str]:
    """Run the command as an operator does; exit code and what it wrote."""
    out = io.StringIO()
    options = {"no_index": True, "workers": 1, **options}
    try:
        call_command("import_pages", *map(str, paths), stdout=out, stderr=out, **options)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def export(tmp_path: Path) -> str:
    path = tmp_path / "export.jsonl"
    call_command("export_articles", output=path, stdout=io.StringIO())
    return path.read_text(encoding="utf-8")


def exported(tmp_path: Path) -> list[dict]:
    return [json.loads(line) for line in export(tmp_path).splitlines()]
