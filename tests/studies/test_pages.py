"""The page of each study tells its input, table by table, as its form has it."""

import re

import pytest

from .breaking import form_of
from .pages import DOCS, input_tables
from .test_examples import PERSONS, STUDIES


@pytest.mark.parametrize("study", STUDIES)
def test_a_page_has_each_table_and_column(study):
    page = (DOCS / f"{study}.md").read_text(encoding="utf-8")
    assert input_tables(form_of(study)) in page


@pytest.mark.parametrize("study", STUDIES)
def test_a_page_begins_with_the_commands(study):
    page = (DOCS / f"{study}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {form_of(study).title}\n")
    commands = re.findall(r"monitor study .*", page)
    assert f"monitor study {study} --from studies/{study}/voorbeeld" in commands
    assert f"monitor study {study} --template invoer.xlsx" in commands
    assert ("monitor study key mijn-map" in commands) == (study in PERSONS)
    assert f"monitor study {study} --from mijn-map" in commands


@pytest.mark.parametrize("study", STUDIES)
def test_what_holds_for_all_studies_is_on_each_page(study):
    pages = [(DOCS / f"{one}.md").read_text(encoding="utf-8") for one in STUDIES]
    common = [re.search(r"## Bestanden\n\n(.*?)\n\n## ", page, re.S)[1] for page in pages]
    # Of the key a study that counts no persons says that none is needed.
    assert {text.partition("\n- **De sleutel**")[0] for text in common} == {
        common[0].partition("\n- **De sleutel**")[0]}
    keys = {one: text.partition("\n- **De sleutel**")[2]
            for one, text in zip(STUDIES, common, strict=True)}
    assert {keys[one] for one in PERSONS} == {keys[PERSONS[0]]}
    assert {keys[one] for one in STUDIES if one not in PERSONS} == {
        " is hier niet nodig: dit verslag telt geen mensen."}
