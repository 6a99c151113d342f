r"""Texts that mean something to one of the programs they pass: markup, code, formulas, paths.

In each of them ``FILE`` stands for a file whose content must not appear anywhere, and ``TRACE``
for a file that must not come into being. What runs in a browser sets ``window.hostile``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

STRINGS: dict[str, tuple[str, ...]] = {
    "directives": (
        "```{raw} html\n<script>window.hostile=1</script>\n```",
        "```{raw} html\n:file: FILE\n```",
        "```{literalinclude} FILE\n```",
        "```{include} FILE\n```",
        "```{include} FILE\n:literal:\n```",
        "```{download} FILE\n```",
        "```{figure} FILE\n:alt: x\n```",
        "```{image} FILE\n```",
        "```{csv-table} x\n:file: FILE\n```",
        "```{eval-rst}\n.. include:: FILE\n```",
        "```{eval-rst}\n.. raw:: html\n   :file: FILE\n```",
        "```{code-cell} python\nimport os; os.system('touch TRACE')\n```",
        "```{admonition} Let op\n:class: danger\n\nValse melding\n```",
        "```{toctree}\n:glob:\n\n*\n```",
        "```{math}\n\\input{FILE}\n```",
        "```{mermaid}\ngraph TD; A-->B\n```",
        "```{tableofcontents}\n```",
        "```{glue:} hele\n```",
        "```{button-link} javascript:window.hostile=2\n```",
        "```{contents}\n```",
        ":::{note}\nEen valse noot\n:::",
        "::::{tab-set}\n:::{tab-item} Vals\nx\n:::\n::::",
        ":::{grid-item-card} Vals\n:link: javascript:alert(1)\n:::",
        ":::\n:::\n::::\n:::::",
        ":alt: een andere tekst\n:width: 1px",
        ":name: figuur-1",
        "---\nname: vals\n---",
        "~~~{raw} html\n<b>x</b>\n~~~",
    ),
    "roles": (
        "{raw-html}`<script>window.hostile=3</script>`",
        "{eval}`1+1`",
        "{doc}`index`",
        "{doc}`/chapters/methode`",
        "{download}`FILE`",
        "{ref}`weging`",
        "{numref}`figuur-1`",
        "{cite:p}`divosa2011`",
        "{term}`Wwb`",
        "{glue:}`hele`",
        "{math}`x^2`",
        "{kbd}`Ctrl`",
        "{bestaatniet}`x`",
        "{abbr}`Wwb (vals)`",
        "{octicon}`alert`",
        "{button-ref}`index`",
    ),
    "fences": (
        "`", "``", "```", "````", "``````````", "~~~", "`a``b```c", "```\ncode\n```",
        "    vier spaties code", "\ttab code",
    ),
    "templates": (
        "{{ cycler.__init__.__globals__.os.popen('touch TRACE').read() }}",
        "{{ cycler.__init__.__globals__.os.popen('cat FILE').read() }}",
        "{{ self.__init__.__globals__.__builtins__.open('FILE').read() }}",
        "{% include 'FILE' %}",
        "{% for x in range(10**9) %}x{% endfor %}",
        "{% raw %}x{% endraw %}",
        "{# weg #}",
        "{{ jaar }}",
        "{{ bijstandswet }}",
        "{{ onbekend }}",
        "{{ env.docname | raise }}",
        "{jaar}",
        "{0} {} {name!r:>{width}}",
        "%s %d %(jaar)s %n %%",
        "$jaar ${jaar} $(touch TRACE) `touch TRACE`",
        "|jaar| |release|",
        "<%= `touch TRACE` %>",
        "#{`touch TRACE`}",
    ),
    "html": (
        "<script>window.hostile=4</script>",
        "<SCRIPT SRC=//evil.invalid/x.js></SCRIPT>",
        "<img src=x onerror=window.hostile=5>",
        "<img src='http://evil.invalid/p.png'>",
        "<svg onload=window.hostile=6>",
        "<svg><script>window.hostile=7</script></svg>",
        "<iframe src=javascript:window.hostile=8></iframe>",
        "<iframe srcdoc='<script>parent.hostile=9</script>'></iframe>",
        "<object data=FILE></object>",
        "<embed src=file://FILE>",
        "<meta http-equiv=refresh content=0;url=http://evil.invalid/>",
        "<base href=http://evil.invalid/>",
        "<link rel=stylesheet href=http://evil.invalid/x.css>",
        "<link rel=attachment href=file://FILE>",
        "<style>body{display:none}</style>",
        "<form action=http://evil.invalid/><input name=q></form>",
        "<a rel=attachment href=file://FILE>bijlage</a>",
        "<a href=javascript:window.hostile=10>klik</a>",
        "<a href=\"data:text/html,<script>alert(1)</script>\">klik</a>",
        "<a name=weging id=weging></a>",
        "<!-- weg tot het einde",
        "--> terug",
        "<![CDATA[ x ]]>",
        "<?php system('touch TRACE'); ?>",
        "<!DOCTYPE html><html><body>",
        "</p></div></section></article></main></body></html>",
        "</td></tr></table><h1>Vals</h1>",
        "</span></title></head>",
        "</script><script>window.hostile=11</script>",
        "</style><script>window.hostile=12</script>",
        "<textarea>", "<plaintext>", "<noscript><p title='</noscript><img src=x onerror=hostile=1>'>",  # noqa: E501
        "<math><mtext></mtext><mglyph><style><!--</style><img src=x onerror=window.hostile=13>",
        "<details open ontoggle=window.hostile=14>x</details>",
        "<input autofocus onfocus=window.hostile=15>",
        "<b", "< script >", "<b>vet</b>", "<br>", "<hr/>",
        "&lt;script&gt;window.hostile=16&lt;/script&gt;",
        "&#60;b&#62;", "&amp;amp;", "&nbsp;", "&notanentity;", "&#0;", "&copy &reg",
        "\" onmouseover=\"window.hostile=17",
        "' onmouseover='window.hostile=18",
        "\"><img src=x onerror=window.hostile=19>",
        "'><svg/onload=window.hostile=20>",
        "\"}' data-args='{\"vals\": 1}",
        "javascript:window.hostile=21", "data:text/html;base64,PHNjcmlwdD4=", "//evil.invalid/x",
    ),
    "mathematics": (
        "$x^2$", "$$\\sum_i x_i$$", "$\\frac{1}{2", "\\(x\\)", "\\[x\\]", "\\input{FILE}",
        "\\include{FILE}", "\\write18{touch TRACE}", "\\begin{align}x\\end{align}", "$\\bogus$",
        "5$ tot 10$", "a_{i}^{j}",
    ),
    "typst": (
        "#read(\"FILE\")", "#eval(\"1+1\")", "#include \"FILE\"", "#image(\"FILE\")",
        "#pagebreak()", "@divosa2011", "<weging>", "*/ x /*", "// weg", "#let x = 1",
        "= Kop", "#set page(width: 1pt)", "\\u{1F600}", "#panic()",
    ),
    "spreadsheets": (
        "=cmd|'/C calc'!A0", "=HYPERLINK(\"http://evil.invalid\",\"klik\")", "+1+1", "-1+1", "@SUM(A1)",  # noqa: E501
        "=1+1", "＝1+1", "a;=1+1", "a,=1+1", "<r>", "<r><t>vet</t></r>", "$$noot$$", "$$$",
        "[klik](http://evil.invalid)", "internal:'Noten'!A1", "_x000D_", "[c]", "[noot 1]",
        "{=1+1}", "1e400", "0123", "TRUE", "2011-01-02",
    ),
    "csv": (
        "a\",\"b", "a\"", "\"", "\"\"\"", "a;b", "a,b", "'", "regel een\nregel twee", "a\\\"b",
    ),
    "markdown": (
        "# Kop", "###### Kop", "Kop\n===", "Kop\n---", "===", "---", "***", "- punt", "* punt",
        "+ punt", "1. punt", "2) punt", "- [ ] taak", "> citaat", ">>> citaat", "| a | b |",
        "| a |\n| - |\n| b |", "a || b", "[link](http://evil.invalid)", "[link][verwijzing]",
        "[verwijzing]: http://evil.invalid", "![beeld](FILE)", "![](file://FILE)",
        "![beeld](http://evil.invalid/p.png)", "[bestand](FILE)", "[ruimte]{.eyebrow}",
        "[^1]", "[^1]: Een valse noot", "^[noot]", "*schuin* **vet** ***beide***", "_schuin_ __vet__",  # noqa: E501
        "~~weg~~ ~laag~ ^hoog^", "`code`", "<http://evil.invalid>", "<vals@evil.invalid>",
        "http://evil.invalid www.evil.invalid", "[](#weging)", "[](project:#weging)",
        "<project:#weging>", "<inv:#x>", "[x](myst:y)", "+++", "+++ {\"tags\": [\"remove-cell\"]}",
        "(doel)=", "(weging)=", "% opmerking", "%", "\\", "\\\\", "a\\", "harde  \nbreuk",
        "harde\\\nbreuk", "{.eyebrow}", "{#weging}", "{.eyebrow #weging}\nx", "{attribution=\"x\"}\n> y",  # noqa: E501
        "Term\n: uitleg", ": uitleg", ":veld: waarde", "[x] klaar", "----\n", "a -- b --- c ... d",
        "'enkel' \"dubbel\" zo'n", "(c) (r) (tm) +-", "5 * 3 * 2 _ 1 _", "een_lang_woord *",
    ),
    "terminals": (
        "\\x1b[31mrood\\x1b[0m", "\\033]0;titel\\007", "[31mrood[0m", "^[[2J", "[bold red]vet[/]",
        "\\r\\nvals: 0 fouten",
    ),
    "letters": (
        "ṩ̷͓̀̈́ Z̴̛̪a̷̡͝l̶̰̈g̵̣̑ó̸̜", "العربية ועברית", "日本語テスト", "👩‍👩‍👧‍👦 🇳🇱 👍🏽", "ﬁ ﬂ ĳ Ĳ",
        "e\u0301é", "nul\u200bbreed\u200d\u2060woord", "vast\u00a0wit", "𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "İıſẞß", "□�", "ꙮ ⸻",  # noqa: E501
        "l" * 640, "Zeer" + "langwoord" * 80, "W" * 200, "x " * 120 + "einde", "mm" * 120, "'s avonds", "ijs",  # noqa: E501
    ),
    "files": (
        "../../../../etc/passwd", "FILE", "file://FILE", "C:\\Windows\\win.ini", "~/.ssh/id_rsa",
        "%2e%2e/x", "downloads/results.csv", "CON", ".", "..", "/",
    ),
}


def hostile_strings(file: Path, trace: Path) -> list[str]:
    """All texts, about these two files, each one once."""
    return list(dict.fromkeys(_filled(file, trace)))


def _filled(file: Path, trace: Path) -> Iterator[str]:
    for texts in STRINGS.values():
        for text in texts:
            yield text.replace("FILE", str(file)).replace("TRACE", str(trace))


def harmless(text: str, number: int) -> str:
    """Words in the place of a hostile text, about as long and as many lines."""
    words = f"Tekst {number} " + "zonder opmaak en zonder teken " * (len(text) // 30 + 1)
    return words[: max(len(text), len(f"Tekst {number}"))].strip()
