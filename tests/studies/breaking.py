"""The example of a study, spoilt in one respect: what a user reads then."""

import shutil
from importlib import import_module
from pathlib import Path

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.catalogue import find_study

STUDIES = Path(__file__).parents[2] / "studies"


def example(study):
    """The folder of the example that comes with a study."""
    return STUDIES / study / "voorbeeld"


def form_of(study):
    """The form of a study."""
    return import_module(f"participatiemonitor.studies.{study}.form").FORM


def inputs_of(study, folder):
    """What a folder comes to."""
    found = find_study(study)
    return found.read(folder, **found.example)


def spoilt(study, folder, changes):
    """Copy an example with changes: of a file an (old, new) text, a whole text, or None.

    A text that is replaced must stand there; only its first occurrence is.
    """
    shutil.copytree(example(study), folder)
    for name, change in changes.items():
        path = folder / name
        if change is None:
            path.unlink()
        elif isinstance(change, tuple):
            text, (old, new) = path.read_text(encoding="utf-8"), change
            assert old in text, old
            path.write_text(text.replace(old, new, 1), encoding="utf-8")
        else:
            path.write_bytes(change if isinstance(change, bytes) else change.encode())
    return folder


def refused(study, folder, changes):
    """The message with which a spoilt example is refused."""
    with pytest.raises(InputError) as caught:
        inputs_of(study, spoilt(study, folder, changes))
    assert caught.value.exit_code == 2
    return str(caught.value)


def one_line(study, folder, changes):
    """The one fault that a spoilt example has."""
    head, fault, last = refused(study, folder, changes).split("\n")
    assert head == "1 fout in de gegevens:"
    assert last == "Herstel ze en probeer het opnieuw."
    return fault.strip()
