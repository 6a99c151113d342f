"""References to numbered figures and tables, for which no doctree is read twice.

For every reference Sphinx reads the page it points to anew, although it only
wants to know what kind of thing has that name; the pages are kept here instead. They are never
the ones that are being written, which change on the way.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from docutils import nodes
from sphinx.domains.std import StandardDomain
from sphinx.environment import BuildEnvironment


class _Kept:
    """An environment that reads each doctree once."""

    def __init__(self, env: BuildEnvironment) -> None:
        self._env = env
        self.get_doctree = cache(env.get_doctree)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._env, name)


class KeptReferences(StandardDomain):
    """The standard domain, with doctrees that are kept while the pages are written."""

    _kept: _Kept | None = None

    def resolve_xref(self, env: BuildEnvironment, *arguments: Any) -> nodes.Element | None:
        """Resolve a reference as Sphinx does."""
        self._kept = self._kept or _Kept(env)
        return super().resolve_xref(self._kept, *arguments)
