"""What the chapter on earlier rounds shows: changes, what was printed before, what is not alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.trend.change import Change
from participatiemonitor.estimation.trend.several import LEVEL, demonstrable
from participatiemonitor.estimation.trend.trend import Trend
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import Block, joined, pipe_table
from participatiemonitor.presentation.words.changes import change_cell, how_to_read, side_cell


def in_short(source: Results) -> Block:
    """What can be compared with each round before, and how much of it changed."""
    lines = []
    for trend in reversed(source.trends):
        if _tested(trend):
            lines.append(_so_many(trend))
        elif both := _told(trend):
            lines.append(f"Van {trend.earlier} is alleen bekend wat er is gepubliceerd: "
                         f"{dutch.whole(len(both))} cijfers zijn naast die van nu te leggen.")
        else:
            lines.append(f"Met {trend.earlier} is niets te vergelijken.")
    return Block(" ".join(lines))


def changed(source: Results) -> Block:
    """Which shares changed since each round of answers, and whether that can be demonstrated."""
    pieces: list[str] = []
    for trend in reversed(source.trends):
        tested = _tested(trend)
        if apart := sorted((one for one in tested if one.weighted.p < LEVEL),
                           key=lambda one: -abs(one.weighted.value)):
            pieces += [_apart(trend, len(apart), len(tested)),
                       _beside(source, trend, apart, _demonstrable(trend)), *how_to_read(apart)]
        elif tested:
            pieces.append(f"Sinds {trend.earlier} veranderde er niets aantoonbaar.")
    return Block(joined(pieces) if pieces else
                 "Een verandering is niet te toetsen: er is geen eerdere ronde met antwoorden.")


def printed_before(source: Results) -> Block:
    """What documents printed of rounds before, beside what was answered now."""
    pieces: list[str] = []
    for trend in source.trends:
        if trend.drawn and (both := _told(trend)):
            pieces += [f"Van {trend.earlier} is alleen bekend wat er is gepubliceerd. Hoe zeker "
                       "een verschil is, valt daarom niet te zeggen.",
                       _beside(source, trend, both)]
    return Block(joined(pieces) if pieces else "Van elke eerdere ronde zijn er antwoorden.")


def not_alike(source: Results) -> Block:
    """Which questions cannot be compared with a round before, and why."""
    lines = [f"- **{trend.earlier}:** {markdown(line)}" for trend in source.trends
             for line in _differing(source, trend)]
    return Block(Markup("\n".join(lines)) if lines else
                 "Alle vragen zijn in de eerdere rondes zo gesteld als nu.")


def _tested(trend: Trend) -> list[Change]:
    return [one for one in trend.changes if one.tested]


def _told(trend: Trend) -> list[Change]:
    """What both rounds give a size of; words such as *sommige* and *andere* are none."""
    return [one for one in trend.changes if one.later.told and one.earlier.told
            and (not one.earlier.quote.printed or one.earlier.quote.count is not None
                 or wording.amount(one.earlier.quote.printed))]


def _demonstrable(trend: Trend) -> list[Change]:
    """The changes that hold with all tests in account."""
    return [one for one, yes in zip(trend.changes, demonstrable(trend.changes), strict=True) if yes]


def _apart(trend: Trend, apart: int, tested: int) -> str:
    one = apart == 1
    return (f"Op zichzelf bekeken {'veranderde' if one else 'veranderden'} sinds {trend.earlier} "
            f"{dutch.numeral(apart)} {'aandeel' if one else 'aandelen'}. Van zoveel toetsen, "
            f"{dutch.whole(tested)}, slaan er ook een paar bij toeval uit; aantoonbaar is wat "
            "overeind blijft als daarmee is gerekend.")


def _so_many(trend: Trend) -> str:
    """How many shares changed, and which way."""
    found = _demonstrable(trend)
    up = sum(one.weighted.value > 0 for one in found)
    where = (f", {dutch.numeral(up)} omhoog en {dutch.numeral(len(found) - up)} omlaag"
             if 0 < up < len(found) else ", omhoog" if up else ", omlaag" if found else "")
    return (f"Van de {dutch.whole(len(_tested(trend)))} aandelen die met {trend.earlier} te "
            f"vergelijken zijn, {'veranderden' if len(found) > 1 else 'veranderde'} er "
            f"{dutch.numeral(len(found)) if found else 'geen enkel'} aantoonbaar{where}.")


def _beside(source: Results, trend: Trend, changes: Sequence[Change],
            holding: Sequence[Change] | None = None) -> Markup:
    """Both rounds of some quantities; of those with a test the change of the weighted share."""
    groups, book = source.wave.info.groups, source.wave.codebook
    heads = ["Vraag", "Antwoord", "Groep", str(trend.earlier), str(source.wave.year),
             *([] if holding is None else ["verandering, gewogen", "aantoonbaar"])]
    rows = []
    for one in _by_question(changes):
        question, option = book[one.ref.question], one.ref.option
        rows.append([dutch.capital(question.short), question.option(option).nl if option else "–",
                     groups[one.ref.group].nl, side_cell(one.earlier), side_cell(one.later),
                     *_tested_cells(one, holding)])
    return pipe_table(heads, rows, range(3, len(heads)))


def _tested_cells(one: Change, holding: Sequence[Change] | None) -> list[str]:
    if holding is None:
        return []
    return [change_cell(one), "ja" if one in holding else "nee"]


def _by_question(changes: Sequence[Change]) -> list[Change]:
    """Those of a question together, the questions by the first of them."""
    order = list(dict.fromkeys(one.ref.question for one in changes))
    return sorted(changes, key=lambda one: order.index(one.ref.question))


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
