"""How high a row of a workbook is: only Excel makes it as high as its text by itself."""

from __future__ import annotations

from collections.abc import Sequence

# In points: a line, and the most that a row can have.
_LINE, _HIGHEST = 15, 409


def row_height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """The height of a row in which texts wrap, rather a line too many than one too few.

    Parameters
    ----------
    texts : sequence of str
        What its cells say, from the first.
    widths : sequence of int
        How many signs a line of each column takes.

    Returns
    -------
    int
        In points.
    """
    lines = max((sum(1 + len(line) * 10 // (width * 9) for line in text.split("\n"))
                 for text, width in zip(texts, widths, strict=True)), default=1)
    return min(_LINE * lines, _HIGHEST)
