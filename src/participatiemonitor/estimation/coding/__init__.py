"""Open answers put into themes by two coders, each in a workbook of their own."""
