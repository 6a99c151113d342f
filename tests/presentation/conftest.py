"""What tests of tables share."""

from __future__ import annotations

from html import unescape


def rows(text: str) -> list[list[str]]:
    """The cells of a Markdown table as they are read, without the rule under its head."""
    lines = [[unescape(cell).strip() for cell in line.strip("|").split(" | ")]
             for line in text.splitlines()]
    return [lines[0], *lines[2:]]
