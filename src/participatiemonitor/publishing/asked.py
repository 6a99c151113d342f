"""What notebooks ask of the results besides the table: nets, unions of domains, differences.

Read from their text before they run, so that a build computes it once for all of them. What is
not seen here is computed by the notebook that asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_NET = re.compile(r"\.([a-z0-9_]+(?:\+[a-z0-9_]+)+)")
_UNION = re.compile(r"/([a-z0-9_]+(?:\+[a-z0-9_]+)+)")
_DIFFERENCE = re.compile(r'differences_table\(\s*"([^"]+)",\s*"([^"]+)"')


@dataclass(frozen=True)
class Asked:
    """What notebooks ask for.

    Attributes
    ----------
    nets, unions : tuple of str
        Options and strata, joined by ``+``.
    differences : tuple of pairs of str
        Populations that are compared.
    """

    nets: tuple[str, ...]
    unions: tuple[str, ...]
    differences: tuple[tuple[str, str], ...]


def asked(files: Iterable[Path]) -> Asked:
    """Read what notebooks and editorial files ask for.

    Parameters
    ----------
    files : iterable of pathlib.Path

    Returns
    -------
    Asked
    """
    # As it stands in the file: one that cannot be read is reported by who executes it.
    text = "\n".join(path.read_text("utf-8", "replace") for path in files).replace('\\"', '"')
    return Asked(*(tuple(sorted(set(pattern.findall(text))))
                   for pattern in (_NET, _UNION, _DIFFERENCE)))
