"""Sources of quantities: the results of a wave with what documents vouch for, and the documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from participatiemonitor.documents.claims import Claim, sides_of
from participatiemonitor.documents.documents import Document, claims_about, read_documents
from participatiemonitor.documents.said import Said
from participatiemonitor.documents.standing import Standings, of_itself, plain
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import ASSUMED, PUBLISHED, Estimate
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.register import REGISTER
from participatiemonitor.estimation.results import Results, unknown_source
from participatiemonitor.estimation.trend.trend import Trend
from participatiemonitor.project import Project


class Reported(Results):
    """The results of a wave, with what documents printed of them.

    Parameters
    ----------
    results : Results
    documents : list of Document
    project : Project
        Where its other sources are: other waves, and documents.
    trends : sequence of Trend
        It beside rounds before.
    """

    def __init__(self, results: Results, documents: list[Document], project: Project,
                 trends: Sequence[Trend] = ()) -> None:
        super().__init__(*results.shared)
        self._trends = tuple(trends)
        self._project = project
        self._others: dict[str, Results | Printed] = {
            document.id: Printed(document) for document in documents
            if document.head.wave is not None}
        self.standings = Standings(claims_about(self.wave.year, documents), results)
        self._said = Said(
            claims_about(self.wave.year, documents), self.wave.info.groups, self.standings.holds,
            {claim.id: one.head.name for one in documents for claim in one.claims})

    @property
    def trends(self) -> tuple[Trend, ...]:
        """It beside each of the rounds before, oldest first, where that was asked for."""
        return self._trends

    def __getitem__(self, ref: Ref | str) -> Estimate:
        """Give one quantity, of this wave or of the source that it names."""
        found = super().__getitem__(ref)
        if found.ref.source:
            return found
        vouched = found.standing == ASSUMED and self.standings.published(found.ref)
        printed = self._said.quote(found.ref).printed or self.standings.printed(found.ref)
        return replace(found, standing=PUBLISHED if vouched else found.standing, printed=printed)

    def said(self, ref: Ref) -> tuple[float, float]:
        """Of a reconstruction no more than documents said."""
        return self._said.limits(ref) if self._drawn(ref) else super().said(ref)

    def said_gap(self, left: Ref, right: Ref) -> tuple[float, float]:
        """Of a reconstruction no more than documents said."""
        return self._said.gap(left, right) if self._drawn(left, right) else super().said_gap(
            left, right)

    def said_place(self, refs: Iterable[Ref], rank: int = 1) -> Estimate | None:
        """Of a reconstruction the one that documents put in that place."""
        refs = list(refs)
        if not self._drawn(*refs):
            return super().said_place(refs, rank)
        first = self._said.first(refs, rank)
        return None if first is None else self[first]

    def quote(self, ref: Ref, claim: str = "") -> Quote | None:
        """What documents said of a quantity of a reconstruction; `NOTHING` where they did not."""
        return self._said.quote(ref, claim) if self._drawn(ref) else None

    def quoted_limits(self, ref: Ref) -> list[Quote]:
        """What documents said that bounds a share of a reconstruction."""
        return self._said.sized(ref) if self._drawn(ref) else []

    def quoted_count(self, ref: Ref, relation: str = "=") -> Quote | None:
        """What documents said of how many there are in a reconstruction."""
        return self._said.count(ref, relation) if self._drawn(ref) else None

    def quoted_place(self, ref: Ref, rank: int) -> Quote | None:
        """What documents said of its place in a reconstruction."""
        return self._said.place(ref, rank) if self._drawn(ref) else None

    def quoted_degree(self, left: Ref, right: Ref) -> Quote | None:
        """What documents said of a difference in a reconstruction."""
        return self._said.degree(left, right) if self._drawn(left, right) else None

    def _drawn(self, *refs: Ref) -> bool:
        return self.wave.info.reconstructed and not any(
            ref.source not in ("", self.id) for ref in refs)

    def _elsewhere(self, ref: Ref) -> Estimate:
        years = [str(year) for year in self._project.years()]
        if ref.source not in self._others:
            if ref.source not in years:
                raise unknown_source(ref, dict.fromkeys((*years, *self._others)))
            self._others[ref.source] = open_results(int(ref.source), self._project)
        return replace(self._others[ref.source][ref], ref=ref)


class Printed:
    """What a document printed of a wave.

    Parameters
    ----------
    document : Document
    """

    def __init__(self, document: Document) -> None:
        self.id = document.id
        self._claims = document.claims

    def __getitem__(self, ref: Ref | str) -> Estimate:
        """Give one quantity as it was printed.

        Parameters
        ----------
        ref : Ref or str
            Of one group.

        Returns
        -------
        Estimate
            Where a word or a band was printed, `printed` holds it and `value` is NaN; so are `n`
            and `count` where these were not printed.

        Raises
        ------
        InputError
            When the document does not print it; the message lists what it does print of the
            question, or all questions.
        """
        ref = Ref.parse(ref) if isinstance(ref, str) else ref
        claims = [claim for claim in self._claims for side in sides_of(claim, [ref.group])
                  if plain(side.ref) == plain(ref)]
        said = of_itself(claims)
        if not said:
            raise InputError(f"{ref}: {self.id} meldt dit niet; er zijn: "
                             f"{', '.join(self._listed(ref.question))}.")
        base = next((round(claim.value) for claim in claims
                     if claim.relation == "n" and claim.value is not None), None)
        return _as_printed(replace(ref, source=self.id), said, base)

    def _listed(self, question: str) -> list[str]:
        refs = [claim.ref for claim in of_itself(self._claims) if claim.ref]
        here = [str(ref) for ref in refs if ref.question == question]
        return list(dict.fromkeys(here or [ref.question for ref in refs]))


def _as_printed(ref: Ref, said: list[Claim], base: int | None) -> Estimate:
    """One estimate of all that a document printed of the size of a quantity."""
    values = {claim.type: claim.value for claim in said if claim.value is not None}
    n = next((claim.n for claim in said if claim.n is not None), base)
    count = values.get("count", np.nan)
    if ref.question == REGISTER:
        measure, value = "count", count
    else:
        measure, value = "share", values.get("exact", np.nan) / 100
    return Estimate(ref, measure, n, count, value, standing=PUBLISHED,
                    weighted_standing=ASSUMED, printed=said[0].published)


def open_source(year: int, project: Project) -> Reported:
    """Open a wave as a source, with the documents of the project.

    Parameters
    ----------
    year : int
    project : Project

    Returns
    -------
    Reported
    """
    return Reported(open_results(year, project), read_documents(project), project)
