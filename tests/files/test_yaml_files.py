"""Yaml as plain data: what is read, and everything that is refused instead of obeyed."""

import datetime as dt

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.files.yaml_files import LARGEST, read_yaml
from participatiemonitor.files.yaml_nodes import DEEPEST


@pytest.fixture
def path(tmp_path):
    return tmp_path / "gegevens.yml"


def fault(path, content):
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(InvalidWave) as caught:
        read_yaml(path)
    one, = caught.value.faults
    assert one.file == path.name
    return one


def test_plain_data_is_read_as_it_stands(path):
    path.write_text("a: &x [1, -2.5, true, null, 'yes']\nb: *x\n3: {c: 2011-01-31, d: é}\n")
    listed = [1, -2.5, True, None, "yes"]
    assert read_yaml(path) == {"a": listed, "b": listed, 3: {"c": dt.date(2011, 1, 31), "d": "é"}}


def test_a_byte_order_mark_does_not_count(path):
    path.write_bytes(b"\xef\xbb\xbfa: 1")
    assert read_yaml(path) == {"a": 1}


LAUGHS = "".join(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
                 for before, name in zip("abcdefgh", "bcdefghi", strict=True))


@pytest.mark.parametrize(("content", "row", "column", "value"), [
    (f"a: &a [x, x]\n{LAUGHS}", 6, None, "meer dan 100000 waarden"),
    ("[x" + ",x" * 100_000 + "]", 1, None, "meer dan 100000 waarden"),
    ("[" * 100_000, 1, None, f"{DEEPEST + 1} niveaus"),
    ("- " * 100_000, 1, None, f"{DEEPEST + 1} niveaus"),
    ("".join(f"{' ' * level}a:\n" for level in range(900)), 20, None, f"{DEEPEST + 1} niveaus"),
    ("a: &a [*a]", 1, None, "*a"),
    ("a: 1\nb: 2\na: 3", 3, "a", "a"),
    ("a: !!python/object/apply:os.getcwd []", 1, None,
     "tag:yaml.org,2002:python/object/apply:os.getcwd"),
    ("a: !geheim x", 1, None, "!geheim"),
    ("a: !!binary eA==", 1, None, "tag:yaml.org,2002:binary"),
    ("a: &a {b: 1}\nc: {<<: *a}", 2, None, "<<"),
    ("a: 2011-02-30", 1, "a", "2011-02-30"),
    ("a: 2011-01-01 12:00:00", 1, "a", "2011-01-01 12:00:00"),
    *((f"a: {number}", 1, "a", number)
      for number in ("9" * 5_000, "1_0", "010", "0x10", "0b1", "1:30", "+1", "1_0.5", "1.0e+400",
                     ".inf", ".nan")),
    ("b: 1\nyes: 1", 2, None, "yes"),
    ("1.5: a", 1, None, "1.5"),
    ("~: a", 1, None, "~"),
    ("[a]: b", 1, None, "een lijst of velden"),
    ("a: b\n---\nc: d", 2, None, "---"),
    ("a: [1", 1, None, "a: [1"),
    ("a: *b", 1, None, "a: *b"),
    ("a:\n\tb: 1", 2, None, "b: 1"),
    ('a: "\\UFFFFFFFF"', None, None, ...),
    (f"%YAML {'9' * 5_000}.1\n--- a", None, None, ...),
    ('b: 1\na: "\\e[31m"', 2, "a", "U+001B"),
    ('a: "\\ud800"', 1, "a", "U+D800"),
    ("b: 1\na: \x1b[31m", 2, None, "U+001B"),
    ("a: x\u202ey", 1, None, "U+202E"),
    ("a: \x00", 1, None, "U+0000"),
    ("a: \ufeffb", 1, None, "U+FEFF"),
    ("a: b".encode("utf-16"), 1, None, "byte 0"),
    ("a: b".encode("utf-16-le"), 1, None, "U+0000"),
    ("b: 1\na: café".encode("latin-1"), 2, None, "byte 11"),
    ("a" * (LARGEST + 1), None, None, f"{LARGEST + 1} bytes"),
])
def test_what_surprises_is_refused_with_its_line(path, content, row, column, value):
    one = fault(path, content)
    assert (one.row, one.column) == (row, column)
    assert value in (one.value, ...)


def test_a_message_is_one_line_of_bearable_length(path):
    message = str(fault(path, f"a: {'x' * 5_000}\n b: \u2028\u200f1"))
    assert message.isprintable()
    assert len(message) < 500


def test_a_folder_is_no_file(path):
    path.mkdir()
    with pytest.raises(InvalidWave, match="een bestand op deze plaats"):
        read_yaml(path)


YAML = st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@`#~ \n\t0123456789.\\xuU<="), max_size=80)


@given(st.one_of(st.binary(max_size=200), YAML.map(str.encode)))
def test_any_bytes_are_data_or_a_fault(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "willekeurig.yml"
    path.write_bytes(content)
    try:
        read_yaml(path)
    except InvalidWave as error:
        assert str(error).replace("\n", "").isprintable()


def without_the_quick_parser(path):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml, "__with_libyaml__", False)
        return read_yaml(path)


@pytest.mark.parametrize("folder", ["data", "tests/data"])
def test_files_read_the_same_with_either_parser(repository, folder):
    found = list((repository.root / folder).rglob("*.yml"))
    assert found
    for path in found:
        assert read_yaml(path) == without_the_quick_parser(path)


LINES = st.lists(st.sampled_from([
    *("a: 1", "b: [x, 'y', \"z\"]", "- c", "  d: {e: f?}", "  - &g h", "i: *g", "# j", "k: |"),
    *("  l", "m: >-", "", "n:", "\"\\x41\\\n \": ~", "? o", ": p", "q: r: s", "- - t"),
    "u: 2011-01-31"]))


@given(st.one_of(LINES.map("\n".join), YAML))
def test_what_both_parsers_take_they_read_the_same(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "regels.yml"
    path.write_text(content, "utf-8")
    try:
        slowly = without_the_quick_parser(path)
    except InvalidWave:
        return
    assert read_yaml(path) == slowly
