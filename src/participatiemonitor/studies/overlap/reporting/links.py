"""What could be linked: of each two suppliers, and of each list what came in."""

from __future__ import annotations

from collections import Counter

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.overlap.register import (
    BY_NAME,
    BY_NUMBER,
    LIKELY,
    NOT,
    THROUGH,
    Register,
)
from participatiemonitor.studies.overlap.reporting.spoken import (
    count_cell,
    roughly,
    rows_cell,
    share_cell,
    whole_rows,
)
from participatiemonitor.studies.overlap.results.links import Link, Links
from participatiemonitor.studies.overlap.suppliers import Entered
from participatiemonitor.studies.persons.cells import Told
from participatiemonitor.studies.report import COUNT, PERCENT, Cell, Column, ReportTable
from participatiemonitor.studies.sections import Section

PAIRS, SUPPLIERS, LISTS, WRONG = "koppelingen", "leveranciers", "lijsten", "fouten-in-lijsten"
WORDS = {BY_NUMBER: "op nummer", BY_NAME: "op naam en adres",
         THROUGH: "via een derde lijst", LIKELY: "als waarschijnlijk dezelfde", NOT: "niet"}
_AND = " – "
# More pairs are counted in a sentence, and named in the table.
_NAMED = 3


def links_section(links: Links, register: Register) -> Section:
    """What could be linked, and what came in of each list."""
    short, nobody = " ".join(filter(None, (_finding(links), _bound(links)))), _nobody(links)
    none = all(pair.both.few for pair in links.pairs)
    return Section((_pairs(links), _suppliers(links), _lists(register), _wrong(register)), (), {
        "kort-koppeling": f"{short} {nobody}".strip() if none else short,
        PAIRS: " ".join(filter(None, (short, _ways(links), nobody))),
        "via-derde": _through(links.through),
        "niet-gekoppeld": " ".join(filter(None, (
            _ambiguous(register.ambiguous), _homeless(links.homeless, register),
            _moved(links.moved)))),
        LISTS: _came_in(register)})


def _finding(links: Links) -> str:
    apart = [pair for pair in links.pairs if pair.way == NOT]
    if not links.pairs:
        return ""
    if not apart:
        many = len(links.persons)
        if many == 2:
            return "Beide leveranciers zijn te koppelen."
        the = " de" if many < len(dutch.NUMERALS) else ""
        return f"Alle {dutch.numeral(many)}{the} leveranciers zijn te koppelen."
    if len(apart) == len(links.pairs):
        return ("De leveranciers zijn niet te koppelen: hun lijsten hebben geen sleutel gemeen. "
                "Samenloop tussen hen is hier niet te zien.")
    if len(apart) <= _NAMED:
        verb = "was" if len(apart) == 1 else "waren"
        return f"Niet te koppelen {verb} {_named(apart)}: wie bij beide komt, telt daar twee keer."
    return (f"Van de {dutch.numeral(len(links.pairs))} paren leveranciers waren er "
            f"{dutch.numeral(len(apart))} niet te koppelen: wie bij beide komt, telt daar twee "
            "keer.")


def _named(pairs: list[Link]) -> str:
    return dutch.enumeration(" met ".join(pair.suppliers) for pair in pairs)


def _bound(links: Links) -> str:
    """That there is more overlap than was found, where not all who are with both can be found."""
    ways = {pair.way for pair in links.pairs}
    if THROUGH in ways:
        some = "Zij zijn" if ways == {THROUGH} else "Sommige paren zijn"
        return (f"{some} alleen via een derde lijst te koppelen: wie in geen lijst met nummer én "
                "naam staat, is dan niet te vinden. De samenloop is een ondergrens.")
    return "De samenloop is een ondergrens." if NOT in ways and len(ways) > 1 else ""


def _nobody(links: Links) -> str:
    """Pairs that could be linked, and have next to nobody in common."""
    found = [pair for pair in links.pairs if pair.way != NOT and pair.both.few]
    if not found:
        return ""
    if len(found) == len(links.pairs) > 1:
        return ("Bij geen enkel paar leveranciers zijn mensen bij beide gevonden, op hooguit twee "
                "per paar na.")
    if len(found) <= _NAMED:
        each = "" if len(found) == 1 else " per paar"
        return f"Vrijwel niemand is gevonden bij {_named(found)}: hooguit twee mensen{each}."
    return (f"Bij {dutch.numeral(len(found))} van de {dutch.numeral(len(links.pairs))} paren "
            "leveranciers is vrijwel niemand bij beide gevonden: hooguit twee mensen per paar.")


def _ways(links: Links) -> str:
    """How often in each way, the best first."""
    found = Counter(pair.way for pair in links.pairs)
    said = [f"{dutch.numeral(found[way])} {WORDS[way]}" for way in WORDS
            if found[way] and way != NOT]
    if len(links.pairs) < 2 or not said:
        return ""
    return f"Van de paren zijn er {dutch.enumeration(said)} gekoppeld."


