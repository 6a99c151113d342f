"""From executed notebooks to pages: gather the sources and run Jupyter Book."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import nbformat
import yaml
from nbformat import NotebookNode

from participatiemonitor.errors import RunError
from participatiemonitor.files.replacing import swap_folder
from participatiemonitor.plain_text import html
from participatiemonitor.presentation.palette import stylesheet
from participatiemonitor.publishing.edition import FOLDER, HTML, RAW, SOURCES, Edition
from participatiemonitor.publishing.execute.gathering import gathered
from participatiemonitor.publishing.notebooks import authored_cell
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.glossary import link_terms, terms
from participatiemonitor.publishing.web.page_sources import check_outputs, fill_in, place_sections
from participatiemonitor.publishing.web.passive import require_passive
from participatiemonitor.publishing.web.pruning import page_files

_STAGING = ".staging-"


def build_pages(edition: Edition) -> None:
    """Make the pages, as Jupyter Book leaves them, from which the site and the PDF are made.

    Parameters
    ----------
    edition : Edition
        With its pages executed.

    Raises
    ------
    RunError
        When Jupyter Book fails or warns, or a page holds something that acts by itself; the
        previous pages are still there.
    """
    build = edition.folder
    # Of its own: Sphinx of a build that was killed may still be writing in another one.
    for old in build.glob(f"{_STAGING}*"):
        shutil.rmtree(old, ignore_errors=True)
    with tempfile.TemporaryDirectory(
            prefix=_STAGING, dir=build, ignore_cleanup_errors=True) as folder:
        staging = Path(folder)
        stage(edition, staging)
        _run_jupyter_book(staging, build / "html.log")
        made = staging / "_build" / "html"
        for path in page_files(made):
            require_passive(BuiltPage.read(path).root, path.relative_to(made).as_posix())
        swap_folder(made, build / RAW)


def stage(edition: Edition, staging: Path) -> None:
    """Gather everything Jupyter Book needs in one folder.

    Parameters
    ----------
    edition : Edition
    staging : pathlib.Path
        Folder to fill.
    """
    for name in SOURCES:
        source = edition.project.root / name
        if source.is_dir():
            shutil.copytree(source, staging / name)
        elif source.is_file():
            shutil.copyfile(source, staging / name)
    (staging / "_static" / "palette.css").write_text(stylesheet(), "utf-8")
    _write_yaml(staging / "_toc.yml", edition.toc)
    executed = {page: nbformat.read(page.executed, as_version=4) for page in edition.pages}
    for page, notebook in executed.items():
        check_outputs(notebook, page)
        fill_in(notebook, page, edition.head.names)
    known = terms(executed.values())
    for page, notebook in executed.items():
        link_terms(notebook, known)
        place_sections(notebook)
        target = staging / f"{page.document}.ipynb"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(nbformat.writes(notebook), "utf-8")
    # For Markdown links to the files; Sphinx insists on a file beside the sources.
    shutil.copytree(edition.folder / FOLDER, staging / FOLDER)
    config = read_config(edition.project)
    settings = config["sphinx"]["config"]
    settings["edition"] = _described(edition, config)
    config["html"]["baseurl"] = address(config, edition)
    config["title"] = edition.head.full_title
    # The theme takes it for markup.
    title = html(edition.head.title)
    settings["html_theme_options"].setdefault("logo", {}).update(
        text=title, alt_text=f"{title}, naar de voorpagina")
    if edition.head.banner:
        settings["html_theme_options"]["announcement"] = edition.head.banner
    _write_yaml(staging / "_config.yml", config)


def _write_yaml(path: Path, content: dict[str, Any]) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


def address(config: dict[str, Any], edition: Edition) -> str:
    """Where the book is on the web, with a slash at its end; empty where that is not known.

    The editions of a project stand under its address as they do on a disk.

    Parameters
    ----------
    config : dict
        Of the project.
    edition : Edition

    Returns
    -------
    str
    """
    known = config["html"].get("baseurl", "")
    return f"{known.rstrip('/')}/{edition.id}/{HTML}/" if known else ""


def _described(edition: Edition, config: dict[str, Any]) -> dict[str, str]:
    """What the pages say of the book; see `metadata`."""
    head, picture = edition.head, edition.picture
    return {
        "name": head.full_title,
        "title": head.title,
        "summary": head.summary,
        "remark": head.remark,
        "picture": picture.relative_to(edition.folder).as_posix() if picture else "",
        "alternative": picture.with_suffix(".txt").read_text("utf-8") if picture else "",
        "address": address(config, edition),
    }


def check_prose(edition: Edition, manuscripts: Mapping[Page, NotebookNode]) -> None:
    """See that names and words in the prose of pages are known, before any is executed.

    Parameters
    ----------
    edition : Edition
    manuscripts : mapping of Page to nbformat.NotebookNode
        Changed in place.

    Raises
    ------
    InputError
        Names notebook, cell and text.
    """
    for page, notebook in manuscripts.items():
        fill_in(gathered(notebook, page, edition.words), page, edition.head.names)


def _run_jupyter_book(staging: Path, log: Path) -> None:
    """Run it in a process of its own: Sphinx changes global state and is not thread-safe."""
    command = [
        sys.executable,
        "-c",
        # Its many nodes live until it ends; collecting garbage takes a fifth of its time.
        "import gc; gc.disable(); from jupyter_book.cli.main import main; main()",
        *("build", str(staging), "--all", "-W", "-n", "--keep-going"),
    ]
    done = subprocess.run(
        command,
        cwd=staging,  # Sphinx looks for translated scripts from the current folder
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    text = re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)  # Jupyter Book colours its log regardless
    text = text.replace(f"{staging.resolve()}{os.sep}", "")
    log.write_text(text, "utf-8")
    if done.returncode != 0 or not (staging / "_build" / "html" / "index.html").is_file():
        raise RunError(
            "De pagina's zijn niet gemaakt; het vorige boek staat er nog. Elke waarschuwing "
            f"geldt als fout:\n{_complaints(text, staging)}\nVolledig verslag: {log}"
        )


def _complaints(log: str, staging: Path) -> str:
    """Warnings and errors from the log; without any, what stood before the traceback."""
    chosen = [line for line in log.splitlines() if re.search(r"(WARNING|ERROR|CRITICAL):", line)]
    last_words = [line for line in log.partition("\nTraceback")[0].splitlines() if line.strip()]

    def name_cell(place: re.Match[str]) -> str:
        # myst-nb makes one line number of cell and line: 30007 is about line 7 of the third cell.
        cell = int(place[2]) // 10_000
        notebook = nbformat.read(staging / place[1], as_version=4)
        return f"{place[1]}, cel {authored_cell(cell - 1, notebook.cells)}:"

    named = (re.sub(r"^(\S+\.ipynb):(\d{5,}):", name_cell, line) for line in chosen)
    return "\n".join(f"  {line}" for line in dict.fromkeys(named) or last_words[-8:])
