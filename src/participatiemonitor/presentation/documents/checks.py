"""What documents printed that does not follow from their own numbers, as tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from participatiemonitor import dutch
from participatiemonitor.documents.printed.checks import FAILS, FITS, HOLDS, TWICE, Checked
from participatiemonitor.documents.printed.heads import TableHead
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.documents.amounts import against, told
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.documents.tables import DOCUMENT
from participatiemonitor.presentation.markdown import (
    Block,
    directive,
    file_links,
    folded,
    joined,
    pipe_table,
)

# What was printed where it is no cell: a sum of them, held against something.
_COMPUTED = "Som van cellen"
_HEADS = ("Gedrukt", "Wat eruit volgt", "Toelichting")
# Of so many the list is still short; of more each table has its own, which opens.
_FEW = 12
# The file with every number that was recomputed, without its ending.
FILE = "nagerekend"


def document_checks(checked: CheckedDocuments, document: str = "",
                    tables: Sequence[str] = ()) -> Block:
    """What does not hold of what a document printed; of all documents with how often it does.

    Parameters
    ----------
    checked : CheckedDocuments
    document : str, optional
    tables : sequence of str, optional
        Those of the document that are told of; all when left out.

    Returns
    -------
    Block
        A table of cells behind the name of each of their tables.
    """
    for table in tables:
        checked.table(document, table)  # or it is answered with those there are
    if document and document not in checked.printed:
        raise InputError(f"document {document!r} heeft geen tabellen. Verwacht: een van "
                         f"{', '.join(checked.printed)}.")
    chosen = [one for one in checked.checks if document in ("", one.document)
              and (not tables or _table(one)[1] in tables)]
    failing: dict[tuple[str, str], list[Checked]] = {}
    for one in chosen:
        if one.verdict == FAILS:
            failing.setdefault(_table(one), []).append(one)
    pieces: list[str] = [] if document else [_tally(checked)]
    shown = [_listed(checked, table, those, table[0] == document)
             for table, those in failing.items()]
    if sum(map(len, failing.values())) > _FEW:
        pieces += [folded(f"{name}: {_numbers(rows)}", _table_of(("Cel", *_HEADS), rows))
                   for name, rows in shown]
    elif failing:
        pieces.append(_table_of(("Waar", *_HEADS), (
            [Markup(f"{markdown(name)}<br>{markdown(cell)}"), *rest]
            for name, rows in shown for cell, *rest in rows)))
    elif chosen:
        pieces.append("Alles wat is na te rekenen, klopt.")
    else:
        pieces.append("Er is niets na te rekenen.")
    # A csv has everything that was recomputed, however much of it is shown.
    return Block(joined([*pieces, file_links(FILE, "csv")]))


def _tally(checked: CheckedDocuments) -> Markup:
    """A line a document: how many numbers were recomputed, and how many of them hold."""
    rows = []
    for name, one in checked.printed.items():
        verdicts = Counter(check.verdict for check in checked.checks if check.document == name)
        counts = [verdicts.total(), verdicts[HOLDS], verdicts[FITS], verdicts[FAILS]]
        rows.append([one.name, *map(dutch.whole, counts)])
    return pipe_table(["Document", "Nagerekend", *map(dutch.capital, (HOLDS, FITS, FAILS))], rows,
                      range(1, 5))


def _table(one: Checked) -> tuple[str, str]:
    """The document and table of the printed cell, or else of what must hold."""
    return (one.place.document.id, one.place.table.id) if one.place else (one.document, one.table)


def _listed(checked: CheckedDocuments, table: tuple[str, str], failing: Sequence[Checked],
            known: bool) -> tuple[str, list[list[str]]]:
    """The name of a table, without its document where that is known, and what does not hold."""
    head = checked.table(*table).head
    section = f"paragraaf {head.section}" if head.section[0].isdigit() else head.section
    name = f"{dutch.capital(head.printed or section)} – {head.nl}"
    return (name if known else f"{checked.printed[table[0]].name}, {name}",
            [[_cell(one, head), told(one), _found(one), _why(one)] for one in failing])


def _numbers(rows: Sequence[object]) -> str:
    return f"{dutch.numeral(len(rows))} {'getal' if len(rows) == 1 else 'getallen'}"


def _table_of(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    return directive("table", "", pipe_table(heads, rows), **{"class": DOCUMENT})


def _cell(one: Checked, head: TableHead) -> str:
    """The row and column of what was printed, as far as it is of one cell."""
    if one.place is None:
        return dutch.capital(head.rows[one.row].nl) if one.row else _COMPUTED
    return (f"{dutch.capital(head.rows[one.place.cell.row].nl)}, "
            f"{head.columns[one.place.cell.column].nl}")


def _why(one: Checked) -> str:
    """What must hold, and why it does not, as sentences."""
    return " ".join(dutch.ended(dutch.capital(text)) for text in (one.nl, one.explained) if text)


def _found(one: Checked) -> str:
    if one.derivation == TWICE and one.against is not None:
        # Whose document it is, is known where that is the same.
        name = one.place.document.name if one.place else ""
        return f"{against(one)} ({one.against.where.removeprefix(f'{name}, ')})"
    return against(one)
