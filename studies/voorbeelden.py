"""Write the examples of all studies again: ``.venv/bin/python studies/voorbeelden.py``."""

from importlib import import_module
from pathlib import Path

from participatiemonitor.studies.forms.examples import write_example

FOLDER = Path(__file__).parent
STUDIES = ("demand", "ladder", "indicators", "elements", "overlap")

if __name__ == "__main__":
    for study in STUDIES:
        room = f"participatiemonitor.studies.{study}"
        form, example = import_module(f"{room}.form"), import_module(f"{room}.example")
        folder = FOLDER / study / "voorbeeld"
        write_example(form.FORM, example.example_rows(), folder, example.ADDED)
        # Some have files that are no tables of a form.
        if hasattr(example, "write_lists"):
            example.write_lists(folder)
