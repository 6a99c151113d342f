"""Numbers and moments as text, in the one form that cells of a received file have."""

from __future__ import annotations

import datetime as dt
import math
import re

# Digits that a number may have before it is written with an exponent.
_DIGITS = 15
_POINT = re.compile(r"-?(0|[1-9][0-9]{0,14})\.[0-9]{1,20}")
_COMMA = re.compile(r"-?(0|[1-9][0-9]{0,14}),[0-9]{1,20}")
# Several codes in one cell: more than one comma, or a blank after it.
_LIST = re.compile(r"[0-9]+(, +|,[0-9]+,)[0-9, ]+")


def number(value: float) -> str:
    """A number in its shortest form, with a decimal point; nothing for what is none."""
    if math.isnan(value):
        return ""
    if float(value).is_integer() and abs(value) < 10**_DIGITS:
        return str(int(value))
    return repr(float(value))


def moment(value: dt.date | dt.time | dt.timedelta) -> str:
    """A date, moment or span as ISO writes it, with a blank before the time."""
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"
    if isinstance(value, dt.datetime):
        value = value.replace(tzinfo=None)
        midnight = value.time() == dt.time()
        return value.date().isoformat() if midnight else value.isoformat(" ")
    return value.isoformat()


def shortest(cell: str) -> str:
    """A cell of a text file, shorter when it is a number with needless zeros: ``1.0`` is ``1``."""
    if not _POINT.fullmatch(cell):
        return cell
    text = cell.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def has_decimal_comma(cells: tuple[str, ...]) -> bool:
    """Whether the commas in the cells of a variable are decimal ones: numbers, and no lists."""
    return (any(_COMMA.fullmatch(cell) for cell in cells)
            and not any(_LIST.fullmatch(cell) for cell in cells))


def with_point(cell: str) -> str:
    """A number with a decimal comma as one with a point; other cells as they are."""
    return shortest(cell.replace(",", ".")) if _COMMA.fullmatch(cell) else cell
