"""Identifiers that are nowhere but in the lists themselves."""

# What the rows of `studies.overlap.door.lists` identify somebody by, in any way it may be written.
IDENTIFIERS = ("111222333", "123456782", "1112.22.333", "zijlstra", "zijlsdra", "quadvlieg",
               "1961-07-23", "23-7-1961", "23-07-1961", "19610723", "1984-11-05", "19841105",
               "5-11-1984", "7419rx", "7419 rx", "7422pt", "7422 pt", "1961-07-32")


def found_in(content):
    """Which identifiers stand in a text or in bytes, in any common encoding."""
    if isinstance(content, str):
        return [one for one in IDENTIFIERS if one in content.casefold()]
    content = content.lower()
    return [one for one in IDENTIFIERS for encoding in ("utf-8", "utf-16-le", "utf-16-be")
            if one.encode(encoding) in content]


def assert_unseen(content):
    """No identifier stands in it."""
    assert not found_in(content)
