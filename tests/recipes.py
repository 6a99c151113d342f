"""The recipes of ``docs/waar-verander-ik-wat.md``, carried out as they are written there."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from editing import cells, replace, write

PAGE = "docs/waar-verander-ik-wat.md"
_STEP = re.compile(r"^`([^`\n]+)`, ([^\n]+):\n\n```\w+\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Step:
    """A piece of text for a place in a file: *onderaan*, *onder `figures:`*, *een codecel …*.

    Of a cell the name in it is its tag: *een codecel met `remove-cell` onderaan*.
    """

    path: str
    place: str
    text: str

    def carry_out(self, root: Path, year: int) -> None:
        """Change the file in a copy of the project."""
        path = root / self.path.replace("JAAR", str(year))
        named = re.search(r"`(.+)`", self.place)
        if self.place == "nieuw bestand":
            path.parent.mkdir(exist_ok=True)
            path.write_text(self.text, encoding="utf-8")
        elif "cel" in self.place:
            kind = "code" if "codecel" in self.place else "markdown"
            _add_cell(path, kind, self.text.rstrip("\n"), named.groups() if named else ())
        elif self.place == "onderaan":
            with path.open("a", encoding="utf-8") as stream:
                stream.write(f"\n{self.text}")
        elif self.place.startswith("onder "):
            replace(path, f"{named[1]}\n", f"{named[1]}\n{self.text}")
        else:
            assert self.place.startswith("de regel van "), self.place
            line, = (line for line in path.read_text(encoding="utf-8").splitlines(keepends=True)
                     if line.strip().startswith(f"{named[1]}:"))
            replace(path, line, self.text)


def read_recipes(root: Path) -> dict[str, list[Step]]:
    """The steps of each recipe, by its title."""
    _, *parts = re.split(r"^## (.+)\n", (root / PAGE).read_text(encoding="utf-8"), flags=re.M)
    return {title: [Step(*found) for found in _STEP.findall(text)]
            for title, text in zip(parts[::2], parts[1::2], strict=True)}


def faults_of(root: Path, title: str) -> list[str]:
    """What a recipe says that a message says, pieces of it that stand in code."""
    text = (root / PAGE).read_text(encoding="utf-8").partition(f"## {title}\n")[2]
    text = text.partition("\n## ")[0].partition("Wat er mis kan gaan:")[2]
    return re.findall(r"``(.+?)``", text)


def answer(path: Path, question: str, options: list[str]) -> None:
    """Give a column of answers to ``responses.csv``, each option to every third respondent."""
    header, rows = cells(path)
    for place, row in enumerate(rows):
        row[question] = options[place % len(options)]
    write(path, [*header, question], rows)


def _add_cell(path: Path, kind: str, source: str, tags: tuple[str, ...]) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    number = max(int(cell["id"].partition("-")[2]) for cell in notebook["cells"]) + 1
    cell = {"cell_type": kind, "id": f"cell-{number}",
            "metadata": {"tags": list(tags)},
            "source": source.splitlines(keepends=True)}
    if kind == "code":
        cell |= {"outputs": [], "execution_count": None}
    notebook["cells"].append(cell)
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
