"""Words for what documents printed in their tables and sentences, and what follows from it."""

from __future__ import annotations

import math

from participatiemonitor import dutch
from participatiemonitor.documents.printed.cells import TEXT
from participatiemonitor.documents.printed.checks import FAILS, check_printed
from participatiemonitor.documents.printed.formulas import (
    NoNumber,
    Setting,
    cells_in,
    limits_in,
    parse,
)
from participatiemonitor.documents.printed.tables import Printed, find_cell
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.bound import Bound

_FOLLOWS = "volgt uit wat documenten drukten"


def printed(publications: Printed, cell: str) -> Bound:
    """What a document printed, as it did: ``printed("divosa2005.t42.opvang.aandeel")``."""
    found = find_cell(publications, cell)
    if not found.cell.published:
        raise InputError(f"printed({cell!r}): het document drukt hier niets.")
    if found.cell.flag == TEXT:
        raise InputError(f"printed({cell!r}): dit is een samenvatting in eigen woorden. Verwacht: "
                         "een cel met wat het document zelf drukt.")
    return Bound(found.cell.published, "printed", (),
                 f"{found.where}: “{found.cell.published}”", {"cell": cell})


def computed(publications: Printed, formula: str, unit: str = "", decimals: int = 0) -> Bound:
    """What follows from printed cells, with their whole names.

    Parameters
    ----------
    publications : mapping of str to PrintedDocument
    formula : str
        ``100 * divosa2012.t1.wsw.n2011 / divosa2012.t1.totaal.n2011``.
    unit : str
        Stands behind it, without a space: ``%``.
    decimals : int

    Returns
    -------
    Bound
    """
    setting, asked = Setting(publications), parse(formula)
    try:
        value = limits_in(asked.left, setting).value
    except NoNumber as error:
        raise InputError(f"computed({formula!r}): {error} is geen getal.") from None
    if asked.sign or value is None or not math.isfinite(value):
        raise InputError(f"computed({formula!r}): hier komt geen getal uit.")
    text = dutch.decimal(value, decimals) if decimals else dutch.whole(dutch.half_up(value))
    rests = dict.fromkeys(place.where for place in cells_in(asked, setting))
    return Bound(f"{text}{unit}", "computed", (), f"berekend uit {dutch.enumeration(rests)}",
                 {"formula": formula, "unit": unit, "decimals": decimals})


def rows_of(publications: Printed, table: str, column: str = "", published: str = "") -> Bound:
    """How many rows a table has, or those with a text in a column; in words up to twelve.

    Parameters
    ----------
    publications : mapping of str to PrintedDocument
    table : str
        ``divosa2012.interventies``.
    column, published : str

    Returns
    -------
    Bound
    """
    document, _, name = table.partition(".")
    if document not in publications or name not in publications[document].tables:
        raise InputError(f"rows_of({table!r}): die tabel is er niet. Verwacht: document.tabel.")
    found = publications[document].tables[name]
    if column and column not in found.head.columns:
        raise InputError(f"rows_of({table!r}, {column!r}): die kolom is er niet. Verwacht: een van "
                         f"{', '.join(found.head.columns)}.")
    number = sum(not head.total and (not column or found.cells[row, column].published == published)
                 for row, head in found.head.rows.items())
    return Bound(dutch.numeral(number), "rows_of", (),
                 f"geteld in {publications[document].name}, {found.head.section}",
                 {"table": table, "column": column, "published": published})


def contradictions_found(publications: Printed, document: str = "") -> Bound:
    """How many printed numbers do not follow from others, in words up to twelve."""
    if document and document not in publications:
        raise InputError(f"contradictions_found({document!r}): dat document is er niet.")
    number = sum(one.verdict == FAILS and document in ("", one.document)
                 for one in check_printed(publications))
    return Bound(dutch.numeral(number), "contradictions_found", (), _FOLLOWS,
                 {"document": document})
