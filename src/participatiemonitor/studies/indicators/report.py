"""What the study of indicators publishes: each indicator, and groups of municipalities on all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from participatiemonitor.studies.indicators.comparisons import (
    group_table,
    policy_table,
    sentence,
    too_many,
)
from participatiemonitor.studies.indicators.definition_tables import (
    definition_table,
    deviation_table,
    overview_table,
)
from participatiemonitor.studies.indicators.form import FORM
from participatiemonitor.studies.indicators.inputs import Inputs
from participatiemonitor.studies.indicators.measures import Measure, measures
from participatiemonitor.studies.indicators.sentences import (
    by_chance,
    left_out,
    level,
    spread,
    title,
)
from participatiemonitor.studies.indicators.summary import (
    by_policy,
    compared_on,
    differing,
    not_counted,
    standing_out,
)
from participatiemonitor.studies.indicators.tables import (
    funnel_parts,
    funnel_table,
    municipality_table,
)
from participatiemonitor.studies.indicators.traits import Compared, Trait, compared, traits
from participatiemonitor.studies.report import Part, Report, ReportFigure, ReportTable, report_of

INDICATORS, POLICY, LEFT_OUT = "indicatoren", "beleid", "afwijkingen"
# What is said of each indicator, in order.
_SAID = {"samen": level, "toeval": by_chance, "spreiding": spread, "weg": left_out}


def report(inputs: Inputs, key: bytes) -> Report:
    """What is published of a folder.

    Parameters
    ----------
    inputs : Inputs
    key : bytes
        Of the folder; counts by themselves are exact or a class and have no noise.

    Returns
    -------
    Report
    """
    del key
    found = measures(inputs.measured)
    known = traits(inputs)
    groups = {one.slug: compared(one, inputs) for one in found}
    tables: list[ReportTable] = [overview_table(found), definition_table(found)]
    figures: list[ReportFigure] = []
    texts: dict[str, str] = {}
    parts = []
    for one in found:
        made = [*_funnel(one), *_groups(one, groups[one.slug])]
        tables += [municipality_table(one), *(table for table, _ in made)]
        figures += [figure for _, figure in made]
        said = {f"{name}-{one.slug}": say(one) for name, say in _SAID.items()}
        texts |= said
        parts.append(Part(one.name, tuple(said), tuple(figure.name for _, figure in made),
                          (f"gemeenten-{one.slug}",)))
    policies = [(one, each) for one in found for each in groups[one.slug] if each.trait.policy]
    tables += [deviation_table(inputs.deviations)] if inputs.deviations else []
    tables += [policy_table(policies)] if policies else []
    texts |= _summary(found, inputs, known, groups) | _by_trait(found, known, groups)
    said_of = tuple(name for name in texts if name.startswith("beleid-"))
    return report_of(
        FORM.study, tables, figures, {
            INDICATORS: tuple(parts),
            POLICY: (Part("", said_of, ("beleid",) if policies else ()),),
            LEFT_OUT: (Part("", ("kort-niet-mee",), (LEFT_OUT,)),) if inputs.deviations else ()},
        **texts)


def _funnel(measure: Measure) -> Iterator[tuple[ReportTable, ReportFigure]]:
    if measure.judged:
        table = funnel_table(measure, measure.judged)
        yield table, ReportFigure(f"trechter-{measure.slug}", title(measure), "funnel",
                                  table.name, funnel_parts(table))


def _groups(measure: Measure, found: Sequence[Compared]
            ) -> Iterator[tuple[ReportTable, ReportFigure]]:
    if found:
        table = group_table(measure, found)
        yield table, ReportFigure(
            f"groepen-{measure.slug}", f"{measure.name}: wat groepen gemeenten samen bereiken",
            "bars", table.name, {"value": "waarde", "low": "laag", "high": "hoog"})


def _summary(found: Sequence[Measure], inputs: Inputs, known: Sequence[Trait],
             groups: dict[str, tuple[Compared, ...]]) -> dict[str, str]:
    """The texts that the report begins with, by name."""
    pairs = [(one, each) for one in found for each in groups[one.slug]]
    policies = [by_policy(trait, pairs) for trait in known if trait.policy and trait.groups]
    return {"kort-wat": compared_on(found), "kort-wie": standing_out(found),
            "kort-spreiding": differing(found), "kort-beleid": " ".join(policies),
            "kort-niet-mee": not_counted(inputs.deviations)}


def _by_trait(found: Sequence[Measure], known: Sequence[Trait],
              groups: dict[str, tuple[Compared, ...]]) -> dict[str, str]:
    """What is said of policy and context, by the name of each text."""
    if not known:
        return {"beleid-geen": "Er is niet gegeven welk beleid gemeenten kozen of wat hun context "
                "is, zodat groepen gemeenten niet te vergelijken zijn."}
    said = {f"beleid-{place}": by_policy(trait, [(one, each) for one in found
                                                  for each in groups[one.slug]])
            for place, trait in enumerate(known, start=1) if trait.policy and trait.groups}
    refused = list(dict.fromkeys(each.refused for one in found for each in groups[one.slug]
                                 if each.refused))
    said |= {f"beleid-niet-{place}": text for place, text in enumerate(refused, start=1)}
    return said | {"beleid-te-veel": too_many(known)}
