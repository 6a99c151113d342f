"""How the functions of a topic become methods of the face."""

from __future__ import annotations

from collections.abc import Callable
from inspect import isfunction, signature
from types import MethodType, ModuleType
from typing import Any


class Method:
    """A function as a method, whose first argument is what the face has by that name.

    Parameters
    ----------
    function : callable
        ``share(source, ref)`` is called as ``m.share(ref)``, with ``m.source`` before it.
    """

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.known = next(iter(signature(function).parameters))

    def __get__(self, face: object, _owner: type | None = None) -> Callable[..., Any]:
        return MethodType(self.function, getattr(face, self.known)) if face else self.function


def functions(*topics: ModuleType) -> dict[str, Callable[..., Any]]:
    """The public functions of modules, by name."""
    return {name: value for topic in topics for name, value in vars(topic).items()
            if isfunction(value) and value.__module__ == topic.__name__ and name[0] != "_"}
