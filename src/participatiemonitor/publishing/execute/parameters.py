"""Strict parameters: what a notebook does not declare, it is not given.

papermill only warns about a parameter that no cell declares; a typing error would then build a
book on the default value. Here every parameter is held against every notebook before the first
cell is executed.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Sequence
from typing import Any

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.page_list import Page

_KINDS = {
    "int": "een geheel getal (int)",
    "float": "een getal met punt als decimaalteken (float)",
    "bool": "true of false (bool)",
    "str": "tekst (str)",
}


def bind(
    pages: Sequence[Page], year: int, assignments: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Decide which notebook gets which parameter values.

    Parameters
    ----------
    pages : sequence of Page
        The pages that will be executed.
    year : int
        Survey round, a parameter of all notebooks.
    assignments : sequence of str
        The other parameters, as typed: ``NAME=VALUE``.

    Returns
    -------
    dict of str to dict
        For each page (by short name) the values it is executed with.

    Raises
    ------
    InputError
        All faults in one message: unknown parameters, wrong types.
    """
    bound: dict[str, dict[str, Any]] = {page.name: {"year": year} for page in pages}
    declared = {page.name: _declared(page) for page in (pages if assignments else ())}
    known = sorted({name for types in declared.values() for name in types} - {"year"})
    faults = []
    typed = [text.partition("=") for text in assignments]
    for place, (name, equals, value) in enumerate(typed):
        shown = f"{name}{equals}{value}"[:80]
        if not equals:
            faults.append(f"-p {shown}: verwacht NAAM=WAARDE, zoals -p drempel=5.")
        elif name == "year":
            faults.append(f"-p {shown}: het jaar is het argument van de opdracht: monitor build "
                          f"{value:.80}.")
        elif name in [earlier for earlier, *_ in typed[:place]]:
            faults.append(f"-p {shown}: {name} is al gegeven.")
        elif name not in known:
            faults.append(f"Onbekende parameter: {name:.80}. De notebooks kennen: "
                          f"{', '.join(known) or 'geen andere parameters dan year'}.")
        for page in pages if name in known else ():
            kind = declared[page.name].get(name)
            try:
                bound[page.name] |= {} if kind is None else {name: _value(value, kind)}
            except (ValueError, RecursionError):
                faults.append(f"Parameter {shown}: {page.document}.ipynb verwacht "
                              f"{_KINDS.get(kind, f'het type {kind}, en dat kan -p niet geven')}.")
    if faults:
        raise InputError("\n".join(faults))
    return bound


def require_parameter(pages: Iterable[Page], name: str, kind: str) -> None:
    """See that notebooks take a parameter.

    Parameters
    ----------
    pages : iterable of Page
    name : str
        Such as ``year``.
    kind : str
        Its type, such as ``int``.

    Raises
    ------
    InputError
        All faults in one message.
    """
    if without := [page.document for page in pages if _declared(page).get(name) != kind]:
        raise InputError("\n".join(
            f"{document}.ipynb: de cel met het label 'parameters' moet '{name}: {kind} = ...' "
            "bevatten." for document in without
        ))


def _declared(page: Page) -> dict[str, str]:
    """The parameters that a notebook declares, with the type of each as its author wrote it."""
    from participatiemonitor.publishing.notebooks import read_notebook

    cells = [cell.source for cell in read_notebook(page.notebook).cells
             if cell.cell_type == "code" and "parameters" in cell.metadata.get("tags", [])]
    try:
        statements = ast.parse("".join(cells[:1])).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise InputError(
            f"{page.notebook}: de cel met het label 'parameters' is geen geldige Python; "
            "verwacht: regels als drempel: int = 5."
        ) from error
    return {statement.target.id: ast.unparse(statement.annotation) for statement in statements
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name)}


def _value(text: str, kind: str) -> Any:
    """A value as JSON writes it; Python itself reads more than people write: ``1_0``, ``٣``."""
    value = text if kind == "str" else json.loads(
        text, parse_int=float if kind == "float" else int, parse_constant=int)
    if kind not in _KINDS or type(value).__name__ != kind:
        raise ValueError(text)
    return value
