"""Files as other tools want them named: relative to the working folder, with slashes."""

from __future__ import annotations

from pathlib import Path, PurePath
from urllib.parse import quote


def relative_path(path: str) -> str:
    """`path` from the working folder where it lies below it, else as it is; always with "/"."""
    pure = PurePath(path)
    if pure.is_absolute():
        try:
            pure = pure.relative_to(Path.cwd())
        except ValueError:
            return pure.as_posix()
    return pure.as_posix()


def to_uri(path: str) -> str:
    """The same as a URI reference: percent-encoded, absolute paths as file:// URIs."""
    shown = relative_path(path)
    encoded = quote(shown, safe="/-._~!$&'()*+,;=@")
    return f"file://{encoded}" if shown.startswith("/") else encoded
