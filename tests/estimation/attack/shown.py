"""The tables of counts by size class that a wave publishes, as an attacker puts them together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from participatiemonitor.estimation.answers import collect
from participatiemonitor.estimation.disclosure.key import PUBLIC_KEY
from participatiemonitor.estimation.disclosure.publication import Publication
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.survey.answered import Answered


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
        The noise of its base; an attacker is not told it, so who knows it is the stronger.
    """

    ref: Ref
    rows: tuple[str, ...]
    published: np.ndarray
    truth: np.ndarray
    moved: tuple[int, ...]


def publication_of(answered: Answered, key: bytes = PUBLIC_KEY) -> Publication:
    """What may be published of a wave."""
    return Publication(answered, key, partial(collect, answered))


def shown_tables(answered: Answered, key: bytes = PUBLIC_KEY, nets: tuple[Ref, ...] = ()
                 ) -> Iterator[Table]:
    """Each table that is shown, or that follows from what is shown."""
    publication = publication_of(answered, key)
    for question in answered.codebook.questions:
        if question.kind in ("percentage", "number"):
            continue
        for group in question.asked:
            options = [Ref(question.id, option, group) for option in question.option_ids]
            more = [ref for ref in nets if (ref.question, ref.group) == (question.id, group)]
            tables = ([options] if question.kind == "single" else [[ref] for ref in options + more])
            for refs in tables:
                table = _table(publication, refs)
                if table is not None:
                    yield table


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
