"""What comes in of lists: pseudonyms, provisions, periods, and counts of what was wrong."""

import datetime as dt

import openpyxl
import polars as pl
import pytest

from studies.overlap.door.lists import (
    COLUMNS,
    HEADS,
    OTHER,
    ROW,
    SECOND,
    come_in,
    listed,
    one_in,
    pair,
    pseudonym,
    text,
    write,
)

NUMBER, NAME = "bsn:111222333", "naam:ZIJLSTRA P 1961-07-23 7419RX 38 A"
HOME = "adres:7419RX 38 A"
SCHEMA = {"number_hi": pl.Int64, "number_lo": pl.Int64, "name_hi": pl.Int64, "name_lo": pl.Int64,
          "home_hi": pl.Int64, "home_lo": pl.Int64, "provision": pl.Int16, "area": pl.String,
          "since": pl.Date, "until": pl.Date}


def only(*holds):
    """Some columns of a list."""
    return {name: COLUMNS[name] for name in holds}


def without(row, *holds):
    """A row in which some cells are empty."""
    return tuple("" if name in holds else cell
                 for name, cell in zip(COLUMNS, row, strict=True))


def changed(row, **cells):
    """A row with other cells, by what they hold."""
    return tuple(cells.get(name, cell) for name, cell in zip(COLUMNS, row, strict=True))


def test_pseudonyms_are_those_of_the_hmac_of_python(tmp_path):
    """Of number, name and home; with the rest of the row beside them."""
    path = write(tmp_path / "a.csv", [ROW, SECOND])
    entered, rows = one_in(listed(path), tmp_path / "store")
    assert dict(rows.schema) == SCHEMA
    for name, identifier in {"number": NUMBER, "name": NAME, "home": HOME}.items():
        assert pair(rows, name) == pseudonym(identifier)
    assert pair(rows, "home", 1) == pseudonym("adres:7422PT 1207 ")
    assert pair(rows, "name", 1) == pseudonym("naam:QUADVLIEG M 1984-11-05 7422PT 1207 ")
    assert rows.drop("^(number|name|home)_.*$").rows() == [
        (0, "Noord", dt.date(2011, 5, 1), dt.date(2012, 2, 29)),
        (1, "Zuid", dt.date(2010, 1, 1), None)]
    assert entered.path == tmp_path / "store" / "00.parquet"
    assert (entered.supplier, entered.rows, entered.left_out) == ("Sociale dienst", 2, 0)
    assert (entered.numbers, entered.names, entered.homes, dict(entered.failed)) == (
        True, True, True, {})


def test_another_key_makes_other_pseudonyms(tmp_path):
    """Of everybody and every home; what is no identifier stays."""
    path = write(tmp_path / "a.csv", [ROW, SECOND])
    _, rows = one_in(listed(path), tmp_path / "store", parts=True)
    _, others = one_in(listed(path), tmp_path / "other", key=OTHER, parts=True)
    for column in rows.columns:
        same = rows[column].eq_missing(others[column])
        assert same.all() if column in ("provision", "area", "since", "until") else not same.any()


