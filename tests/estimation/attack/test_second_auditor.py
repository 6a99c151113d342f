"""Another auditor, tau-argus, tells within which limits the size classes lie that are hidden.

Where a single class is hidden it follows from the total; then it is the count with noise.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from pytauargus import Engine
from scipy.optimize import linprog

from participatiemonitor.estimation.disclosure import noise
from participatiemonitor.estimation.estimates import EMPTY, HIDDEN
from participatiemonitor.estimation.refs import Ref

from .shown import publication_of, shown_tables
from .test_posterior import MOST_LIKELY

KEYS = [b"key %d" % number for number in range(60)]
SOME_OR_ALL = pytest.mark.parametrize("keys", [
    pytest.param(KEYS[:15], id="some"), pytest.param(KEYS, marks=pytest.mark.audit, id="all")])
SMALL = ("participatievisie", "wmo_uitvoering", "koppeling_wwb", "partners", "knelpunten")
# Questions to departments of which the middle size class has fewer than ten.
GROUP, ONE_HIDDEN = "afdeling_welzijn", ("participatievisie", "wmo_uitvoering", "koppeling_wwb")
ABOUT = """row
  <RECODEABLE>
  <TOTCODE> "total"
column
  <RECODEABLE>
  <TOTCODE> "total"
count
  <NUMERIC>
  <DECIMALS> 0
status
  <STATUS>
  <SAFE> "S"
  <UNSAFE> "U"
"""
ORDERS = """<OPENTABLEDATA> "table.tab"
<OPENMETADATA> "table.rda"
<SPECIFYTABLE> "row""column"|"count"||
<READTABLE> 1
"""


@dataclass(frozen=True)
class Hidden:
    """A table as it is published, with its totals.

    Attributes
    ----------
    name : str
    counts : ndarray of int, shape (R + 1, D + 1)
        The last row and column are the totals; a hidden count is one that fits.
    hidden : ndarray of bool, shape (R + 1, D + 1)
    """

    name: str
    counts: np.ndarray
    hidden: np.ndarray


def hidden_tables(wave, estimates, questions=()) -> list[Hidden]:
    """All tables by size class of which a class is hidden, as these are published."""
    found = []
    for table in shown_tables(publication_of(wave)):
        if questions and table.ref.question not in questions:
            continue
        told = [estimates[replace(table.ref, option=table.rows[0], domain=domain)]
                for domain in wave.info.publication.domains]
        told = [one for one in told if one.status != EMPTY]
        columns = np.array([one.status == HIDDEN for one in told])
        if columns.any():
            shown = [one.count for one in told if one.status != HIDDEN]
            assert table.published[0, ~columns].tolist() == shown
            found.append(published(str(table.ref), table.published, columns))
    return found


def published(name: str, counts: np.ndarray, columns: np.ndarray) -> Hidden:
    totals = np.append(counts, counts.sum(axis=1)[:, None], axis=1)
    totals = np.append(totals, totals.sum(axis=0)[None], axis=0)
    hidden = np.zeros(totals.shape, bool)
    hidden[:, :-1] = columns
    rows, within = limits_by(totals, hidden)
    fits = totals.astype(float)
    fits[hidden] = linprog(np.arange(hidden.sum()) % 3, A_eq=rows, b_eq=within).x
    return Hidden(name, fits.round().astype(int), hidden)


def limits_by(counts: np.ndarray, hidden: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What each row and column of hidden counts adds up to."""
    place = np.full(counts.shape, -1)
    place[hidden] = np.arange(hidden.sum())
    equations, sums = [], []
    for one, where in [*zip(counts, place, strict=True), *zip(counts.T, place.T, strict=True)]:
        signs = np.append(np.ones(len(one) - 1), -1)
        row = np.zeros(hidden.sum())
        row[where[where >= 0]] = signs[where >= 0]
        equations.append(row)
        sums.append(-(signs * one)[where < 0].sum())
    return np.array(equations), np.array(sums)


