"""What belongs to the page and to no article: masthead, page header, staff box, hotline …

Doors: ``read_furniture``, ``TopMatter``, ``runs_of``, ``normal_page_number``.
"""

from articles.pagefile.furniture.gathering import TopMatter, read_furniture, runs_of
from articles.pagefile.furniture.pagenumbers import normal_page_number

__all__ = ["TopMatter", "normal_page_number", "read_furniture", "runs_of"]
