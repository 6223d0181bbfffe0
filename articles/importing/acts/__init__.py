"""What an editor does: corrections of values and lines, and taking them back.

Each act writes its corrections and reads the page again around them, in one transaction; the
history gets a line for each. Ids of articles whose index entry is behind are left in the act, for
the caller to index after the commit.
"""

from .act import Act, Said, Stale, check_unchanged
from .around import one_lending
from .lines import hide, merge, new_article, set_lines, split, take_out
from .names import add_names, describe_reporter, merge_reporters, split_name, taken_names
from .undoing import undo
from .values import accept, correct, take_read_value

__all__ = [
    "Act",
    "Said",
    "Stale",
    "accept",
    "add_names",
    "check_unchanged",
    "correct",
    "describe_reporter",
    "hide",
    "merge",
    "merge_reporters",
    "new_article",
    "one_lending",
    "set_lines",
    "split",
    "split_name",
    "take_out",
    "take_read_value",
    "taken_names",
    "undo",
]
