"""Who reviews the words of the built pages notices a wrong one."""

from __future__ import annotations

import copy
import re
from dataclasses import replace

import pytest

from .review.choices import UNKNOWN
from .review.quantities import NOBODY
from .spoken import NEUTRAL, fault, reviewed, reviewer


def test_a_word_of_another_place_is_noticed(every):
    """Every word, with the text of the next one of its kind that says something else."""
    unnoticed = []
    words = reviewed(every)
    for place, one in enumerate(words):
        # Of a net no row says whether it is hidden: silence may be right.
        net = "+" in " ".join(one.word.refs)
        other = next((later.word.text for later in words[place:] + words[:place]
                      if later.word.kind == one.word.kind and later.word.text != one.word.text
                      and not (net and any(text in later.word.text for text in NEUTRAL))),
                     "iets anders")
        if not fault(every, replace(one.word, text=other)):
            unnoticed.append(f"{one} als {other!r}")
    # Names of quantities claim a range, so that two may be true of one quantity.
    assert len(unnoticed) <= 2, "\n".join(unnoticed)


@pytest.mark.parametrize("kind", ["share", "who"])
def test_a_word_about_the_other_group_is_noticed(every, kind):
    """Unless it has the same percentage, or a document said the same of both."""
    one, other = every.head["groups"]
    unnoticed, all_words = [], 0
    for spoken in reviewed(every):
        word = spoken.word
        if word.kind != kind or len(word.refs) != 1:
            continue
        ref, = word.refs
        turned = ref.replace(one, other) if one in ref else ref.replace(other, one)
        shared = any(reviewer(every).claims[name]["group"] == "beide"
                     for name in word.args.get("claims", ()))
        # What only one group was asked, the other has no number of.
        if reviewer(every).row(turned) and not shared:
            all_words += 1
            if not fault(every, replace(word, refs=(turned,))):
                unnoticed.append(str(spoken))
    assert all_words > 2
    assert len(unnoticed) <= all_words / 5, unnoticed


@pytest.mark.parametrize("kind", ["compare", "when", "leads", "alike", "most"])
def test_another_outcome_is_noticed(every, kind):
    chosen = [one.word for one in reviewed(every) if one.word.kind == kind]
    assert chosen
    for word in chosen:
        # Of nets the results do not tell whether a word may be silent; all else is noticed.
        may_be_silent = reviewer(every).must_be_silent(word.own, told=True)
        for outcome, text in word.texts.items():
            if outcome != word.outcome and not (may_be_silent and UNKNOWN in (outcome,
                                                                              word.outcome)):
                turned = replace(word, text=text, args={**word.args, "outcome": outcome})
                assert fault(every, turned), word


def test_a_word_in_a_word_is_reviewed_as_well(every):
    """Each is in the attributes with what it rests on, and a change of these is noticed."""
    nested = [one.word for one in reviewed(every) if one.word.parts]
    for word in nested:
        assert word.own or word.kind in ("fill", "share_en", "who_en")
        args = copy.deepcopy(word.args)
        for part, written in zip(word.parts, args["parts"], strict=True):
            assert set(part.refs) <= set(word.refs)
            written["text"] = "iets anders"
        assert fault(every, replace(word, args=args))
    assert len(nested) >= 15


def test_another_number_or_word_in_english_is_noticed(every):
    """And another group, where it is named."""
    english = [one.word for one in reviewed(every) if one.word.kind.endswith("_en")]
    assert len(english) >= 9
    groups = [group["en"] for group in every.head["groups"].values()]
    for word in english:
        texts = {re.sub(r"\d+", "7", word.text), word.text.replace(*groups),
                 *(re.sub(rf"\b{one}\b", other, word.text) for one, other in
                   [("three quarters", "a quarter"), ("just under", "over"), ("nearly all", "all"),
                    ("at most", "at least"), ("over", "almost"), ("half", "a third")])}
        for text in texts - {word.text}:
            assert fault(every, replace(word, text=text)), (text, word)


def test_only_who_names_it_uses_the_word_of_a_claim_that_is_not_met(book):
    """A word that names none says what the document says most precisely."""
    met, strange = reviewer(book).said.met, []
    for one in reviewed(book):
        if one.word.kind in ("share", "who", "count", "number", "base"):
            asked = set(re.findall(r'claim="([^"]+)"', one.role))
            named = set(one.word.args.get("claims", ()))
            best = {row["id"] for ref in one.word.refs
                    if (row := reviewer(book).said.telling(ref))}
            if not named <= asked | set(met) or (
                    not asked and best and one.word.kind in ("share", "who") and named != best):
                strange.append(f"{one}: {named} in plaats van {best}")
    assert not strange, "\n".join(strange)


def test_the_neutral_texts_hold_no_number_and_no_comparison():
    assert len({*NEUTRAL, NOBODY}) == len(NEUTRAL) + 1
    assert not [text for text in NEUTRAL if re.search(r"\d", text)]
