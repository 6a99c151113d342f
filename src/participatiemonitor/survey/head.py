"""Read the head of a wave, `wave.yml`, and see that it fits together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from participatiemonitor.files.entries import read_entries
from participatiemonitor.files.faults import Checked, Fault
from participatiemonitor.survey.waveinfo import WaveInfo

HEAD = "wave.yml"
# What a quantity means by these where a group or a stratum is named.
RESERVED = {"groups": ("beide", "sd", "aw"), "strata": ("totaal",)}


def read_wave_info(folder: Path) -> WaveInfo:
    """Read ``wave.yml``; its year must be the folder's name.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    WaveInfo

    Raises
    ------
    InvalidWave
        With every fault of the file.
    """
    return check_wave_info(folder).sound()


def check_wave_info(folder: Path) -> Checked[WaveInfo]:
    """Read ``wave.yml`` with the faults of what its fields say together.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    Checked of WaveInfo

    Raises
    ------
    InvalidWave
        With every fault of form.
    """
    info = read_entries(folder / HEAD, WaveInfo)
    faults = list(head_faults(info))
    if str(info.year) != folder.name:
        faults.append(Fault(HEAD, None, "year", info.year, f"{folder.name}, de map"))
    return Checked(info, tuple(faults))


def head_faults(info: WaveInfo) -> Iterator[Fault]:
    """Names and codes that are not one's own, groups without fieldwork, rules without sense."""
    for part, field in (("groups", "code"), ("groups", "nl"), ("groups", "singular"),
                        ("strata", "nl"), ("margins", "nl")):
        values = {name: getattr(entry, field) for name, entry in getattr(info, part).items()}
        times = Counter(value.casefold() for value in values.values())
        for name, value in values.items():
            if times[value.casefold()] > 1:
                yield Fault(HEAD, f"{part} > {name}", field, value, "een eigen naam of code")
    for part, reserved in RESERVED.items():
        for name in getattr(info, part):
            if name in reserved:
                yield Fault(HEAD, part, name, name, "een naam die niet is gereserveerd: "
                                                    + ", ".join(reserved))
    for name in info.fieldwork:
        if name not in info.groups:
            yield Fault(HEAD, "fieldwork", name, name, "een van " + ", ".join(info.groups))
    asked = sum(stratum.organisations for stratum in info.strata.values())
    rules = info.publication
    if rules.minimum_base > asked:
        yield Fault(HEAD, "publication", "minimum_base", rules.minimum_base,
                    f"ten hoogste {asked}, het aantal organisaties")
    if info.reconstructed and rules.key is not None:
        yield Fault(HEAD, "publication", "key", rules.key,
                    "geen sleutel: die van een reconstructie is openbaar")
    if info.previous is not None and info.previous >= info.year:
        yield Fault(HEAD, None, "previous", info.previous, f"een jaar voor {info.year}")
