"""Pieces of MyST Markdown, the language the pages are written in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Block:
    """Markdown that a notebook cell puts on the page.

    Parameters
    ----------
    text : str
        MyST Markdown; parsed by the book build.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def _repr_markdown_(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text


def directive(name: str, argument: str, body: str, /, fence: str = "```", **options: str) -> str:
    """A MyST directive, its options in the given order."""
    head = [f"{fence}{{{name}}} {argument}".rstrip()]
    head += [f":{option}: {value}" for option, value in options.items()]
    return "\n".join([*head, "", body, fence])


def pipe_table(columns: Sequence[str], rows: Iterable[Sequence[str]],
               right: Iterable[int] = ()) -> str:
    """A Markdown table.

    Parameters
    ----------
    columns : sequence of str
        The header.
    rows : iterable of sequences of str
    right : iterable of int
        Positions of the columns that are set flush right.
    """
    right = set(right)
    rule = ["--:" if place in right else ":--" for place in range(len(columns))]
    lines = [columns, rule, *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def file_links(name: str, *kinds: str) -> str:
    """Links from a chapter to the files of a figure or table.

    In HTML, because Sphinx would look for the files beside the notebook and copy them.
    """
    links = " ".join(f'<a href="../downloads/{name}.{kind}" download>{kind}</a>' for kind in kinds)
    return f'<p class="downloads">Download als {links}</p>'


def quoted(text: str, by: str) -> str:
    """A block quote with who said it under it."""
    return f'{{attribution="{by}"}}\n> “{text}”'


def _cell(text: str) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")
