"""`_config.yml`, `_toc.yml`, the bibliography and the notebooks: checked before anything runs."""

import json

import pytest

from .conftest import BIBLIOGRAPHY, YEAR, notebook, text

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{key}: &{key} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, key in zip("abcdefgh", "bcdefghi", strict=True)
)
DEEP = "a: " + "[" * 5_000
PAGES = "format: jb-book\nroot: index\nparts:\n  - chapters:\n"

CONFIG = {
    "empty": (b"", "het hele bestand"),
    "broken": (b"title: [", "rij 1"),
    "a list": (b"- title", "het hele bestand"),
    "latin-1": ("title: één".encode("latin-1"), "UTF-8"),
    "utf-16": ("title: een".encode("utf-16"), "UTF-8"),
    "a bomb": (BOMB.encode(), "waarden"),
    "deep": (DEEP.encode(), "niveaus"),
    "control signs": (b"title: \x1b[2J", "besturingstekens"),
    "double": (b"title: een\ntitle: twee", "elk veld één keer"),
    "tag": (b"title: !!python/object/apply:os.getcwd []", "tag"),
}
FIELDS = {
    "sphinx: 5": ("sphinx", 5, "kolom sphinx: 5; verwacht: velden met een naam"),
    "html: []": ("html", [], "kolom html: []; verwacht: velden met een naam"),
    "no author": ("author", None, "kolom author"),
    "an empty author": ("author", " ", "kolom author: ' '; verwacht: tekst die niet leeg is"),
    "author a number": ("author", 5, "kolom author: 5; verwacht: tekst"),
    "bibliography a text": ("bibtex_bibfiles", "x.bib", "een lijst met streepjes"),
    "no theme options": ("sphinx", {"config": {"extensions": []}}, "sphinx.config.html_theme_opt"),
}
TOC = {
    "empty": ("", "Verwacht: format: jb-book"),
    "broken": ("parts: [", "rij 1"),
    "a bomb": (BOMB, "waarden"),
    "deep": (DEEP, "niveaus"),
    "a list": ("- a\n", "Verwacht: format: jb-book"),
    "a number": ("format: jb-book\nroot: 5\n", "Verwacht"),
    "parts a text": ("format: jb-book\nroot: index\nparts: x\n", "parts"),
    "chapters a text": ("format: jb-book\nroot: index\nparts:\n  - chapters: x\n", "/parts/0"),
    "another format": ("format: boek\nroot: index\n", "Verwacht: format: jb-book"),
    "outside": (PAGES + "      - file: ../../etc/passwd\n", "'../../etc/passwd' staat niet in"),
    "absolute": (PAGES + "      - file: /etc/passwd\n", "'/etc/passwd' staat niet in"),
    "twice": (PAGES + "      - file: chapters/feiten\n" * 2, "chapters/feiten staat er twee keer"),
    "an address": (PAGES + "      - url: https://voorbeeld.nl\n", "https://voorbeeld.nl is geen"),
    "a pattern": (PAGES + "      - glob: chapters/*\n", "chapters/* is geen notebook"),
    "not there": (PAGES + "      - file: chapters/weg\n", "chapters/weg.ipynb"),
}
BIB = {
    "unclosed": (b"@book{een, title={Een}\n\n@book{twee, title={Twee}}", "references.bib, rij "),
    "double": (BIBLIOGRAPHY.encode() + b"@book{drie, title={Drie}}", "elke sleutel"),
    "latin-1": ("@book{drie, title={Één}}".encode("latin-1"), "UTF-8"),
    "empty": (b"", "index.ipynb, kolom cel 5: 'monitor'; verwacht: een bron uit references.bib"),
}
NOTEBOOK = {
    "empty": (b"", "geen leesbaar notebook: regel 1"),
    "no json": (b"{\n  'a'", "geen leesbaar notebook: regel 2"),
    "a list": (b"[]", "geen notebook van formaat 4"),
    "deep": (b"[" * 100_000, "te diep genest"),
    "long number": (b'{"nbformat": ' + b"1" * 5_000 + b"}", "te lang getal"),
    "latin-1": ('{"a": "é"}'.encode("latin-1"), "UTF-8"),
    "other format": (b'{"nbformat": 3, "worksheets": []}', "geen notebook van formaat 4, maar 3"),
    "no cells": (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "voorgeschreven vorm"),
    "cells a text": (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": "x"}',
                     "voorgeschreven vorm"),
    "huge": (b" " * 20_000_001, "20 MB groot"),
    "another language": (
        notebook(text("# R")).replace('"language": "python"', '"language": "R"').encode(),
        "het notebook is in 'R'"),
    "parameters broken": (notebook(text("# x"), parameters="year: int = (").encode(),
                          "geen geldige Python"),
}  # fmt: skip


