"""What goes together: of the users of one, the share that also uses another."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.overlap.form import DOMAINS
from participatiemonitor.studies.overlap.register import HOMES, PERSONS, UNITS
from participatiemonitor.studies.overlap.reporting.spoken import (
    NOUN,
    PLURAL,
    SURE_BASE,
    count_cell,
    part_of,
    share_cell,
)
from participatiemonitor.studies.overlap.results.matrix import Both, Row
from participatiemonitor.studies.overlap.results.patterns import PROVISION, SCHEME
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.persons.cells import LEAST, Share
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Cell,
    Column,
    ReportFigure,
    ReportTable,
)
from participatiemonitor.studies.sections import Section, joined, without

# Kinds in a matrix on the page, those with most users; all are in the file.
MOST = 24
# Rows of a file that a worksheet and who opens it can take.
LONGEST = 200_000
# Matrices on the page: name, figure, unit, grain.
MATRICES = (("samenloop-regelingen", "regelingen-samen", PERSONS, SCHEME),
            ("samenloop-mensen", "voorzieningen-samen", PERSONS, PROVISION),
            ("samenloop-huishoudens", "voorzieningen-in-huis", HOMES, PROVISION))
ALL, AREAS = "samenloop", "samenloop-per-gebied"
EACH, EACH_FIGURE = "voorzieningen", "ook-iets-anders"
_USERS = Column("gebruikers", "Gebruikers", COUNT)


def matrix_section(found: Results) -> Section:
    """Matrices, what each provision overlaps with anything, and all pairs in a file."""
    return joined((*(_matrix(name, figure, found.overlaps.get((unit, grain)), grain)
                     for name, figure, unit, grain in MATRICES), _each(found), _files(found)))


def _matrix(name: str, figure: str, overlap: Overlap | None, grain: str) -> Section:
    if overlap is None:
        return without((name,), {figure: name}, **{name: ""})
    rows = _largest(overlap)
    if len(rows) < 2:
        return without((name,), {figure: name}, **{name: _too_few(overlap, grain)})
    finding = _finding(overlap, grain)
    table = _table(name, overlap, rows, grain)
    drawn = ReportFigure(figure, finding, "crossing", name, {
        "first": table.columns[3].name, "last": table.columns[-1].name})
    return Section((table,), (drawn,), {
        name: " ".join(filter(None, (dutch.ended(finding), _other_way(overlap))))})


def _too_few(overlap: Overlap, grain: str) -> str:
    if len(overlap.told.kinds) == 1:
        what = "voorziening" if grain == PROVISION else "regeling"
        return f"De lijsten gaan over één {what}: er is niets om naast te leggen."
    return (f"Minder dan twee {PLURAL[grain]} hebben {dutch.numeral(LEAST)} gebruikers of meer: "
            "wat samengaat, is niet te laten zien.")


def _largest(overlap: Overlap) -> list[Row]:
    """Kinds that are told, at most `MOST`, in the order of the file."""
    told = [row for row in overlap.matrix.rows if row.users.count >= LEAST]
    kept = {row.kind for row in sorted(told, key=lambda row: -row.users.count)[:MOST]}
    return [row for row in told if row.kind in kept]


def strongest(overlap: Overlap) -> list[Both]:
    """Pairs with the largest share of enough users; more than one where they are the same."""
    sure = {row.kind for row in overlap.matrix.rows if row.users.count >= SURE_BASE}
    known = [pair for pair in overlap.matrix.pairs
             if pair.kind in sure and pair.share and not pair.share.at_most]
    most = max((pair.share.percent for pair in known if pair.share), default=0)
    return [pair for pair in known if pair.share and pair.share.percent == most and most > 0]


def _finding(overlap: Overlap, grain: str) -> str:
    if all(row.users.count < SURE_BASE for row in overlap.matrix.rows):
        return (f"Welke {PLURAL[grain]} het meest samengaan, is bij minder dan {SURE_BASE} "
                "gebruikers niet te zeggen")
    most = strongest(overlap)
    if not most:
        return f"Geen twee {PLURAL[grain]} gaan vaak genoeg samen om te laten zien"
    first = most[0]
    kind, also = overlap.told.kinds[first.kind].name, overlap.told.kinds[first.also].name
    assert first.share is not None  # of enough users
    equal = ("" if len(most) == 1 else
             f", en dat is niet het enige paar waarvoor {first.share.text} geldt"
             if first.share.percent < 100 else ", en dat is niet het enige paar waarvoor dat geldt")
    return f"Van de gebruikers van {kind} gebruikt {part_of(first.share)} ook {also}{equal}"


def _other_way(overlap: Overlap) -> str:
    """The same pair from the other side, which is not the same share."""
    most = strongest(overlap)
    if len(most) != 1:
        return ""
    turned = next(pair.share for pair in overlap.matrix.pairs
                  if (pair.kind, pair.also) == (most[0].also, most[0].kind))
    return f"Andersom is dat {part_of(turned)}." if turned else ""


def _table(name: str, overlap: Overlap, rows: list[Row], grain: str) -> ReportTable:
    shares = {(pair.kind, pair.also): _short(pair.share) for pair in overlap.matrix.pairs}
    names = [kind.name for kind in overlap.told.kinds]
    # Twenty names do not fit beside each other: a column has the number of its row.
    columns = (Column(grain, f"Van de gebruikers van deze {grain}"), Column("nr", "Nr.", COUNT),
               _USERS, *(Column(f"ook-{number}", str(number), PERCENT)
                         for number in range(1, len(rows) + 1)))
    cells: list[tuple[Cell, ...]] = [
        (names[row.kind], number, count_cell(row.users),
         *(shares.get((row.kind, other.kind)) for other in rows))
        for number, row in enumerate(rows, 1)]
    left = len(overlap.told.kinds) - len(rows)
    more = "" if not left else (
        f"; {dutch.numeral(left)} {PLURAL[grain]} met minder gebruikers staan hier niet")
    who = {name: NOUN[unit] for name, _, unit, _ in MATRICES}[name]
    return ReportTable(name, f"Welke {PLURAL[grain]} {who} samen gebruiken", columns, tuple(cells),
                       f"Lees per rij: van de gebruikers van de {grain} in de rij, welk deel ook "
                       "die met het nummer van de kolom gebruikt. Een licht vakje zonder getal is "
                       f"minder dan een half procent, of hooguit {CLASS} {who}{more}")


def _short(share: Share | None) -> Cell:
    """A share where there is little room."""
    return f"≤{share.percent}%" if share and share.at_most else share_cell(share)


def _each(found: Results) -> Section:
    """Of each provision who use something else too."""
    persons, homes = (found.overlaps.get((unit, PROVISION)) for unit in UNITS)
    assert persons is not None  # persons are always counted
    told = [row for row in persons.matrix.rows if row.other is not None]
    if not told or len(persons.told.kinds) == 1:
        return without((EACH,), {EACH_FIGURE: EACH}, **{EACH: ""})
    theirs = {row.kind: row for row in homes.matrix.rows} if homes else {}
    uses = {use.kind: use for use in persons.uses.kinds}
    rows: list[tuple[Cell, ...]] = []
    for row in sorted(told, key=lambda row: -(row.other.percent if row.other else 0)):
        kind = persons.told.kinds[row.kind]
        home = theirs.get(row.kind)
        rows.append((
            kind.name, count_cell(row.users), share_cell(uses[row.kind].share),
            share_cell(row.other),
            *([count_cell(home.users), share_cell(home.other)] if home else []),
            dutch.enumeration(DOMAINS[name] for name in sorted(kind.domains))))
    columns = (
        Column("voorziening", "Voorziening"), Column("mensen", "Mensen", COUNT),
        Column("aandeel", "Van alle gebruikers", PERCENT),
        Column("ook-anders", "Gebruikt ook iets anders", PERCENT),
        *([Column("huishoudens", "Huishoudens", COUNT),
           Column("huishoudens-ook-anders", "Huishoudens: ook iets anders", PERCENT)]
          if homes else []),
        Column("domein", "Domein"))
    finding = _most_with_others(persons, told)
    table = ReportTable(EACH, "Elke voorziening, en wie ook iets anders gebruikt", columns,
                        tuple(rows), "Wie ook iets anders gebruikt, is niet minder dan wie ook één "
                        "bepaalde andere voorziening gebruikt; waar de ruis dat anders maakte, "
                        "staat hier het grootste van beide")
    figure = ReportFigure(EACH_FIGURE, finding, "bars", EACH, {"value": "ook-anders"})
    return Section((table,), (figure,), {EACH: dutch.ended(finding)})


def _most_with_others(persons: Overlap, told: list[Row]) -> str:
    sure = [row for row in told if row.users.count >= SURE_BASE]
    if not sure:
        return (f"Waar samenloop het grootst is, is bij minder dan {SURE_BASE} gebruikers niet te "
                "zeggen")
    shares = [row.other for row in sure if row.other and not row.other.at_most]
    if not shares or not max(shares).percent:
        return "Van geen enkele voorziening gebruiken meer dan enkele mensen ook iets anders"
    most = [row for row in sure if row.other == max(shares)]
    names = dutch.enumeration(persons.told.kinds[row.kind].name for row in most)
    smaller = any(row.other > max(shares) for row in told if row.other)
    of = f"Van de voorzieningen met {SURE_BASE} of meer gebruikers is samenloop" if smaller else (
        "Samenloop is")
    return (f"{of} het grootst bij {names}: van de gebruikers gebruikt {part_of(max(shares))} ook "
            "iets anders")


def _files(found: Results) -> Section:
    """All pairs, for who computes on: too long for the page."""
    columns = (Column("van", "Van de gebruikers van"), Column("ook", "Gebruikt ook"),
               Column("wie", "Wie"), Column("wat", "Waarvan"), Column("beide", "Beide", COUNT),
               Column("aandeel", "Aandeel", PERCENT))
    rows: list[tuple[Cell, ...]] = []
    areas: list[tuple[Cell, ...]] = []
    left: list[str] = []
    for (unit, grain), overlap in found.overlaps.items():
        names, what = [kind.name for kind in overlap.told.kinds], (NOUN[unit], PLURAL[grain])
        rows += [_pair(pair, names, *what) for pair in overlap.matrix.pairs]
        if len(areas) + len(overlap.matrix.area_pairs) > LONGEST:
            left.append(", ".join(what))
            continue
        areas += [(pair.area, *_pair(pair, names, *what)) for pair in overlap.matrix.area_pairs]
    ordered = sorted(areas, key=lambda row: str(row[0]))
    short = f"; te lang om erbij te zetten: {'; '.join(left)}" if left else ""
    return Section((
        ReportTable(ALL, "Alle paren die samengaan", columns, tuple(rows)),
        ReportTable(AREAS, "Paren die samengaan, per gebied",
                    (Column("gebied", "Gebied"), *columns), tuple(ordered),
                    "Wat ontbreekt, komt in het gebied hooguit twee keer voor, of heeft er minder "
                    f"dan {dutch.numeral(LEAST)} gebruikers{short}")))


def _pair(pair: Both, names: Sequence[str], who: str, what: str) -> tuple[Cell, ...]:
    return (names[pair.kind], names[pair.also], who, what, count_cell(pair.both),
            share_cell(pair.share))
