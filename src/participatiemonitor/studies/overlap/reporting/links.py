"""What could be linked: of each two suppliers, and of each list what came in."""

from __future__ import annotations

from collections import Counter

from participatiemonitor import dutch
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
    rows_cell,
    share_cell,
    whole_rows,
)
from participatiemonitor.studies.overlap.results.links import Link, Links
from participatiemonitor.studies.persons.cells import Told
from participatiemonitor.studies.report import COUNT, PERCENT, Cell, Column, ReportTable
from participatiemonitor.studies.sections import Section

PAIRS, SUPPLIERS, LISTS, WRONG = "koppelingen", "leveranciers", "lijsten", "fouten-in-lijsten"
WORDS = {BY_NUMBER: "op nummer", BY_NAME: "op naam en adres",
         THROUGH: "via een derde lijst", LIKELY: "als waarschijnlijk dezelfde", NOT: "niet"}
_AND = " – "
_YES, _NO = "ja", "nee"


def links_section(links: Links, register: Register) -> Section:
    """What could be linked, and what came in of each list."""
    short = _finding(links)
    return Section((_pairs(links), _suppliers(links), _lists(register), _wrong(register)), (), {
        "kort-koppeling": short if len(links.persons) > 1 else "",
        PAIRS: " ".join(filter(None, (short, _ways(links)))), "via-derde": _through(links.through),
        "niet-gekoppeld": " ".join(filter(None, (
            _ambiguous(register.ambiguous), _homeless(links.homeless, register),
            _moved(links.moved)))),
        LISTS: _came_in(register)})


def _finding(links: Links) -> str:
    if len(links.persons) == 1:
        return (f"Alle lijsten zijn van één leverancier, {links.persons[0][0]}: er zijn geen "
                "leveranciers te koppelen.")
    apart = [pair for pair in links.pairs if pair.way == NOT]
    if not apart:
        return ("Beide leveranciers zijn gekoppeld." if len(links.persons) == 2 else
                f"Alle {dutch.numeral(len(links.persons))} leveranciers zijn met elkaar gekoppeld.")
    if len(apart) == len(links.pairs):
        return ("De leveranciers zijn niet te koppelen: hun lijsten hebben geen sleutel gemeen. "
                "Samenloop tussen hen is hier niet te zien.")
    if len(apart) <= 2:
        names = dutch.enumeration(" met ".join(pair.suppliers) for pair in apart)
        verb = "was" if len(apart) == 1 else "waren"
        return f"Niet te koppelen {verb} {names}: wie bij beide komt, telt daar twee keer."
    return (f"Van de {dutch.numeral(len(links.pairs))} paren leveranciers waren er "
            f"{dutch.numeral(len(apart))} niet te koppelen: wie bij beide komt, telt daar twee "
            "keer.")


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
    if not names:
        return ""
    if names == 1:
        return ("Eén naam met geboortedatum en adres hoort bij meer dan één burgerservicenummer, "
                "en is daarom niet gekoppeld.")
    return (f"{dutch.capital(dutch.numeral(names))} namen met geboortedatum en adres horen bij "
            "meer dan één burgerservicenummer, en zijn daarom niet gekoppeld.")


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
    if not left:
        return f"{whole} Elke rij was van iemand."
    some = {1: "Eén rij hoort", 2: "Twee rijen horen"}.get(
        left, f"{dutch.whole(left)} rijen horen")
    return f"{whole} {some} bij niemand, omdat een geldig nummer of een volledige naam ontbreekt."


def _pairs(links: Links) -> ReportTable:
    return ReportTable(
        PAIRS, "Wat van elke twee leveranciers te koppelen was", (
            Column("paar", "Leveranciers"), Column("hoe", "Gekoppeld"),
            Column("beide", "Mensen bij beide", COUNT),
            Column("via", "Van hen via een derde", COUNT),
            Column("aandeel-eerste", "Van de eerste", PERCENT),
            Column("aandeel-tweede", "Van de tweede", PERCENT)),
        tuple((_AND.join(pair.suppliers), *_linked(pair)) for pair in links.pairs),
        "" if links.pairs else "Er zijn geen twee leveranciers.")


def _linked(pair: Link) -> tuple[Cell, ...]:
    if pair.way == NOT:
        return WORDS[NOT], None, None, None, None
    first, second = pair.shares
    # Where suppliers only meet through a third, all of them are found through it.
    through = None if pair.way == THROUGH or pair.through.few else count_cell(pair.through)
    return (WORDS[pair.way], count_cell(pair.both), through, share_cell(first),
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
    rows = tuple(
        (name, whole_rows(one.rows), *(_YES if has else _NO
                                       for has in (one.numbers, one.names, one.homes)),
         rows_cell(one.left_out) if one.left_out else 0)
        for name, one in zip(_list_names(register), register.entered, strict=True))
    return ReportTable(LISTS, "Wat er van elke lijst binnenkwam", (
        Column("lijst", "Lijst"), Column("rijen", "Rijen, ongeveer", COUNT),
        Column("nummers", "Nummers"), Column("namen", "Namen met geboortedatum en adres"),
        Column("adressen", "Adressen"),
        Column("weggelaten", "Rijen van niemand", COUNT)), rows)


def _wrong(register: Register) -> ReportTable:
    rows = tuple((name, what, rows_cell(number))
                 for name, one in zip(_list_names(register), register.entered, strict=True)
                 for what, number in one.failed.items() if number)
    return ReportTable(WRONG, "Wat er mis was met rijen", (
        Column("lijst", "Lijst"), Column("wat", "Wat"), Column("rijen", "Rijen", COUNT)), rows,
        "" if rows else "In geen enkele rij was iets mis")
