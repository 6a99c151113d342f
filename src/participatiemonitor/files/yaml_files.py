"""Yaml files as plain data: fields, lists, text, numbers, dates, and nothing that surprises.

Yaml knows more than a file of data needs, some of it dangerous: repetition without end, tags that
make objects, ``1_0`` and ``1:30`` as numbers, a second field of the same name that silently wins.
All of that is refused here, with the line it stands on.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml
from yaml.composer import Composer

from participatiemonitor.files.faults import Fault, InvalidWave, refuse
from participatiemonitor.files.signs import forbidden_sign
from participatiemonitor.files.text_files import read_text
from participatiemonitor.files.yaml_nodes import Nodes

# Bytes: many times what a wave needs.
LARGEST = 1_000_000
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_DECIMAL = re.compile(r"-?[0-9]{1,15}\.[0-9]{1,15}")
_LINE_ENDS = re.compile("\r\n|[\r\n\u2028\u2029]")
_TAG = "tag:yaml.org,2002:"


def read_yaml(path: Path) -> Any:
    """Read a yaml file.

    Parameters
    ----------
    path : pathlib.Path
        In UTF-8. Anchors may be used; tags, merged fields and more than one document may not.

    Returns
    -------
    dict, list, str, int, float, bool, datetime.date or None
        Fields are named by text or by a whole number.

    Raises
    ------
    InvalidWave
        With the line: no valid yaml, too large, too deep or too much of it by repetition, double
        fields, tags, dates and numbers that are none, control characters.
    """
    text = read_text(path, LARGEST)
    lines = _LINE_ENDS.split(text)
    refuse(Fault(path.name, row, None, sign, "tekst zonder besturingstekens")
           for row, line in enumerate(lines, start=1) if (sign := forbidden_sign(line)))
    if yaml.__with_libyaml__:
        from participatiemonitor.files.quick_nodes import QuickNodes

        # Many times as fast; where anything is wrong, the other one tells what.
        with suppress(yaml.YAMLError, InvalidWave, ValueError, OverflowError):
            return _content(QuickNodes(text, path.name), path.name)
    try:
        return _content(Nodes(text, path.name), path.name)
    except (yaml.MarkedYAMLError, ValueError, OverflowError) as error:
        # Not only marked ones: the scanner makes signs and numbers of whatever it is given.
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        row = mark.line + 1 if mark else None
        shown = lines[row - 1].strip() if row else str(path)
        refuse([Fault(path.name, row, None, shown, "geldige yaml; let op inspringen, dubbele "
                                                   "punten, haken en aanhalingstekens")])


def _content(composer: Composer, file: str) -> Any:
    """What a file holds, where nothing in it is wrong."""
    root, faults = composer.get_single_node(), []
    content = None if root is None else _Values(file, faults).of(root, None)
    refuse(faults)
    return content


class _Values:
    """Values of nodes; what is wrong with them is added to the faults of a file."""

    def __init__(self, file: str, faults: list[Fault]) -> None:
        self._file, self._faults = file, faults

    def of(self, node: yaml.Node, field: str | None) -> Any:
        """The value of a node that stands in a field."""
        if isinstance(node, yaml.MappingNode):
            return self._fields(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.of(item, field) for item in node.value]
        return self._scalar(node, field)

    def _fields(self, node: yaml.MappingNode) -> dict[str | int, Any]:
        fields: dict[str | int, Any] = {}
        for key, value in node.value:
            before = len(self._faults)
            name = self._scalar(key, None) if isinstance(key, yaml.ScalarNode) else None
            if len(self._faults) > before:
                continue
            if not isinstance(name, str | int) or isinstance(name, bool):
                shown = key.value if isinstance(key, yaml.ScalarNode) else "een lijst of velden"
                self._fault(key, None, shown, "een veldnaam van tekst, zo nodig tussen "
                                              "aanhalingstekens")
            elif name in fields:
                self._fault(key, str(name), name, "elk veld één keer")
            else:
                fields[name] = self.of(value, str(name))
        return fields

    def _scalar(self, node: yaml.ScalarNode, field: str | None) -> Any:
        text, kind = node.value, node.tag.removeprefix(_TAG)
        if kind == "null":
            return None
        if kind == "bool":
            return text.lower() in ("true", "yes", "on")
        if kind == "int" and _WHOLE.fullmatch(text):
            return int(text)
        if kind == "float" and _DECIMAL.fullmatch(text):
            return float(text)
        if kind == "timestamp":
            try:
                return dt.date.fromisoformat(text)
            except ValueError:
                return self._fault(node, field, text, "een datum als 2011-01-31")
        if kind in ("int", "float"):
            return self._fault(node, field, text, "een getal als 12 of 12.5, van ten hoogste 15 "
                                                  "cijfers; tekst tussen aanhalingstekens")
        if kind != "str":
            return self._fault(node, field, text, "tekst, tussen aanhalingstekens")
        if sign := forbidden_sign(text):
            return self._fault(node, field, sign, "tekst zonder besturingstekens")
        return text

    def _fault(self, node: yaml.Node, field: str | None, value: object, expected: str) -> None:
        row = node.start_mark.line + 1
        self._faults.append(Fault(self._file, row, field, value, expected))
