"""The environment of what a build starts: the same for everybody, whatever settings they keep."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from participatiemonitor.publishing.edition import STORED

# Kernels run side by side, so each gets one thread for its linear algebra: with more they only
# wait for each other. A fixed hash seed keeps the order of sets, and so the outputs, the same.
_FIXED = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "PYTHONUTF8": "1",
    "PYTHONIOENCODING": "utf-8",
    "PYTHONNOUSERSITE": "1",
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    "JUPYTER_PREFER_ENV_PATH": "1",
    "JUPYTER_PLATFORM_DIRS": "1",
}
# Where libraries keep settings and caches: in the build folder, so that nothing depends on a
# home folder, which may be missing, full or hold settings of its owner.
_FOLDERS = {
    "IPYTHONDIR": "ipython",
    "JUPYTER_CONFIG_DIR": "jupyter",
    "JUPYTER_DATA_DIR": "jupyter",
    "JUPYTER_RUNTIME_DIR": "jupyter",
    "MPLCONFIGDIR": "matplotlib",
    "XDG_CACHE_HOME": "cache",
    "TMPDIR": "temporary",
    # Not a setting: what a notebook of a build opens, and one that runs by itself computes.
    "MONITOR_RESULTS": f"../{STORED}",
}
# Settings that would change what a notebook shows, or run something of the user's in it.
_DROPPED = (
    *("PYTHONSTARTUP", "PYTHONWARNINGS", "PYTHONOPTIMIZE", "PYTHONINSPECT", "PYTHONDEVMODE"),
    *("JUPYTER_PATH", "JUPYTER_CONFIG_PATH", "MPLBACKEND", "MATPLOTLIBRC"),
)


@contextmanager
def own_environment(folder: Path) -> Iterator[None]:
    """Set the environment that kernels and other processes inherit.

    Parameters
    ----------
    folder : pathlib.Path
        For settings and caches of libraries; made when it is not there.

    Notes
    -----
    What is installed beside Python itself (``sitecustomize``, configuration of Jupyter in
    ``etc/`` of the environment) belongs to the environment that runs the build, and counts.
    """
    before = dict(os.environ)
    for name in set(_FOLDERS.values()):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name in _DROPPED:
        os.environ.pop(name, None)
    os.environ.update(_FIXED)
    os.environ.update({name: str(folder / place) for name, place in _FOLDERS.items()})
    # A dead kernel is reported with its chapter; papermill's own log line would only be in the way.
    log = logging.getLogger("papermill")
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = False
        os.environ.clear()
        os.environ.update(before)
