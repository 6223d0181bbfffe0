"""How well pages are read, measured against pages that were labelled by hand.

``read_folder`` reads page files into rows shaped like the lines of ``export_articles``;
``measure`` holds such rows against the labels and counts what is right. The labels' form and
the meaning of each figure are in docs/page-format.md.
"""

from articles.evaluation.figures import Measured, Tally, measure
from articles.evaluation.rows import read_folder, rows_of_page

__all__ = ["Measured", "Tally", "measure", "read_folder", "rows_of_page"]
