"""How long a book takes: from nothing, after one changed sentence, and when nothing changed.

Run with ``make bench``. All are timed in one run, in a copy of the project, and held against what
cannot be left out: computing the results once, one pass of Sphinx, one compilation of the PDF.
The ratios are what counts.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from participatiemonitor.project import Project, find_project
from participatiemonitor.publishing.asked import asked
from participatiemonitor.publishing.editorial import editorial_files
from participatiemonitor.publishing.execute.environment import own_environment
from participatiemonitor.publishing.paper.book import build_pdfs
from participatiemonitor.publishing.results import write_results
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.pages import build_pages

YEAR = 2011
NOT_COPIED = (".git", ".venv", "_build", "__pycache__", ".hypothesis", ".*_cache", "*.egg-info")
CHAPTER = "chapters/02-uitvoering.ipynb"
SENTENCE = "Een antwoord kan verschillende redenen bevatten."


def build(root: Path) -> float:
    """Seconds that the command takes."""
    start = time.perf_counter()
    monitor = Path(sys.executable).with_name("monitor")
    subprocess.run([monitor, "build", str(YEAR)], cwd=root, check=True, capture_output=True)
    return time.perf_counter() - start


def change_a_sentence(root: Path) -> None:
    """Add a word to a sentence of one chapter."""
    path = root / CHAPTER
    before = path.read_text(encoding="utf-8")
    after = before.replace(SENTENCE, SENTENCE.replace(".", ", zei men."), 1)
    if after == before:
        raise SystemExit(f"{CHAPTER}: de zin {SENTENCE!r} staat er niet meer.")
    path.write_text(after, encoding="utf-8")


def processor_seconds() -> float:
    """What the processes that this one started have used so far."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds(task: Callable[[], object]) -> float:
    """What a task takes in this process, with what it starts."""
    start = time.perf_counter()
    task()
    return time.perf_counter() - start


def main() -> None:
    """Build in a copy of the project and print what each build takes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "monitor"
        shutil.copytree(find_project().root, root, ignore=shutil.ignore_patterns(*NOT_COPIED))
        cold = build(root)
        change_a_sentence(root)
        sentence = build(root)
        nothing = build(root)
        edition = find_edition(Project(root), str(YEAR))
        wanted = asked((*(page.notebook for page in edition.pages),
                        *editorial_files(edition.project.wave(YEAR))))
        compute = seconds(lambda: write_results(edition, wanted))
        with own_environment(edition.folder / ".settings"):
            sphinx = seconds(lambda: build_pages(edition))
            before = processor_seconds()
            build_pdfs(edition)
        compiler = processor_seconds() - before
    print(f"rekenen {compute:.1f} s, Sphinx {sphinx:.1f} s, zetten {compiler:.1f} s rekentijd")
    bare = compute + sphinx + compiler
    print(f"boek van niets: {cold:.1f} s; {cold / bare:.2f} keer de drie samen")
    pages = sphinx + compiler
    print(f"één zin veranderd: {sentence:.1f} s; {sentence / pages:.2f} keer Sphinx en zetten")
    print(f"niets veranderd: {nothing:.1f} s; {nothing / pages:.2f} keer Sphinx en zetten")


if __name__ == "__main__":
    main()
