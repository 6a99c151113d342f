"""One file with the colours of figures, pages and print."""

import re
from itertools import pairwise

import pytest
import tinycss2
import yaml

from participatiemonitor.presentation.palette import COLOURS, FILE, stylesheet
from participatiemonitor.survey.forms import FORMS

# Three, four, six or eight hexadecimal digits: a colour, also in a string of Python or Typst.
HEX = re.compile(r"(?<![&\w/])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?!-)")
MADE = re.compile(r"\b(?:rgba?|hsla?|oklch|luma|cmyk)\(\s*\d")
KINDS = {".py", ".typ", ".css", ".html", ".js"}


def colours(text):
    return [*HEX.findall(text), *MADE.findall(text)]


def test_a_colour_is_recognised():
    assert colours('fill: #0b5563; "#fff" rgb(12, 3, 4) &#123; #top rgb(colours.deep)') == [
        "#0b5563", "#fff", "rgb(1"]


def test_no_colour_stands_anywhere_else(repository):
    files = [path for folder in ("src", "_static", "_templates")
             for path in (repository.root / folder).rglob("*") if path.suffix in KINDS]
    assert len(files) > 100
    assert {path.name: colours(path.read_text(encoding="utf-8")) for path in files
            if colours(path.read_text(encoding="utf-8"))} == {}


def test_every_colour_is_one_and_is_named_once():
    text = FILE.read_text(encoding="utf-8")
    defined = re.findall(r'"(#[0-9a-f]{6})"', text)
    assert len(defined) == len(HEX.findall(text))
    named = COLOURS["named"].values()
    assert all(defined.count(colour) == 1 for colour in named)


def declared(sheet):
    """The declarations of a stylesheet by selector."""
    return {tinycss2.serialize(rule.prelude).strip(): {
        one.name: tinycss2.serialize(one.value).strip()
        for one in tinycss2.parse_declaration_list(rule.content, skip_whitespace=True)}
        for rule in tinycss2.parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True)}


def test_the_stylesheet_is_the_palette():
    assert declared(stylesheet()) == yaml.safe_load(FILE.read_text(encoding="utf-8"))["pages"]


def test_what_the_pages_colour_with_is_there_in_light_and_in_dark(repository):
    used = set(re.findall(r"var\((--monitor-[\w-]+)\)",
                          (repository.root / "_static" / "monitor.css").read_text()))
    both, light, dark = COLOURS["pages"].values()
    assert used <= both.keys() | light.keys()
    assert light.keys() <= dark.keys() <= both.keys() | light.keys()


def lightness(colour):
    """Relative luminance, as WCAG defines it."""
    parts = (int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
                        for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ['html[data-theme="light"]', 'html[data-theme="dark"]'])
def test_text_can_be_read_on_its_ground(scheme):
    of = COLOURS["pages"][scheme]
    for ground in ("background", "surface"):
        for text in ("text-base", "text-muted", "link", "link-hover", "secondary"):
            assert contrast(of[f"--pst-color-{ground}"], of[f"--pst-color-{text}"]) >= 4.5, (
                ground, text)
    assert contrast(of["--monitor-notice"], of["--monitor-notice-ink"]) >= 4.5
    # A notice of a light page glares on a dark one.
    assert contrast(of["--monitor-notice"], of["--pst-color-background"]) < 1.8


@pytest.mark.parametrize("colours", [
    COLOURS["figures"]["groups"],
    *(COLOURS["figures"]["scales"][parts] for parts in range(2, FORMS["stacked"].options + 1))])
def test_colours_of_figures_can_be_told_apart_in_grey(colours):
    levels = [lightness(colour) for colour in colours]
    assert levels == sorted(levels)
    # The ratio at which WCAG takes two neighbouring parts to be distinct needs 3 for the ends.
    assert min(contrast(one, other) for one, other in pairwise(colours)) > 1.2
    assert contrast(colours[0], colours[-1]) > 3


def test_there_are_colours_for_as_many_groups_and_parts_as_a_form_takes():
    figures = [form for form in FORMS.values() if form.of == "figure"]
    assert len(COLOURS["figures"]["groups"]) >= max(form.groups for form in figures)
    assert list(COLOURS["figures"]["scales"]) == list(range(1, FORMS["stacked"].options + 1))


def test_print_reads_every_colour_it_names(repository):
    folder = repository.root / "src/participatiemonitor/publishing/paper"
    style = (folder / "style.typ").read_text(encoding="utf-8")
    assert set(re.findall(r"rgb\(colours\.(\w+)\)", style)) | {"track"} == set(COLOURS["print"])
