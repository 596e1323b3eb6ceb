"""Reading a rendered page back with the standard library's parser, strictly."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"meta", "link", "br", "hr", "img", "input", "rect", "path", "line", "circle"})
_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "li", "tr", "dt", "dd", "summary", "blockquote"})
_ENDS_BEFORE = {"li": {"li"}, "dt": {"dt", "dd"}, "dd": {"dt", "dd"}}
"""What ends by itself where another such begins; and all of it at its list's end."""
_SELF_CLOSED = frozenset({"rect", "path", "line", "circle"})


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    parents: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """What stands in a page; `faults` has every tag that does not fit."""

    elements: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    doctype: str = ""
    _open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_decl(self, decl: str) -> None:
        self.doctype = decl

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) != len(names):
            self.faults.append(f"<{tag}> has an attribute twice")
        if self._open and self._open[-1].tag in _ENDS_BEFORE.get(tag, ()):
            self.handle_data("\n")
            self._open.pop()
        parents = tuple(element.tag for element in self._open)
        element = Element(tag, {name: value or "" for name, value in attrs}, parents)
        self.elements.append(element)
        if tag in _BLOCKS and "p" in parents:
            self.faults.append(f"<{tag}> inside <p>")
        if tag not in _VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SELF_CLOSED:
            self.faults.append(f"<{tag}/>")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("ul", "ol", "dl") and self._open and self._open[-1].tag in _ENDS_BEFORE:
            self._open.pop()
        if not self._open or self._open[-1].tag != tag:
            self.faults.append(
                f"</{tag}> does not close <{self._open[-1].tag if self._open else ''}>"
            )
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """Elements with this tag whose attributes hold these words (`class_` for class)."""
        wanted = {name.rstrip("_"): word for name, word in attributes.items()}
        return [
            element
            for element in self.elements
            if element.tag == tag
            and all(
                word in element.attributes.get(name, "").split() for name, word in wanted.items()
            )
        ]

    def by_id(self, id_: str) -> Element:
        (found,) = (item for item in self.elements if item.attributes.get("id") == id_)
        return found

    @property
    def unclosed(self) -> list[str]:
        return [element.tag for element in self._open]


def read_page(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


def to_words(text: str) -> str:
    return " ".join(text.split())


def outline(html: str) -> str:
    """What a reader sees, one block a line, headings by level; without the terms."""
    lines: list[str] = []
    for element in read_page(html).elements:
        if "main" not in element.parents or element.tag not in _BLOCKS:
            continue
        if "template" in element.parents:
            continue
        if any(parent in ("li", "dd", "dt") for parent in element.parents) and element.tag == "p":
            continue
        words = to_words(element.text)
        level = int(element.tag[1]) if element.tag in ("h1", "h2", "h3", "h4") else 0
        if element.tag != "blockquote" and words:
            lines.append(f"{'#' * level} {words}" if level else f"{element.tag}: {words}")
    return "\n".join(lines[: lines.index("## Terms")]) + "\n"
