"""Strict parameters: what a notebook does not declare, it is not given.

papermill only warns about a parameter that no cell declares; a typing error would then build a
book on the default value. Here every parameter is held against every notebook before the first
cell is executed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from participatiemonitor import plain_text
from participatiemonitor.errors import InputError
from participatiemonitor.publishing.execute.notebooks import read_notebook
from participatiemonitor.publishing.page_list import Page

_LONGEST = 80
_TRUTH = {"true": True, "ja": True, "1": True, "false": False, "nee": False, "0": False}



def _number(kind: Callable[[str], Any], pattern: str) -> Callable[[str], Any]:
    # Python itself reads more than people write: 1_0, ٣, nan, and as many digits as there are.
    def read(text: str) -> Any:
        if not re.fullmatch(pattern, text):
            raise ValueError(text)
        return kind(text)

    return read


# How the text after NAME= becomes a value of the declared type.
_READERS: dict[str, Callable[[str], Any]] = {
    "int": _number(int, r"[+-]?[0-9]{1,18}"),
    "float": _number(float, r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?"),
    "bool": lambda text: _TRUTH[text.lower()],
    "str": str,
}


@dataclass(frozen=True)
class Declaration:
    """A parameter as a notebook declares it.

    Parameters
    ----------
    name : str
    type : str
        ``int``, ``float``, ``bool``, ``str``, or whatever else the author wrote.
    """

    name: str
    type: str


def declared(notebook: Path) -> dict[str, Declaration]:
    """Read the parameters that the cell tagged ``parameters`` declares.

    Parameters
    ----------
    notebook : pathlib.Path

    Returns
    -------
    dict of str to Declaration

    Raises
    ------
    InputError
        When the file is no notebook, or that cell is no Python.
    """
    cell = next(
        (
            cell
            for cell in read_notebook(notebook).cells
            if cell.cell_type == "code" and "parameters" in cell.metadata.get("tags", [])
        ),
        None,
    )
    if cell is None:
        return {}
    try:
        statements = ast.parse(cell.source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise InputError(
            f"{notebook}: de cel met het label 'parameters' is geen geldige Python; verwacht: "
            "regels als drempel: int = 5."
        ) from error
    found = [
        Declaration(target.id, _type(statement))
        for statement in statements
        if isinstance(statement, ast.Assign | ast.AnnAssign) and statement.value
        for target in getattr(statement, "targets", None) or [statement.target]
        if isinstance(target, ast.Name)
    ]
    return {declaration.name: declaration for declaration in found}


def parse_assignments(assignments: tuple[str, ...]) -> dict[str, str]:
    """Split ``NAME=VALUE`` texts.

    Parameters
    ----------
    assignments : tuple of str

    Returns
    -------
    dict of str to str

    Raises
    ------
    InputError
        When a text has no ``=``, a name comes twice, or ``year`` is given this way.
    """
    values: dict[str, str] = {}
    for text in assignments:
        name, equals, value = text.partition("=")
        name, shown = name.strip(), _shown(text)
        if not equals or not name.isidentifier():
            raise InputError(f"-p {shown}: verwacht NAAM=WAARDE, zoals -p drempel=5.")
        if "\n" in text or plain_text.terminal(text) != text:
            raise InputError(f"-p {shown}: verwacht een waarde op één regel, zonder stuurtekens.")
        if name == "year":
            raise InputError(
                f"-p {shown}: het jaar is het argument van de opdracht: monitor build {value}."
            )
        if name in values:
            raise InputError(f"-p {shown}: {name} is al gegeven (-p {name}={values[name]}).")
        values[name] = value
    return values


def bind(pages: Sequence[Page], year: int, given: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Decide which notebook gets which parameter values.

    Parameters
    ----------
    pages : sequence of Page
        The pages that will be executed.
    year : int
        Survey round, which every notebook must declare.
    given : dict of str to str
        The other parameters, as typed.

    Returns
    -------
    dict of str to dict
        For each page (by short name) the values it is executed with.

    Raises
    ------
    InputError
        All faults in one message: unknown parameters, wrong types, notebooks without ``year``.
    """
    declarations = {page.name: declared(page.notebook) for page in pages}
    faults = [
        f"{page.document}.ipynb: de cel met het label 'parameters' moet 'year: int = ...' bevatten."
        for page in pages
        if declarations[page.name].get("year") != Declaration("year", "int")
    ]
    known = sorted({name for each in declarations.values() for name in each} - {"year"})
    bound: dict[str, dict[str, Any]] = {page.name: {"year": year} for page in pages}
    for name, text in given.items():
        if name not in known:
            faults.append(
                f"Onbekende parameter: {name}. De notebooks kennen: "
                f"{', '.join(known) or 'geen andere parameters dan year'}."
            )
            continue
        for page in pages:
            declaration = declarations[page.name].get(name)
            if declaration is None:
                continue
            try:
                bound[page.name][name] = _READERS[declaration.type](text)
            except (KeyError, ValueError):
                faults.append(
                    f"Parameter {name}={_shown(text)}: {page.document}.ipynb verwacht "
                    f"{_expectation(declaration.type)}."
                )
    if faults:
        raise InputError("\n".join(faults))
    return bound


def _type(statement: ast.Assign | ast.AnnAssign) -> str:
    """Declared type; without an annotation that of the default value."""
    if isinstance(statement, ast.AnnAssign):
        return ast.unparse(statement.annotation)
    try:
        return type(ast.literal_eval(statement.value)).__name__
    except ValueError:
        return "onbekend"


def _shown(text: str) -> str:
    """What was typed, shortened and without signs that steer a terminal."""
    line = plain_text.terminal(text.replace("\n", "\\n"))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _expectation(type_name: str) -> str:
    words = {
        "int": "een geheel getal (int)",
        "float": "een getal met punt als decimaalteken (float)",
        "bool": "true of false (bool)",
    }
    return words.get(
        type_name,
        f"het type {type_name}; vanaf de opdrachtregel kan alleen int, float, bool of str",
    )
