"""Lists of suppliers as real files, and what comes in of them."""

import csv
import datetime as dt
import hashlib
import hmac
import io

import openpyxl
import polars as pl
import pytest

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.studies.overlap.door.door import pseudonymise
from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.suppliers import UserList

KEY, OTHER = "0f" * 32, "a1" * 32
PROVISIONS = (Provision("bijstand", "Wwb", "werk"), Provision("huishoudelijke hulp", "Wmo", "zorg"),
              Provision("Jeugd-ggz", "Jeugdwet", "jeugd"))
# How the columns of the lists here are called, by what they hold.
COLUMNS = {"bsn": "BSN", "achternaam": "Achternaam", "voorletters": "Voorletters",
           "geboortedatum": "Geboren", "postcode": "Postcode", "huisnummer": "Huisnr",
           "toevoeging": "Toev", "voorziening": "Soort", "gebied": "Wijk", "begin": "Vanaf",
           "einde": "Tot"}
HEADS = tuple(COLUMNS.values())
# A good row of each column.
ROW = ("111222333", "van der Zijlstra", "P.J.", "1961-07-23", "7419RX", "38", "a", "bijstand",
       "Noord", "2011-05-01", "2012-02-29")
SECOND = ("123456782", "Quadvlieg", "M", "1984-11-05", "7422PT", "1207", "", "Huishoudelijke hulp",
          "Zuid", "2010-01-01", "")


def listed(path, columns=COLUMNS, **more):
    """A list of one supplier."""
    return UserList("Sociale dienst", path, columns=dict(columns), **more)


def text(rows, heads=HEADS, delimiter=";", end="\r\n", **how):
    """Rows as the text of a csv file."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator=end, **how).writerows([heads, *rows])
    return stream.getvalue()


def write(path, rows, heads=HEADS, encoding="utf-8", **how):
    """Write rows as the kind of file that the name tells."""
    if path.suffix == ".xlsx":
        book = openpyxl.Workbook()
        for row in [heads, *rows]:
            book.active.append(row)
        book.save(path)
    elif path.suffix == ".parquet":
        pl.DataFrame(rows, schema=list(heads), orient="row").write_parquet(path)
    else:
        path.write_bytes(text(rows, heads, **how).encode(encoding))
    return path


def come_in(found, store, key=KEY, **more):
    """What of lists comes in: how they were, and their rows."""
    store.mkdir(exist_ok=True)
    entered = pseudonymise(found, PROVISIONS, key, store, **more)
    return entered, [pl.read_parquet(one.path) for one in entered]


def one_in(found, store, **more):
    """What of a single list comes in."""
    (entered,), (rows,) = come_in([found], store, **more)
    return entered, rows


def refused(found, store):
    """The message with which lists are refused; then the store is empty."""
    store.mkdir(exist_ok=True)
    with pytest.raises(InvalidWave) as caught:
        pseudonymise(found, PROVISIONS, KEY, store)
    assert not list(store.iterdir())
    assert caught.value.exit_code == 2
    assert caught.value.__cause__ is None
    return str(caught.value)


def pseudonym(identifier, key=KEY):
    """The two halves of a pseudonym, by Python's own HMAC."""
    digest = hmac.new(key.encode(), identifier.encode(), hashlib.sha256).digest()
    return tuple(int.from_bytes(digest[at:at + 8], "big", signed=True) for at in (0, 8))


def pair(rows, name, place=0):
    """The two halves of a pseudonym that came in."""
    return rows[f"{name}_hi"][place], rows[f"{name}_lo"][place]


def day(year, month, date):
    """A day."""
    return dt.date(year, month, date)
