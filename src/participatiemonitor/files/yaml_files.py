"""Yaml files as plain data: fields, lists, text, numbers, dates, and nothing that surprises.

Yaml knows more than a file of data needs, some of it dangerous: repetition without end, tags that
make objects, ``1_0`` and ``1:30`` as numbers, a second field of the same name that silently wins.
All of that is refused here, with the line it stands on.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import yaml

from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.signs import forbidden_sign
from participatiemonitor.files.text_files import read_text

# Bytes, levels, and values with each repetition counted: many times what a wave needs.
LARGEST, DEEPEST, MOST = 1_000_000, 20, 100_000
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
    faults: list[Fault] = []
    try:
        root = _Composer(text, path.name).get_single_node()
    except (yaml.MarkedYAMLError, ValueError, OverflowError) as error:
        # Not only marked ones: the scanner makes signs and numbers of whatever it is given.
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        row = mark.line + 1 if mark else None
        shown = lines[row - 1].strip() if row else str(path)
        faults.append(Fault(path.name, row, None, shown,
                            "geldige yaml; let op inspringen, dubbele punten, haken en "
                            "aanhalingstekens"))
    content = None if faults or root is None else _Values(path.name, faults).of(root, None)
    refuse(faults)
    return content


class _Composer(yaml.SafeLoader):
    """Nodes within bounds of depth and number; what is repeated counts each time."""

    def __init__(self, text: str, file: str) -> None:
        super().__init__(text)
        self._file = file
        self._depth = self._count = 0
        self._sizes: dict[yaml.Node, int] = {}

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node:
        event, before = self.peek_event(), self._count
        if getattr(event, "tag", None) is not None:
            self._refuse(event, event.tag, "een waarde zonder tag (!)")
        self._depth += 1
        if self._depth > DEEPEST:
            self._refuse(event, f"{self._depth} niveaus", f"ten hoogste {DEEPEST} niveaus diep")
        node = super().compose_node(parent, index)
        self._depth -= 1
        if isinstance(event, yaml.AliasEvent):
            if node not in self._sizes:
                self._refuse(event, f"*{event.anchor}",
                             "een verwijzing naar iets dat er niet zelf in staat")
            self._count += self._sizes[node]
        else:
            self._count += 1
            self._sizes[node] = self._count - before
        if self._count > MOST:
            self._refuse(event, f"meer dan {MOST} waarden",
                         f"ten hoogste {MOST} waarden, herhalingen meegeteld")
        return node

    def _refuse(self, event: yaml.Event, value: str, expected: str) -> None:
        """Yaml may hold it, but no file of data needs it."""
        refuse([Fault(self._file, event.start_mark.line + 1, None, value, expected)])


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