def by_programming(table: Hidden) -> np.ndarray:
    """The least and most of each hidden count, shape (H, 2)."""
    rows, sums = limits_by(table.counts, table.hidden)
    goals = np.eye(table.hidden.sum())
    return np.array([[sign * linprog(sign * goal, A_eq=rows, b_eq=sums).fun for sign in (1, -1)]
                     for goal in goals])


def by_argus(table: Hidden, folder: Path) -> np.ndarray:
    """The same by tau-argus, from the table as it is published."""
    names = [[*(f"{letter}{number}" for number in range(size - 1)), "total"]
             for letter, size in zip("rc", table.counts.shape, strict=True)]
    lines = [f"{names[0][row]};{names[1][column]};{table.counts[row, column]};"
             f"{'U' if table.hidden[row, column] else 'S'}\n"
             for row, column in np.ndindex(table.counts.shape)]
    for name, text in (("tab", "".join(lines)), ("rda", ABOUT), ("arb", ORDERS)):
        (folder / f"table.{name}").write_text(text, encoding="ascii")
    engine = Engine()
    engine.run_batch(folder / "table.arb")
    found = {one["cell"]: (one["min"], one["max"]) for one in engine.audit(0)}
    # It numbers counts by row, and in each direction the total comes first.
    cells = np.roll(np.arange(table.counts.size).reshape(table.counts.shape), (-1, -1), (0, 1))
    return np.array([found[cell] for cell in cells[table.hidden]])


@pytest.mark.parametrize("questions", [
    pytest.param(SMALL, id="some"), pytest.param((), marks=pytest.mark.audit, id="all")])
def test_two_auditors_agree_on_what_is_hidden(wave, estimates, questions, tmp_path):
    tables = hidden_tables(wave, estimates, questions)
    assert len(tables) > 5
    single = several = 0
    for table in tables:
        found = by_argus(table, tmp_path)
        np.testing.assert_allclose(found, by_programming(table), atol=1e-6, err_msg=str(table))
        exact = np.isclose(found[:, 0], found[:, 1])
        columns = table.hidden[0].sum()
        single, several = single + (columns == 1), several + (columns > 1)
        left = table.counts[:, -1] - np.where(table.hidden, 0, table.counts)[:, :-1].sum(axis=1)
        # Of none in all hidden classes together there are none in each.
        nobody = np.broadcast_to(left[:, None] == 0, table.hidden.shape)[table.hidden]
        assert (exact == ((columns == 1) | nobody)).all(), table
    print(f"of {len(tables)} tables {single} have one hidden class, {several} have more")


@SOME_OR_ALL
def test_a_hidden_class_that_follows_from_the_total_has_noise_as_others_have(wave, keys):
    implied, shown = differing(wave, keys)
    print(f"with noise are {implied:.2f} of the counts that follow, {shown:.2f} of those shown")
    assert implied > max(1 - MOST_LIKELY, 0.7 * shown)


@SOME_OR_ALL
def test_the_attacker_wins_without_noise(wave, monkeypatch, keys):
    monkeypatch.setattr(noise, "SWEEPS", 0)
    monkeypatch.setattr(noise, "ROOM", 0)
    assert differing(wave, keys) == (0, 0)


def differing(wave, keys) -> tuple[float, float]:
    """How often a count of the smallest class follows that is not so; and is shown, of others."""
    wrong = []
    for key, name in itertools.product(keys, ONE_HIDDEN):
        publication = publication_of(wave, key)
        hidden = int(publication.base(name, GROUP).parts.argmin())
        for ref in (Ref(name, option, GROUP) for option in wave.codebook[name].option_ids):
            counts = publication.parts(ref)
            if counts is not None:
                given, _ = publication.answers(ref)
                noises = np.array([given.column(ref.options)[given.within(domain)].sum()
                                   for domain in publication.domains]) - counts
                shown = np.delete(noises, hidden)
                wrong.append([shown.sum() != 0, (shown != 0).mean()])
    implied, shown = np.mean(wrong, axis=0)
    return float(implied), float(shown)
