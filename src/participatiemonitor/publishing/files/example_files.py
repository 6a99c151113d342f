"""The files of the examples that a book shows: what is drawn of them, and what to begin with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from participatiemonitor.estimation.disclosure.key import FILE as KEY
from participatiemonitor.presentation.studies.examples import ARCHIVE, TEMPLATE
from participatiemonitor.presentation.studies.place import in_book
from participatiemonitor.project import Project
from participatiemonitor.publishing.asked import Shown
from participatiemonitor.publishing.files.report_files import write_figures, write_tables
from participatiemonitor.studies.catalogue import find_study
from participatiemonitor.studies.example_places import example_folder
from participatiemonitor.studies.examples import open_example
from participatiemonitor.studies.forms.template import template_workbook

# The files of an archive have a day that is not today, so that the same files make the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16


def write_examples(project: Project, shown: Iterable[Shown], offered: Path, printed: Path) -> None:
    """Write the files of the examples that chapters show.

    Parameters
    ----------
    project : Project
    shown : iterable of Shown
        What of each.
    offered, printed : pathlib.Path
        The folders with files for download, and with figures for print.
    """
    for one in shown:
        example, place = open_example(one.study, project), in_book(one.study)
        report = example.report
        write_figures(report, one.figures, example.about, place, offered, printed)
        drawn = (report.figure(name).table for name in one.figures)
        write_tables(report, dict.fromkeys((*drawn, *one.tables)), place, offered)
        files = {ARCHIVE: archive(example_folder(one.study, project)),
                 TEMPLATE: template_workbook(find_study(one.study).form)}
        for name, content in files.items():
            (offered / place.file(name)).write_bytes(content)


def archive(folder: Path) -> bytes:
    """The files of an example as one file, the same bytes each time.

    Its key stays behind: everybody knows it, and who fills in the example as a model would draw the
    noise for own clients with it.

    Parameters
    ----------
    folder : pathlib.Path
        Named *voorbeeld*, in one with the name of the study.

    Returns
    -------
    bytes
    """
    stream = io.BytesIO()
    within = f"{folder.parent.name}-{folder.name}"
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder)
            hidden = any(part.startswith(".") for part in name.parts)
            if path.is_file() and path.name != KEY and not hidden:
                entry = zipfile.ZipInfo(f"{within}/{name.as_posix()}", _DAY)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, _READABLE
                entry.create_system = 3  # as on Unix, wherever it is made
                packed.writestr(entry, path.read_bytes())
    return stream.getvalue()
