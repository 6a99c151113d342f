"""Every computed word of the built pages, worked out a second time from what the page tells of it.

Of four books: the monitor of 2011, of which the words are those of documents, the year of real
answers, the same chapters on answers that turn most findings round, and another round.
`test_reviewer` sees that a wrong word would be noticed.
"""

from __future__ import annotations

import ast
import re

from .review.choices import UNKNOWN
from .review.differences import MIXED_OFTEN, NO_OFTEN, NOTABLE, direction
from .review.quantities import NO_COUNT
from .spoken import all_spoken, fault, is_silent, reviewed, reviewer, sentence_before

# A text that says two things are equal; it must be so in each group it is about.
EQUAL = re.compile(r"\b(?:even (?:vaak|veel|groot)|evenveel|nauwelijks|hetzelfde|gelijk)\b")
LESS = re.compile(r"\b(?:minder|lager|kleiner)\b")
MORE = re.compile(r"\b(?:vaker|meer|hoger|groter)\b")
# A text that leaves room for one group to differ from the other.
MIXED = re.compile(r"\bbeide\b|\boveral\b|\bniet dezelfde\b|\bniet alles\b|\bin een deel\b",
                   re.IGNORECASE)


def test_every_computed_word_says_what_the_answers_say(every):
    faults = [f"{one}: {found}" for one in reviewed(every) if (found := fault(every, one.word))]
    assert not faults, "\n".join(faults)
    assert len(reviewed(every)) > 200


def test_every_word_is_of_the_kind_its_author_wrote(every):
    other = [str(one) for one in all_spoken(every)
             if "(" in one.role and one.word.kind != one.role.partition("(")[0]]
    assert not other, "\n".join(other)


def test_hardly_a_word_is_silent(every):
    """Only of what the results hide; see `test_nearly_all_link` for a book that hides more.

    Of a reconstruction it is not known what no document said.
    """
    silent = [one for one in reviewed(every) if is_silent(one.word)
              and not (every.is_drawn and one.word.outcome == UNKNOWN)]
    assert not [str(one) for one in silent
                if not reviewer(every).must_be_silent(one.word.own, told=False)]
    assert len(silent) <= len(reviewed(every)) / 50


# --- what the words say, read as a reader does --------------------------------------------------

def test_who_is_said_to_do_it_more_often_does(every):
    """*A doet het vaker* is held against the answers of A and of the other."""
    groups = {name: group["nl"] for name, group in every.head["groups"].items()}
    named = re.compile("|".join(rf"\b({nl})\b" for nl in groups.values()), re.IGNORECASE)
    read, untrue = 0, []
    for one in all_spoken(every, every.findings):
        word, text = one.word, one.word.text
        if word.kind not in ("compare", "often") or len(word.own) != 2:
            continue
        about = [ref.partition("@")[2].partition("/")[0] for ref in word.own]
        (gap, _), = reviewer(every).gaps(word)
        if set(about) != set(groups) or word.outcome in ("same", UNKNOWN) \
                or text in (NO_OFTEN, MIXED_OFTEN) or not direction(gap):
            continue
        said = text if word.kind == "compare" else sentence_before(one.element)
        who = [list(groups)[match.lastindex - 1] for match in named.finditer(said)]
        if len(who) != (2 if word.kind == "compare" else 1) or len(set(who)) != len(who):
            continue
        assert LESS.search(text) or MORE.search(text), one
        read += 1
        if ((gap if who[0] == about[0] else -gap) > 0) == bool(LESS.search(text)):
            untrue.append(str(one))
    assert read >= 5
    assert not untrue, "\n".join(untrue)


def test_the_texts_for_more_and_less_are_not_exchanged(every):
    """As they were written: the degree of these answers is in the text for others as well."""
    words = [one.word for one in all_spoken(every) if one.word.kind == "compare"]
    texts = [{name: text.replace(word.args["often"], "⟦often⟧")
              for name, text in word.texts.items()} for word in words]
    assert texts
    assert not [one for one in texts
                if LESS.search(one["more"]) and not LESS.search(one["less"])]


def test_no_text_says_equal_where_a_group_differs(every):
    """Asked of each group, *same* also comes out where one group differs and the other not."""
    untrue = [str(one) for one in all_spoken(every)
              if one.word.kind == "compare" and one.word.outcome == "same"
              and EQUAL.search(one.word.text) and not MIXED.search(one.word.text)
              and any(abs(end) >= NOTABLE for gap in reviewer(every).gaps(one.word)
                      for end in gap)]
    assert not untrue, "\n".join(untrue)


def test_what_does_not_hold_in_both_groups_may_hold_in_one(every):
    """The text for *not in every group* is also used where it holds in one of them.

    It may be a text that says nothing of it, as where it is not known, or a choice of its own.
    """
    sweeping = [f"{one}: {one.word.texts['no']}" for one in all_spoken(every, every.findings)
                if one.word.kind in ("when", "leads") and len(one.word.own) > 1
                and one.word.texts["no"] not in ("", one.word.texts[UNKNOWN])
                and not chooses_again(every, one)
                and not MIXED.search(one.word.texts["no"])]
    assert not sweeping, "\n".join(sweeping)


def chooses_again(book, one) -> bool:
    """Whether the text for *no* is a choice itself, by the code of the chapter."""
    return any(isinstance(node, ast.keyword) and node.arg == one.role
               and isinstance(node.value, ast.Call)
               and any(keyword.arg == "no" and isinstance(keyword.value, ast.Call)
                       for keyword in node.value.keywords)
               for cell in book.cells(one.page) if cell["cell_type"] == "code"
               for node in ast.walk(ast.parse("".join(cell["source"]))))


def test_the_answers_differ_enough_for_these_tests_to_fail(observed, turned):
    """Nearly all words change, and nearly every choice between texts turns."""
    changed, same, turned_round, stuck = 0, [], 0, []
    pairs = zip(all_spoken(observed, observed.findings), all_spoken(turned, turned.findings),
                strict=True)
    for before, after in pairs:
        if before.word.kind == "published":
            assert before.word.text == after.word.text
            continue
        if before.word.text != after.word.text:
            changed += 1
        else:
            same.append(str(before))
        if before.word.outcome is not None:
            turned_round += before.word.outcome != after.word.outcome
            if before.word.outcome == after.word.outcome:
                stuck.append(str(before))
    assert changed >= 150
    assert turned_round >= 50
    assert len(same) <= changed / 20, same
    assert len(stuck) <= turned_round / 10, stuck


def test_no_sentence_on_a_page_about_the_other_answers_survives(observed, turned):
    """A sentence with computed words in it is not the same sentence on other answers."""
    def sentences(one) -> set[str]:
        return {block.get_text() for spoken in all_spoken(one, one.findings)
                if spoken.word.kind != "published"
                and (block := spoken.element.find_parent(["p", "li"]))}

    # A cell of a table may hold the same number, or be hidden in both.
    kept = {text for text in sentences(observed) & sentences(turned)
            if " " in text and text != NO_COUNT}
    assert kept == set()
