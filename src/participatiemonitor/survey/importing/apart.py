"""A file of unknown origin is read in a process of its own, which may take so much and no more.

The reader of SPSS files is written in C and does not survive every broken file; a file can also
be made to take all memory, or never to end. What then ends is that process; here it is a message.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from participatiemonitor.files.faults import Fault, InvalidWave, invalid_file
from participatiemonitor.survey.importing.received import Missing, Received, Variable

# Bytes of memory; seconds for any file, and for each million bytes of it.
MEMORY, SECONDS, SECONDS_A_MEGABYTE = 1_000_000_000, 8, 4
FAILED = 1


def read_apart(path: Path, structure: Path | None) -> Received:
    """Read a file in a process of its own.

    Parameters
    ----------
    path : pathlib.Path
    structure : pathlib.Path or None
        The structure of the survey, as LimeSurvey exports it.

    Returns
    -------
    Received

    Raises
    ------
    InvalidWave
        When the file is broken, or too much.
    """
    reader = [sys.executable, "-m", f"{__package__}.reader", str(path), str(structure or "")]
    # One thread of the library for numbers, which else claims memory for each processor.
    surroundings = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    try:
        done = subprocess.run(reader, stdin=subprocess.DEVNULL, capture_output=True,
                              env=surroundings, timeout=_clock(path))
    except subprocess.TimeoutExpired:
        raise _stopped(path, "een bestand dat niet binnen de tijd is te lezen") from None
    if done.returncode == FAILED:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    if done.returncode:
        raise _stopped(path, "een bestand waarop het leesprogramma stukloopt")
    found = json.loads(done.stdout)
    if "faults" in found:
        raise InvalidWave(Fault(*fault) for fault in found["faults"])
    return unpacked(path, found)


def seconds(path: Path) -> int:
    """How long reading a file may take a processor."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    return SECONDS + SECONDS_A_MEGABYTE * size // 1_000_000


def _clock(path: Path) -> int:
    """Seconds on the clock, for what waits instead of computing."""
    return 10 * seconds(path)


def _stopped(path: Path, what: str) -> InvalidWave:
    return invalid_file(path.name, what, "een heel bestand, niet te groot; vraag het opnieuw op, "
                        "of bewaar het als csv")


def packed(received: Received) -> dict[str, Any]:
    """What was received in values of json: the texts of a variable once, and which cell has which.

    Parameters
    ----------
    received : Received

    Returns
    -------
    dict
    """
    variables = []
    for variable in received.variables:
        texts = {text: place for place, text in enumerate(dict.fromkeys(variable.cells))}
        variables.append({"name": variable.name, "label": variable.label, "texts": list(texts),
                          "cells": [texts[cell] for cell in variable.cells],
                          "values": dict(variable.values),
                          "missing": [[ends.low, ends.high] for ends in variable.missing]})
    return {"kind": received.kind, "rows": received.rows, "first_row": received.first_row,
            "details": list(received.details), "variables": variables}


def unpacked(path: Path, found: Mapping[str, Any]) -> Received:
    """What was received, from the values that `packed` made of it."""
    variables = tuple(
        Variable(each["name"], each["label"],
                 tuple(each["texts"][place] for place in each["cells"]), each["values"],
                 tuple(Missing(*ends) for ends in each["missing"]))
        for each in found["variables"])
    return Received(path, found["kind"], variables, found["rows"], found["first_row"],
                    tuple(found["details"]))
