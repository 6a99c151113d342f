"""Draw the round of 2016 that the tests build a book of: `python tests/data/round2016/make.py`.

No such round was held. Its answers come from the machinery that drew those of 2011, on other
targets, another register and another seed; it is then laid down as an office would bring it, as
observed answers of respondents. The same seed gives the same files.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TESTS = HERE.parents[1]
sys.path.insert(0, str(TESTS))

from book.turning import turn  # noqa: E402
from editing import cells, replace, write  # noqa: E402
from voicing import voice  # noqa: E402

from participatiemonitor.estimation.disclosure.key import fingerprint  # noqa: E402
from participatiemonitor.project import Project  # noqa: E402
from participatiemonitor.reconstruction.simulation import simulate_wave  # noqa: E402

YEAR = 2016
DRAWN_OF = 2011
# Its second group left this question out altogether.
UNANSWERED = ("afdeling_welzijn", "resultaatmeting")
STRATA = {
    "klein": dict(organisations=230, municipalities=230, inhabitants=4_600_000, clients=52_000,
                  respondents_sd=70, respondents_aw=30, joint=12, municipalities_sd=70,
                  clients_sd=17_800),
    "middelgroot": dict(organisations=128, municipalities=128, inhabitants=5_400_000,
                        clients=120_000, respondents_sd=56, respondents_aw=32, joint=20,
                        municipalities_sd=56, clients_sd=55_000),
    "groot": dict(organisations=32, municipalities=32, inhabitants=7_000_000, clients=269_200,
                  respondents_sd=22, respondents_aw=20, joint=15, municipalities_sd=22,
                  clients_sd=205_000),
}
# Turned round, a vision would be left to two services: too few to tell of what is in it.
VISION = {"nee": (48, 30), "in_ontwikkeling": (12, 24), "ja": (40, 46)}
# What the codebook and the open answers of 2011 call by the names of 2011: pattern and name now.
NAMES = (
    (r"\bWwb side\b", "side of the Participation Act"),
    (r"\bWwb'ers\b", "bijstandsgerechtigden"),
    (r"\bde (?:Wwb|Participatiewet)\b", "de Participatiewet"),
    (r"\bWwb\b", "Participatiewet"),
    (r"\bWsw-bedrijven\b", "leerwerkbedrijven"),
    (r"\b2007\b", "2015"),
    (r"\b2011\b", "2016"),
    (r"afstand tussen isd en gemeente", "afstand tot de regionale dienst"),
    (r"\bisd staat verder van de gemeente", "regionale dienst staat verder van de gemeente"),
    (r"distance between isd and municipality", "distance to the regional service"),
    (r"\bisd is further", "regional service is further"),
    (r"\bintergemeentelijke sociale dienst\b", "regionale dienst"),
    (r"\b([Dd])e isd\b", r"\1e regionale dienst"),
    (r"de monitor names", "the questionnaire names"),
)
# What changed since then beside the names of the laws.
CHANGES = {
    "start_projecten": "change: reworded, comparable: false, "
                       "nl: Gevraagd is naar projecten van voor een andere wet.",
    "partners": "change: options, comparable: [welzijnsinstellingen, zorginstellingen, "
                "woningcorporaties, reintegratiebedrijven], "
                "nl: Sociale werkvoorziening heet nu leerwerkbedrijf.",
    "redenen_geen_koppeling": "change: reworded, comparable: true, "
                              "nl: De isd heet nu regionale dienst.",
    "knelpunten_toelichting": "change: reworded, comparable: true, "
                              "nl: De isd heet nu regionale dienst.",
}


def main() -> None:
    """Draw the round and replace the files of this folder by it."""
    key = bytes.fromhex((TESTS / "data/mini/sleutel.txt").read_text(encoding="ascii"))
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder))
        wave = project.wave(YEAR)
        _prepare(wave)
        simulate_wave(project, YEAR, YEAR)
        shutil.rmtree(wave / "reconstruction")
        replace(wave / "wave.yml", "status: reconstructie", "status: waarneming")
        replace(wave / "wave.yml", "publication:\n",
                f'publication:\n  key: "{fingerprint(key)}"\n')
        _leave_out(wave / "responses.csv")
        voice(wave)
        _rename(wave / "open_answers.csv")
        shutil.copytree(wave, HERE / "data/waves" / str(YEAR), dirs_exist_ok=True)


def _prepare(wave: Path) -> None:
    """What the answers are drawn from: the targets of 2011 turned round, over this register."""
    model = TESTS.parent / "data/waves" / str(DRAWN_OF)
    source = wave / "reconstruction"
    shutil.copytree(model / "reconstruction", source)
    turn(source)
    header, _ = cells(source / "strata.csv")
    write(source / "strata.csv", header, [
        {"stratum": name, **{column: str(value) for column, value in totals.items()},
         "basis": "verzonnen"} for name, totals in STRATA.items()])
    header, bases = cells(source / "bases.csv")
    for row in bases:
        part = 1.3 if row["group"] == "sociale_dienst" else 1.5
        row["n"] = str(round(part * int(row["n"])))
    write(source / "bases.csv", header, bases)
    header, targets = cells(source / "targets.csv")
    for row in targets:
        if row["question"] == "participatievisie":
            share = VISION[row["option"]][row["group"] == "afdeling_welzijn"]
            row.update(target=str(share), unit="percent")
    write(source / "targets.csv", header, targets)
    shutil.copyfile(HERE / "wave.yml", wave / "wave.yml")
    shutil.copyfile(model / "codebook.yml", wave / "codebook.yml")
    _rename(wave / "codebook.yml")
    for question, change in CHANGES.items():
        replace(wave / "codebook.yml", f"  - id: {question}\n",
                f"  - id: {question}\n    earlier: {{{DRAWN_OF}: {{{change}}}}}\n")


def _rename(path: Path) -> None:
    """Call laws, years and bodies by the names of this round."""
    text = path.read_text(encoding="utf-8")
    for pattern, name in NAMES:
        text = re.sub(pattern, name, text)
    path.write_text(text, encoding="utf-8")


def _leave_out(path: Path) -> None:
    """Empty the answers of a group to a question."""
    group, question = UNANSWERED
    header, rows = cells(path)
    for row in rows:
        if row["group"] == group:
            row.update(dict.fromkeys((column for column in header
                                      if column.partition("__")[0] == question), ""))
    write(path, header, rows)


if __name__ == "__main__":
    main()
