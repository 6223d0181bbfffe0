"""The page reader: bytes of a page file to frozen records. Pure; knows no database.

Doors: ``decode``, ``parse_page``, ``link_jumps``, ``READER_VERSION`` and the records.
"""

from articles.pagefile.joining.jumps import JumpEnd, JumpPair, link_jumps
from articles.pagefile.page import DEFAULT, READER_VERSION, parse_page
from articles.pagefile.text.decoding import Decoded, UndecodablePage, decode

__all__ = [
    "DEFAULT",
    "READER_VERSION",
    "Decoded",
    "JumpEnd",
    "JumpPair",
    "UndecodablePage",
    "decode",
    "link_jumps",
    "parse_page",
]
