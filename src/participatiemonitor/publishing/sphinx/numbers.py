"""Figures and tables have the numbers that the codebook gave them, wherever they stand."""

from __future__ import annotations

import re

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

_NAME = re.compile(r"(?:figuur|tabel)-(\d+)")


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
            for name in numbers:
                if found := _NAME.fullmatch(name):
                    numbers[name] = (int(found[1]),)
    return []
