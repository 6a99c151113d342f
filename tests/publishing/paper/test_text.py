"""Text is printed as it is: no markup of Typst, and no letters that cannot be set."""

import re
import unicodedata
from html import escape

import pytest
from fontTools.ttLib import TTFont
from pdf_tags import elements
from pypdf import PdfReader

from participatiemonitor.publishing.paper.letters import UNKNOWN, Letters, typefaces

from .conftest import DRAWING, REPOSITORY, Desk

# What Typst would do something with, if it were markup or code.
HOSTILE = (
    '#eval("1")', '#include "/etc/passwd"', '#read("main.typ")', "#panic()", "#set page(fill: red)",
    "$x^2$", "@label", "<label>", "// weg", "/* weg */", "\\", "\\u{41}", '"', '\\"); panic(("',
    "]", "[", "}", "{", "*vet*", "_schuin_", "`code`", "= Kop", "- punt", "+ punt", "/ term: x",
    "https://a.nl/#x", "a\\ b", "~", "---", "'", "#", "#{", "#[", "…", "%", ");",
    "#import \"@preview/x:1.0.0\"",
)  # fmt: skip
# Where text can stand.
PLACES = (
    "<p>{}</p>", "<section id='s'><h2>{}</h2><p>x</p></section>", "<p><strong>{}</strong></p>",
    "<p><a href='https://a.nl'>{}</a></p>", "<p><code>{}</code></p>", "<pre>{}</pre>",
    "<ul><li>{}</li></ul>", "<dl><dt>{}</dt><dd>x</dd></dl>", "<dl><dt>x</dt><dd>{}</dd></dl>",
    "<table><thead><tr><th>{}</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table>",
    "<table id='t'><caption><span class='caption-number'>Tabel 1 </span><span class='caption-text'>"
    "{}</span></caption><tbody><tr><td>x</td></tr></tbody></table>",
    "<figure id='f'><img src='../_images/f.svg' alt='{}'><figcaption><p><span class='caption-"
    "number'>Figuur 1 </span><span class='caption-text'>{}</span></p></figcaption></figure>",
    "<blockquote><p>{}</p><p class='attribution'>{}</p></blockquote>",
    "<div class='admonition'><p class='admonition-title'>{}</p><p>{}</p></div>",
    "<details><summary>{}</summary><p>x</p></details>",
)  # fmt: skip


def squeezed(text: str) -> str:
    """Without what the end of a line changes."""
    return re.sub(r"\s", "", text)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    """A book with every hostile text everywhere."""
    text = escape(" ¦ ".join(("begin", *HOSTILE, "eind")), quote=True)
    desk = Desk(tmp_path_factory.mktemp("vijandig"))
    raw = " ".join(HOSTILE)
    desk.info = desk.info.model_copy(update={"title": '#panic("titel")', "subtitle": raw})
    desk.author = '#panic("maker") ] $ \\'
    (desk.site / "_images" / "f.svg").write_text(DRAWING.format("#panic()"))
    body = "".join(place.replace("{}", text) for place in PLACES)
    return desk.pdf(body)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_printed_literally_wherever_it_can_stand(hostile, text):
    words = squeezed(" ".join(one.extract_text() for one in PdfReader(hostile).pages))
    count = sum(place.replace("alt='{}'", "").count("{}") for place in PLACES)
    assert words.count(squeezed(f"¦ {text} ¦")) >= count


def test_hostile_text_is_read_aloud_literally(hostile):
    spoken = [one["/Alt"] for one in elements(hostile) if "/Alt" in one]
    assert any(all(text in one for text in HOSTILE) for one in spoken)


def test_cover_and_title_hold_hostile_text_literally(hostile):
    reader = PdfReader(hostile)
    assert reader.metadata.title.startswith('#panic("titel")')
    assert reader.metadata.author == '#panic("maker") ] $ \\'
    cover = squeezed(reader.pages[0].extract_text())
    assert '#panic("titel")' in cover
    assert squeezed(" ".join(HOSTILE)) in cover


@pytest.mark.parametrize(("text", "shown"), [
    ("العربية", None), ("漢字", UNKNOWN * 2), ("ēęłř Ωμέγα Привет", "ēęłř Ωμέγα Привет"),
    ("\ue000\uf6c5\U000f0000", UNKNOWN * 3), ("👩‍👧🇳🇱", None), ("e\u0301 x\u0323\u0301", None),
    ("a\u202eb\u2066c", "abc"), ("a\u200db\u200cc\u200bd", None), ("✓ ≤ → □", "✓ ≤ → □"),
    ("\ufffd\ufffe\U0001fffe", UNKNOWN * 3), ("\u0378", UNKNOWN), ("a\xadb", None),
    ("x" * 600, None), ("x\u0301" * 600, None), ("zelf\u00a0standig\u202fteken", None),
    ("भारत", UNKNOWN * 4), ("\u2028\u2029\x85", None), ("ﬁ Å ½", None), ("𝓗𝖍", None),
])  # fmt: skip
def test_any_letters_can_be_printed(desk, text, shown):
    drawn = re.sub("[\ufffe\U0001fffe]", "", text)  # XML cannot hold these
    (desk.site / "_images" / "f.svg").write_text(DRAWING.format(drawn), encoding="utf-8")
    cells = "".join(f"<td>{text}</td>" for _ in range(6))
    words = desk.words(
        f"<p>¦{text}¦ <strong>{text}</strong> <em>{text}</em></p><section id='s'><h2>K{text}</h2>"
        f"<p>x</p></section><table><tbody><tr>{cells}</tr></tbody></table>"
        f"<p><img src='../_images/f.svg' alt='Ook {text}'> <code>{text}</code></p>")
    if shown is not None:
        assert f"¦{shown}¦" in words


def test_every_letter_there_is_can_be_printed(desk):
    signs = (chr(code) for code in range(0xA0, 0x1FFFF))
    text = "".join(sign for sign in signs if unicodedata.category(sign) != "Cs")
    lines = (text[start:start + 400] for start in range(0, len(text), 400))
    assert desk.pdf("".join(f"<p>{line}</p>" for line in lines)).stat().st_size


def test_long_word_stays_on_the_page(desk):
    reader = PdfReader(desk.pdf(f"<p>{'x' * 600}</p><p>{'y' * 200}/{'z' * 200}</p>"))
    sheet = next(one for one in reader.pages if "xxx" in one.extract_text())
    lines = [line for line in sheet.extract_text().splitlines() if re.search("xx|yy|zz", line)]
    assert max(map(len, lines)) < 120


def test_address_is_not_broken_up():
    address = "https://www.example.org/een/heel/lang/adres/dat/niet/op/een/regel/past"
    assert Letters(typefaces()).printable(f"Zie {address}.") == f"Zie {address}."


@pytest.mark.parametrize(("printed", "shown"), [
    ("SourceSans3-Italic", "source-sans-3-latin-400-italic"),
    ("SourceSerif4-SemiBold", "source-serif-4-latin-600-normal"),
    ("MonitorSans-Extended", "source-sans-3-latin-ext-400-normal"),
    ("MonitorSans-Greek", "source-sans-3-greek-400-normal"),
])
def test_typefaces_are_those_of_the_pages(printed, shown):
    path = next(path for path in typefaces() if path.stem == printed)
    with TTFont(path) as paper, TTFont(REPOSITORY / f"_static/fonts/{shown}.woff2") as screen:
        assert paper.getBestCmap() == screen.getBestCmap()
        assert paper["glyf"] == screen["glyf"]
        assert paper["hmtx"].metrics == screen["hmtx"].metrics
