"""The configuration of the book, `_config.yml`."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from jsonschema import Draft7Validator, ValidationError

from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.yaml_files import read_yaml
from participatiemonitor.project import Project

NAME = "_config.yml"

_TEXT = {"type": "string", "minLength": 1, "pattern": r"\S"}
_FIELDS = {"type": "object"}
# What this program itself reads or adds to, beside what Jupyter Book wants.
_OWN = {
    "type": "object",
    "required": ["author", "parse", "bibtex_bibfiles", "html", "sphinx"],
    "properties": {
        "author": _TEXT,
        "parse": _FIELDS,
        "bibtex_bibfiles": {"type": "array", "items": _TEXT},
        "html": {"type": "object", "properties": {"baseurl": {"type": "string"}}},
        "sphinx": {
            "type": "object",
            "required": ["config"],
            "properties": {
                "config": {
                    "type": "object",
                    "required": ["extensions", "html_theme_options"],
                    "properties": {
                        "extensions": {"type": "array", "items": _TEXT},
                        "html_theme_options": _FIELDS,
                    },
                },
            },
        },
    },
}
_KINDS = {
    "object": "velden met een naam, ingesprongen",
    "array": "een lijst met streepjes",
    "string": "tekst, zo nodig tussen aanhalingstekens",
    "boolean": "true of false",
    "integer": "een geheel getal",
    "number": "een getal",
    "null": "niets",
}


def read_config(project: Project) -> dict[str, Any]:
    """Read the configuration that Jupyter Book is given.

    Parameters
    ----------
    project : Project

    Returns
    -------
    dict

    Raises
    ------
    InvalidWave
        When the file is missing, broken, or not the configuration of this book; names each field.
    """
    content = read_yaml(project.root / NAME)
    errors = _validator().iter_errors(content)
    refuse({_field(error): _fault(error) for error in errors}.values())
    return content


@cache
def _validator() -> Draft7Validator:
    theirs = resources.files("jupyter_book").joinpath("config_schema.json").read_text("utf-8")
    return Draft7Validator({"allOf": [_OWN, json.loads(theirs)]})


def _field(error: ValidationError) -> str:
    missing = [error.message.split("'")[1]] if error.validator == "required" else []
    return ".".join(map(str, [*error.absolute_path, *missing])) or "het hele bestand"


def _fault(error: ValidationError) -> Fault:
    if error.validator == "required":
        return Fault(NAME, None, _field(error), None, "dit veld")
    kinds = error.validator_value
    expected = (
        " of ".join(_KINDS[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds))
        if error.validator == "type"
        else "tekst die niet leeg is"
        if error.validator in ("minLength", "pattern")
        else f"een van {', '.join(map(str, kinds))}"
        if error.validator == "enum"
        else f"wat Jupyter Book hier wil ({error.validator})"
    )
    return Fault(NAME, None, _field(error), error.instance, expected)
