"""The face the notebooks see: one object with everything a chapter says or shows.

A chapter opens a wave and then makes short calls::

    m = open_chapter(year)
    m.say(hele=m.share("wmo_uitvoering.hele@sd"))   # {glue:}`hele` in the prose
    m.figure(2)                                      # a figure, its table and its question

Words come from `participatiemonitor.presentation.vocabulary`; figures, tables and quotes are
Markdown that the book build parses.
"""

from __future__ import annotations

from functools import cached_property

import pandas as pd
from myst_nb import glue

from participatiemonitor.errors import InputError
from participatiemonitor.estimation import Estimates
from participatiemonitor.estimation.associations import LEVEL, associations
from participatiemonitor.presentation import figures, tables, wording
from participatiemonitor.presentation.bound import Bound
from participatiemonitor.presentation.claims import (
    CONFLICT,
    Claim,
    Verdict,
    check_claims,
    read_claims,
)
from participatiemonitor.presentation.markdown import Block, directive
from participatiemonitor.presentation.quotes import quotes
from participatiemonitor.presentation.vocabulary import Vocabulary
from participatiemonitor.survey import Project, Wave, find_project, load_wave

RECONSTRUCTED = "Reconstructie: getrokken antwoorden, geen waarneming."


class Chapter(Vocabulary):
    """Everything a chapter says or shows about one wave.

    Parameters
    ----------
    wave : Wave
    project : Project
    """

    def __init__(self, wave: Wave, project: Project) -> None:
        super().__init__(Estimates(wave))
        self.wave = wave
        self.project = project

    def say(self, **words: Bound) -> None:
        """Bind words for the prose: ``say(hele=…)`` is ``{glue:}`hele``` in Markdown."""
        for name, bound in words.items():
            glue(name, bound, display=False)

    def published(self, claim: str) -> Bound:
        """A figure the monitor took from elsewhere, from the list of what it published."""
        found = next((one for one in self.claims if one.id == claim), None)
        if found is None or found.value is None:
            raise InputError(f"published({claim!r}): geen uitspraak met een waarde onder die naam.")
        words = {"count": wording.large, "band": lambda value: wording.approximately(value / 100),
                 "exact": lambda value: wording.percent(value / 100)}[found.type]
        return Bound(words(found.value), "published", (), f"uitspraak {claim}", {"claim": claim})

    @cached_property
    def claims(self) -> list[Claim]:
        """What the documents published about this wave; empty for a wave without claims."""
        path = self.project.published / f"claims_{self.wave.year}.csv"
        return read_claims(path) if path.is_file() else []

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """Every claim beside its computed value."""
        return check_claims(self.claims, self.estimates)

    def figure(self, number: int) -> Block:
        """A numbered figure: the drawing, its table, and the question behind it."""
        data = figures.figure_data(number, self.estimates)
        image = figures.as_data_uri(figures.as_svg(figures.draw(data)))
        lines = " Lijn: gewogen aandeel met 95%-interval." if data.form == "grouped" else ""
        drawing = directive("figure", image,
                            f"{data.title}. {self._bases(data)}{lines}{self._mark()}",
                            name=f"figuur-{number}", alt=figures.alt_text(data))
        panels = (("Figuur", drawing), ("Tabel", tables.figure_table(data)),
                  ("Vraag", self._questions(number)))
        items = "\n".join(directive("tab-item", name, body, fence=":::") for name, body in panels)
        return Block(directive("tab-set", "", items, fence="::::"))

    def table(self, number: int) -> Block:
        """A numbered table of the monitor."""
        spec = self.wave.codebook.tables[number]
        if spec.questions == ("respons",):
            body = tables.response_table(self.estimates)
        else:
            name, = spec.questions
            group, = self.wave.codebook[name].asked
            body = tables.means_table(name, group, self.estimates)
        return Block(directive("table", f"{spec.nl}.{self._mark()}", body, name=f"tabel-{number}"))

    def claims_table(self, *sections: str) -> Block:
        """Claims of the named sections beside their computed values; of all when none is named."""
        chosen = [one for one in self.verdicts if not sections or one.claim.section in sections]
        return Block(tables.claims_table(chosen, self.wave))

    def contradictions(self) -> Block:
        """The claims that do not hold because the document contradicts itself."""
        chosen = [one for one in self.verdicts if one.status == CONFLICT]
        return Block(tables.claims_table(chosen, self.wave))

    def tally(self, status: str) -> Bound:
        """How many claims have a verdict, in digits."""
        found = sum(one.status == status for one in self.verdicts)
        return Bound(wording.whole(found), "tally", (), "uitspraken", {"status": status})

    def associated(self, corrected: bool = False, tested: bool = False) -> Bound:
        """How many rank correlations meet the monitor's rule, in digits.

        Parameters
        ----------
        corrected : bool
            Count those that also stay significant after Holm's correction.
        tested : bool
            Count all that were tested instead.
        """
        table = self.associations
        if not tested:
            table = table[table["notable"] & (table["p_holm"].lt(LEVEL) | (not corrected))]
        return Bound(wording.whole(len(table)), "associated", (), "rangcorrelaties",
                     {"corrected": corrected, "tested": tested})

    def codebook_table(self, *sections: str) -> Block:
        """The questions of the named sections."""
        chosen = [one for one in self.wave.codebook.questions if one.section in sections]
        return Block(tables.codebook_table(chosen, self.wave))

    def associations_table(self, group: str, feature: str, most: int) -> Block:
        """The strongest rank correlations with a feature that meet the monitor's rule."""
        found = self.associations
        found = found[found["notable"] & found["group"].eq(group) & found["feature"].eq(feature)]
        order = found["rho"].abs().sort_values(ascending=False, kind="stable").index[:most]
        if found.empty:
            return Block("Geen enkel verband voldoet aan de regel.")
        return Block(tables.associations_table(found.loc[order], self.wave))

    @cached_property
    def associations(self) -> pd.DataFrame:
        """See `participatiemonitor.estimation.associations.associations`."""
        return associations(self.estimates)

    def quotes(self, question: str, theme: str, count: int = 1) -> Block:
        """Quotes from the open answers; see `participatiemonitor.presentation.quotes.quotes`."""
        return Block(quotes(self.wave, question, theme, count))

    def _mark(self) -> str:
        return f" {RECONSTRUCTED}" if self.wave.info.status == "reconstructie" else ""

    def _bases(self, data: figures.FigureData) -> str:
        spans = data.table.groupby("group", sort=False)["n"].agg(["min", "max"])
        parts = [f"{group} n = {low}" if low == high else f"{group} n = {low}–{high}"
                 for group, low, high in spans.itertuples()]
        return f"{wording.capital(', '.join(parts))}."

    def _questions(self, number: int) -> str:
        lines = []
        for name in self.wave.codebook.figures[number].questions:
            question = self.wave.codebook[name]
            more = " Meer dan één antwoord mogelijk." if question.kind == "multiple" else ""
            lines.append(f"- **{question.nl}**{more} Gevraagd aan: "
                         f"{tables.base_text(question, self.wave)}.")
        return "\n".join([*lines, "", "Wie de vraag niet beantwoordde, telt niet mee in n."])


def open_chapter(year: int) -> Chapter:
    """Open a wave for a chapter.

    Parameters
    ----------
    year : int
        The wave; the project is looked for from the current folder upwards.

    Returns
    -------
    Chapter
    """
    project = find_project()
    return Chapter(load_wave(year, project), project)
