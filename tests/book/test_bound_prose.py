"""Bound prose: on very different answers, no sentence says what the data no longer say.

The chapters are built on answers that turn most findings of 2011 round. Every computed word on
the pages is then worked out a second time, from the csv files and the notebook's own calls, and
what is left of the prose may hold no number and no word that depends on the answers.
"""

import ast
import json
import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

from .conftest import Book
from .narrator import NO_COUNT, Narrator, Said, narrate
from .prose import ALLOWED, LEXICON, Passage, findings, glued, html_passages, markdown_passages

FINDINGS = ("index", "chapters/feiten", "chapters/inleiding", "chapters/01-beleid-en-organisatie",
            "chapters/02-uitvoering", "chapters/03-voordelen-en-knelpunten",
            "chapters/04-conclusie")
SPOKEN = (*FINDINGS, "chapters/methode")
# A text that says two things are equal; it must be so in each group it is about.
EQUAL = re.compile(r"\b(?:even (?:vaak|veel|groot)|evenveel|nauwelijks|hetzelfde|gelijk)\b")

LESS = re.compile(r"\b(?:minder|lager|kleiner)\b")
MORE = re.compile(r"\b(?:vaker|meer|hoger|groter)\b")
GROUPS = re.compile(r"\b(?:(sociale diensten)|(afdelingen welzijn))\b", re.IGNORECASE)
# A text that leaves room for one group to differ from the other.
MIXED = re.compile(r"\bbeide\b|\boveral\b|\bwaar dat zo is\b|\bten minste in een\b", re.IGNORECASE)


@cache
def words(book: Book, page: str) -> dict[str, Said]:
    """What a page's notebook binds, worked out from the answers of a book."""
    return narrate(book.cells(page), book.wave, claims(book))


def claims(book: Book) -> Path:
    return book.root / "data" / "published" / "divosa2011" / "claims.csv"


def spoken(book: Book, page: str) -> list[tuple[str, Said, object]]:
    """The computed words and small charts of a page, in order: name, what it must be, element."""
    expected = words(book, page)
    spans = book.article(page).select("span.bound, svg.small-bars")
    names = glued(book.cells(page))
    assert len(spans) == len(names), f"{page}: {len(spans)} woorden, {len(names)} in de tekst"
    return [(name, expected[name], span) for name, span in zip(names, spans, strict=True)]


def text_of(element) -> str:
    """What a word says, or a small chart to who does not see it."""
    return element.get("aria-label") or element.get_text()


@pytest.fixture(scope="session", params=["book", "turned"])
def either(request) -> Book:
    """The book of 2011, and the one on turned answers."""
    return request.getfixturevalue(request.param)


@pytest.mark.parametrize("page", SPOKEN)
def test_every_computed_word_says_what_the_answers_say(either, page):
    wrong = [f"{name} ({word.kind}): {text_of(span)!r} in plaats van {word.text!r}"
             for name, word, span in spoken(either, page) if not word.accepts(text_of(span))]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", SPOKEN)
