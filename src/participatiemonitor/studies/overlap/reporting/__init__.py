"""The report of the study of overlap, a section a module: tables, figures and sentences."""
