"""What the study of indicators publishes: each indicator, and groups of municipalities on all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from participatiemonitor import dutch
from participatiemonitor.studies.indicators.comparisons import (
    by_policy,
    headline,
    no_groups,
    refusal,
    sentence,
)
from participatiemonitor.studies.indicators.definition_tables import (
    definition_table,
    deviation_table,
    overview_table,
)
from participatiemonitor.studies.indicators.form import FORM
from participatiemonitor.studies.indicators.group_tables import (
    Pair,
    choice_table,
    ratio_table,
    reach_table,
)
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

# The pieces of the page: of each indicator, of each policy, who do not count, all municipalities.
INDICATORS, POLICY, LEFT_OUT, ALL = "indicatoren", "beleid", "afwijkingen", "gemeenten"
_OWN_CHOICE = (
    "Gemeenten kozen hun beleid zelf, en niet door het lot. Wie een andere keuze maakt, verschilt "
    "vaak ook in andere dingen dan de context die hier is meegenomen. Een verschil tussen keuzes "
    "is dus een aanleiding om te zoeken, en geen bewijs dat de keuze werkt. Bovendien geeft toeval "
    "bij één op de twintig vergelijkingen een verschil dat er niet is.")
_RANGES = {"low": "laag", "high": "hoog"}


class _Pieces:
    """What was made up to now, for the report as a whole."""

    def __init__(self) -> None:
        self.tables: list[ReportTable] = []
        self.figures: list[ReportFigure] = []
        self.texts: dict[str, str] = {}

    def say(self, name: str, text: str) -> str:
        """Keep a text, and return its name."""
        self.texts[name] = text
        return name

    def show(self, table: ReportTable, *figures: ReportFigure) -> tuple[str, ...]:
        """Keep a table and figures of it, and return the names of what is to be shown."""
        self.tables.append(table)
        self.figures += figures
        return tuple(figure.name for figure in figures) or (table.name,)


def report(inputs: Inputs, key: bytes) -> Report:
    """What is published of a folder.

    Parameters
    ----------
    inputs : Inputs
    key : bytes
        Of the folder. Counts by themselves are exact or a class and have no noise, so that nothing
        is drawn by it.

    Returns
    -------
    Report
    """
    del key
    found, known, made = measures(inputs.measured), traits(inputs), _Pieces()
    pairs = [(one, each) for one in found for each in compared(one, inputs)]
    made.show(overview_table(found))
    made.show(definition_table(found))
    series = {
        LEFT_OUT: tuple(_left_out(inputs, made)),
        INDICATORS: tuple(
            part for one in found
            for part in _indicator(one, [each for own, each in pairs if own is one], made)),
        POLICY: tuple(_policies(known, pairs, made)),
        ALL: (Part(kept=tuple(
            name for one in found for name in made.show(municipality_table(one)))),)}
    policies = [trait for trait in known if trait.policy and trait.groups]
    for name, text in (
            ("wat", compared_on(found)), ("wie", standing_out(found)),
            ("spreiding", differing(found)), ("niet-mee", not_counted(inputs.deviations)),
            ("beleid", " ".join(dutch.ended(by_policy(trait, [each for _, each in pairs]))
                                for trait in policies))):
        made.say(f"kort-{name}", text)
    return replace(report_of(FORM.study, made.tables, made.figures, **made.texts), series=series)


def _left_out(inputs: Inputs, made: _Pieces) -> Iterator[Part]:
    if inputs.deviations:
        yield Part(says=(made.say("niet-mee", not_counted(inputs.deviations)),),
                   shows=made.show(deviation_table(inputs.deviations)))


def _indicator(measure: Measure, groups: Sequence[Compared], made: _Pieces) -> Iterator[Part]:
    """What is said and shown of one indicator."""
    slug = measure.slug
    shown: tuple[str, ...] = ()
    said = tuple(made.say(f"{name}-{slug}", text) for name, text in (
        ("samen", level(measure)), ("toeval", by_chance(measure)), ("spreiding", spread(measure)),
        ("weg", left_out(measure))))
    if measure.judged:
        table = funnel_table(measure, measure.judged)
        shown = made.show(table, ReportFigure(f"trechter-{slug}", title(measure), "funnel",
                                              table.name, funnel_parts(table)))
    yield Part(measure.name, said, shown)
    if groups:
        table = reach_table(measure, groups)
        yield Part(
            says=tuple(made.say(f"naar-{slug}-{place}", sentence(measure, each))
                       for place, each in enumerate(groups, start=1)),
            shows=made.show(table, ReportFigure(
                f"groepen-{slug}", headline(measure, groups), "intervals", table.name,
                {"value": "waarde", **_RANGES})))


def _policies(known: Sequence[Trait], pairs: Sequence[Pair], made: _Pieces) -> Iterator[Part]:
    """What is said and shown of each policy on all indicators."""
    if not known:
        yield Part(says=(made.say("beleid-geen", "Welk beleid gemeenten kozen en wat hun context "
                                  "is, is niet gegeven. Groepen gemeenten zijn dan niet te "
                                  "vergelijken."),))
        return
    if not any(trait.policy for trait in known):
        yield Part(says=(made.say("beleid-geen", "Welk beleid gemeenten kozen, is niet gegeven. "
                                  "Hoe zij naar context verschillen, staat bij elke indicator."),))
    policies = [trait for trait in known if trait.policy and trait.groups]
    for place, policy in enumerate(policies, start=1):
        own = [each for _, each in pairs if each.trait == policy]
        clause = by_policy(policy, own)
        refused = dict.fromkeys(filter(None, map(refusal, own)))
        table = ratio_table(f"verhouding-{place}", policy, pairs)
        shown = made.show(table, ReportFigure(
            f"keuze-{place}", clause, "intervals", table.name,
            {"value": "verhouding", **_RANGES})) if table else ()
        yield Part(policy.name if len(policies) > 1 else "",
                   (made.say(f"beleid-{place}", dutch.ended(clause)),
                    *(made.say(f"beleid-{place}-niet-{number}", text)
                      for number, text in enumerate(refused, start=1))), shown)
    chosen = [(one, each) for one, each in pairs if each.trait.policy]
    yield Part(says=(made.say("beleid-geen-groepen", no_groups(known)),),
               shows=made.show(choice_table(chosen)) if chosen else ())
    if chosen:
        yield Part(says=(made.say("beleid-eigen-keuze", _OWN_CHOICE),))