def test_every_computed_word_names_the_quantities_it_rests_on(turned, page):
    wrong = []
    for name, word, span in spoken(turned, page):
        kinds = {word.kind, "span"} if word.kind == "about" else {word.kind}
        if span["data-kind"] not in kinds:
            wrong.append(f"{name}: {span['data-kind']} in plaats van {word.kind}")
        if tuple(span.get("data-refs", "").split()) != word.refs:
            wrong.append(f"{name}: {span.get('data-refs')} in plaats van {' '.join(word.refs)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("page", SPOKEN)
def test_a_word_in_a_word_keeps_what_it_rests_on(either, page):
    wrong = [f"{name}: {span['data-args']}" for name, word, span in spoken(either, page)
             if word.parts and not _same(word.parts, json.loads(span["data-args"])["parts"])]
    assert not wrong, "\n".join(wrong)


def _same(parts: tuple[Said, ...], recipes: list[dict]) -> bool:
    return len(parts) == len(recipes) and all(
        (part.kind, " ".join(part.refs)) == (recipe["kind"], recipe["refs"])
        and _same(part.parts, recipe["args"].get("parts", []))
        for part, recipe in zip(parts, recipes, strict=True))


def test_a_word_in_a_word_can_be_computed_again_from_the_page_alone(book, turned):
    """By a reviewer who has the attributes and the answers, and not the notebook."""
    decided, again = 0, 0
    for one in (book, turned):
        narrator = Narrator(one.wave, claims(one))
        for page in SPOKEN:
            for span in one.article(page).select("span.bound[data-args]"):
                recipe = {"kind": span["data-kind"], "refs": span.get("data-refs", ""),
                          "args": json.loads(span["data-args"])}
                if "parts" not in recipe["args"]:
                    continue
                text = _computed(recipe, narrator)
                assert text in (None, span.get_text()), f"{page}: {span}"
                decided, again = decided + 1, again + (text is not None)
    assert decided >= 15
    assert again >= 2


def _computed(recipe: dict, narrator: Narrator) -> str | None:
    """The text of a recipe, None where an author wrote it; what decided is computed either way."""
    kind, refs, args = recipe["kind"], recipe["refs"].split(), recipe["args"]
    parts = args.get("parts", [])
    if kind == "fill":
        return args["template"].format(*(_computed(part, narrator) for part in parts))
    if kind == "published":
        return narrator.published(args["claim"]).text
    if kind in ("share", "span"):
        return getattr(narrator, kind)(*refs).text
    own = refs[:len(refs) - sum(len(part["refs"].split()) for part in parts)]
    if kind == "when" and args["outcome"] != "unknown":
        values = [narrator.oracle[ref].value for ref in own]
        low, high = (Fraction(str(args[bound])) for bound in ("low", "high"))
        holds = all(low <= round(100 * value, 9) < high for value in values)
        assert args["outcome"] == ("yes" if holds else "no")
    return _computed(parts[0], narrator) if len(parts) == 1 and kind != "often_each" else None


def test_no_chapter_takes_the_text_of_a_word_from_what_it_rests_on(book):
    """``.text`` is what `Narrator` cannot refuse; ``str`` and f-strings of a word it does."""
    taken = [f"{page}: {ast.unparse(node)}" for page in book.pages for cell in book.cells(page)
             if cell["cell_type"] == "code" for node in ast.walk(ast.parse("".join(cell["source"])))
             if isinstance(node, ast.Attribute) and node.attr == "text"]
    assert taken == []


def test_who_is_said_to_do_it_more_often_does(book, turned):
    """Read as a reader does: *A doet het vaker*, held against the answers of A and of the other."""
    read, untrue = 0, []
    for one in (book, turned):
        for page in FINDINGS:
            for name, word, span in spoken(one, page):
                text = text_of(span)
                if len(word.gaps) != 1 or word.turns == "same":
                    continue
                if word.kind == "compare":
                    who = [match.lastindex for match in GROUPS.finditer(text)]
                    told = sorted(who) == [1, 2]
                else:
                    who = [match.lastindex for match in GROUPS.finditer(_sentence_before(span))]
                    told = word.kind == "often" and len(who) == 1
                if not told or len({ref.partition("@")[2] for ref in word.refs}) != 2:
                    continue
                assert LESS.search(text) or MORE.search(text), f"{name}: {text}"
                subject = "sociale_dienst" if who[0] == 1 else "afdeling_welzijn"
                is_left = word.refs[0].partition("@")[2].startswith(subject)
                gap = word.gaps[0] if is_left else -word.gaps[0]
                read += 1
                if (gap > 0) == bool(LESS.search(text)):
                    untrue.append(f"{page} {name}: {text}")
    assert read >= 20
    assert not untrue, "\n".join(untrue)


def _sentence_before(span) -> str:
    """What a reader has read of the sentence when they come to a word."""
    block = span.find_parent(["p", "li"])
    before = [text for text in span.find_all_previous(string=True) if block in text.parents]
    return re.split(r"[.:;?!]\s", "".join(reversed(before)))[-1]


@pytest.mark.parametrize("page", FINDINGS)
def test_the_texts_for_more_and_less_are_not_exchanged(book, page):
    exchanged = [f"{name}: {word.texts}" for name, word in words(book, page).items()
                 if word.kind == "compare" and LESS.search(word.texts["more"])
                 and not LESS.search(word.texts["less"])]
    assert not exchanged, "\n".join(exchanged)


@pytest.mark.parametrize("page", SPOKEN)
def test_no_text_says_equal_where_a_group_differs(either, page):
    """Asked of each group, *same* also comes out where one group differs and the other not."""
    untrue = [f"{name}: {word.text}" for name, word, _ in spoken(either, page)
              if word.kind == "compare" and word.turns == "same" and EQUAL.search(word.text)
              and not MIXED.search(word.text) and any(abs(gap) >= 2 for gap in word.gaps)]
    assert not untrue, "\n".join(untrue)


@pytest.mark.parametrize("page", FINDINGS)
def test_what_is_not_computed_holds_no_number_and_no_finding(turned, page):
    typed = [one for passage in html_passages(turned.article(page)) for one in findings(passage)]
    assert not typed, "\n".join(typed)


@pytest.mark.parametrize("page", FINDINGS)
def test_no_markdown_cell_holds_a_typed_finding(turned, page):
    typed = [one for passage in _markdown(turned, page) for one in findings(passage)]
    assert not typed, "\n".join(typed)


def _markdown(book: Book, page: str) -> list[Passage]:
    kinds = {name: word.kind for name, word in words(book, page).items()}
    return list(markdown_passages(book.cells(page), kinds))


@pytest.mark.parametrize("page", SPOKEN)
def test_every_bound_word_is_used(turned, page):
    assert set(words(turned, page)) - set(glued(turned.cells(page))) == set()


@pytest.mark.parametrize("page", FINDINGS)
def test_what_does_not_hold_in_both_groups_may_hold_in_one(book, page):
    """The text for *not in every group* is also used where it holds in one of them."""
    sweeping = [f"{name}: {word.texts[False]}" for name, word in words(book, page).items()
                if word.kind in ("when", "leads") and len(word.own) > 1
                and not MIXED.search(word.texts[False])]
    assert not sweeping, "\n".join(sweeping)


def test_the_answers_differ_enough_for_these_tests_to_fail(book, turned):
    """Nearly all words change, and nearly every choice between texts turns."""
    changed, same, turned_round, stuck = 0, [], 0, []
    for page in FINDINGS:
        pairs = zip(spoken(book, page), spoken(turned, page), strict=True)
        for (name, before, old), (_, after, new) in pairs:
            if before.kind == "published":
                assert text_of(old) == text_of(new)
                continue
            if text_of(old) != text_of(new):
                changed += 1
            else:
                same.append(f"{page} {name}: {text_of(old)}")
            if before.is_choice:
                turned_round += before.turns != after.turns
                if before.turns == after.turns:
                    stuck.append(f"{page} {name}: {before.text}")
    assert changed >= 250
    assert turned_round >= 80
    assert len(same) <= changed / 20, same
    assert len(stuck) <= turned_round / 20, stuck


def test_no_sentence_on_a_page_about_the_other_answers_survives(book, turned):
    """A sentence with computed words in it is not the same sentence on other answers."""
    kept = set()
    for page in FINDINGS:
        old, new = ({span.find_parent(["p", "li"]).get_text() for span in
                     one.article(page).select("p span.bound, li span.bound")
                     if span["data-kind"] != "published"} for one in (book, turned))
        # A cell of a table may hold the same number, or be hidden in both.
        kept |= {text for text in old & new if " " in text and text != NO_COUNT}
    assert kept == set()


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
    "Sociale diensten noemen ⟦top⟧ vaker: ⟦share⟧.",
    "Het vaakst noemen gemeenten ⟦share⟧.",
    "Het vaakst noemen gemeenten de partner, en ⟦top⟧.",
])
def test_a_typed_finding_is_found(text):
    assert findings(Passage(text))


@pytest.mark.parametrize("text", [
    "Het meest genoemde knelpunt: ⟦top⟧.",
    "Het thema dat het vaakst voorkomt: ⟦top⟧.",
    "Het vaakst noemen gemeenten als partner ⟦top⟧.",
    "⟦span⟧ van de gemeenten heeft een visie.",
    "De wet van 2007 geldt ook in de G4 en de G32.",
    "De twee wetten raken elkaar op ⟦published⟧ punten.",
    "Een derde deel van de monitor volgt.",
])
def test_what_no_answer_can_make_untrue_may_be_typed(text):
    assert findings(Passage(text)) == []


def test_every_exception_is_needed(book):
    passages = [passage for page in FINDINGS for passage in _markdown(book, page)]
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
