"""Folders for the study of elements, written by a test."""

from participatiemonitor.studies.elements.form import ELEMENTS


def write_folder(folder, codings, remark="", about=None):
    """Write codings as a user does.

    Parameters
    ----------
    folder : pathlib.Path
    codings : dict of (coder, intervention) to (elements, rung)
    remark : str
    about : dict of str to str, optional
        Descriptions of interventions.
    """
    folder.mkdir()
    lines = {"opzet": ["gemeente,peildatum,opmerking", f"Gemeente B,2013-05-01,{remark}"],
             "interventies": ["interventie,omschrijving"],
             "coderingen": [f"codeur,interventie,{','.join(ELEMENTS)},trede"]}
    for name in dict.fromkeys(name for _, name in codings):
        lines["interventies"].append(f"{_cell(name)},{_cell((about or {}).get(name, ''))}")
    for (coder, name), (has, rung) in codings.items():
        marks = ",".join("ja" if element in has else "nee" for element in ELEMENTS)
        lines["coderingen"].append(f"{_cell(coder)},{_cell(name)},{marks},{rung}")
    for table, rows in lines.items():
        (folder / f"{table}.csv").write_text("\n".join([*rows, ""]), encoding="utf-8")
    return folder


def _cell(text):
    return '"' + text.replace('"', '""') + '"'
