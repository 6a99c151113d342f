"""An example for the study of overlap: a town that does not exist, drawn to what Veenendaal found.

Its 7,500 users and their households reproduce the published shares exactly; how many users there
are is an assumption (see `persons`). All is drawn from one seed, and lies in the lists of seven
suppliers as it lies in offices: with a number, with a name, with both, in files of all kinds, with
some rows in which something is wrong.
"""

from __future__ import annotations

from participatiemonitor.studies.overlap.example.register import ADDED, example_rows, write_lists

__all__ = ["ADDED", "example_rows", "write_lists"]
