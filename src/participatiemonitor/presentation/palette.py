"""The colours of figures, pages and print, from one file that Typst reads as well."""

from __future__ import annotations

from pathlib import Path

import yaml

FILE = Path(__file__).with_suffix(".yml")
COLOURS = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def stylesheet() -> str:
    """The colours of the pages, light and dark, as custom properties of CSS."""
    rules = {selector: "".join(f"  {name}: {colour};\n" for name, colour in colours.items())
             for selector, colours in COLOURS["pages"].items()}
    return "".join(f"{selector} {{\n{colours}}}\n" for selector, colours in rules.items())
