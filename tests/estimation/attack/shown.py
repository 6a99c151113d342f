"""The tables of counts by size class that a wave publishes, as an attacker puts them together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from participatiemonitor.estimation.answers import collect
from participatiemonitor.estimation.disclosure.key import PUBLIC_KEY
from participatiemonitor.estimation.disclosure.noise import MOST
from participatiemonitor.estimation.disclosure.publication import Publication
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.survey.answered import Answered

from .kernel import posterior


@dataclass(frozen=True)
class Table:
    """Counts by answer and size class.

    Attributes
    ----------
    ref : Ref
        The question, and the item where that has a table by itself.
    rows : tuple of str, length R
        Answers; the last may be all others together.
    published, truth : ndarray of int, shape (R, D)
        Of the size classes in which anybody answered.
    moved : tuple of int, length D
        The noise of its base, which is not published.
    """

    ref: Ref
    rows: tuple[str, ...]
    published: np.ndarray
    truth: np.ndarray
    moved: tuple[int, ...]


def publication_of(answered: Answered, key: bytes = PUBLIC_KEY) -> Publication:
    """What may be published of a wave."""
    return Publication(answered, key, partial(collect, answered))


def shown_tables(publication: Publication, nets: tuple[Ref, ...] = ()) -> Iterator[Table]:
    """Each table that is shown, or that follows from what is shown."""
    for question in publication._codebook.questions:
        if question.kind in ("percentage", "number"):
            continue
        for group in question.asked:
            options = [Ref(question.id, option, group) for option in question.option_ids]
            more = [ref for ref in nets if (ref.question, ref.group) == (question.id, group)]
            together = [options] if question.kind == "single" else [
                [ref] for ref in options + more]
            for refs in together:
                table = _table(publication, refs)
                if table is not None:
                    yield table


def base_noise(publication: Publication, table: Table) -> dict[tuple[int, ...], float]:
    """What the noise of a base can be, by the table that decides whom the question is put to."""
    codebook = publication._codebook
    when = codebook[table.ref.question].when
    if not when:
        return {}
    (source, options), = when.items()
    group = table.ref.group
    single, net = codebook[source].kind == "single", "+".join(options)
    deciding = _table(publication, [
        Ref(source, name, group)
        for name in (codebook[source].option_ids if single else (net,))])
    rows = [deciding.rows.index(name) for name in (options if single else (net,))]
    tables, chances = posterior(deciding.published, {deciding.moved: 1.0})
    everywhere = publication.base(source, group).parts > 0
    parts = publication.base(table.ref.question, group).parts
    found: dict[tuple[int, ...], float] = {}
    for true, chance in zip(tables, chances, strict=True):
        noise = np.zeros(len(parts), int)
        noise[everywhere] = (deciding.published - true)[rows].sum(axis=0)
        for moved in _taken_over(parts, noise):
            change = tuple(moved[parts > 0].tolist())
            found[change] = found.get(change, 0) + chance
    assert table.moved in found, (table.ref, found)
    return found


def _taken_over(parts: np.ndarray, noise: np.ndarray) -> list[np.ndarray]:
    """What the noise of a published base can be, when no size class may be emptied by it."""
    if (parts > 1).all():
        return [noise]
    spans = itertools.product(range(-MOST, MOST + 1), repeat=len(parts) - 1)
    every = (np.array([*some, -sum(some)]) for some in spans)
    return [moved for moved in every if (parts >= moved).all()
            and (Publication._possible(parts - moved, noise) == moved).all()]


def _table(publication: Publication, refs: list[Ref]) -> Table | None:
    base = publication.base(refs[0].question, refs[0].group)
    given, _ = publication.answers(refs[0])
    parts = {ref: found for ref in refs if (found := publication.parts(ref)) is not None}
    columns = base.parts > 0
    if not parts or columns.sum() < 2:
        return None
    published = np.array([found[columns] for found in parts.values()])
    truth = np.array([[given.column(ref.options)[given.within(domain)].sum()
                       for domain in publication.domains] for ref in parts], int)[:, columns]
    rest = base.parts[columns] - published.sum(axis=0)
    rows = tuple(ref.option for ref in parts)
    if rest.any():
        everybody = (base.parts - base.moved)[columns]
        published = np.vstack([published, rest])
        truth = np.vstack([truth, everybody - truth.sum(axis=0)])
        rows += ("overige",)
    ref = refs[0] if len(refs) == 1 else Ref(refs[0].question, "", refs[0].group)
    return Table(ref, rows, published, truth, tuple(int(one) for one in base.moved[columns]))
