"""The page of a study in docs/: what it must say of the input, made of the form."""

from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs" / "studies"


def input_tables(form):
    """Each table with its columns, in Markdown."""
    parts = []
    for table in form.tables:
        columns = [*table.columns, *([table.more] if table.more else [])]
        rows = [f"| {f'`{one.name}`' if one is not table.more else one.name} "
                f"| {'ja' if one.needed else 'nee'} | {_cell(one.about)} | `{one.example}` |"
                for one in columns]
        parts.append("\n".join([
            f"### {table.name}", "", table.about, "",
            "| kolom | nodig | wat erin staat | voorbeeld |", "| --- | --- | --- | --- |", *rows]))
    return "\n\n".join(parts)


def _cell(text):
    return text.replace("|", "\\|").replace("<", "\\<")
