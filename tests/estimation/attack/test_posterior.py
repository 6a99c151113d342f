"""An attacker computes how likely each count is, from the exact chance of every outcome.

He holds the code, the frame and everything that is published, and not the key. Beforehand he
holds all tables that fit for equally likely.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure import noise
from participatiemonitor.estimation.disclosure.key import PUBLIC_KEY
from participatiemonitor.estimation.refs import Ref

from .kernel import kernel, posterior, values
from .shown import base_noise, publication_of, shown_tables

MOST_LIKELY = 0.75
NETS = tuple(Ref("taakvelden", "inburgering+schuldhulpverlening+armoede+wsw+onderwijs", group)
             for group in ("sociale_dienst", "afdeling_welzijn")) + tuple(
       Ref("knelpunten", "resultaten+verkokering", group)
       for group in ("sociale_dienst", "afdeling_welzijn"))
SMALL = ("participatievisie", "wmo_uitvoering", "individuele_voorzieningen", "wmo_budget",
         "financiering_wwb")


@pytest.fixture(scope="module", params=[pytest.param(SMALL, id="some"),
                                        pytest.param((), marks=pytest.mark.audit, id="all")])
def found(request, wave):
    return guesses(wave, request.param)


@dataclass(frozen=True)
class Guess:
    """What an attacker thinks of one count."""

    where: str
    likely: dict[int, float]

    @property
    def best(self) -> float:
        return max(self.likely.values())

    @property
    def of_a_respondent(self) -> dict[int, float]:
        """The same for who gave this answer: there is one at least."""
        rest = {count: chance for count, chance in self.likely.items() if count >= 1}
        return {count: chance / sum(rest.values()) for count, chance in rest.items()}


def guesses(wave, questions=(), key=PUBLIC_KEY) -> list[Guess]:
    publication = publication_of(wave, key)
    found = []
    for table in shown_tables(publication, NETS):
        if questions and table.ref.question not in questions:
            continue
        tables, chances = posterior(table.published, base_noise(publication, table))
        shape = table.published.shape
        assert (tables == table.truth).all(axis=(1, 2)).any(), table
        found += [Guess(f"{table.ref} {table.rows[row]} {column}: {table.published.tolist()}",
                        values(tables, chances, row, column))
                  for row, column in np.ndindex(*shape)]
    return found


def test_of_each_count_three_values_are_possible_and_none_is_likelier_than_three_in_four(found):
    best = [guess.best for guess in found]
    worst = found[int(np.argmax(best))]
    print(f"{len(found)} counts; most likely value: tenths "
          f"{np.quantile(best, np.arange(1, 11) / 10).round(3).tolist()}; worst {worst}")
    assert len(found) > 100
    assert min(len(guess.likely) for guess in found) >= 3
    assert worst.best <= MOST_LIKELY, worst


def test_who_gave_an_answer_does_not_know_whether_others_did(found):
    known = [(guess, guess.of_a_respondent) for guess in found]
    worst = max(known, key=lambda one: max(one[1].values()))
    print(f"of {len(known)} counts the worst for one of its respondents: {worst}")
    assert min(len(likely) for _, likely in known) >= 2
    assert max(worst[1].values()) < 0.95, worst


@pytest.mark.parametrize("rule, value, why", [
    ("SWEEPS", 0, "no noise"), ("ENDS", 0.1, "near an end no more exchanges than elsewhere")])
def test_the_attacker_wins_when_a_rule_is_loosened(wave, monkeypatch, rule, value, why):
    monkeypatch.setattr(noise, rule, value)
    best = max(guess.best for guess in guesses(wave, SMALL[:3]))
    print(f"{why}: a count is known with probability {best:.3f}")
    assert best > MOST_LIKELY, why


TIGHT = ([[0, 8, 0], [0, 8, 0], [3, 6, 4], [0, 8, 0]], [[0, 5, 0], [10, 3, 11], [0, 7, 5]])


@pytest.mark.parametrize("published", TIGHT)
def test_the_attacker_wins_when_whatever_comes_out_is_published(monkeypatch, published):
    published = np.array(published)
    assert not noise.is_loose(published)
    monkeypatch.setattr(noise, "ROOM", 0)
    tables, chances = posterior(published)
    best = max(max(values(tables, chances, *place).values())
               for place in np.ndindex(*published.shape))
    print(f"without room a count is known with probability {best:.3f}")
    assert best > MOST_LIKELY


def test_the_attacker_wins_when_he_has_the_key(wave):
    table = next(table for table in shown_tables(publication_of(wave)) if (
        table.ref.question, table.ref.group) == ("wmo_uitvoering", "afdeling_welzijn"))
    tables, _ = posterior(table.published)
    subject = b"who is where; an attacker who guesses right has it too"
    published = noise.perturbed(table.truth, b"key", subject)
    same = [one for one in tables
            if np.array_equal(noise.perturbed(one, b"key", subject), published)]
    print(f"with the key {len(same)} of {len(tables)} tables are left")
    assert len(same) < len(tables) / 10


@pytest.mark.parametrize("counts, moved", [
    ([[4, 2, 0], [6, 1, 5]], ()), ([[2, 2, 0], [2, 1, 5]], (2, -1, -1)),
    ([[3, 1], [1, 6], [2, 2]], ()), ([[4, 2, 0], [6, 1, 5], [1, 1, 1], [9, 0, 2]], ())])
def test_the_attacker_knows_the_chances(counts, moved):
    """Drawn a thousand times, outcomes are as frequent as he computes."""
    counts, size = np.array(counts), 1000
    one = kernel(*counts.shape, moved)
    steps = one.steps[-1]
    chances = one.outcomes(counts[None])[0] * one.is_loose(counts + steps)
    assert chances.sum() > 0
    expected = size * chances / chances.sum()
    drawn = Counter((noise.perturbed(counts, b"%d" % number, b"", moved) - counts).tobytes()
                    for number in range(size))
    found = np.array([drawn.pop(step.tobytes(), 0) for step in steps])
    assert not drawn and not found[expected == 0].any()
    order = np.argsort(-expected)[:30]
    rest = [[part.sum() - part[order].sum()] for part in (found, expected)]
    found, expected = (np.append(part[order], more) for part, more in
                       zip((found, expected), rest, strict=True))
    likely = expected > 1
    deviation = ((found - expected)[likely] ** 2 / expected[likely]).sum()
    assert deviation < likely.sum() + 4 * np.sqrt(2 * likely.sum())
