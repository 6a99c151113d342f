"""The nodes of a yaml file, by the parser in C, where Python's yaml has one."""

from __future__ import annotations

from yaml.composer import Composer
from yaml.cyaml import CParser
from yaml.resolver import Resolver

from participatiemonitor.files.yaml_nodes import BoundedNodes


class QuickNodes(BoundedNodes, CParser, Resolver):
    """Nodes of a text.

    Parameters
    ----------
    text : str
    file : str
        What the file is called in faults.
    """

    def __init__(self, text: str, file: str) -> None:
        CParser.__init__(self, text)
        Composer.__init__(self)
        Resolver.__init__(self)
        self.begin(file)
