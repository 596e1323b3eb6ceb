"""Begin early what takes long and waits for nothing: half of a cold start is the tagger's.

Errors are left to the one who needs the thing: nothing is remembered of a load that failed.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from attrib.errors import ModelError


def preload_runtime() -> None:
    """Import the runtime of the models in a thread; no module of attrib, which others import."""
    Thread(target=_import_runtime).start()


def _import_runtime() -> None:
    with suppress(ImportError):
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401


def preload_tagger(threads: int) -> None:
    """Load the tagger in a thread, while rules and articles are read."""
    from attrib.extract import load_tagger

    def load() -> None:
        with suppress(ModelError):
            load_tagger(threads)

    Thread(target=load).start()