def refused(project, monitor, *expected):
    result = monitor(project, "build")
    assert result.exit_code == 2, result.output
    assert "Traceback" not in result.output
    for words in expected:
        assert words in result.stderr, result.stderr
    assert len(result.stderr) < 2_000
    assert "\x1b" not in result.stderr
    assert not (project.build(YEAR) / "chapters").exists()


@pytest.mark.parametrize(("content", "expected"), CONFIG.values(), ids=CONFIG)
def test_configuration(project, monitor, content, expected):
    (project.root / "_config.yml").write_bytes(content)
    refused(project, monitor, "_config.yml", expected)


@pytest.mark.parametrize(("field", "value", "expected"), FIELDS.values(), ids=FIELDS)
def test_field_of_the_configuration(project, monitor, field, value, expected):
    path = project.root / "_config.yml"
    lines = path.read_text().splitlines()
    begin = next(n for n, line in enumerate(lines) if line.startswith(f"{field}:"))
    end = next((n for n in range(begin + 1, len(lines)) if lines[n][:1].isalpha()), len(lines))
    own = [] if value is None else [f"{field}: {json.dumps(value)}"]
    path.write_text("\n".join([*lines[:begin], *own, *lines[end:]]))
    refused(project, monitor, "_config.yml", expected)


@pytest.mark.parametrize(("content", "expected"), TOC.values(), ids=TOC)
def test_table_of_contents(project, monitor, content, expected):
    (project.root / "_toc.yml").write_text(content)
    refused(project, monitor, "_toc.yml", expected)


@pytest.mark.parametrize(("content", "expected"), BIB.values(), ids=BIB)
def test_bibliography(project, monitor, content, expected):
    (project.root / "references.bib").write_bytes(content)
    refused(project, monitor, "references.bib", expected)


@pytest.mark.parametrize("name", ["_config.yml", "references.bib"])
def test_missing_file(project, monitor, name):
    (project.root / name).unlink()
    refused(project, monitor, name, "een bestand op deze plaats")


def test_cited_source_that_is_not_there(project, monitor):
    chapter = project.root / "chapters" / "methode.ipynb"
    chapter.write_text(notebook(text("# M\n\nZie {cite:t}`weg`.")))
    refused(project, monitor, "chapters/methode.ipynb", "cel 2", "'weg'", "references.bib")


@pytest.mark.parametrize(("content", "expected"), NOTEBOOK.values(), ids=NOTEBOOK)
def test_notebook(project, monitor, content, expected):
    (project.root / "chapters" / "methode.ipynb").write_bytes(content)
    refused(project, monitor, "methode.ipynb", expected)


def test_outputs_of_an_author_are_not_published(project, monitor):
    content = json.loads((project.root / "chapters" / "methode.ipynb").read_text())
    content["cells"].append({
        "cell_type": "code", "id": "oud", "metadata": {}, "source": "", "execution_count": 7,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": "verouderd"}],
    })
    (project.root / "chapters" / "methode.ipynb").write_text(json.dumps(content))
    result = monitor(project, "build", "--only", "methode")
    assert result.exit_code == 0, result.output
    assert "verouderd" not in (project.build(YEAR) / "chapters" / "methode.ipynb").read_text()
