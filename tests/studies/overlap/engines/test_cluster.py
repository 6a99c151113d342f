"""The same on a cluster as embedded and by hand, in however many parts."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from participatiemonitor.errors import InputError, RunError
from participatiemonitor.studies.overlap.engines.opening import open_engine

from ..linking.test_counted import check, registers


@settings(deadline=None, max_examples=12,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(registers())
@pytest.mark.parametrize(("partitions", "files"), [(1, 1), (4, 3)])
def test_as_by_hand(sail: str, partitions: int, files: int, register) -> None:
    check(sail, *register, files=files, partitions=partitions)
