"""Pieces of MyST Markdown, the language the pages are written in.

What is not `Markup` is text, and gets through as text: in a block, a directive or a table alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from participatiemonitor.plain_text import Markup, html, markdown, option

# With an output in a notebook, to tell it from what came on the page some other way.
MAKER = {"maker": "participatiemonitor"}
# The same of what has headings: it takes the place of its cell, as prose of the page.
SECTIONS = {**MAKER, "holds": "sections"}
# A remark, which shows nothing. An output without text would be an empty box on the page.
_NOTHING = "%"


class Block:
    """Markdown that a notebook cell puts on the page.

    Parameters
    ----------
    text : Markup or str
        MyST Markdown; parsed by the book build.
    sections : bool
        Whether it has headings, which have to be among those of the page.
    """

    def __init__(self, text: str, *, sections: bool = False) -> None:
        self.text = markdown(text)
        self.metadata = SECTIONS if sections else MAKER

    def _repr_mimebundle_(self, **_: object) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
        shown = dict.fromkeys(("text/markdown", "text/plain"), str(self.text) or _NOTHING)
        return shown, {"text/markdown": self.metadata}

    def __repr__(self) -> str:
        return str(self.text)


def joined(pieces: Iterable[str], between: str = "\n\n") -> Markup:
    """Pieces of Markdown, one after the other; paragraphs when nothing else is said."""
    return Markup(between.join(map(markdown, pieces)))


def directive(name: str, argument: str, body: str, /, sign: str = "`", **options: str) -> Markup:
    """A MyST directive, its options in the given order.

    Parameters
    ----------
    name : str
    argument, body : Markup or str
    sign : str
        What its fence is made of, a backtick or a colon; there are more of them than in any line
        of the body.
    **options : str
        Plain text.

    Returns
    -------
    Markup
    """
    body = markdown(body)
    longest = max(map(len, re.findall(f"{sign}+", body)), default=0)
    fence = sign * max(3, longest + 1)
    head = [f"{fence}{{{name}}} {markdown(argument)}".rstrip()]
    head += [f":{name}: {option(value)}" for name, value in options.items()]
    return Markup("\n".join([*head, "", body, fence]))


def tabs(*panels: tuple[str, str | None]) -> Markup:
    """Panels beside each other, each with its name; without those that are empty."""
    items = joined((directive("tab-item", name, body, ":") for name, body in panels if body), "\n")
    return directive("tab-set", "", items, ":")


def pipe_table(columns: Sequence[str], rows: Iterable[Sequence[str]],
               right: Iterable[int] = ()) -> Markup:
    """A Markdown table.

    Parameters
    ----------
    columns : sequence of Markup or str
        The header.
    rows : iterable of sequences of Markup or str
    right : iterable of int
        Positions of the columns that are set flush right.

    Returns
    -------
    Markup
    """
    right = set(right)
    rule = [Markup("--:" if place in right else ":--") for place in range(len(columns))]
    lines = [columns, rule, *rows]
    return Markup("\n".join(f"| {' | '.join(map(markdown, line))} |" for line in lines))


def folded(name: str, body: str) -> Markup:
    """What only some readers need, behind a line that says what it is.

    Parameters
    ----------
    name : str
        Text.
    body : Markup or str

    Returns
    -------
    Markup
    """
    head = Markup(f"<details><summary>{html(name)}</summary>")
    return joined([head, body, Markup("</details>")])


def file_links(name: str, *kinds: str, cited: str = "", folder: str = "../downloads") -> Markup:
    """Links from a page to the files of a figure or table.

    In HTML, because Sphinx would look for the files beside the notebook and copy them.

    Parameters
    ----------
    name : str
        Also where on the page it stands, if it can be cited.
    *kinds : str
    cited : str
        How to cite it; for `_static/sharing.js`.
    folder : str
        Where the files are, from the page; a chapter is in a folder of its own.

    Returns
    -------
    Markup
    """
    links = " ".join(f'<a href="{folder}/{name}.{kind}" download>{kind}</a>' for kind in kinds)
    shared = f' data-of="{name}" data-cite="{markdown(cited)}"' if cited else ""
    return Markup(f'<p class="downloads"{shared}>Download als {links}</p>')


def quoted(text: str, by: str) -> Markup:
    """A block quote with who said it under it."""
    return Markup(f'{{attribution="{markdown(by)}"}}\n> “{markdown(text)}”')
