"""An attacker lays tables side by side of which one follows from the others.

Of each table he has what `kernel` gives him, and leaves out those that contradict each other.
"""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure import nesting
from participatiemonitor.estimation.refs import Ref

from .kernel import posterior
from .shown import base_noise, publication_of, shown_tables
from .test_posterior import MOST_LIKELY
from .together import REST, Likely, around, at_least, at_most, either, fit, shares, without

SMALL = ("koppeling_wmo",)
CASES = pytest.mark.parametrize("derived", [
    pytest.param(SMALL, id="some"), pytest.param((), marks=pytest.mark.audit, id="all")])


def likely_tables(publication, questions: tuple[str, ...]) -> dict[Ref, Likely]:
    """Those of these derived questions, of all when there are none, and of their sources."""
    codebook, found = publication._codebook, {}
    wanted = {name for one in questions for name in (one, *codebook[one].derived.sources)}
    for table in shown_tables(publication):
        question = publication._codebook[table.ref.question]
        if (questions and question.id not in wanted) or (
                table.published.shape[1] < len(publication.domains)):
            continue
        tables, chances = posterior(table.published, base_noise(publication, table))
        options = question.option_ids if question.kind == "single" else (table.ref.option,)
        totals = {option: publication.count(Ref(question.id, option, table.ref.group))
                  for option in options}
        found[table.ref] = Likely(
            str(table.ref), {name: tables[:, row].astype(np.int16)
                             for row, name in enumerate(table.rows)},
            chances, totals)
    return found


def surest(publication, questions: tuple[str, ...] = ()) -> list[tuple[float, str]]:
    """The likeliest value by table, of all questions of which one follows from others."""
    tables, codebook, found = likely_tables(publication, questions), publication._codebook, []
    for question in codebook.questions:
        for group in question.asked if question.id in questions or not questions else ():
            if question.derived:
                found += of_derived(publication, tables, question, group)
            elif question.exclusive and question.kind == "multiple":
                found += of_exclusive(tables, question, group)
    return found


def of_derived(publication, tables: dict[Ref, Likely], question, group: str):
    centre, either_of = tables.get(Ref(question.id, "", group)), question.derived.any
    tops = [question.option_ids[:end] for end in range(1, len(question.option_ids))]
    sources = [(tables[ref], [either_of[name]] if either_of else tops)
               for name in question.derived.sources
               if (ref := Ref(name, "", group)) in tables]
    if centre is None:
        totals = [sum(publication.count(Ref(question.id, name, group)) for name in top)
                  for top in tops]
        return [one for (first, levels), (second, _) in itertools.combinations(sources, 2)
                if not either_of for one in without(first, second, levels, totals)]
    most = [at_most(centre, top) for top in tops]
    known = [(source, at_least(source, levels[0])) for source, levels in sources
             if not set(source.together) & set(levels[0])]
    if either_of and len(known) == 2:
        return either(centre, most[0], known)
    return around(centre, [fit(most, source, levels) for source, levels in sources])


def of_exclusive(tables: dict[Ref, Likely], question, group: str):
    centre = tables.get(Ref(question.id, question.exclusive, group))
    if centre is None:
        return []
    sources = [tables[ref] for name in question.option_ids if name != question.exclusive
               and (ref := Ref(question.id, name, group)) in tables]
    return around(centre, [fit([centre.counts[REST]], source, [source.options])
                           for source in sources])


@CASES
def test_no_value_is_likelier_when_tables_are_laid_side_by_side(wave, derived):
    found = sorted(surest(publication_of(wave), derived), reverse=True)
    print(f"{len(found)} tables; the likeliest {found[:3]}")
    assert len(found) > 5
    assert found[0][0] <= MOST_LIKELY


def test_the_attacker_wins_when_nearly_the_same_counts_are_told_twice(wave, monkeypatch):
    monkeypatch.setattr(nesting, "NEARLY", 0)
    best = max(surest(publication_of(wave), SMALL))
    print(f"with counts of nearly the same respondents one is known with {best}")
    assert best[0] > MOST_LIKELY


def test_totals_are_shared_out_in_as_many_ways_as_there_are():
    low, high = np.array([0, 1, 0]), np.array([3, 2, 4])
    sums = [sum(one) for one in itertools.product(range(4), (1, 2), range(5))]
    for total in range(12):
        assert shares(low, high, total) == sums.count(total)
