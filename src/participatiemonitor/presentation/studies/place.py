"""Where a report is shown: on a page of its own, or in a book among others."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.presentation.documents.tables import DOCUMENT


@dataclass(frozen=True)
class Place:
    """What the page of a report names its figures, its tables and their files.

    Attributes
    ----------
    folder : str
        Where the files for download are, from the page.
    prefix : str
        Before the name of each file.
    figure, table : str
        Before the name of a figure or table; prose refers to that.
    kind : str
        The class of tables, for their looks; may be empty.
    remark : str
        What stands under each figure and table, for who sees no more than that; may be empty.
    """

    folder: str = "downloads"
    prefix: str = ""
    figure: str = "fig-"
    table: str = "tab-"
    kind: str = ""
    remark: str = ""

    def file(self, name: str) -> str:
        """The name of a file, without its ending."""
        return f"{self.prefix}{name}"


# The page of a study is in the folder of its book.
ALONE = Place()


def in_book(study: str, remark: str = "") -> Place:
    """Where a chapter shows the example of a study, which many other figures stand beside."""
    prefix = f"studie-{study}-"
    return Place("../downloads", prefix, f"figuur-{prefix}", f"tabel-{prefix}", DOCUMENT,
                 remark)
