"""The empty workbook of a study, written where a user wants it."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.files.replacing import replace_bytes
from participatiemonitor.studies.forms.form import Form
from participatiemonitor.studies.forms.template import template_workbook


def write_template(form: Form, path: Path) -> None:
    """Write the empty workbook of a study.

    Parameters
    ----------
    form : Form
    path : pathlib.Path

    Raises
    ------
    InputError
        When there is a file already, which may hold somebody's work, no folder for it, or its name
        is not that of a workbook.
    """
    if path.suffix.lower() != ".xlsx":
        raise InputError(f"{path}: verwacht een naam die op .xlsx eindigt, zoals invoer.xlsx.")
    if path.exists():
        raise InputError(f"{path}: staat er al, en wordt niet overschreven. Kies een nieuwe naam.")
    if not path.parent.is_dir():
        raise InputError(f"{path.parent}: geen map. Verwacht: een map die er is.")
    replace_bytes(path, template_workbook(form))
