"""The date of a page with its evidence.

``dates`` asks the surest source first: manifest, file name, ``masthead``, else the text. There
``eventdays`` finds the days that articles name, ``newestday`` the one before the issue, and
``issueyear`` weighs the year from what ``printedyears``, ``countedyears``, ``calendaryears``,
``ownyears`` and ``eras`` read. ``neighbours`` lends dates among pages of one issue.

The page's lines are folded before they are handed on, articles' texts where they are read.
"""
