"""How findings are shown: one module a format."""

from attrib.check.formats.json import render_json
from attrib.check.formats.text import render_concise, render_text

__all__ = ["render_concise", "render_json", "render_text"]
