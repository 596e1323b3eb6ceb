"""The page's style and script, gathered from their files, and the policy that lets only them in."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from attrib.errors import AttribError

STYLES = (
    "page", "summary", "grades", "marks", "contests", "reasons", "articles", "sources", "plots",
    "filters", "stories", "unseen", "decisions", "narrow", "print",
)  # fmt: skip
"""Files of reports/style/, in order: a later one may overrule an earlier."""
SCRIPTS = (
    "page", "theme", "filters", "reveal", "claims", "sideways", "paper", "keys", "copying",
    "decision-file", "decisions", "decide", "start",
)  # fmt: skip
"""Files of reports/script/, in order: a later one may use what an earlier names."""
HOUSE_STYLE = "house.css"
"""A newsroom's own style, after all others; not shipped."""


@dataclass(frozen=True, slots=True)
class Inline:
    """What stands in the page's one style and one script element, and the policy for both."""

    style: str
    script: str

    @property
    def policy(self) -> str:
        """A content security policy: nothing from anywhere, but this style and this script."""
        return "; ".join(
            (
                "default-src 'none'",
                f"style-src '{_hash(self.style)}'",
                f"script-src '{_hash(self.script)}'",
                "img-src data:",
                "base-uri 'none'",
                "form-action 'none'",
            )
        )


def read_inline(folders: tuple[Path, ...], scripts: Sequence[str] = SCRIPTS) -> Inline:
    """Each file from the first of `folders` that has it; all of the style, and of the script
    those files that the page has use for.

    Raises AttribError for one that is missing, is no text, or would end its element.
    """
    house = [folder / HOUSE_STYLE for folder in folders if (folder / HOUSE_STYLE).is_file()]
    styles = [*(_find(folders, f"style/{name}.css") for name in STYLES), *house[:1]]
    chosen = [_find(folders, f"script/{name}.js") for name in scripts]
    return Inline(_gather(styles, "style"), _gather(chosen, "script"))


def _find(folders: tuple[Path, ...], name: str) -> Path:
    path = next((folder / name for folder in folders if (folder / name).is_file()), None)
    if path is None:
        raise AttribError(f"{name} is missing; install attrib again")
    return path


def _gather(paths: Iterable[Path], element: str) -> str:
    texts = []
    for path in paths:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as problem:
            raise AttribError("cannot be read as UTF-8 text", path=str(path)) from problem
        # The browser would end the element there, and hash less than we did.
        if f"</{element}" in text.lower():
            raise AttribError(
                f"must not hold '</{element}', it stands inside the page", path=str(path)
            )
        texts.append(text.strip())
    return "\n\n".join(texts)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
