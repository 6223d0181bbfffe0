"""An import that is killed, at any moment and however often, ends as one that was not."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .pages import SAMPLES

ROOT = Path(__file__).resolve().parents[2]


class Archive:
    """An archive in a home of its own, worked on by processes as an operator starts them."""

    def __init__(self, home: Path):
        self.home = home
        home.mkdir()
        assert self.run("migrate").returncode == 0

    def start(self, *arguments) -> subprocess.Popen:
        kept = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
        return subprocess.Popen(
            [sys.executable, "manage.py", *map(str, arguments)],
            cwd=ROOT,
            env={**kept, "ZZARCHIVE_HOME": str(self.home)},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *arguments) -> subprocess.CompletedProcess:
        process = self.start(*arguments)
        out, _none = process.communicate(timeout=300)
        return subprocess.CompletedProcess(arguments, process.returncode, out)

    def import_and_kill(self, folder: Path, seconds: float) -> bool:
        """Import, and kill every process of it after so long; whether that was in time."""
        process = self.start("import_pages", folder, "--no-index", "--workers", 2)
        try:
            process.communicate(timeout=seconds)
            return False
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return True

    def export(self) -> str:
        path = self.home / "export.jsonl"
        assert self.run("export_articles", "--output", path).returncode == 0
        return path.read_text(encoding="utf-8")

    def articles_by_page(self) -> dict[str, int]:
        """What a reader's process sees at this moment."""
        with sqlite3.connect(self.home / "archive.sqlite3") as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            rows = database.execute(
                "SELECT p.key, COUNT(a.id) FROM articles_page p"
                " LEFT JOIN articles_article a ON a.page_id = p.id GROUP BY p.key"
            )
            return dict(rows)


@pytest.fixture
def many_pages(tmp_path) -> Path:
    """The samples several times over, each time a little different."""
    folder = tmp_path / "pages"
    for number in range(6):
        (folder / str(number)).mkdir(parents=True)
        for path in SAMPLES.glob("*.txt"):
            text = path.read_text(encoding="utf-8")
            (folder / str(number) / path.name).write_text(f"{text}\n第{number}辑\n", "utf-8")
    return folder


def killed_again_and_again(tmp_path, folder: Path, kills: int) -> None:
    whole = Archive(tmp_path / "whole")
    began = time.monotonic()
    whole.run("import_pages", folder, "--no-index", "--workers", 2)
    seconds = time.monotonic() - began
    wanted = whole.articles_by_page()
    rng, killed, archive, homes = random.Random(7), 0, None, 0
    while killed < kills:
        if archive is None:
            archive, homes = Archive(tmp_path / f"killed{homes}"), homes + 1
        if archive.import_and_kill(folder, rng.uniform(0.2 * seconds, 0.8 * seconds)):
            killed += 1
            held = archive.articles_by_page()
            assert held == {key: wanted[key] for key in held}, "every page is whole"
        else:
            assert archive.export() == whole.export()
            archive = None
    if archive:
        archive.run("import_pages", folder, "--no-index")
        assert archive.export() == whole.export()
        checked = archive.run("check_archive", "--pages", folder)
        assert "wrong-" not in checked.stdout and "unfinished" not in checked.stdout


@pytest.mark.slow
def test_an_import_killed_three_times_ends_as_one_that_was_not(tmp_path, many_pages):
    killed_again_and_again(tmp_path, many_pages, kills=3)


@pytest.mark.slow
@pytest.mark.skipif(not os.environ.get("ZZARCHIVE_LONG_TESTS"), reason="takes many minutes")
def test_an_import_killed_fifty_times_ends_as_one_that_was_not(tmp_path, many_pages):
    killed_again_and_again(tmp_path, many_pages, kills=50)
