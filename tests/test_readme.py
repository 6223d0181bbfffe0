"""The README tells the truth: its commands and settings are those of the code."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).resolve().parent.parent
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]


def table_after(heading: str, text: str) -> list[str]:
    """First cells of the table below a heading."""
    section = re.split(r"^## ", text, flags=re.M)
    lines = next(part for part in section if part.startswith(heading)).splitlines()
    return [line.split("|")[1] for line in lines if line.startswith("| `")]


def commands_of(text: str) -> list[str]:
    return re.findall(r"`([a-z]+_[a-z]+|backup|restore|evaluate)\b", text)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_command_named_in_the_readme_exists(readme):
    known = get_commands()
    named = [
        c
        for cell in re.findall(r"^\| (`.*?) \|", readme.read_text(), re.M)
        for c in commands_of(cell)
    ]
    assert len(named) >= 12
    assert not [name for name in named if name not in known]


@pytest.mark.parametrize("command", ["import_pages", "export_articles", "check_archive"])
def test_every_option_named_in_the_readme_exists(command):
    row = next(
        line for line in READMES[0].read_text().splitlines() if line.startswith(f"| `{command}")
    )
    parser = load_command_class("articles", command).create_parser("manage.py", command)
    known = {option for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"--[a-z-]+", row)) <= known


def test_every_setting_of_the_environment_is_in_the_readme():
    source = "".join(p.read_text() for p in (ROOT / "zzarchive").glob("*.py"))
    read = set(re.findall(r"""(?:environ\.get|flag|words)\(\s*"([A-Z_]+)\"""", source))
    explained = {cell.strip(" `") for cell in table_after("Settings", READMES[0].read_text())}
    assert read <= explained | {"DJANGO_SETTINGS_MODULE"}


def test_the_two_readmes_have_the_same_headings_and_code():
    english, chinese = (path.read_text() for path in READMES)
    assert [h.count("#") for h in re.findall(r"^#+ ", english, re.M)] == [
        h.count("#") for h in re.findall(r"^#+ ", chinese, re.M)
    ]

    def code(text):
        return [
            re.sub(r"\s+#.*", "", line)
            for block in re.findall(r"^```\n(.*?)^```", text, re.M | re.S)
            for line in block.splitlines()
        ]

    assert code(english) == code(chinese)
    assert table_after("Settings", english) == table_after("设置", chinese)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_every_file_that_the_readme_points_to_is_there(readme):
    targets = re.findall(r"\]\(([^)#:]+)\)", readme.read_text())
    assert targets
    assert not [target for target in targets if not (ROOT / target).exists()]
