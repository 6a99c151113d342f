"""The lists of the example as a clerk would read them: with pandas, and linked row by row."""

import re
import unicodedata
from functools import cache

import pandas as pd

FORMATS = ("%Y-%m-%d", "%d-%m-%Y")


def read_uses(folder):
    """The uses in all lists, with who it is of and where that is; of neither when there is none."""
    suppliers = pd.read_csv(folder / "leveranciers.csv", dtype=str, keep_default_na=False)
    setup = pd.read_csv(folder / "opzet.csv", dtype=str).iloc[0]
    parts = []
    for _, told in suppliers.iterrows():
        rows = _rows(folder / "lijsten" / told["bestand"], told["blad"])
        held = {name: rows[told[name]] for name in told.index[3:]
                if told[name] and name not in ("alles", "stand")}
        found = pd.DataFrame({
            "supplier": told["leverancier"],
            "number": held["bsn"].map(_number) if "bsn" in held else None,
            "address": _addresses(held),
            "provision": held["voorziening"] if "voorziening" in held else told["alles"],
            "since": held["begin"].map(_day) if "begin" in held else pd.Timestamp(told["stand"]),
            "until": held["einde"].map(_day) if "einde" in held else pd.Timestamp(told["stand"])})
        if "achternaam" in held:
            found["name"] = [_name(*cells) for cells in zip(
                held["achternaam"], held["voorletters"], held["geboortedatum"].map(_day),
                found["address"], strict=True)]
        parts.append(found)
    return pd.concat(parts, ignore_index=True).astype({"name": object}), setup


def linked(uses):
    """The uses with their person, of those who have one; and how many names have two numbers."""
    uses = uses.dropna(subset=["number", "name"], how="all").copy()
    known = uses.dropna(subset=["number", "name"]).groupby("name")["number"].agg(set)
    of = {name: min(some) for name, some in known.items() if len(some) == 1}
    uses["person"] = uses["number"].fillna(uses["name"].map(of)).fillna(uses["name"])
    return uses, int((known.map(len) > 1).sum())


def on(uses, day):
    """The uses of a day, with the home of each person: that of any row of the day."""
    day = pd.Timestamp(day)
    found = uses[~(uses["since"] > day) & ~(uses["until"] < day)]
    homes = found.dropna(subset="address").groupby("person")["address"].min()
    return found.assign(home=found["person"].map(homes))


def _rows(path, sheet):
    if path.suffix == ".parquet":
        frame = pd.read_parquet(path)
    elif path.suffix == ".xlsx":
        frame = pd.read_excel(path, sheet_name=sheet, dtype=object, keep_default_na=False)
    else:
        head = path.read_bytes()[:300]
        encoding = "cp1252" if b"BSN" in head else "utf-8-sig"
        mark = next(sign for sign in "\t;," if sign.encode() in head)
        frame = pd.read_csv(path, sep=mark, dtype=str, keep_default_na=False, encoding=encoding)
    return frame.astype(object).where(frame.notna(), "")


def _number(cell):
    digits = str(cell)
    if not re.fullmatch(r"\d{9}", digits):
        return None
    total = sum(int(sign) * weight for sign, weight in zip(digits, (*range(9, 1, -1), -1),
                                                           strict=True))
    return None if total % 11 else digits


@cache
def _day(cell):
    if hasattr(cell, "year"):
        return pd.Timestamp(cell)
    for form in FORMATS:
        try:
            return pd.Timestamp(pd.to_datetime(cell, format=form))
        except ValueError:
            pass
    return pd.NaT


def _addresses(held):
    more = held.get("toevoeging", [""] * len(held["postcode"]))
    return [_address(*cells) for cells in zip(held["postcode"], held["huisnummer"], more,
                                              strict=True)]


def _address(postcode, house, addition):
    postcode = str(postcode).replace(" ", "").upper()
    parts = re.fullmatch(r"(\d+)[ -]?(\w*)", str(house))
    if not parts or not re.fullmatch(r"\d{4}[A-Z]{2}", postcode):
        return None
    return f"{postcode} {parts[1]} {(parts[2] + str(addition)).upper()}"


def _name(surname, initials, born, address):
    plain = unicodedata.normalize("NFKD", surname).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"^((van|der|den|de|ter|op) )+", "", plain.split(",")[0])
    if not plain or pd.isna(born) or pd.isna(address):
        return None
    return f"{plain} {initials[0].lower()} {born:%Y%m%d} {address}"
