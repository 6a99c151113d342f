"""What documents printed that does not follow from their own numbers, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from participatiemonitor import dutch
from participatiemonitor.documents.printed.checks import FAILS, FITS, HOLDS, TWICE, Checked
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.documents.amounts import against, told
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.markdown import Block, joined, pipe_table

_HEADS = ("Waar", "Wat zou moeten kloppen", "Gedrukt", "Wat eruit volgt", "Toelichting")


def document_checks(checked: CheckedDocuments, document: str = "") -> Block:
    """What does not hold of what a document printed; of all documents with how often it does.

    Parameters
    ----------
    checked : CheckedDocuments
    document : str, optional

    Returns
    -------
    Block
    """
    if document and document not in checked.printed:
        raise InputError(f"document {document!r} heeft geen tabellen. Verwacht: een van "
                         f"{', '.join(checked.printed)}.")
    chosen = [one for one in checked.checks if document in ("", one.document)]
    failing = [one for one in chosen if one.verdict == FAILS]
    pieces: list[str] = [] if document else [_tally(checked)]
    if failing:
        pieces.append(_listed(checked, failing))
    elif chosen:
        pieces.append("Alles wat is na te rekenen, klopt.")
    else:
        pieces.append("Er is niets na te rekenen.")
    return Block(joined(pieces))


def _tally(checked: CheckedDocuments) -> Markup:
    """A line a document: how many numbers were recomputed, and how many of them hold."""
    rows = []
    for name, one in checked.printed.items():
        verdicts = Counter(check.verdict for check in checked.checks if check.document == name)
        counts = [verdicts.total(), verdicts[HOLDS], verdicts[FITS], verdicts[FAILS]]
        rows.append([one.name, *map(dutch.whole, counts)])
    return pipe_table(["Document", "Nagerekend", *map(dutch.capital, (HOLDS, FITS, FAILS))], rows,
                      range(1, 5))


def _listed(checked: CheckedDocuments, failing: Iterable[Checked]) -> Markup:
    rows = [[_where(checked, one), dutch.capital(one.nl), told(one), _found(one),
             dutch.capital(one.explained) or "–"] for one in failing]
    return pipe_table(_HEADS, rows)


def _where(checked: CheckedDocuments, one: Checked) -> str:
    """The document and table, then the row and column."""
    if one.place is None:
        table = checked.table(one.document, one.table).head
        row = f": {table.rows[one.row].nl}" if one.row else ""
        return f"{dutch.capital(checked.source(one.document, one.table))}{row}"
    head, cell = one.place.table.head, one.place.cell
    return f"{one.place.where}: {head.rows[cell.row].nl}, {head.columns[cell.column].nl}"


def _found(one: Checked) -> str:
    if one.derivation == TWICE and one.against is not None:
        return f"{against(one)} ({one.against.where})"
    return against(one)