def variants(folder):
    """The same two persons in files of many kinds."""
    odd = [("1112.22.333", "Zijlstra, van der", "Pieter Jan", "23-7-1961", "7419 rx", "38A", "",
            "BIJSTAND ", " Noord", "1-5-2011", "29/02/2012"),
           ("123456782.0", "QUADVLIEG", "m.", "19841105", "7422 PT", "1207", None,
            "huishoudelijke  hulp", "Zuid", "2010-01-01 00:00:00", None)]
    for name, how in {
            "comma.csv": {"delimiter": ","}, "tab.tsv": {"delimiter": "\t"},
            "bar.txt": {"delimiter": "|", "end": "\n"}, "bom.csv": {"encoding": "utf-8-sig"},
            "wide.csv": {"encoding": "utf-16", "delimiter": "\t"}, "quoted.csv": {"quoting": 1},
            "old.csv": {"encoding": "cp1252"}, "mac.csv": {"end": "\r"}}.items():
        yield write(folder / name, [ROW, SECOND], **how)
        yield write(folder / f"odd-{name}", odd, **how)
    yield write(folder / "little.csv", [ROW, SECOND], encoding="utf-16-le")
    sep = folder / "sep.csv"
    sep.write_bytes(b"sep=;\r\n" + text([ROW, SECOND]).encode())
    yield sep
    above = folder / "above.csv"
    above.write_bytes(b"Lijst van maart\r\n\r\n" + text([ROW, SECOND]).encode())
    yield above
    turned = folder / "turned.csv"
    order = [*range(len(HEADS))][::-1]
    turned.write_text(text([[row[at] for at in order] for row in (ROW, SECOND)],
                           [HEADS[at].upper() for at in order]), encoding="utf-8")
    yield turned
    yield write(folder / "text.xlsx", [ROW, SECOND])
    yield write(folder / "odd.xlsx", odd)
    typed = [(111222333, "van der Zijlstra", "P", dt.datetime(1961, 7, 23), "7419RX", 38, "a",
              "bijstand", "Noord", dt.date(2011, 5, 1), dt.date(2012, 2, 29)),
             (123456782, "Quadvlieg", "M", dt.datetime(1984, 11, 5), "7422PT", 1207, None,
              "huishoudelijke hulp", "Zuid", dt.date(2010, 1, 1), None)]
    yield write(folder / "typed.xlsx", typed)
    yield write(folder / "text.parquet", [ROW, SECOND])
    yield write(folder / "typed.parquet", typed)
    frame = pl.DataFrame(typed, schema=list(HEADS), orient="row")
    frame.with_columns(pl.col("BSN", "Huisnr").cast(pl.Float64), pl.col("Soort").cast(
        pl.Categorical), pl.col("Vanaf").cast(pl.Datetime("ns"))).write_parquet(
            folder / "frame.parquet")
    yield folder / "frame.parquet"


def test_the_same_persons_in_all_kinds_of_files(tmp_path):
    """However they are written, they have the same pseudonyms and periods."""
    paths = list(variants(tmp_path))
    entered, found = come_in([listed(path) for path in paths], tmp_path / "store")
    _, expected = one_in(listed(write(tmp_path / "plain.csv", [ROW, SECOND])), tmp_path / "one")
    assert pair(expected, "name") == pseudonym(NAME)
    for one, path, rows in zip(entered, paths, found, strict=True):
        assert rows.equals(expected), path.name
        assert (one.rows, dict(one.failed), one.left_out) == (2, {}, 0), path.name


def test_a_byte_that_is_not_utf_8_far_down_a_file(tmp_path):
    """The encoding is that of the whole file, and not of its begin."""
    rows = [without(ROW, "achternaam")] * 20_000 + [changed(ROW, achternaam="Nüland")]
    entered, found = one_in(listed(write(tmp_path / "a.csv", rows, encoding="cp1252")),
                            tmp_path / "store")
    assert pair(found, "name", 20_000) == pseudonym(NAME.replace("ZIJLSTRA", "NULAND"))
    assert dict(entered.failed) == {"geen achternaam": 20_000}


def test_what_fails_is_counted_by_kind(tmp_path):
    """Rows without number keep their name, those without name their number."""
    rows = [ROW, changed(ROW, bsn="111222334"), without(ROW, "bsn"), changed(
        SECOND, geboortedatum="31-2-1984"), without(ROW, "achternaam", "voorletters"), changed(
            SECOND, bsn="9", postcode="74PT"), without(ROW, "bsn", "huisnummer"),
        ("",) * len(ROW), ("  ", *[""] * (len(ROW) - 1))]
    entered, found = one_in(listed(write(tmp_path / "a.csv", rows)), tmp_path / "store")
    assert dict(entered.failed) == {
        "geen geldig burgerservicenummer": 4, "geen achternaam": 1, "geen voorletters": 1,
        "geen geldige geboortedatum": 1, "geen volledig adres": 2}
    assert (entered.rows, entered.left_out, len(found)) == (7, 2, 5)
    assert [found[column].null_count() for column in ("number_lo", "name_hi", "home_hi")] == [
        2, 2, 0]
    for first in ("number", "name", "home"):
        assert found[f"{first}_hi"].is_null().equals(found[f"{first}_lo"].is_null(),
                                                     check_names=False)