def _through(through: Told) -> str:
    if through.few:
        return ""
    return (f"{dutch.capital(through.text)} mensen zijn alleen gevonden doordat een derde lijst "
            "zowel hun nummer als hun naam en adres heeft.")


def _ambiguous(names: int) -> str:
    """Like lengths of lists only roughly; next to none are not told from none."""
    if names <= CLASS:
        return ""
    return (f"{dutch.capital(roughly(names))} namen met geboortedatum en adres horen bij meer dan "
            "één burgerservicenummer, en zijn daarom niet gekoppeld.")


def _homeless(homeless: Told, register: Register) -> str:
    if homeless.few or not any(one.homes for one in register.entered):
        return ""
    return f"Van {homeless.text} mensen is geen adres bekend; zij horen bij geen huishouden."


def _moved(moved: Told) -> str:
    if moved.few:
        return ""
    return (f"Van {moved.text} mensen noemen lijsten meer dan één gebied; het eerste van het "
            "alfabet telt.")


def _came_in(register: Register) -> str:
    lists, left = len(register.entered), sum(one.left_out for one in register.entered)
    whole = ("Er is één lijst gelezen." if lists == 1 else
             f"Er zijn {dutch.numeral(lists)} lijsten gelezen.")
    if left <= CLASS:
        return f"{whole} Op hooguit twee rijen na was elke rij van iemand."
    return (f"{whole} {dutch.capital(roughly(left))} rijen horen bij niemand: een geldig nummer of "
            "een volledige naam ontbreekt daar.")


def _pairs(links: Links) -> ReportTable:
    return ReportTable(
        PAIRS, "Wat van elke twee leveranciers te koppelen was", (
            Column("paar", "Leveranciers"), Column("hoe", "Gekoppeld"),
            Column("beide", "Bij beide", COUNT),
            Column("via", "Via derde", COUNT),
            Column("aandeel-eerste", "Van eerste", PERCENT),
            Column("aandeel-tweede", "Van tweede", PERCENT)),
        tuple((_AND.join(pair.suppliers), *_linked(pair)) for pair in links.pairs),
        "Mensen bij beide leveranciers, wie van hen alleen via een derde lijst is gevonden, en "
        "welk deel zij zijn van de mensen bij de eerste en bij de tweede" if links.pairs else
        f"Er is één leverancier, {links.persons[0][0]}: er is niets te koppelen")


def _linked(pair: Link) -> tuple[Cell, ...]:
    if pair.way == NOT:
        return WORDS[NOT], None, None, None, None
    first, second = pair.shares
    # Where suppliers only meet through a third, all of them are found through it.
    through = pair.both if pair.way == THROUGH else min(pair.both, pair.through)
    return (WORDS[pair.way], count_cell(pair.both), count_cell(through), share_cell(first),
            share_cell(second))


def _suppliers(links: Links) -> ReportTable:
    return ReportTable(SUPPLIERS, "Mensen bij elke leverancier", (
        Column("leverancier", "Leverancier"), Column("mensen", "Mensen", COUNT)),
        tuple((name, count_cell(told)) for name, told in links.persons))


def _list_names(register: Register) -> list[str]:
    """Suppliers, with a number where one has more lists."""
    every = Counter(one.supplier for one in register.entered)
    seen: Counter[str] = Counter()
    names = []
    for one in register.entered:
        seen[one.supplier] += 1
        number = f", lijst {seen[one.supplier]}" if every[one.supplier] > 1 else ""
        names.append(f"{one.supplier}{number}")
    return names


def _lists(register: Register) -> ReportTable:
    rows = tuple((name, whole_rows(one.rows), _holds(one), rows_cell(one.left_out))
                 for name, one in zip(_list_names(register), register.entered, strict=True))
    return ReportTable(LISTS, "Wat er van elke lijst binnenkwam", (
        Column("lijst", "Lijst"), Column("rijen", "Rijen, ongeveer", COUNT),
        Column("bevat", "Bevat"), Column("weggelaten", "Van niemand", COUNT)), rows,
        "Naam: met geboortedatum en adres. Van niemand: rijen zonder geldig nummer en volledige "
        "naam")


def _holds(one: Entered) -> str:
    """What a list has that can be linked."""
    has = {"nummer": one.numbers, "naam": one.names, "adres": one.homes}
    held = [name for name, there in has.items() if there]
    return dutch.enumeration(held) if held else "niets"


def _wrong(register: Register) -> ReportTable:
    rows = tuple((name, what, rows_cell(number))
                 for name, one in zip(_list_names(register), register.entered, strict=True)
                 for what, number in one.failed.items() if number > CLASS)
    return ReportTable(WRONG, "Wat er mis was met rijen", (
        Column("lijst", "Lijst"), Column("wat", "Wat"),
        Column("rijen", "Rijen, ongeveer", COUNT)), rows,
        "Wat in hooguit twee rijen van een lijst mis was, staat er niet bij" if rows else
        "In hooguit twee rijen van elke lijst was iets mis")
