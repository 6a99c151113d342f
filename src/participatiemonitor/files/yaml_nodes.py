"""The nodes of a yaml file, within bounds of depth and number."""

from __future__ import annotations

import yaml
from yaml.composer import Composer

from participatiemonitor.files.faults import Fault, refuse

# Levels, and values with each repetition counted: many times what a wave needs.
DEEPEST, MOST = 20, 100_000


class BoundedNodes(Composer):
    """Nodes of the events that a parser beside it gives; what is repeated counts each time."""

    def begin(self, file: str) -> None:
        """Count from nothing.

        Parameters
        ----------
        file : str
            What the file is called in faults.
        """
        self._file = file
        self._depth = self._count = 0
        self._sizes: dict[yaml.Node, int] = {}

    def compose_node(self, parent: yaml.Node | None, index: object) -> yaml.Node:
        """The next node, with all that is in it."""
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


class Nodes(BoundedNodes, yaml.SafeLoader):
    """Nodes of a text, by the parser that tells best what is wrong with it.

    Parameters
    ----------
    text : str
    file : str
        What the file is called in faults.
    """

    def __init__(self, text: str, file: str) -> None:
        yaml.SafeLoader.__init__(self, text)
        self.begin(file)
