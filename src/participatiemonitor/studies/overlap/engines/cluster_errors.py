"""What a cluster cannot do, in words of ours."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from participatiemonitor.errors import RunError


@contextmanager
def told() -> Iterator[None]:
    """Tell what a cluster cannot do in words of ours: its own may hold values and paths.

    Raises
    ------
    RunError
    """
    import grpc
    from pyspark.errors import PySparkException
    try:
        with quiet():
            yield
    except (grpc.RpcError, PySparkException) as error:
        code = getattr(error, "getGrpcStatusCode", getattr(error, "code", lambda: None))()
        if code == grpc.StatusCode.UNAVAILABLE:
            raise RunError("Het tellen is gestopt: het cluster antwoordt niet meer. Controleer of "
                           "het draait en genoeg geheugen heeft, en probeer het opnieuw.") from None
        raise RunError(f"Het tellen is gestopt: het cluster kon een stap niet uitvoeren "
                       f"({type(error).__name__}). Staat --store in een map die het cluster ook "
                       "ziet, is daar ruimte, en heeft het genoeg geheugen?") from None


@contextmanager
def quiet() -> Iterator[None]:
    """Keep warnings of the client to itself that say nothing to a user."""
    with warnings.catch_warnings():
        # That it does not know all of pandas 3, of which nothing is used here; and that it gave up,
        # which the error says.
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas",
                                FutureWarning)
        warnings.filterwarnings("ignore", r"\[RETRIES_EXCEEDED\]", UserWarning)
        yield
