"""How long a book takes: from nothing, after one changed sentence, and when nothing changed.

Run with ``make bench``. All are timed in one run, in a copy of the project; the ratios to the cold
build are what counts. Of the PDF it says what its step adds, and what the compiler takes.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from participatiemonitor.project import Project, find_project
from participatiemonitor.publishing.edition import find_edition
from participatiemonitor.publishing.paper.book import build_pdf

YEAR = 2011
NOT_COPIED = (".git", ".venv", "_build", "__pycache__", ".hypothesis", ".*_cache", "*.egg-info")
CHAPTER, SENTENCE = "chapters/02-uitvoering.ipynb", "Een visie is nog geen project."


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
        start, before = time.perf_counter(), processor_seconds()
        build_pdf(edition)
        print_step, compiler = time.perf_counter() - start, processor_seconds() - before
    print(f"boek van niets: {cold:.1f} s")
    print(f"één zin veranderd: {sentence:.1f} s; verhouding {sentence / cold:.2f}")
    print(f"niets veranderd: {nothing:.1f} s; verhouding {nothing / cold:.2f}")
    print(f"PDF: {print_step:.1f} s, verhouding {print_step / cold:.2f}; "
          f"zetten {compiler:.1f} s rekentijd")


if __name__ == "__main__":
    main()
