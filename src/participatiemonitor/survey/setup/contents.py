"""What the setup workbook of a round holds."""

from __future__ import annotations

from participatiemonitor.survey.setup.codebook_tables import codebook_tables
from participatiemonitor.survey.setup.wave_content import register_table, wave_tables
from participatiemonitor.survey.setup.wave_sheets import REGISTER
from participatiemonitor.survey.setup.workbook import Contents
from participatiemonitor.survey.setup.yaml_text import plain
from participatiemonitor.survey.wave import Wave


def contents_of(wave: Wave) -> Contents:
    """The contents of the workbook of a round that is set up.

    Parameters
    ----------
    wave : Wave

    Returns
    -------
    Contents
    """
    form, sheets = wave_tables(plain(wave.info))
    register = register_table(wave.frame.reset_index().to_dict("records"))
    return Contents(f"Opzet van de peiling van {wave.year}", form,
                    {**sheets, **codebook_tables(plain(wave.codebook)), REGISTER.name: register},
                    ("Deze opzet is volledig.",))
