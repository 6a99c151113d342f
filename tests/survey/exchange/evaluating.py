"""The conditions of each format, evaluated: by Python, and by engines for their own languages."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pandas as pd

from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.exchange.routing import Condition, Every, Given, Has, Never, write

Answer = Mapping[str, object]


def holds(condition: Condition, row: Answer, codebook: Codebook) -> bool:
    """Whether a condition is true of a row of ``responses.csv``."""
    def leaf(one) -> bool:
        if isinstance(one, Has):
            if codebook[one.question].kind == "multiple":
                return row[f"{one.question}__{one.option}"] == 1
            return row[one.question] == one.option
        if isinstance(one, Given):
            first, *_ = codebook[one.question].columns or (one.question,)
            return not pd.isna(row[first])
        return row["group"] == one.group

    def join(kind, parts) -> bool:
        return not parts[0] if kind is Never else all(parts) if kind is Every else any(parts)

    return write(condition, leaf, join)


def limesurvey(expression: str, values: Mapping[str, str]) -> object:
    """An expression of LimeSurvey, of answers by their codes; what is not answered is empty."""
    python = re.sub(r"!is_empty\((\w+)\.NAOK\)", r"(values.get('\1', '') != '')", expression)
    python = re.sub(r"(\w+)\.NAOK", r"values.get('\1', '')", python)
    python = re.sub(r"!\(", "not (", python)
    python = re.sub(r"\bif\(", "IF(", python)
    known = {"values": values, "IF": lambda test, then, other: then if test else other}
    return eval(python, {"__builtins__": {}}, known)
