"""What a notebook asks of the face of its chapter, known before any of it is executed.

Its code cells are played with a stand-in for the face, which writes down what is asked: names of
quantities are put together by helpers and constants, which only playing tells. What is played is
no more than that: calls, texts, lists and functions. A cell with anything else is not played; of
that one the calls with fixed values are known.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from nbformat import NotebookNode

from participatiemonitor.publishing.execute.roles import roles

FACE, OPENING = "participatiemonitor.book.chapter", "open_chapter"
# What may stand in a cell that is played: nothing that takes long, or reaches outside it.
_PLAYED = (
    ast.Module, ast.Expr, ast.Assign, ast.AnnAssign, ast.FunctionDef, ast.Return, ast.arguments,
    ast.arg, ast.Call, ast.keyword, ast.Name, ast.Attribute, ast.Constant, ast.JoinedStr,
    ast.FormattedValue, ast.Tuple, ast.List, ast.Dict, ast.Set, ast.Starred, ast.BinOp, ast.Add,
    ast.IfExp, ast.Compare, ast.cmpop, ast.BoolOp, ast.boolop, ast.Subscript, ast.GeneratorExp,
    ast.ListComp, ast.DictComp, ast.SetComp, ast.comprehension, ast.expr_context, ast.alias,
)
_KNOWN = {name: getattr(builtins, name)
          for name in ("dict", "enumerate", "list", "set", "sorted", "str", "tuple", "zip")}
_METHODS = ("items", "keys", "values", "format", "starting")


@dataclass(eq=False)
class Call:
    """A call on the face of a chapter.

    Attributes
    ----------
    cell : int
        Position of its cell among those of the notebook, from 0.
    name : str
    values : tuple
    named : dict
        A word among its values is a `Call` too.
    """

    cell: int
    name: str
    values: tuple[Any, ...]
    named: dict[str, Any] = field(default_factory=dict)

    def starting(self) -> Call:
        """The same word at the start of a sentence."""
        return self

    @property
    def words(self) -> Iterator[Call]:
        """The words among its values."""
        for one in (*self.values, *self.named.values()):
            for part in one.values() if isinstance(one, dict) else [one]:
                if isinstance(part, Call):
                    yield part


@dataclass(frozen=True)
class Rehearsal:
    """What a notebook asks for.

    Attributes
    ----------
    calls : tuple of Call
        In the code cells, in order.
    said : mapping of str to Call
        The words that are bound to names, for ``{glue:}`name```.
    """

    calls: tuple[Call, ...] = ()
    said: Mapping[str, Call] = field(default_factory=dict)

    def shown_in(self, cell: int) -> list[Call]:
        """The calls of a cell that are no part of another one."""
        here = [call for call in self.calls if call.cell == cell and call.name != "say"]
        within = {id(word) for call in here for word in call.words}
        return [call for call in here if id(call) not in within]


def opens_chapter(notebook: NotebookNode) -> bool:
    """Whether a notebook has the face of a chapter."""
    return any(OPENING in cell.source for cell in notebook.cells if cell.cell_type == "code")


def rehearse(notebook: NotebookNode) -> Rehearsal:
    """Play the code cells of a notebook.

    Parameters
    ----------
    notebook : nbformat.NotebookNode

    Returns
    -------
    Rehearsal
        Nothing of a notebook that does not open a chapter.
    """
    if not opens_chapter(notebook):
        return Rehearsal()
    stage = _Stage()
    for index, cell in enumerate(notebook.cells):
        if cell.cell_type == "code":
            stage.play(index, cell.source)
    return Rehearsal(tuple(stage.calls), stage.said)


def spoken(cell: NotebookNode, index: int) -> list[tuple[range, Call]]:
    """The calls in the sentences of a Markdown cell, each with its place.

    Parameters
    ----------
    cell : nbformat.NotebookNode
    index : int
        Position of the cell, for its calls.

    Returns
    -------
    list of (range, Call)
        Without what is no call with fixed values, which
        `participatiemonitor.publishing.execute.gathering` reports.
    """
    found = []
    for role in roles(cell.source, "m") if cell.cell_type == "markdown" else ():
        text = role.text.replace("\n", " ").strip()
        if calls := list(_written(text, index, bare=True)):
            found.append((range(role.start, role.end), calls[0]))
    return found


class _Face:
    """The stand-in for the face of a chapter."""

    def __init__(self, stage: _Stage) -> None:
        self._stage = stage

    def __getattr__(self, name: str) -> Callable[..., Call]:
        return partial(self._stage.ask, name)


class _Stage:
    """Where cells are played: the names they have so far, and what they asked."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.said: dict[str, Call] = {}
        self._cell = 0
        self._names: dict[str, Any] = {
            "__builtins__": _KNOWN, OPENING: lambda year: _Face(self), "year": 0}

    def ask(self, called: str, /, *values: Any, **named: Any) -> Call:
        """Write down a call."""
        call = Call(self._cell, called, values, named)
        self.calls.append(call)
        if called == "say":
            self.said |= {name: one for name, one in named.items() if isinstance(one, Call)}
        return call

    def play(self, index: int, source: str) -> None:
        """Play a cell, or read its calls."""
        self._cell, before = index, len(self.calls)
        try:
            tree = ast.parse(source)
            tree.body = [one for one in tree.body if not _opens(one)]
            if not all(map(_playable, ast.walk(tree))):
                raise ValueError(source)
            # A mistake of its author shows when it is executed.
            exec(compile(tree, "<cel>", "exec"), self._names)
        except Exception:
            del self.calls[before:]
            self.calls += _written(source, index)


def _opens(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.ImportFrom) and statement.module == FACE


def _playable(node: ast.AST) -> bool:
    if isinstance(node, ast.Attribute):
        return node.attr in _METHODS or (isinstance(node.value, ast.Name)
                                         and not node.attr.startswith("_"))
    return isinstance(node, _PLAYED)


def _written(source: str, index: int, *, bare: bool = False) -> Iterator[Call]:
    """The calls with fixed values in a text: of ``m``, or of a `bare` word."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        of_face = isinstance(called, ast.Attribute) and ast.unparse(called.value) == "m"
        if isinstance(called, ast.Name) if bare else of_face:
            try:
                yield Call(index, called.id if bare else called.attr,
                           tuple(map(ast.literal_eval, node.args)),
                           {str(one.arg): ast.literal_eval(one.value) for one in node.keywords})
            except (ValueError, TypeError, RecursionError):
                continue

