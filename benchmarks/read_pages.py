"""How quickly pages are read, and how the time grows with the page.

Usage: python benchmarks/read_pages.py [SAMPLES_DIR]

Pages come from the generator of damaged pages; with a folder, from its text files too. Time is
the processor's and each page's best of several rounds, so that other work on the machine counts
as little as possible; garbage is collected as seldom as in the import's workers. A page is
5,000 characters. Growth is the time for a page of twice the lines, over twice the time.
"""

import gc
import sys
import time
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from articles.pagefile import decode, parse_page  # noqa: E402
from tests.pagefile.generator.pages import make_page  # noqa: E402

PAGE = 5_000
PAGES = 60
ROUNDS = 3
LEFT_BEHIND = 50_000
"""As in ``articles/importing/pool.py``, which needs Django."""


def seconds(texts):
    """Processor seconds for reading all the texts once."""
    return sum(min(seconds_for(text) for _ in range(ROUNDS)) for text in texts)


def seconds_for(text):
    begin = time.process_time()
    parse_page(text)
    return time.process_time() - begin


def rate(texts):
    """Pages of 5,000 characters a second."""
    return sum(map(len, texts)) / PAGE / seconds(texts)


def clean_text(text):
    """The page with its torn lines left out: what an undamaged page costs."""
    return "\n".join(line for line in text.split("\n") if len(line) < 50 or line[-1] in "。”）)")


def growth(texts):
    """For pages of 1, 2, 4 and 8 times the lines: time over what a line would lead to expect."""
    sizes = [["\n\n".join(texts[i : i + n]) for i in range(0, 8, n)] for n in (1, 2, 4, 8)]
    times = [seconds(pages) for pages in sizes]
    return [later / earlier for earlier, later in pairwise(times)]


def main():
    texts = [make_page(seed)[0] for seed in range(PAGES)]
    print(f"first page (dictionary and tables loaded): {seconds_for(texts[0]):.2f} s")
    gc.freeze()
    gc.set_threshold(LEFT_BEHIND)
    print(f"damaged pages: {rate(texts):.0f} pages/s")
    print(f"the same without their torn lines: {rate([clean_text(t) for t in texts]):.0f} pages/s")
    for folder in map(Path, sys.argv[1:]):
        own = [decode(path.read_bytes()).text for path in sorted(folder.glob("*.txt"))]
        print(f"{folder}: {rate(own):.0f} pages/s")
    print("growth per doubling:", " ".join(f"{factor:.2f}" for factor in growth(texts)))


if __name__ == "__main__":
    main()
