"""Section ids told from manuscripts are those that docutils gives."""

from dataclasses import replace

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given, settings
from hypothesis import strategies as st
from myst_parser.docutils_ import Parser

from participatiemonitor.publishing.notebooks import INJECTED
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.section_ids import headings, section_ids

from .conftest import YEAR, code, notebook, text

# Signs that headings have, or that mean something to Markdown.
TITLES = st.text("abé0 2.-?’'*`&:(/[]_~#é{", max_size=12).map(str.strip).filter(bool)


@pytest.fixture
def ids(project):
    """The ids of the sections of a notebook with these cells, after that of the parameters."""

    def of(*cells, editorial=None, **names):
        (project.root / "chapters" / "feiten.ipynb").write_text(notebook(*cells))
        edition = find_edition(project, str(YEAR))
        edition = replace(edition, editorial=editorial or {})
        if names:
            laws = edition.wave.laws
            act = laws.assistance.model_copy(update=names)
            laws = laws.model_copy(update={"assistance": act})
            edition = replace(edition, wave=edition.wave.model_copy(update={"laws": laws}))
        (page,) = (page for page in edition.pages if page.name == "feiten")
        return section_ids(page, edition)

    return of


def test_a_section_has_the_place_of_its_heading_in_every_round(ids):
    cells = (text("# Feiten over de {{ bijstandswet }}\n\nTekst.\n\n## 1.1 Wie doet mee?"),
             code("1"),
             text("(anker)=\n## Projecten vanuit de {{ bijstandswet }}\n\n### Wie betaalt\n\n"
                  "### Wie betaalt"))
    who, law = (2, "1.1 Wie doet mee?", 0), (4, "Projecten vanuit de {{ bijstandswet }}", 0)
    pays, again = (4, "Wie betaalt", 0), (4, "Wie betaalt", 1)
    assert ids(*cells) == {who: "wie-doet-mee", law: "projecten-vanuit-de-wwb",
                           pays: "wie-betaalt", again: "wie-betaalt-1"}
    assert ids(*cells, short="*Wet* <werk> & 'inkomen'") == {
        who: "wie-doet-mee", law: "projecten-vanuit-de-wet-werk-inkomen", pays: "wie-betaalt",
        again: "wie-betaalt-1"}


def test_what_an_editor_wrote_is_no_place_but_takes_a_name(ids):
    cells = (text("# A\n\n## Meer"), text("{editorial}`extra`"), text("## Meer\n\n## Slot"))
    first, second, end = (2, "Meer", 0), (4, "Meer", 0), (4, "Slot", 0)
    assert ids(*cells) == {first: "meer", second: "meer-1", end: "slot"}
    assert ids(*cells, editorial={"extra": "## Meer\n\n## Slot"}) == {
        first: "meer", second: "meer-2", end: "slot-1"}


def test_a_cell_that_no_author_wrote_moves_no_place(ids):
    added = text("## Ook gevraagd")
    added.metadata["tags"] = [INJECTED]
    assert ids(text("# A"), added, text("## Ook gevraagd")) == {
        (3, "Ook gevraagd", 0): "ook-gevraagd-1"}


def test_a_heading_that_the_answers_decide_is_no_place(ids):
    assert ids(text('## Bij {m}`share("a.b@sd")`\n\n## Over de {term}`Wwb`\n\n## 2011'),
               text(":::{note}\n## Geen sectie\n:::\n\n> ## Ook niet")) == {
                   (2, "Over de {term}`Wwb`", 0): "over-de-wwb"}


def test_a_notebook_that_does_not_fit_the_round_has_no_places(ids):
    assert ids(text("## Over {{ onbekend }}")) == {}


@settings(deadline=None, max_examples=40)
@given(titles=st.lists(TITLES | TITLES.map("{}\n\n(een-doel)=".format), max_size=6))
def test_docutils_agrees(titles):
    """Also on names that occur more than once, given the setting that the book has."""
    source = "\n\n".join(f"## {title}" for title in titles)
    tree = publish_doctree(source, parser=Parser(), settings_overrides={
        "auto_id_prefix": "%", "doctitle_xform": False, "report_level": 5,
        "myst_enable_extensions": ["attrs_inline", "attrs_block", "colon_fence", "deflist",
                                   "fieldlist", "tasklist"]})
    sections = [section["ids"][0] for section in tree.findall(nodes.section)]
    (found,) = headings([source])
    for ours, theirs in zip(found, sections, strict=True):
        assert ours.id in (None, theirs)
