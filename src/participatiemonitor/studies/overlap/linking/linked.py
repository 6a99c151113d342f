"""Link the rows of all lists: to each row a person, in SQL for both engines.

A row's person is its number. A row without one has the number that its name, with date of birth and
address, has in lists that hold both, if it has one only there; else that name itself, or what names
that are likely of the same person have. Lists that hold numbers throughout are not joined with
anything, unless names are linked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from participatiemonitor.studies.overlap.engines.engine import Engine
from participatiemonitor.studies.overlap.linking.likely import LIKELY_NAMES, link_likely
from participatiemonitor.studies.overlap.masks import SUPPLIERS, bit, words
from participatiemonitor.studies.overlap.suppliers import Entered

# What names the person of a row: its number, or its name, which other lists have a number of.
BY_NUMBER, THROUGH, BY_NAME = 0, 1, 2
# The table of all rows with their persons.
ROWS = "rijen"
# Tables of names: with how many numbers other lists have them, and the persons they are.
_KNOWN, _PERSONS = "bekende_namen", "personen_van_namen"
_NAME = "name_hi, name_lo"


@dataclass(frozen=True)
class Linked:
    """What of the rows is known once they have persons.

    Attributes
    ----------
    suppliers : tuple of str
        In the order of the user; the bit of each in a mask of suppliers is at its place.
    ambiguous : int
        Names of rows without a number that two numbers or more have.
    through : bool
        Whether any row has a person by what other lists hold.
    likely : bool
        Whether any row has a person by parts that are likely the same.
    """

    suppliers: tuple[str, ...]
    ambiguous: int
    through: bool
    likely: bool = False


def link(engine: Engine, entered: Sequence[Entered], *, likely: bool = False) -> Linked:
    """Make the table `ROWS`.

    It has ``person_hi, person_lo``, ``key`` (what names the person, as above), ``name_hi,
    name_lo, home, provision, area, since, until``, and a mask of suppliers with its own bit. Where
    names are linked by what is likely, ``name_hi, name_lo`` are the first of the names that are
    together, and ``exact_hi, exact_lo`` the person that the row has without. A home is the low half
    of its pseudonym: that any two of eight million have the same has a chance of two in a million.

    Parameters
    ----------
    engine : Engine
    entered : sequence of Entered
    likely : bool
        Whether names of which no number is known are linked by parts that are likely the same,
        with each other and with names that have one.

    Returns
    -------
    Linked
    """
    suppliers = tuple(dict.fromkeys(one.supplier for one in entered))
    for place, one in enumerate(entered):
        engine.register(_list(place), [one.path])
    nameless = _nameless(engine, len(entered))
    ambiguous = known = 0
    if nameless and any(one.numbers and one.names for one in entered):
        ambiguous, known = _know(engine, len(entered), nameless)
    by_chance = bool(nameless) and likely
    persons = []
    if known:
        persons.append(f"SELECT {_NAME}, number_hi AS person_hi, number_lo AS person_lo, "
                       f"{THROUGH} AS key FROM {_KNOWN} WHERE numbers = 1")
    if by_chance:
        link_likely(engine, [_list(place) for place in range(len(entered))],
                    [_list(place) for place in nameless])
        persons.append(f"SELECT {_NAME}, person_hi, person_lo, CASE WHEN found THEN {THROUGH} ELSE "
                       f"{BY_NAME} END AS key FROM {LIKELY_NAMES} WHERE NOT numbered")
    if persons:
        engine.keep(_PERSONS, " UNION ALL ".join(persons))
    parts = []
    for place, one in enumerate(entered):
        rest = _rest(suppliers.index(one.supplier), len(suppliers))
        if one.numbers or place not in nameless:
            parts.append(_by_number(place, rest, place in nameless))
        if place in nameless:
            parts.append(_by_name(place, rest, bool(persons)))
    rows = " UNION ALL ".join(parts)
    if not by_chance:
        engine.view(ROWS, rows)
        return Linked(suppliers, ambiguous, known > 0)
    engine.keep(ROWS, _together(rows))
    [some] = engine.rows(f"SELECT count(*) AS names, count(CASE WHEN found THEN 1 END) AS found "
                         f"FROM {LIKELY_NAMES}").to_pylist()
    return Linked(suppliers, ambiguous, known > 0 or some["found"] > 0, some["names"] > 0)


def _together(rows: str) -> str:
    """Rows under the first of the names that are likely of one person.

    Parameters
    ----------
    rows : str
        A query for rows with their persons.

    Returns
    -------
    str
    """
    chance = f"r.key <> {BY_NUMBER} AND NOT c.numbered"
    exact = (f"CASE WHEN {chance} THEN r.name_{half} ELSE r.person_{half} END AS exact_{half}"
             for half in ("hi", "lo"))
    return (f"SELECT r.* EXCLUDE (name_hi, name_lo), coalesce(c.first_hi, r.name_hi) AS name_hi, "
            f"coalesce(c.first_lo, r.name_lo) AS name_lo, {', '.join(exact)} FROM ({rows}) r "
            f"LEFT JOIN {LIKELY_NAMES} c ON c.name_hi = r.name_hi AND c.name_lo = r.name_lo")


def _list(place: int) -> str:
    return f"lijst_{place}"


def _nameless(engine: Engine, size: int) -> list[int]:
    """Places of the lists that have rows without a number."""
    found = engine.rows(" UNION ALL ".join(
        f"SELECT {place} AS place, count(*) - count(number_lo) AS n FROM {_list(place)}"
        for place in range(size)))
    return sorted(row["place"] for row in found.to_pylist() if row["n"])


def _know(engine: Engine, size: int, nameless: Sequence[int]) -> tuple[int, int]:
    """Look up the names of rows without a number where other rows have one.

    Parameters
    ----------
    engine : Engine
    size : int
        Number of lists.
    nameless : sequence of int

    Returns
    -------
    ambiguous, known : int
        Names with two numbers or more, and with one.
    """
    asked = " UNION ALL ".join(f"SELECT {_NAME} FROM {_list(place)} WHERE number_lo IS NULL"
                               for place in nameless)
    have = " UNION ALL ".join(
        f"SELECT {_NAME}, number_hi, number_lo FROM {_list(place)} "
        "WHERE number_lo IS NOT NULL AND name_lo IS NOT NULL" for place in range(size))
    once = (f"SELECT DISTINCT {_NAME}, number_hi, number_lo FROM ({have}) h "
            f"JOIN (SELECT DISTINCT {_NAME} FROM ({asked}) a) USING ({_NAME})")
    engine.keep(_KNOWN, f"SELECT {_NAME}, min(number_hi) AS number_hi, min(number_lo) AS number_lo,"
                f" count(*) AS numbers FROM ({once}) o GROUP BY {_NAME}")
    [row] = engine.rows(f"SELECT count(CASE WHEN numbers > 1 THEN 1 END) AS several, "
                        f"count(CASE WHEN numbers = 1 THEN 1 END) AS one FROM {_KNOWN}").to_pylist()
    return row["several"], row["one"]


def _rest(supplier: int, suppliers: int) -> str:
    mask = (f"CAST({value} AS bigint) AS {name}" for name, value in
            zip(words(SUPPLIERS, suppliers), bit(supplier, suppliers), strict=True))
    return ", ".join(["l.name_hi", "l.name_lo", "l.home_lo AS home", "l.provision", "l.area",
                      "l.since", "l.until", *mask])


def _by_number(place: int, rest: str, some_without: bool) -> str:
    return (f"SELECT l.number_hi AS person_hi, l.number_lo AS person_lo, {BY_NUMBER} AS key, "
            f"{rest} FROM {_list(place)} l" + " WHERE l.number_lo IS NOT NULL" * some_without)


def _by_name(place: int, rest: str, joined: bool) -> str:
    named = "l.number_lo IS NULL AND l.name_lo IS NOT NULL"
    if not joined:
        return (f"SELECT l.name_hi AS person_hi, l.name_lo AS person_lo, {BY_NAME} AS key, {rest} "
                f"FROM {_list(place)} l WHERE {named}")
    return (f"SELECT coalesce(n.person_hi, l.name_hi) AS person_hi, "
            f"coalesce(n.person_lo, l.name_lo) AS person_lo, coalesce(n.key, {BY_NAME}) AS key, "
            f"{rest} FROM {_list(place)} l LEFT JOIN {_PERSONS} n ON n.name_hi = l.name_hi "
            f"AND n.name_lo = l.name_lo WHERE {named}")
