"""Bylines compared by name and by the kind of role."""

from articles.evaluation.texts import squash

SIMPLER = str.maketrans("記訊員實習攝", "记讯员实习摄")
ROLES = (
    ("通讯员", "correspondent"),
    ("实习", "intern"),
    ("记者", "reporter"),
    ("摄", "photo"),
    ("供图", "photo"),
    ("图", "photo"),
    ("编辑", "staff"),
    ("校对", "staff"),
    ("策划", "staff"),
)
NAMED = {
    "reporter": "reporter",
    "correspondent": "correspondent",
    "intern": "intern",
    "photographer": "photo",
    "photo": "photo",
}


def role_class(role: str | None) -> str:
    """What a role comes to, whatever its words: 全媒体记者 and 本报記者 are one."""
    role = (role or "").translate(SIMPLER)
    return next((name for mark, name in ROLES if mark in role), NAMED.get(role, "author"))


def compare_bylines(item: dict, said: list[dict]) -> tuple[int, int, int, str]:
    """(right, said, wanted, what is wrong). Optional bylines are neither wanted nor wrong."""
    also = item.get("bylines_also") or []
    left = [(role_class(one.get("role")), squash(one["name"])) for one in said]
    right = wanted = 0
    missing = []
    for want in [*(item.get("bylines") or []), *({**one, "optional": True} for one in also)]:
        found = _find(want, left, also)
        if found:
            left.remove(found)
        if not want.get("optional"):
            wanted += 1
            right += bool(found)
            missing += [] if found else [(want.get("role"), want["name"])]
    wrong = f"extra {left}, missing {missing}" if left or missing else ""
    return right, right + len(left), wanted, wrong


def _find(want: dict, left: list[tuple[str, str]], also: list[dict]) -> tuple[str, str] | None:
    printed = [want.get("role"), *want.get("role_also", [])]
    printed += [one["role"] for one in also if one["name"] == want["name"]]
    roles = {role_class(role) for role in printed}
    names = {squash(name) for name in [want["name"], *want.get("name_also", [])]}
    return next((one for one in left if one[1] in names and one[0] in roles), None)
