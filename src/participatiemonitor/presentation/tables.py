"""Tables of the monitor, as Markdown."""

from __future__ import annotations

from participatiemonitor.estimation import Estimates, Ref
from participatiemonitor.estimation.refs import ALL
from participatiemonitor.presentation import wording
from participatiemonitor.presentation.figures import FigureData
from participatiemonitor.presentation.markdown import pipe_table
from participatiemonitor.survey import Question, Wave


def figure_table(data: FigureData) -> str:
    """The numbers behind a figure: one row an item (and answer), one column a group."""
    groups = list(dict.fromkeys(data.table["group"]))
    stacked = data.form == "stacked"
    several = stacked and data.table["item"].nunique() > 1
    keys = ["item", "option"] if several else ["option"]
    cells = data.table.set_index([*keys, "group"])
    columns = [*(["Vraag"] if several else []), "Antwoord"]
    for group in groups:
        columns += [wording.capital(group), "n"]
    rows = []
    for key in dict.fromkeys(cells.index.droplevel("group")):
        names = list(key) if several else [key]
        row = [wording.capital(name) for name in names]
        for group in groups:
            place = (*names, group)
            row += ([wording.percent(cells.loc[place, "value"]), str(cells.loc[place, "n"])]
                    if place in cells.index and cells.loc[place, "n"] else ["–", "0"])
        rows.append(row)
    return pipe_table(columns, rows, range(len(columns) - 2 * len(groups), len(columns)))


def means_table(question: str, group: str, estimates: Estimates) -> str:
    """The mean of each item of a percentage, with the number of answers in the header."""
    entry = estimates.wave.codebook[question]
    n = estimates[Ref(question, entry.option_ids[0], group)].n
    rows = [[wording.capital(option.nl),
             wording.percent(estimates[Ref(question, option.id, group)].value)]
            for option in entry.options]
    return pipe_table(["Gemiddeld deel van de bijstandsgerechtigden met", f"Totaal (n = {n})"],
                      rows, [1])


def response_table(estimates: Estimates) -> str:
    """The response of both groups, by stratum and in total."""
    info = estimates.wave.info
    columns, rows = ["Grootteklasse"], []
    for entry in info.groups.values():
        columns += [f"{wording.capital(entry.nl)}: register", "n", "respons"]
    for domain in (*info.strata, ALL):
        row = [wording.capital(info.strata[domain].nl) if domain != ALL else "**Totaal**"]
        for group in info.groups:
            one = estimates[Ref("respons", "organisaties", group, domain)]
            row += [wording.whole(one.n), wording.whole(one.count), wording.percent(one.value)]
        rows.append(row)
    return pipe_table(columns, rows, range(1, len(columns)))


def base_text(question: Question, wave: Wave) -> str:
    """Who a question was put to, in words: groups and routing."""
    groups = wording.enumeration(wave.info.groups[group].nl for group in question.asked)
    routes = [f"het antwoord op “{wave.codebook[name].nl}” is "
              f"{wording.enumeration((wave.codebook[name].option(o).nl for o in options), 'of')}"
              for name, options in question.when.items()]
    return f"{groups}, als {' en '.join(routes)}" if routes else groups
