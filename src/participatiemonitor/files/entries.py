"""Entries of yaml files: their types of text and number, and faults by entry and field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, Strict, ValidationError

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.files.signs import LONGEST, is_blank, line_break
from participatiemonitor.files.yaml_files import read_yaml

# What a field should have held, by the start of pydantic's name for the fault.
WANTED = {
    "missing": "dit veld",
    "extra_forbidden": "een veld dat hier bestaat",
    "invalid_key": "een veldnaam van tekst",
    "literal_error": "een van {expected}",
    "string_pattern": "een naam naar het patroon {pattern}",
    "string": "tekst; een getal, datum of woord als yes tussen aanhalingstekens",
    "int": "een geheel getal",
    "float": "een getal",
    "bool": "true of false",
    "date": "een datum als 2011-01-31",
    "tuple": "een lijst",
    "dict": "velden met een waarde",
    "model": "velden met een waarde",
    "too_short": "ten minste {min_length}",
    "too_long": "ten hoogste {max_length}",
    "greater_than_equal": "{ge} of meer",
    "greater_than": "meer dan {gt}",
    "less_than_equal": "{le} of minder",
    "value_error": "{error}",
}


class Entry(BaseModel):
    """A part of a yaml file: its fields are known, and do not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _line(text: str) -> str:
    text = text.strip()
    if is_blank(text):
        raise ValueError("tekst, niet leeg")
    if line_break(text) or len(text) > LONGEST:
        raise ValueError(f"tekst op één regel, van ten hoogste {LONGEST} tekens")
    return text


# Text that readers see: one line, not blank.
Line = Annotated[str, Strict(), AfterValidator(_line)]
# The name by which other files call an entry.
Name = Annotated[str, Strict(), Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]
Whole = Annotated[int, Strict()]
Count = Annotated[int, Strict(), Field(ge=1, le=1_000_000_000)]
Yes = Annotated[bool, Strict()]
Date = Annotated[dt.date, Strict()]

Model = TypeVar("Model", bound=BaseModel)
# The fields and positions that lead to a value.
Location = tuple[int | str, ...]


def read_entries(path: Path, model: type[Model]) -> Model:
    """Read a yaml file into a pydantic model; faults name the entry and field they stand in.

    Parameters
    ----------
    path : pathlib.Path
    model : type

    Returns
    -------
    Model

    Raises
    ------
    InvalidWave
        With every fault.
    """
    content = read_yaml(path)

    def fault(location: Location, value: object, expected: str) -> Fault:
        return Fault(path.name, _place(location, content),
                     str(location[-1]) if location else None, value, expected)

    return made_of(content, model, fault)


def made_of(content: object, model: type[Model],
            fault: Callable[[Location, object, str], Fault]) -> Model:
    """Make a pydantic model of plain data.

    Parameters
    ----------
    content : object
    model : type
    fault : callable
        What is wrong, given where in the content, what stands there and what was expected.

    Returns
    -------
    Model

    Raises
    ------
    InvalidWave
        With every fault.
    """
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise InvalidWave(_fault(one, fault)
                          for one in error.errors(include_url=False)) from None


def _fault(error: Mapping[str, object], fault: Callable[[Location, object, str], Fault]) -> Fault:
    value = "" if error["type"] == "missing" else error["input"]
    return fault(tuple(key for key in error["loc"] if key != "[key]"),
                 "" if value is None else value, _wanted(error))


def _wanted(error: Mapping[str, object]) -> str:
    """What a field should have held, in Dutch where pydantic's word for the fault is known."""
    kind = next((kind for kind in WANTED if str(error["type"]).startswith(kind)), None)
    wanted = WANTED[kind].format(**error.get("ctx", {})) if kind else str(error["msg"])
    return wanted.replace(" or ", " of ")


def _place(location: Location, content: object) -> str | None:
    """Name the entry a fault stands in by ids where it has them, not by list positions."""
    names = []
    for key in location[:-1]:
        try:
            content = content[key]
        except (KeyError, IndexError, TypeError):
            break
        has_id = isinstance(content, Mapping) and "id" in content
        names.append(str(content["id"]) if has_id else str(key))
    return " > ".join(names) or None
