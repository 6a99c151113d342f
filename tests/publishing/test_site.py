"""Icons, structure and pruning, each on the least that shows it."""

import pytest

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.web import accessibility, figure_tables, pruning, stacked_tables
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.folds import fold
from participatiemonitor.publishing.web.icons import Icons


def page(body: str) -> BuiltPage:
    head = '<head><meta charset="utf-8"></head>'
    return BuiltPage(f'<!DOCTYPE html><html lang="nl">{head}<body>{body}</body></html>'.encode())


@pytest.fixture
def site(tmp_path):
    """A built book of one page that uses one of everything."""
    static = tmp_path / "_static"
    for name in ("scripts", "fonts", "locales/de"):
        (static / name).mkdir(parents=True)
    files = {
        "index.html": '<link href="_static/a.css?v=00"/><script src="_static/a.js"></script>'
                      '<p class="here">x</p>',
        "_static/a.css": '/* remark */ /*! licence */ @import "b.css"; .here { color: red } '
                         ".gone, .here .gone { color: blue } .gone, p { margin: 0 } "
                         ".by-script:not(.gone) { top: 0 } "
                         "@media print { .gone { top: 1px } } "
                         "@font-face { font-family: A; src: url(fonts/a.woff2) } "
                         "@font-face { font-family: B; src: url(fonts/absent.woff2) }",
        "_static/b.css": "i { top: 0 }\n/*# sourceMappingURL=b.css.map */",
        "_static/a.js": 'tag.classList.add("by-script");\n//# sourceMappingURL=a.js.map\n',
        "_static/a.js.map": "{}", "_static/b.css.map": "{}", "_static/unused.js": "",
        "_static/scripts/a.LICENSE.txt": "MIT", "_static/fonts/a.woff2": "font",
        "_static/fonts/unused.woff2": "font", "_static/locales/de/theme.mo": "",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def test_what_nothing_refers_to_is_left_out(site):
    pruning.prune(site)
    left = {str(path.relative_to(site)) for path in site.rglob("*") if path.is_file()}
    assert left == {"index.html", "_static/a.css", "_static/b.css", "_static/a.js",
                    "_static/fonts/a.woff2", "_static/scripts/a.LICENSE.txt"}
    assert not (site / "_static" / "locales").exists()


def test_a_style_rule_stays_when_a_page_or_a_script_has_its_class(site):
    pruning.prune(site)
    style = (site / "_static" / "a.css").read_text()
    assert ".here { color: red }" in style
    assert ".gone, p { margin: 0 }" in style
    assert ".by-script:not(.gone)" in style
    assert "blue" not in style
    assert "@media" not in style
    assert "remark" not in style
    assert "/*! licence */" in style
    assert "a.woff2" in style
    assert "absent" not in style


def test_source_maps_are_no_longer_pointed_at(site):
    pruning.prune(site)
    assert "sourceMappingURL" not in (site / "_static" / "a.js").read_text()
    assert "sourceMappingURL" not in (site / "_static" / "b.css").read_text()


def test_an_address_changes_with_what_is_behind_it(site):
    pruning.prune(site)
    first = (site / "index.html").read_text()
    assert "?v=00" not in first
    (site / "_static" / "a.css").write_text(".here { color: green }")
    pruning.prune(site)
    assert (site / "index.html").read_text() != first


def test_of_two_equal_downloads_one_is_left(site):
    files = {"downloads/a.csv": "1", "_downloads/a1/a.csv": "1", "_downloads/b2/a.csv": "2",
             "downloads/figuur-1.svg": "1", "_images/figuur-1.svg": "1"}
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    (site / "index.html").write_text('<a href="_downloads/a1/a.csv"></a>'
                                     '<a href="_downloads/b2/a.csv"></a>'
                                     '<img src="_images/figuur-1.svg">')
    pruning.prune(site)
    text = (site / "index.html").read_text()
    assert 'href="downloads/a.csv"' in text
    assert 'src="downloads/figuur-1.svg"' in text
    assert [path.read_text() for path in (site / "_downloads").rglob("*.csv")] == ["2"]
    assert not (site / "_images").exists()


def test_an_icon_the_theme_does_not_have_is_named(tmp_path):
    import pydata_sphinx_theme

    theme = pydata_sphinx_theme.__path__[0] + "/theme/pydata_sphinx_theme/static/vendor"
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static" / "vendor").symlink_to(theme)
    icons = Icons(tmp_path)
    made = page('<p><i class="fa-solid fa-bars fa-lg"></i> Menu</p>')
    icons.inline(made)
    (drawing,) = made.root.iter("svg")
    assert drawing.get("class") == "svg-inline--fa fa-bars fa-lg"
    assert drawing.get("viewBox") == "0 0 448 512"
    assert drawing.get("aria-hidden") == "true"
    assert drawing[0].get("d").startswith("M")
    assert drawing.getparent().text_content() == " Menu"
    with pytest.raises(RunError, match="fa-bestaatniet"):
        icons.inline(page('<i class="fa-solid fa-bestaatniet"></i>'))


def test_tabs_and_their_table_are_named_after_the_figure():
    made = page('<div class="sd-tab-set"><figure id="figuur-3"><figcaption>'
                '<span class="caption-number">Figuur 3 </span></figcaption></figure>'
                "<table><thead><tr><th>a</th></tr></thead></table></div>")
    accessibility.repair(made)
    assert made.of_class("sd-tab-set")[0].get("aria-label") == "Figuur 3: weergaven"
    table, caption = (next(made.root.iter(tag)) for tag in ("table", "figcaption"))
    assert table.get("aria-labelledby") == caption.get("id")


@pytest.mark.parametrize("language", ["en", None])
def test_the_headings_beside_a_text_are_in_its_language(language):
    named = f' lang="{language}"' if language else ""
    made = page(f"<article><section{named}><h1>Summary</h1></section></article>"
                '<nav><ul class="section-nav"><li>Results</li></ul></nav>')
    accessibility.repair(made)
    assert made.of_class("section-nav")[0].get("lang") == language
    assert made.root.find(".//nav").get("lang") is None


def test_a_page_comes_out_as_it_went_in(tmp_path):
    content = ('<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"></head><body>'
               '<p>Kosten: € 5 &amp; meer &lt;b&gt;</p><details><summary>x</summary></details>'
               '<svg width="1"><rect width="1"></rect></svg><br></body></html>\n')
    (tmp_path / "index.html").write_text(content, encoding="utf-8")
    BuiltPage.read(tmp_path / "index.html").write(tmp_path / "index.html")
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == content


def test_a_marked_section_folds_under_its_heading():
    built = page('<section id="a"><h2>A</h2><p>x</p><div class="cell tag_fold"><table></table>'
                 '</div></section><section id="b"><h2>B</h2><p>y</p></section>')
    fold(built)
    section, other = built.root.iter("section")
    assert [child.tag for child in section] == ["details"]
    assert [child.tag for child in section[0]] == ["summary", "p", "div"]
    assert section[0][0][0].text == "A"
    assert [child.tag for child in other] == ["h2", "p"]


def test_a_section_with_two_marked_cells_folds_once_behind_its_name():
    cell = '<div class="cell tag_fold"><table></table></div>'
    built = page(f'<section id="a"><span id="name"></span><h2>A</h2>{cell}<p>x</p>{cell}</section>')
    fold(built)
    section, = built.root.iter("section")
    assert [child.tag for child in section] == ["span", "details"]
    assert [child.tag for child in section[1]] == ["summary", "div", "p", "div"]


def row(*cells: str, heads: int = 0) -> str:
    tags = ["th"] * heads + ["td"] * (len(cells) - heads)
    written = (f"<{tag}>{cell}</{tag}>" for tag, cell in zip(tags, cells, strict=True))
    return f"<tr>{''.join(written)}</tr>"


def test_a_question_heads_its_rows_once_and_what_is_weighted_is_behind_a_switch():
    head = row("Vraag", "Antwoord", "A", "gewogen (95%-interval)", heads=4)
    rows = [row("Een", "ja", "1%", "2%", heads=2), row("Een", "nee", "3%", "4%", heads=2),
            row("Twee", "ja", "5%", "6%", heads=2)]
    built = page(f'<div class="pst-scrollable-table-container"><table><thead>{head}</thead><tbody>'
                 f'{"".join(rows)}</tbody></table></div>')
    figure_tables.arrange(built)
    table, = built.root.iter("table")
    groups = table.findall("tbody")
    assert [[cell.text_content() for cell in line] for group in groups for line in group] == [
        ["Een"], ["ja", "1%", "2%"], ["nee", "3%", "4%"], ["Twee"], ["ja", "5%", "6%"]]
    assert [group[0][0].get("scope") for group in groups] == ["rowgroup"] * 2
    assert [cell.text_content() for cell in table.find("thead/tr")] == [
        "Antwoord", "A", "gewogen (95%-interval)"]
    assert [cell.text for cell in table.iterfind(".//*[@class='weighted']")] == [
        "gewogen (95%-interval)", "2%", "4%", "6%"]
    switch, = built.root.iter("label")
    assert switch.text_content().strip() == figure_tables.SHOW
    assert switch.get("for") == switch.find("input").get("id")
    assert switch.getnext() is table.getparent()


def test_cells_of_a_wide_table_of_words_know_their_column():
    def table(*names, kind="text-left"):
        cells = "".join(f'<td class="{kind}">{name.lower()}</td>' for name in names) + "<td></td>"
        return (f'<div class="pst-scrollable-table-container"><table><thead>'
                f'{row(*names, "Leeg", heads=len(names) + 1)}</thead><tbody><tr>{cells}</tr>'
                '</tbody></table></div>')

    wide = ("Naam", "Vraag", "Soort", "Antwoorden", "Zie")
    built = page(table(*wide) + table(*wide[:3]) + table(*wide, kind="text-right"))
    stacked_tables.name_cells(built)
    first, second, third = built.root.iter("table")
    assert first.get("class") == "stacked"
    assert [(cell.get("data-head"), cell.text) for cell in first.iter("td")] == [
        *((name, name.lower()) for name in wide), (None, None)]
    assert not second.get("class")
    assert not third.get("class")


def test_another_table_stays_what_it_is():
    built = page('<div class="pst-scrollable-table-container"><table><thead>'
                 f'{row("Naam", "Vraag", heads=2)}</thead><tbody>{row("a", "b", heads=1)}</tbody>'
                 '</table></div>')
    before = built.root.text_content()
    figure_tables.arrange(built)
    assert built.root.text_content() == before
    assert not list(built.root.iter("label"))
