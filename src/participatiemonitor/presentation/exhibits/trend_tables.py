"""What the chapter on earlier rounds shows: changes, what was printed before, what is not alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.trend.change import Change
from participatiemonitor.estimation.trend.trend import Trend
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import Block, joined, pipe_table
from participatiemonitor.presentation.words.changes import change_cell, side_cell

# The part of the changes called demonstrable that may be so by chance (Benjamini and Hochberg).
LEVEL = 0.05


def changed(source: Results) -> Block:
    """How many shares changed demonstrably since the last round of answers, and which."""
    tested = [(trend, [one for one in trend.changes if one.tested]) for trend in source.trends]
    pieces = [piece for trend, changes in tested if changes
              for piece in _changed(source, trend, changes)]
    return Block(joined(pieces))


def printed_before(source: Results) -> Block:
    """What documents printed of rounds before, beside what was answered now."""
    pieces: list[str] = []
    for trend in () if source.wave.info.reconstructed else source.trends:
        both = [one for one in trend.changes if one.earlier.told and one.later.told]
        if trend.drawn and both:
            pieces += [f"Van {trend.earlier} is alleen bekend wat er is gepubliceerd. Hoe zeker een "
                       "verschil is, valt daarom niet te zeggen.",
                       _beside(source, trend, both)]
    return Block(joined(pieces))


def not_alike(source: Results) -> Block:
    """Which questions cannot be compared with a round before, and why."""
    lines = [f"- **{trend.earlier}:** {markdown(line)}" for trend in source.trends
             for line in _differing(source, trend)]
    return Block(Markup("\n".join(lines)) if lines else
                 "Alle vragen zijn in de eerdere rondes zo gesteld als nu.")


def _changed(source: Results, trend: Trend, changes: list[Change]) -> Iterator[str]:
    from statsmodels.stats.multitest import multipletests

    holds = multipletests([one.weighted.p for one in changes], LEVEL, "fdr_bh")[0]
    found = sorted((one for one, kept in zip(changes, holds, strict=True) if kept),
                   key=lambda one: -abs(one.weighted.value))
    up = sum(one.weighted.value > 0 for one in found)
    yield (f"Van de {dutch.whole(len(changes))} aandelen die met {trend.earlier} te vergelijken "
           f"zijn, {_so_many(len(found), up)}")
    if found:
        yield _beside(source, trend, found)


def _so_many(found: int, up: int) -> str:
    if not found:
        return "veranderde er geen aantoonbaar."
    verb = "veranderde" if found == 1 else "veranderden"
    where = (f"{dutch.numeral(up)} omhoog, {dutch.numeral(found - up)} omlaag"
             if 0 < up < found else "omhoog" if up else "omlaag")
    return f"{verb} er {dutch.numeral(found)} aantoonbaar: {where}."


def _beside(source: Results, trend: Trend, changes: Sequence[Change]) -> Markup:
    """Both rounds of some quantities; of those with a test the change of the weighted share."""
    tested = any(one.tested for one in changes)
    groups, book = source.wave.info.groups, source.wave.codebook
    heads = ["Vraag", "Antwoord", "Groep", str(trend.earlier), str(source.wave.year),
             *(["verandering, gewogen"] if tested else [])]
    rows = []
    for one in changes:
        question, option = book[one.ref.question], one.ref.option
        rows.append([dutch.capital(question.short), question.option(option).nl if option else "–",
                     groups[one.ref.group].nl, side_cell(one.earlier), side_cell(one.later),
                     *([change_cell(one)] if tested else [])])
    return pipe_table(heads, rows, range(3, len(heads)))


def _differing(source: Results, trend: Trend) -> Iterator[str]:
    """A line a question, with the first reason of its answers."""
    book = source.wave.codebook
    seen: dict[str, list[Change]] = {}
    for one in trend.changes:
        seen.setdefault(one.ref.question, []).append(one)
    for question, changes in seen.items():
        reasons = dict.fromkeys(one.why for one in changes if not one.alike)
        for why in reasons:
            whose = [one for one in changes if one.why == why]
            names = dict.fromkeys(book[question].option(one.ref.option).nl for one in whose
                                  if one.ref.option)
            part = "" if len(whose) == len(changes) else f" ({'; '.join(names)})"
            yield f"{dutch.capital(book[question].short)}{part}. {why}"
    for about in trend.gone:
        yield f"De vraag naar {about} is niet meer gesteld."