def test_only_columns_that_a_list_has_can_fail(tmp_path):
    """A list with numbers only, and one without."""
    path = write(tmp_path / "a.csv", [ROW, without(SECOND, "bsn")])
    entered, rows = one_in(listed(path, only("bsn", "voorziening")), tmp_path / "store")
    assert dict(entered.failed) == {"geen geldig burgerservicenummer": 1}
    assert (entered.numbers, entered.names, entered.homes) == (True, False, False)
    assert dict(rows.schema) == SCHEMA
    assert rows["name_hi", "home_lo", "area", "since", "until"].null_count().row(0) == (1,) * 5
    named = only("achternaam", "voorletters", "geboortedatum", "postcode", "huisnummer")
    entered, rows = one_in(listed(path, named, provision=2), tmp_path / "named")
    assert (entered.numbers, entered.names, entered.homes) == (False, True, True)
    assert (dict(entered.failed), entered.left_out) == ({}, 0)
    assert pair(rows, "home") == pseudonym("adres:7419RX 38 ")
    assert rows["provision"].to_list() == [2, 2]


def test_the_day_of_a_list(tmp_path):
    """It stands for the begin and end of all rows."""
    path = write(tmp_path / "a.csv", [ROW, SECOND])
    day = dt.date(2012, 3, 31)
    _, rows = one_in(listed(path, only("bsn"), provision=1, day=day), tmp_path / "store")
    assert rows.select("since", "until", "provision").rows() == [(day, day, 1)] * 2


def test_a_sheet_by_its_name(tmp_path):
    """And the first without one."""
    book = openpyxl.Workbook()
    book.active.append(["niets"])
    sheet = book.create_sheet("Maart 2012")
    sheet.append(["Overzicht"])
    sheet.append([])
    for row in (HEADS, ROW, (None,) * 5, SECOND):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    entered, rows = one_in(listed(tmp_path / "a.xlsx", sheet="maart 2012"), tmp_path / "store")
    assert (entered.rows, len(rows)) == (2, 2)
    assert pair(rows, "number") == pseudonym(NUMBER)


def test_names_of_columns_are_found_leniently(tmp_path):
    """As in forms: capitals, blanks, underscores and hyphens do not matter."""
    path = write(tmp_path / "a.csv", [ROW], heads=("burger-service_nummer ", *HEADS[1:]))
    columns = COLUMNS | {"bsn": "Burger service nummer", "begin": "VANAF"}
    _, rows = one_in(listed(path, columns), tmp_path / "store")
    assert pair(rows, "number") == pseudonym(NUMBER)


def test_parts(tmp_path):
    """Each part is the HMAC of its name and text; what sounds alike has the same sound."""
    rows = [ROW, changed(ROW, achternaam="Seilstra", huisnummer="39"), changed(
        ROW, achternaam="Zijlsdra"), without(SECOND, "achternaam", "geboortedatum", "postcode")]
    path = write(tmp_path / "a.csv", rows)
    _, found = one_in(listed(path), tmp_path / "store", parts=True)
    expected = {"surname": "ZIJLSTRA", "initial": "P", "day": "23", "month": "07", "year": "1961",
                "place": "7419RX 38"}
    for part, told in expected.items():
        high, low = pseudonym(f"{part}:{told}")
        assert found[f"part_{part}"][0] == f"{high % 2**64:016x}{low % 2**64:016x}"
    assert found["part_place"].n_unique() == 3
    assert found["part_sound"][0] != found["part_sound"][1]
    assert found["part_sound"][3] is None and found["part_year"][3] is None
    assert found["part_initial"][3] is not None
    from jellyfish import metaphone
    high, _ = pseudonym(f"sound:{metaphone('ZIJLSTRA')}")
    assert found["part_sound"][0].startswith(f"{high % 2**64:016x}")
    _, few = one_in(listed(path, only("bsn", "voorziening")), tmp_path / "few", parts=True)
    assert [name for name in few.columns if name.startswith("part_")] == [
        name for name in found.columns if name.startswith("part_")]
    assert few.select(pl.col("^part_.*$").is_null().all()).row(0) == (True,) * 7


@pytest.mark.parametrize("size", [1, 3, 300_000])
def test_rows_in_pieces_of_any_size(tmp_path, size):
    """Long lists come in as short ones do."""
    rows = [ROW, SECOND, without(ROW, "bsn")] * size
    entered, found = one_in(listed(write(tmp_path / "a.csv", rows, end="\n")), tmp_path / "store")
    assert (entered.rows, len(found)) == (3 * size, 3 * size)
    assert found["number_lo"].n_unique() == 3
    assert found["name_lo"].n_unique() == 2
    assert found["provision"].value_counts(sort=True)["count"].to_list() == [2 * size, size]
