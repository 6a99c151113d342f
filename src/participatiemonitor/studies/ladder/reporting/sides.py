"""Two periods, and those with and without a project: who moved, and how that differs."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor import dutch
from participatiemonitor.studies.ladder.reporting.spoken import points, two_digits, whole
from participatiemonitor.studies.ladder.sides import Sides
from participatiemonitor.studies.ladder.told_moves import MOVES
from participatiemonitor.studies.report import (
    COEFFICIENT,
    COUNT,
    PERCENT,
    Cell,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, without

# From which ratio times between registrations are called different.
_LONGER = 1.25


@dataclass(frozen=True)
class Compared:
    """What a comparison is called.

    Attributes
    ----------
    name, figure : str
        Of its table and of its figure.
    first, second : str
        What stands above their columns.
    more, less, unknown : str
        What is found: the second more often, less often, or neither for sure.
    shares, rates : str
        How much, with a place for the time, for the second and for the first.
    longer : tuple of str
        That there is more time between registrations, in the first and in the second.
    why : str
        What a difference does not say.
    """

    name: str
    figure: str
    first: str
    second: str
    more: str
    less: str
    unknown: str
    shares: str
    rates: str
    longer: tuple[str, str]
    why: str


PERIODS = Compared(
    "periodes", "periodes-vergeleken", "Eerste periode", "Tweede periode",
    "In de tweede periode stegen mensen vaker dan in de eerste",
    "In de tweede periode stegen mensen minder vaak dan in de eerste",
    "Of mensen in de tweede periode vaker stegen dan in de eerste, is niet te zeggen",
    "{later} stond {second} hoger op de ladder in de tweede periode, en {first} in de eerste.",
    "In de tweede periode stegen zij {second} keer per jaar, in de eerste {first} keer.",
    ("In de eerste periode", "In de tweede periode"),
    "Waardoor een verschil tussen periodes komt, zegt het niet. De arbeidsmarkt verandert voor "
    "iedereen, en in een latere periode kunnen andere mensen op de ladder staan.")
PROJECT = Compared(
    "project", "met-en-zonder-project", "Zonder project", "Met project",
    "Mensen met project stijgen vaker dan mensen zonder",
    "Mensen met project stijgen minder vaak dan mensen zonder",
    "Of mensen met project vaker stijgen dan mensen zonder, is niet te zeggen",
    "{later} staat {second} van hen hoger op de ladder, en {first} van de anderen.",
    "Zij stijgen {second} keer per jaar, de anderen {first} keer.",
    ("Bij mensen zonder project", "Bij mensen met project"),
    "Dat mensen met een project anders bewegen, bewijst niet dat het project werkt. Het document "
    "van 2010 waarschuwt daar zelf voor: naast een project spelen altijd andere invloeden mee. Wie "
    "meedoet, kan bovendien van begin af aan anders zijn dan wie niet meedoet.")


def absent_part(compared: Compared, why: str) -> Section:
    """Neither table nor figure, and why."""
    name = compared.name
    return without((name,), {compared.figure: name},
                   **{name: why, f"kort-{name}": "", f"waarom-{name}": ""})


def sides_part(compared: Compared, found: Sides, later: str) -> Section:
    """Both side by side.

    Parameters
    ----------
    compared : Compared
    found : Sides
    later : str
        After which time shares are told: *een half jaar later*; empty for rates of irregular dates.

    Returns
    -------
    Section
    """
    table = _table(compared, found, later)
    _, first, second, _, low, high = table.rows[0]
    finding = _finding(compared, low, high)
    figure = ReportFigure(compared.figure, finding, "pairs", compared.name,
                          {"first": "eerste", "second": "tweede"})
    sizes = (compared.shares if later else compared.rates).format(
        later=dutch.capital(later), first=_size(first, later), second=_size(second, later))
    return Section((table,), (figure,), texts={
        compared.name: f"{dutch.ended(finding)} {sizes}{_gaps(compared, found, later)}",
        f"kort-{compared.name}": dutch.ended(finding), f"waarom-{compared.name}": compared.why})


def _size(cell: Cell, later: str) -> str:
    number = float(cell or 0)
    return dutch.percent(number) if later else dutch.decimal(number, 2)


def _table(compared: Compared, found: Sides, later: str) -> ReportTable:
    kind, apart = (PERCENT, COUNT) if later else (COEFFICIENT, COEFFICIENT)
    columns = (Column("wat", "Wat"), Column("eerste", compared.first, kind),
               Column("tweede", compared.second, kind),
               Column("verschil", "Verschil (procentpunt)" if later else "Verschil", apart),
               Column("laag", "Ondergrens", apart), Column("hoog", "Bovengrens", apart))
    share, change = (whole, points) if later else (_rate, _rate)
    rows = tuple((_kind(kinds), share(found.first.values[place]),
                  share(found.second.values[place]),
                  *(change(part[place]) for part in (found.change.values, found.change.low,
                                                     found.change.high)))
                 for place, kinds in enumerate(found.kinds))
    what = (f"Waar mensen {later} staan, van alle treden samen" if later else
            "Hoe vaak per jaar dat mensen zijn gevolgd")
    return ReportTable(
        compared.name, f"{compared.first} en {compared.second.lower()} naast elkaar", columns, rows,
        f"{what}. Van {dutch.whole(found.steps[0])} en {dutch.whole(found.steps[1])} stappen van "
        "registratie tot registratie. Het verschil is vóór het afronden berekend. De grenzen zijn "
        "die van een interval van 95% van het verschil, met de ruis erin")


def _rate(value: float) -> float:
    """In two digits, and no more than two decimals."""
    return dutch.half_up(float(two_digits(value) or 0), 2)


def _kind(kinds: tuple[int, ...]) -> str:
    return " of ".join(MOVES[place] for place in kinds)


def _finding(compared: Compared, low: Cell, high: Cell) -> str:
    """What is found, by the bounds as they are shown."""
    if float(low or 0) > 0:
        return compared.more
    return compared.less if float(high or 0) < 0 else compared.unknown


def _gaps(compared: Compared, found: Sides, later: str) -> str:
    """A warning where one of both is registered less often."""
    first, second = found.gaps
    if later or max(first, second) < _LONGER * min(first, second):
        return ""
    return (f" {compared.longer[first < second]} ligt wel meer tijd tussen twee registraties; van "
            "wie minder vaak wordt gezien, worden minder stijgingen gezien.")
