"""What acts by itself, or leads to a file that is not there, does not come out of the build."""

import pytest
from lxml import html

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.policy import POLICY
from participatiemonitor.publishing.web.passive import require_passive, require_targets

from .conftest import YEAR, notebook, text

ACTIVE = [
    "<script>1</script>",
    '<script src="downloads/results.csv"></script>',
    '<script src="_static/../downloads/results.csv"></script>',
    '<script src="https://elders.nl/_static/x.js"></script>',
    '<script src="//elders.nl/_static/x.js"></script>',
    "<style>p { color: red }</style>",
    '<img src="x.png" onerror="1">',
    '<details ontoggle="1"></details>',
    '<svg><a xlink:href="javascript:1"><text>x</text></a></svg>',
    '<a href="javascript:1">x</a>',
    '<a href=" java\tscript:1">x</a>',
    '<a href="JAVASCRIPT:1">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="file:///etc/hostname">x</a>',
    '<img src="file:///etc/hostname">',
    '<img src="data:image/svg+xml;base64,AAAA">',
    '<form action="javascript:1"></form>',
    '<meta http-equiv="refresh" content="0; url=https://elders.nl">',
    '<meta http-equiv=" Refresh" content="0">',
    '<base href="https://elders.nl/">',
    '<iframe src="index.html"></iframe>',
    '<object data="index.html"></object>',
    '<embed src="index.html">',
]
PASSIVE = [
    "<p>1 &lt; 2</p>",
    '<a href="https://elders.nl">x</a>',
    '<a href="mailto:a@elders.nl">x</a>',
    '<a href="chapters/feiten.html#kop">x</a>',
    '<script src="_static/doctools.js?v=1"></script>',
    '<script src="searchindex.js"></script>',
]


@pytest.mark.parametrize("body", ACTIVE)
def test_what_acts_by_itself_is_refused_and_named(body):
    with pytest.raises(RunError, match=r"index\.html: .*<"):
        require_passive(html.document_fromstring(body), "index.html")


@pytest.mark.parametrize("body", PASSIVE)
def test_what_only_stands_there_is_allowed(body):
    require_passive(html.document_fromstring(body), "index.html")


def test_scripts_count_from_the_folder_of_the_page():
    ours = html.document_fromstring('<script src="../_static/doctools.js"></script>')
    require_passive(ours, "chapters/feiten.html")
    with pytest.raises(RunError):
        require_passive(ours, "index.html")


def test_a_link_to_a_file_that_is_not_there_names_page_and_file(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "een plaat.png").touch()
    page = tmp_path / "chapters" / "feiten.html"
    there = '<img src="../een%20plaat.png?v=1"><a href="#kop">x</a><a href="https://a.nl/b">x</a>'
    require_targets(html.document_fromstring(there), page, tmp_path, {})
    absent = html.document_fromstring(f'{there}<a href="../downloads/weg.pdf">Pdf</a>')
    with pytest.raises(RunError, match=r"chapters/feiten\.html: .*downloads/weg\.pdf"):
        require_targets(absent, page, tmp_path, {})


@pytest.mark.parametrize(("name", "address", "there"), [
    ("chapters/feiten.html", "../../../2016/html/chapters/methode.html#kop", True),
    ("index.html", "../../2016/html/chapters/methode.html", True),
    ("index.html", "../../2016/html/chapters/voorwoord.html", False),
    ("index.html", "../../2016/chapters/methode.html", False),
    ("index.html", "../../2020/html/chapters/methode.html", False),
    ("chapters/feiten.html", "../../2016/html/chapters/methode.html", False)])
def test_a_link_to_another_round_is_held_against_the_list_of_its_pages(tmp_path, name, address,
                                                                       there):
    page = html.document_fromstring(f'<a href="{address}">x</a>')
    others = {"2016": {"chapters/methode.html"}}
    if there:
        require_targets(page, tmp_path / name, tmp_path, others)
    else:
        with pytest.raises(RunError, match="een bladzijde van een andere peiling"):
            require_targets(page, tmp_path / name, tmp_path, others)


def test_every_page_has_the_policy_before_anything_it_is_about(built):
    pages = [path for path in (built.build(YEAR) / "html").rglob("*.html")
             if "_static" not in path.parts]
    assert len(pages) >= 5
    for path in pages:
        head = html.parse(path).find("head")
        policy = head.find("meta[@http-equiv='Content-Security-Policy']")
        assert policy.get("content") == POLICY
        before = [element.tag for element in policy.itersiblings(preceding=True)]
        assert set(before) <= {"meta"}
    assert "unsafe" not in POLICY
    assert "sha256" not in POLICY


@pytest.mark.parametrize(("written", "said"), [
    ("<script>alert(1)</script>", "alleen de scripts van het boek zelf"),
    ('<meta http-equiv="refresh" content="0; url=https://elders.nl">', "stuurt haar lezer"),
    ('<a href="downloads/weg.pdf">Pdf</a>', "downloads/weg.pdf"),
])
def test_the_build_stops_and_the_last_book_stays_whole(built, monitor, written, said):
    book = built.build(YEAR) / "html"
    before = {path: path.read_bytes() for path in book.rglob("*") if path.is_file()}
    source = built.root / "chapters" / "methode.ipynb"
    source.write_text(notebook(text(f"# Methode\n\n{written}")))
    result = monitor(built, "build")
    assert result.exit_code == 1
    assert "chapters/methode.html" in result.stderr
    assert said in result.stderr
    assert "Traceback" not in result.output
    assert {path: path.read_bytes() for path in book.rglob("*") if path.is_file()} == before
