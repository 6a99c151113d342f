"""What a build loads from outside Python and its packages: nothing that a bare machine lacks.

The loader of glibc is asked to write down every shared library that any process of the build
loads or tries to load, and who asked for it.
"""

import re
import sys
import sysconfig
from pathlib import Path

import pytest

ASKED = re.compile(r"file=(\S+) \[\d+\];\s+(needed|dynamically loaded) by (\S+) \[")
# The C and C++ libraries of every Linux, and zlib, without which Python installs no package.
SYSTEM = {"libc", "libm", "libdl", "libpthread", "librt", "libgcc_s", "libstdc++", "libz",
          "ld-linux-x86-64", "ld-linux-aarch64"}


@pytest.fixture(scope="session")
def requests(book) -> set[tuple[str, str, str]]:
    """Each library that was asked for, how, and by which file."""
    logs = list(book.libraries.glob("*"))
    if not logs:
        pytest.skip("alleen de lader van glibc schrijft op wat hij laadt")
    return {found.groups() for log in logs
            for found in ASKED.finditer(log.read_text(encoding="utf-8", errors="replace"))}


@pytest.fixture(scope="session")
def brought() -> set[str]:
    """Names of the files that the packages and Python bring themselves."""
    folders = (sysconfig.get_path("platlib"), sysconfig.get_path("stdlib"),
               f"{sys.base_prefix}/lib")
    return {path.name for folder in folders for path in Path(folder).rglob("*.so*")}


def test_packages_load_nothing_of_the_system_but_the_c_libraries(requests, brought):
    packages = Path(sysconfig.get_path("platlib")).resolve()
    asked = {Path(name).name for name, how, by in requests
             if how != "needed" or Path(by).resolve().is_relative_to(packages)}
    assert any("numpy" in by for _, _, by in requests)  # or nothing was written down
    outside = asked - brought
    assert {name for name in outside if name.partition(".so")[0] not in SYSTEM} == set()


def test_a_build_starts_no_program_but_python(requests):
    programs = {by for _, how, by in requests if how == "needed" and ".so" not in Path(by).name}
    # Python itself asks what machine it is on, and Matplotlib which fonts there are, where it can.
    programs -= {"uname", "fc-list"}
    assert {Path(program).resolve() for program in programs} == {Path(sys.executable).resolve()}
