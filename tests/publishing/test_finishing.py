"""Icons, policy, structure and pruning, each on the least that shows it."""

import pytest
from bs4 import BeautifulSoup

from participatiemonitor.errors import RunError
from participatiemonitor.publishing import accessibility, policy, pruning
from participatiemonitor.publishing.icons import Icons

PAGE = """<html data-content_root="./"><head><meta charset="utf-8"/>
<script data-cfasync="false">1</script><script src="_static/color-scheme.js"></script></head>
<body>{}</body></html>"""


def page(body: str) -> BeautifulSoup:
    return BeautifulSoup(PAGE.format(body), "html.parser")


def repaired(body: str) -> BeautifulSoup:
    soup = page(body)
    accessibility.repair(soup)
    return soup


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
    for folder in ("downloads", "_downloads/a1", "_downloads/b2"):
        (site / folder).mkdir(parents=True)
    (site / "downloads" / "a.csv").write_text("1")
    (site / "_downloads" / "a1" / "a.csv").write_text("1")
    (site / "_downloads" / "b2" / "a.csv").write_text("2")
    (site / "index.html").write_text('<a href="_downloads/a1/a.csv"></a>'
                                     '<a href="_downloads/b2/a.csv"></a>')
    pruning.prune(site)
    assert 'href="downloads/a.csv"' in (site / "index.html").read_text()
    assert [path.read_text() for path in (site / "_downloads").rglob("*.csv")] == ["2"]


def test_the_policy_allows_the_scripts_of_the_page_by_their_digest():
    soup = page("<script>let a = 1;</script>")
    text = policy.policy(soup)
    assert "script-src 'self' 'sha256-" in text
    assert text != policy.policy(page("<script>let a = 2;</script>"))
    policy.protect(soup)
    assert soup.head.find_all(True)[1]["content"] == text


def test_an_icon_the_theme_does_not_have_is_named(tmp_path):
    import pydata_sphinx_theme

    theme = pydata_sphinx_theme.__path__[0] + "/theme/pydata_sphinx_theme/static/vendor"
    (tmp_path / "_static").mkdir()
    (tmp_path / "_static" / "vendor").symlink_to(theme)
    icons = Icons(tmp_path)
    soup = page('<i class="fa-solid fa-bars fa-lg"></i>')
    icons.inline(soup)
    assert soup.svg["class"] == ["svg-inline--fa", "fa-bars", "fa-lg"]
    assert soup.svg["viewBox"] == "0 0 448 512"
    assert soup.svg["aria-hidden"] == "true"
    assert soup.path["d"].startswith("M")
    with pytest.raises(RunError, match="fa-bestaatniet"):
        icons.inline(page('<i class="fa-solid fa-bestaatniet"></i>'))


def test_columns_before_the_first_number_name_the_row():
    table = ("<table><thead><tr><th>Vraag</th><th>Antwoord</th><th class='text-right'>n</th></tr>"
             "</thead><tbody><tr><td>a</td><td></td><td class='text-right'>1</td></tr></tbody>"
             "</table>")
    soup = repaired(table)
    assert [cell["scope"] for cell in soup.select("thead th")] == ["col"] * 3
    assert [(cell.name, cell.get("scope")) for cell in soup.select("tbody tr > *")] == [
        ("th", "row"), ("td", None), ("td", None)]


def test_tabs_and_their_table_are_named_after_the_figure():
    soup = repaired('<div class="sd-tab-set"><figure id="figuur-3"><figcaption>'
                    '<span class="caption-number">Figuur 3 </span></figcaption></figure>'
                    "<table><thead><tr><th>a</th></tr></thead></table></div>")
    assert soup.select_one(".sd-tab-set")["aria-label"] == "Figuur 3: weergaven"
    assert soup.table["aria-labelledby"] == soup.figcaption["id"]
