"""Figures and tables have the numbers that the codebook gave them, wherever they stand.

Those of documents have none: they have the number that the document gave them, in their caption.
"""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_NAME = re.compile(r"(?:figuur|tabel)-(\d+)")
_OF_DOCUMENT = re.compile(r"(?:figuur|tabel)-[a-z].*")


def number(_app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Give each the number of its name, where Sphinx counted them.

    A round may leave one out, or have one that it added in the middle of a chapter.

    Parameters
    ----------
    _app : sphinx.application.Sphinx
    env : sphinx.environment.BuildEnvironment
        Changed in place.

    Returns
    -------
    list
        The pages that change by it: none.
    """
    for kinds in env.toc_fignumbers.values():
        for numbers in kinds.values():
            for name in list(numbers):
                if _OF_DOCUMENT.fullmatch(name):
                    del numbers[name]
                elif found := _NAME.fullmatch(name):
                    numbers[name] = (int(found[1]),)
    return []
