"""The face of the appendices: method, reproduction and codebook, on top of a chapter's."""

from __future__ import annotations

from functools import cached_property

import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.book.chapter import Chapter
from participatiemonitor.documents.consistency import (
    impossible_percentages,
    inconsistent_claims,
    testable_percentages,
)
from participatiemonitor.documents.verdicts import CONFLICT, Verdict, check_claims
from participatiemonitor.estimation.analyses.agreement import coder_agreement
from participatiemonitor.estimation.analyses.associations import LEVEL, associations
from participatiemonitor.estimation.analyses.differences import differences
from participatiemonitor.estimation.analyses.link_model import link_model
from participatiemonitor.estimation.analyses.raking import raking_shift
from participatiemonitor.estimation.estimates import HIDDEN
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.presentation.exhibits import method_tables, review_tables
from participatiemonitor.presentation.markdown import Block
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.project import find_project


class Appendix(Chapter):
    """What the appendices show besides what any chapter does."""

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """Every claim beside its computed value."""
        return check_claims(self.claims, self.estimates)

    def claims_table(self, *sections: str) -> Block:
        """Claims of the named sections beside their computed values; of all when none is named."""
        chosen = [one for one in self.verdicts if not sections or one.claim.section in sections]
        return Block(review_tables.claims_table(chosen, self.wave))

    def failing(self) -> Block:
        """The claims that do not hold because the document contradicts itself."""
        chosen = [one for one in self.verdicts if one.status == CONFLICT]
        if not chosen:
            return Block("Bij deze antwoorden is er geen uitspraak die daardoor niet klopt.")
        return Block(review_tables.claims_table(chosen, self.wave))

    @cached_property
    def inconsistencies(self) -> list[tuple[str, ...]]:
        """Sets of claims that cannot all be true, found without looking at the answers."""
        return inconsistent_claims(self.claims, self.wave.codebook.questions, self.wave.info)

    def contradictions(self) -> Block:
        """The sets of claims that cannot all be true."""
        return Block(review_tables.contradictions_table(self.inconsistencies, self.claims))

    def contradiction_count(self) -> Bound:
        """How many such sets there are, in words up to twelve."""
        return Bound(dutch.numeral(len(self.inconsistencies)), "contradiction_count", (),
                     "uit de uitspraken alleen")

    def impossible_count(self, tested: bool = False) -> Bound:
        """How many published percentages no number of respondents gives, or how many are tested."""
        found = (testable_percentages if tested else impossible_percentages)(self.claims)
        return Bound(dutch.numeral(len(found)), "impossible_count", (),
                     "uit de uitspraken alleen", {"tested": tested})

    def tally(self, status: str) -> Bound:
        """How many claims have a verdict, in digits."""
        found = sum(one.status == status for one in self.verdicts)
        return Bound(dutch.whole(found), "tally", (), "uitspraken", {"status": status})

    def associated(self, corrected: bool = False, tested: bool = False) -> Bound:
        """How many rank correlations meet the monitor's rule, in digits.

        Parameters
        ----------
        corrected : bool
            Count those that also stay significant after Holm's correction.
        tested : bool
            Count all that were tested instead.

        Returns
        -------
        Bound
        """
        table = self.associations
        if not tested:
            table = table[table["notable"] & (table["p_holm"].lt(LEVEL) | (not corrected))]
        return Bound(dutch.whole(len(table)), "associated", (), "rangcorrelaties",
                     {"corrected": corrected, "tested": tested})

    def codebook_table(self, *sections: str) -> Block:
        """The questions of the named sections."""
        chosen = [one for one in self.wave.codebook.questions if one.section in sections]
        return Block(review_tables.codebook_table(chosen, self.wave))

    def associations_table(self, group: str, feature: str, most: int) -> Block:
        """The strongest rank correlations with a feature that meet the monitor's rule."""
        found = self.associations
        found = found[found["notable"] & found["group"].eq(group) & found["feature"].eq(feature)]
        order = found["rho"].abs().sort_values(ascending=False, kind="stable").index[:most]
        if found.empty:
            return Block("Geen enkel verband voldoet aan de regel.")
        return Block(method_tables.associations_table(found.loc[order], self.wave))

    @cached_property
    def associations(self) -> pd.DataFrame:
        """See `participatiemonitor.estimation.analyses.associations.associations`."""
        return self.estimates.once(associations)

    def differences_table(self, left: str, right: str) -> Block:
        """The differences between two populations that can be demonstrated."""
        found = self.estimates.once(differences, left, right)
        found = found[found["demonstrable"]]
        if found.empty:
            return Block("Geen enkel verschil is aantoonbaar.")
        return Block(method_tables.differences_table(found, self.wave, self._population(left),
                                                     self._population(right)))

    def link_table(self) -> Block:
        """The model of who makes a link, for each group."""
        models = {entry.nl: self.estimates.once(link_model, group)
                  for group, entry in self.wave.info.groups.items()}
        return Block(method_tables.link_table(models))

    def link_effect(self, group: str, term: str, *, up: str, down: str, none: str) -> Bound:
        """One of three texts: the interval of an effect is above, below or around zero."""
        model = self.estimates.once(link_model, Ref.parse(f"@{group}").group)
        effect = model.set_index("term").loc[term]
        outcome = "up" if effect["low"] > 0 else "down" if effect["high"] < 0 else "none"
        texts = {"up": up, "down": down, "none": none}
        return Bound(texts[outcome], "link_effect", (),
                     f"logistisch model, n = {effect['n']:.0f}",
                     {"group": group, "term": term, "outcome": outcome, "texts": texts})

    def agreement_table(self) -> Block:
        """How far the two coders of the open answers agree."""
        return Block(method_tables.agreement_table(self.estimates.once(coder_agreement), self.wave))

    def weighting_shift(self, most: bool = False) -> Bound:
        """How far weighting moves a percentage, on average or at most, in percentage points."""
        shown = self.estimates.table()
        shown = shown[shown["domain"].eq(ALL) & shown["weighted"].notna()
                      & shown["measure"].eq("share")]
        shifts = 100 * (shown["weighted"] - shown["value"]).abs()
        shift = shifts.max() if most else shifts.mean()
        return Bound(dutch.whole(shift), "weighting_shift", (), f"{len(shifts)} percentages",
                     {"most": most})

    def raking_shift(self, group: str) -> Bound:
        """How far raking to size class and clients moves the weighted percentages, on average."""
        ref = Ref.parse(f"@{group}")
        shift = 100 * self.estimates.once(raking_shift, ref.group)["shift"].mean()
        return Bound(dutch.decimal(shift, 1), "raking_shift", (),
                     self.wave.info.groups[ref.group].nl, {"group": ref.group})

    def margin_names(self) -> Bound:
        """What is raked to, in words."""
        names = ["grootteklasse", *(one.nl for one in self.wave.info.margins.values())]
        return Bound(dutch.enumeration(names), "margin_names", (), "wave.yml")

    def hidden_count(self) -> Bound:
        """How many estimates of the results file are hidden, in digits."""
        hidden = int(self.estimates.table()["status"].eq(HIDDEN).sum())
        return Bound(dutch.whole(hidden), "hidden_count", (), "results.csv")

    def _population(self, text: str) -> str:
        ref = Ref.parse(f"@{text}")
        who = self.wave.info.groups[ref.group].nl
        if ref.domain == ALL:
            return who
        strata = (self.wave.info.strata[domain].nl for domain in ref.domains)
        return f"{who} ({dutch.enumeration(strata)})"


def open_appendix(year: int) -> Appendix:
    """Open a wave for an appendix; see `participatiemonitor.book.chapter.open_chapter`."""
    project = find_project()
    return Appendix(open_results(year, project), project)
