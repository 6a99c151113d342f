"""What was published of Veenendaal, and a count that knows nothing of the study's own code."""

import csv

import pandas as pd

# The combinations of table 5 by their row, in the words of the example.
COMBINATIONS = {
    "bijstand_traject": {"bijstand", "participatietraject"},
    "hulp_verpleging": {"huishoudelijke hulp", "verpleging en verzorging"},
    "hulp_welzijn": {"huishoudelijke hulp", "welzijnsvoorziening"},
    "bijstand_ondersteuning_traject": {
        "bijstand", "maatschappelijke ondersteuning", "participatietraject"},
    "hulp_hulpmiddel": {"huishoudelijke hulp", "hulpmiddel of mobiliteitsvoorziening"},
    "bijstand_traject_werk": {"bijstand", "participatietraject", "werkvoorziening"}}
UNITS = ("personen", "huishoudens")


def published(repository, unit):
    """Percents: of users with more than one, and of these with each combination."""
    tables = repository / "data/published/divosa2012/tables"
    shares = {row["row"]: float(row["value"]) for row in _rows(tables / "t5.csv")
              if row["column"] == unit}
    more = [float(row["value"]) for row in _rows(tables / "overlap.csv")
            if (row["row"], row["column"]) == (f"veenendaal_{unit}", "aandeel")]
    assert shares.keys() == COMBINATIONS.keys()
    return {"meer": more[0]} | shares


def counted(uses, who):
    """The same of uses: a frame with a row a use, and who it is of.

    Parameters
    ----------
    uses : DataFrame
        With a column `provision`.
    who : str
        The column of the person or the household.
    """
    patterns = uses.groupby(who)["provision"].agg(frozenset)
    several = patterns[patterns.map(len) > 1]
    found = {"meer": 100 * len(several) / len(patterns)}
    for row, provisions in COMBINATIONS.items():
        found[row] = 100 * (several == frozenset(provisions)).sum() / len(several)
    return found


def others(uses, who):
    """How often each other combination occurs, most first."""
    patterns = uses.groupby(who)["provision"].agg(lambda some: " + ".join(sorted(set(some))))
    top = {" + ".join(sorted(some)) for some in COMBINATIONS.values()}
    counts = patterns[patterns.str.contains("+", regex=False)].value_counts()
    return counts[~counts.index.isin(top)], counts[counts.index.isin(top)]


def _rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def frame(drawn, names, day):
    """The uses of a day as they were drawn: the truth behind the lists."""
    uses, users = drawn.uses, drawn.users
    everything = pd.DataFrame({
        "person": uses.person, "home": users.home[uses.person],
        "provision": [names[place] for place in uses.provision],
        "since": uses.since, "until": uses.until})
    day = pd.Timestamp(day)
    return everything[(everything["since"] <= day)
                      & (everything["until"].isna() | (everything["until"] >= day))]
