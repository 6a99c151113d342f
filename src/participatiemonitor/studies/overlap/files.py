"""Which kinds of files a list may be, by how their names end."""

from __future__ import annotations

CSV, EXCEL, PARQUET = (".csv", ".txt", ".tsv"), (".xlsx", ".xlsm"), (".parquet",)
SUFFIXES = (*CSV, *EXCEL, *PARQUET)
READABLE = "csv (.csv, .txt, .tsv), Excel (.xlsx) of parquet (.parquet)"
