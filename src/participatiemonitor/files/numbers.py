"""Numbers as the files of a wave write them: digits, a minus sign, a decimal point.

Python reads more than these as a number: ``1_0``, ``٣``, ``1e400``, ``nan``, `` 1``.
"""

from __future__ import annotations

import math
import re

WHOLE = "een geheel getal in cijfers, zonder punten of komma's"
DECIMAL = "een getal met een decimale punt, als 12 of 12.5"
# What is counted here: organisations, inhabitants, clients.
MOST = 1_000_000_000
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_DECIMAL = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


def whole(cell: str) -> int | None:
    """The whole number that a cell holds, of at most 15 digits; None when it holds none."""
    return int(cell) if _WHOLE.fullmatch(cell) else None


def decimal(cell: str) -> float | None:
    """The number that a cell holds, of at most 15 digits at each side; None when it holds none."""
    return float(cell) if _DECIMAL.fullmatch(cell) else None


def count_fault(cell: str, least: int = 1, most: int = MOST) -> str | None:
    """What a cell with a count should have held, or None when it is right."""
    number = whole(cell)
    if number is None:
        return f"{WHOLE}, van {least} of meer"
    return None if least <= number <= most else f"een geheel getal van {least} tot en met {most}"


def decimal_fault(cell: str, least: float = -math.inf, most: float = math.inf) -> str | None:
    """What a cell with a number should have held, or None when it is right."""
    number = decimal(cell)
    if number is None:
        return DECIMAL
    return None if least <= number <= most else f"een getal van {least:g} tot en met {most:g}"
