"""Prose: no sentence says what the answers do not, because nobody typed it.

What is left of the prose without its computed words may hold no number and no word that depends
on the answers, on the pages and in the notebooks.
"""

import ast
import re

import pytest

from .prose import (
    ALLOWED,
    DIGITS,
    LEXICON,
    NAMES,
    Passage,
    findings,
    html_passages,
    markdown_passages,
    numbers,
    roles,
)
from .spoken import all_spoken, spoken


def _markdown(book, page: str) -> list[Passage]:
    kinds = [one.word.kind for one in spoken(book, page)]
    return list(markdown_passages(book.cells(page), kinds))


def _code(book, page: str) -> list[ast.AST]:
    """Every node of the code of a notebook."""
    return [node for cell in book.cells(page) if cell["cell_type"] == "code"
            for node in ast.walk(ast.parse("".join(cell["source"])))]


def test_what_is_not_computed_holds_no_number_and_no_finding(every):
    typed = [f"{page}: {one}" for page in every.findings
             for passage in html_passages(every.article(page)) for one in findings(passage)]
    assert not typed, "\n".join(typed)


def test_no_markdown_cell_holds_a_typed_finding(book):
    typed = [f"{page}: {one}" for page in book.findings
             for passage in _markdown(book, page) for one in findings(passage)]
    assert not typed, "\n".join(typed)


def test_a_page_on_documents_holds_no_typed_number(either):
    """Words such as *mostly* are of the document that it retells."""
    typed = [f"{page}: {one}" for page in either.deepening
             for passage in html_passages(either.article(page)) for one in numbers(passage)]
    assert either.deepening
    assert not typed, "\n".join(typed)


def test_the_running_prose_of_the_method_holds_no_typed_number(every):
    """The constants of the method stand in a table, where a reader can look them up."""
    article = every.article("chapters/methode")
    for table in article.select("table"):
        table.decompose()
    assert not [passage.text for passage in html_passages(article)
                if DIGITS.search(NAMES.sub("", passage.text))]


def test_no_text_that_is_chosen_holds_a_number_unless_it_is_computed(every):
    """Both shares of a comparison are; `test_words` reviews them."""
    typed = []
    for one in all_spoken(every):
        texts = [one.word.args.get("template", "")]
        if not one.word.parts and one.word.outcome in one.word.texts:
            shares = one.word.args.get("shares") or "⟦shares⟧"
            texts.append(one.word.text.replace(shares, ""))
        typed += [str(one) for text in texts if DIGITS.search(NAMES.sub("", text))]
    assert not typed, "\n".join(typed)


def test_no_chapter_takes_the_text_of_a_word_from_what_it_rests_on(book):
    """As plain text a word would lose what it rests on; `fill` keeps it."""
    def is_word(node: ast.AST) -> bool:
        return any(isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute)
                   and isinstance(inner.func.value, ast.Name) and inner.func.value.id == "m"
                   for inner in ast.walk(node))

    taken = [f"{page}: {ast.unparse(node)}" for page in book.pages for node in _code(book, page)
             if (isinstance(node, ast.Attribute) and node.attr == "text")
             or (isinstance(node, ast.FormattedValue) and is_word(node))
             or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                 and node.func.id in ("str", "repr", "format"))]
    assert taken == []


def test_every_bound_word_is_used(book):
    for page in book.pages:
        bound = {keyword.arg for node in _code(book, page) if isinstance(node, ast.Call)
                 and isinstance(node.func, ast.Attribute) and node.func.attr in ("say", "show")
                 for keyword in node.keywords}
        assert bound == {role for role in roles(book.cells(page)) if "(" not in role}, page


# --- the measure itself -------------------------------------------------------------------------

@pytest.mark.parametrize("text", [
    "Driekwart van de gemeenten heeft een visie.",
    "De meeste gemeenten hebben een visie.",
    "Een ruime meerderheid doet mee.",
    "Sociale diensten noemen dat vaker dan afdelingen welzijn.",
    "Dat komt het vaakst voor.",
    "Ruim een vijfde meet niets.",
    "Bijna alle gemeenten lopen ergens tegenaan.",
    "Zij richten zich vooral op werk.",
    "Een derde doet niets.",
    "Vier op de vijf laten anderen toe.",
    "Het grootste knelpunt is geld.",
    "Drie sociale diensten melden een centrum.",
    "Opvallend weinig gemeenten noemen het.",
    "26% voert de hele wet uit.",
    "Van de 133 diensten deed een deel mee.",
    "Het meest genoemd is ⟦share⟧.",
    "Sociale diensten noemen ⟦most⟧ vaker: ⟦share⟧.",
    "Het vaakst noemen gemeenten ⟦share⟧.",
    "Meestal ⟦who⟧ een visie.",
    "Most municipalities have a vision.",
])
def test_a_typed_finding_is_found(text):
    assert findings(Passage(text))


@pytest.mark.parametrize("text", [
    "⟦who⟧ een visie, en ⟦who⟧ een centrum ▸.",
    "Te veel regels, te weinig geld: ook wie kwetsbaar is, hoort erbij.",
    "Hoe vaak dat gebeurt, en hoe, staat in het volgende hoofdstuk.",
    "De wet van 2007 geldt ook in de G4 en de G32.",
    "De twee wetten raken elkaar op ⟦published⟧ punten.",
    "Een derde deel van de monitor volgt.",
])
def test_what_no_answer_can_make_untrue_may_be_typed(text):
    assert findings(Passage(text)) == []


@pytest.mark.parametrize("text", [
    "Van hen heeft 60% bijstand.", "Tabel 4.2 telt 31 voorzieningen.", "Een derde doet niets.",
    "De vijftien gemeenten deden mee.", "In fase 4 zit 44%."])
def test_a_typed_number_of_a_document_is_found(text):
    assert numbers(Passage(text))


@pytest.mark.parametrize("text", [
    "In de tabellen 4.1 en 4.2 staat ⟦printed⟧, vooral bij mannen van 50 en ouder.",
    "Wie in fase 2 of 3 zit, valt onder prestatieveld 6 van de wet van 2007.",
    "Die drie steden staan hieronder: twee in het noorden."])
def test_what_names_a_part_of_a_document_may_be_typed(text):
    assert numbers(Passage(text)) == []


def test_every_exception_is_needed(book):
    passages = [passage for page in book.findings for passage in _markdown(book, page)]
    unused = [reason for reason, pattern in ALLOWED
              if not any(re.search(f"(?i){pattern}", passage.text) for passage in passages)]
    assert unused == []


def test_a_citation_covers_words_but_no_figures():
    assert findings(Passage("Volgens Divosa was dat vooral zo.", cited=True)) == []
    assert findings(Passage("Volgens Divosa was dat 40%.", cited=True))


def test_a_heading_may_have_its_number():
    assert findings(Passage("1.3 Taakvelden", heading=True)) == []
    assert findings(Passage("1.3 Taakvelden"))
    assert findings(Passage("De meeste taakvelden", heading=True))


def test_the_lexicon_reads_whole_words():
    assert not LEXICON.search("verkwarten, hoeveelheid, vooralsnog")
