"""The chain from input to outcome: what is drawn of it is counted in the table of its parts."""

from participatiemonitor.documents.printed.tables import read_printed


def test_the_figure_counts_the_parts_of_each_link_and_those_that_nobody_measures(repository):
    tables = read_printed(repository)["verweyjonker2010"].tables
    chain, counted = tables["keten"], tables["meting"]
    for link in counted.head.rows:
        parts = [row for row, head in chain.head.rows.items() if head.part.lower() == link]
        nobody = [row for row in parts
                  if chain.cells[row, "gemeten"].published == "door niemand"]
        assert counted.cells[link, "onderdelen"].value == len(parts)
        assert counted.cells[link, "niet_gemeten"].value == len(nobody)
        # Who measures follows from what is known of questions and registers.
        for row in nobody:
            assert {chain.cells[row, column].published for column in ("vraag", "register")} == {
                "geen bekend"}
