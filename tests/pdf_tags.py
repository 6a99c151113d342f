"""The tags of a PDF: what who has it read aloud gets, in reading order."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader


def elements(pdf: PdfReader | Path) -> list:
    """The structure elements of a PDF, in reading order."""
    found = []

    def walk(node) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append(node)
            if "/K" in node:
                walk(node["/K"])

    reader = PdfReader(pdf) if isinstance(pdf, Path) else pdf
    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def cells(table) -> list[tuple[str, object]]:
    """The cells of a table, each with the part of the table it is in: ``/THead``, ``/TBody``."""
    parts = (part.get_object() for part in table["/K"])
    return [(part["/S"], cell.get_object()) for part in parts if part["/S"] != "/Caption"
            for row in part["/K"] for cell in row.get_object()["/K"]]


def scope(cell) -> str | None:
    """Whether a cell is the head of a row or a column, where it is one."""
    return _of_table(cell).get("/Scope")


def heads(cell) -> list:
    """The heads that belong to a cell."""
    return list(_of_table(cell).get("/Headers", []))


def _of_table(cell) -> dict:
    """What the tags say of a cell as a cell, beside what they say of its looks."""
    return next((one for one in cell.get("/A", []) if one["/O"] == "/Table"), {})
