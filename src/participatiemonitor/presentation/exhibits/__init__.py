"""Exhibits: figures, tables and quotes, drawn and written."""
