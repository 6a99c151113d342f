"""Editorial files hold prose and computed words; whatever acts, or has no place, is refused."""

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.editorial import (
    GLOSSARY,
    LARGEST,
    check_editorial,
    read_editorial,
)

PROSE = """\
## Een *kop*

Een alinea met [een link](https://voorbeeld.nl "titel"), **nadruk** en `code` {cite:p}`monitor`,
{term}`woord <Woord>`, {numref}`fig-1`, {cite:t}`monitor` en {m}`share("a.b")`.

### Lager

3. drie
4. vier

- punt

  > een aanhaling
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "editorial").mkdir()
    return tmp_path


def faults(**files):
    """What is wrong with files, one line each."""
    with pytest.raises(InputError) as refused:
        check_editorial({name.replace("_", "-"): text for name, text in files.items()},
                        {name.replace("_", "-") for name in files})
    return str(refused.value).splitlines()[1:-1]


def test_a_round_without_editorial_files_has_none(tmp_path):
    assert read_editorial(tmp_path) == {}


def test_files_are_read_by_slot(folder):
    (folder / "editorial/context-druk.md").write_text("Tekst ë", encoding="utf-8")
    assert read_editorial(folder) == {"context-druk": "Tekst ë"}


@pytest.mark.parametrize(("name", "content", "expected"), [
    ("a.md", "é".encode("latin-1"), r"editorial|a\.md.*UTF-8"),
    ("a.md", b"x" * (LARGEST + 1), "ten hoogste"),
    ("A.md", b"x", "kleine letters, cijfers en streepjes"),
    ("a.txt", b"x", "kleine letters, cijfers en streepjes"),
    ("a_b.md", b"x", "kleine letters, cijfers en streepjes"),
])
def test_what_is_no_editorial_file_is_refused(folder, name, content, expected):
    (folder / "editorial" / name).write_bytes(content)
    with pytest.raises(InputError, match=expected):
        read_editorial(folder)


def test_prose_is_good():
    check_editorial({"context": PROSE, "portret-arnhem": "# Arnhem {m}`share('x')`\n\nTekst.",
                     GLOSSARY: "Wwb\n: Een wet; zie {term}`Wmo`.\n\nWmo\n: Een *andere*.\n"},
                    {"context", "portret-arnhem", GLOSSARY, "ongebruikt"})


@pytest.mark.parametrize("text", [
    "<b>x</b>", "Een <i>woord</i>.", "<!-- x -->", "```{note}\nx\n```", "```\ncode\n```",
    ":::{note}\nx\n:::", "~~~{figure} x\n~~~", "% geheim", "(doel)=\n## Kop", "+++",
    "---\na: b\n---",
    "![x](y.png)", "{ref}`x`", "{eval}`x`", "{glue:}`x`", "{editorial}`a`", "{raw}`x`",
    "{.alleen-web}\nTekst", "[x](https://y.nl){.klasse}", "Een[^1]\n\n[^1]: noot", "a\n: b",
    ":veld: x", "    code", "# Hoofdtitel", "***", "| a |\n| - |\n| b |", "", " \n",
])
def test_what_is_no_prose_is_refused(text):
    (found, *_) = faults(context=text)
    assert "editorial/context.md" in found
    assert "verwacht" in found


def test_all_faults_are_told_with_file_and_line():
    found = faults(a="Goed.\n\nEen <b>woord\nen {{ jaar }}\n![x](y)", b="\n\n```{note}\n```\n\x1b")
    assert [line.strip().split(":")[0] for line in found] == [
        "editorial/a.md, rij 4", "editorial/a.md, rij 3", "editorial/a.md, rij 5",
        "editorial/b.md, rij 5", "editorial/b.md, rij 3"]


@pytest.mark.parametrize("text", [
    "Tekst zonder titel", "# Titel\n\n## Kop\n\nTekst", "## Titel", ""])
def test_a_box_has_a_title_and_no_other_heading(text):
    assert "kader" in faults(stem_een=text)[0]


@pytest.mark.parametrize("text", ["Een alinea.", "Wwb\n: Een wet.\n\nLosse tekst.", "## Kop"])
def test_the_glossary_holds_terms_only(text):
    assert "een begrip op een regel" in faults(begrippen=text)[0]


def test_a_file_that_no_notebook_has_a_place_for_is_told_with_the_places_there_are():
    with pytest.raises(InputError, match=r"editorial/los\.md.*'los'; verwacht: .*een, twee"):
        check_editorial({"los": "Tekst."}, {"twee", "een"})


def test_a_line_with_two_faults_of_a_kind_is_named_once():
    assert len(faults(context="Een <b>vet</b> woord en {raw}`html`.\n\nNog <i>een</i>.\n")) == 2
