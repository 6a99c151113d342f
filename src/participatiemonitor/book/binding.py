"""How a function of a topic becomes a method of the face."""

from __future__ import annotations

from collections.abc import Callable
from types import MethodType
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

Rest = ParamSpec("Rest")
Made = TypeVar("Made")


class Bind(Generic[Rest, Made]):
    """A method that is a function whose first argument the face knows.

    Parameters
    ----------
    function : callable
    known : str
        The attribute of the face that is the first argument.
    """

    def __init__(self, function: Callable[Concatenate[Any, Rest], Made], known: str = "source"
                 ) -> None:
        self.function = function
        self.known = known

    def __get__(self, face: object, _owner: type | None = None) -> Callable[Rest, Made]:
        return MethodType(self.function, getattr(face, self.known, None))
