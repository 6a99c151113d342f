"""What a page may load and run: the scripts and styles of the book itself and nothing else.

The policy is the same text in every page. It is written by the template of the pages, before
anything that comes from data, and so it cannot be swayed by what a page says:

- No script, style or handler that is written in a page runs or applies: there is not one digest
  in the policy. What the themes used to write in the page is a file, or is left out
  (``_templates/layout.html``, `layout`).
- A script can only be a file of the book: from the folders that the themes and the project fill,
  or the index of the search, which is one call with JSON. Digests of those files would say the
  same more narrowly, but browsers compare them only where files come from a server, and the book
  has to open from a disk too; a folder cannot be named without the name of the host.
- A file with data is of no use as a script. Browsers refuse to run csv files and pictures, from
  a server and from a disk (Fetch, "should response be blocked due to its MIME type"); workbooks,
  PDFs and pages begin with what no script begins with; and `monitor serve` says ``nosniff``, so
  that only scripts are scripts.

What a policy cannot forbid, such as a page that sends its reader elsewhere by itself, must not
come out of the build at all: `passive` looks for it as soon as the pages are made.
"""

from participatiemonitor.plain_text import html

# Folders that Sphinx, the theme and extensions fill.
THEMES = ("_static", "_sphinx_design_static")
INDEX = "searchindex.js"

POLICY = (
    "default-src 'none'; "
    "script-src 'self'; "
    "style-src 'self'; "
    "img-src 'self'; "
    "font-src 'self'; "
    "connect-src 'self'; "  # a figure is fetched to be copied
    "form-action 'self'; "
    "base-uri 'none'; "
    "object-src 'none'"
)
META = f'<meta http-equiv="Content-Security-Policy" content="{html(POLICY)}">'

# What a page cannot say of itself; `monitor serve` sends it along.
HEADERS = {
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
