"""The page of a study in docs/: what it must say of the input, made of the form."""

from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs" / "studies"


def input_tables(form):
    """Each table with its columns, in Markdown."""
    parts = []
    for table in form.tables:
        columns = [*table.columns, *([table.more] if table.more else [])]
        rows = [f"| {f'`{one.name}`' if one is not table.more else one.name} "
                f"| {'ja' if one.needed else 'nee'} | {_cell(_told(one))} | `{one.example}` |"
                for one in columns]
        parts.append("\n".join([
            f"### {table.name}", "", table.about, "",
            "| kolom | nodig | wat erin staat | voorbeeld |", "| --- | --- | --- | --- |", *rows]))
    return "\n\n".join(parts)


def _told(column):
    """What a cell holds, with the words it may be where the text does not say them."""
    words = column.kind.words
    if words == ("ja", "nee") or all(word in column.about for word in words):
        return column.about
    return f"{column.about} Een van: {', '.join(words)}."


def _cell(text):
    return text.replace("|", "\\|").replace("<", "\\<")
