"""Setting up a round without code: its head, codebook and register as one workbook."""
