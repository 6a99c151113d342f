"""Strict parameters: what a notebook does not declare, it is not given.

papermill only warns about a parameter that no cell declares; a typing error would then build a
book on the default value. Here every parameter is held against every notebook before the first
cell is executed.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import papermill

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.contents import Page

_TRUTH = {"true": True, "ja": True, "1": True, "false": False, "nee": False, "0": False}

# How the text after NAME= becomes a value of the declared type.
_READERS: dict[str, Callable[[str], Any]] = {
    "int": int,
    "float": float,
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
    """
    try:
        found = papermill.inspect_notebook(notebook)
    except Exception as error:  # nbformat and json raise many kinds for one fault: not a notebook
        raise InputError(f"{notebook}: dit is geen leesbaar notebook. {error}") from error
    return {
        name: Declaration(name, _type(entry["inferred_type_name"], entry["default"]))
        for name, entry in found.items()
    }


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
        name = name.strip()
        if not equals or not name.isidentifier():
            raise InputError(f"-p {text}: verwacht NAAM=WAARDE, zoals -p drempel=5.")
        if name == "year":
            raise InputError(
                f"-p {text}: het jaar is het argument van de opdracht: monitor build {value}."
            )
        if name in values:
            raise InputError(f"-p {text}: {name} is al gegeven (-p {name}={values[name]}).")
        values[name] = value
    return values


def bind(pages: list[Page], year: int, given: dict[str, str]) -> dict[str, dict[str, Any]]:
    """Decide which notebook gets which parameter values.

    Parameters
    ----------
    pages : list of Page
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
                    f"Parameter {name}={text}: {page.document}.ipynb verwacht "
                    f"{_expectation(declaration.type)}."
                )
    if faults:
        raise InputError("\n".join(faults))
    return bound


def _type(annotation: str, default: str) -> str:
    """Declared type; without an annotation that of the default value."""
    if annotation != "None":
        return annotation
    try:
        return type(ast.literal_eval(default)).__name__
    except (ValueError, SyntaxError):
        return "onbekend"


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
