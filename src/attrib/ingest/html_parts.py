"""Which elements of a page hold its article, which hold furniture, and which nothing to read."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from attrib.ingest.html_markup import UNCLOSED_TO_END, Tag

_DROPPED = frozenset({
    "audio", "canvas", "head", "iframe", "noembed", "noframes", "noscript", "object", "script",
    "style", "svg", "template", "title", "video",
})  # fmt: skip
_FURNITURE = frozenset(
    ("aside", "button", "figcaption", "figure", "footer", "form", "header", "nav", "select")
)
_CONTAINERS = frozenset(("article", "main", "body"))
_INLINE = frozenset(("blockquote", "pre", "q"))
_PAIRED = _DROPPED | _FURNITURE | _CONTAINERS | _INLINE
_TEASER = 40
"""Words below which one of several <article> elements is taken for a teaser."""


@dataclass(frozen=True, slots=True)
class Part:
    """An element as the numbers of its opening and its closing tag.

    `last` is the number of tags where nothing closes the element.
    """

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Parts:
    """What of a page is read: `body`, without `dropped`, with `furniture` marked as such.

    `inline` are the elements that change how the text in them is read: <pre>, <q>, <blockquote>.
    """

    body: Part
    dropped: tuple[Part, ...]
    furniture: tuple[Part, ...]
    inline: tuple[Part, ...]


def find_parts(raw: str, tags: tuple[Tag, ...]) -> Parts:
    """Choose the article of a page: <article>, else <main>, else <body>, else all of it.

    Of several <article> elements the longest is taken, unless all are short, as teasers are.
    An element that nothing closes is neither dropped nor furniture, lest the rest be lost.
    """
    pairs = _pair_tags(tags)
    closed = tuple(part for part in pairs if part.last < len(tags) or part.name in UNCLOSED_TO_END)
    dropped = tuple(part for part in closed if part.name in _DROPPED)
    furniture = tuple(part for part in closed if part.name in _FURNITURE)
    forms = tuple(part for part in furniture if part.name == "form")
    others = tuple(part for part in furniture if part.name != "form")
    count = _count_words(raw, tags, (*dropped, *others))
    # Some systems put one form around the whole page.
    page = Part("", -1, len(tags))
    forms = tuple(part for part in forms if 2 * count.inside(part) <= count.inside(page))
    furniture = tuple(sorted((*others, *forms), key=lambda part: part.first))
    count = _count_words(raw, tags, (*dropped, *furniture))
    return Parts(
        body=_choose_body(pairs, count, page),
        dropped=dropped,
        furniture=furniture,
        inline=tuple(part for part in closed if part.name in _INLINE),
    )


def _choose_body(pairs: tuple[Part, ...], count: _WordCount, page: Part) -> Part:
    articles = [part for part in pairs if part.name == "article" and count.inside(part)]
    if articles:
        longest = max(articles, key=lambda part: (count.inside(part), -part.first))
        alone = all(longest.first <= part.first <= longest.last for part in articles)
        if alone or count.inside(longest) >= _TEASER:
            return longest
    for name in ("main", "body"):
        for part in pairs:
            if part.name == name and count.inside(part):
                return part
    return page


def _pair_tags(tags: tuple[Tag, ...]) -> tuple[Part, ...]:
    """Each opening tag with the closing tag of its name, in order of the opening tags."""
    opened: dict[str, list[int]] = {}
    parts: list[Part] = []
    for number, tag in enumerate(tags):
        if tag.name not in _PAIRED:
            continue
        if tag.kind == "open":
            opened.setdefault(tag.name, []).append(number)
        elif opened.get(tag.name):
            parts.append(Part(tag.name, opened[tag.name].pop(), number))
    for name, numbers in opened.items():
        parts += (Part(name, number, len(tags)) for number in numbers)
    return tuple(sorted(parts, key=lambda part: (part.first, part.last)))


@dataclass(frozen=True, slots=True)
class _WordCount:
    """`before[i]`: how many words stand before tag number `i`; the last: how many in all."""

    before: tuple[int, ...]

    def inside(self, part: Part) -> int:
        return self.before[part.last] - (self.before[part.first] if part.first >= 0 else 0)


def _count_words(raw: str, tags: tuple[Tag, ...], left_out: tuple[Part, ...]) -> _WordCount:
    """Words up to each tag, and in all (the last), outside the parts `left_out`."""
    starts = [0, *(tag.end for tag in tags)]
    ends = [*(tag.start for tag in tags), len(raw)]
    depths = find_depths(left_out, len(tags))
    return _WordCount(
        tuple(
            accumulate(
                0 if depth else len(raw[start:end].split())
                for start, end, depth in zip(starts, ends, depths, strict=True)
            )
        )
    )


def find_depths(parts: tuple[Part, ...], n_tags: int) -> tuple[int, ...]:
    """How many of `parts` the text before each tag lies in; the last: the text after all tags."""
    changes = [0] * (n_tags + 2)
    for part in parts:
        changes[part.first + 1] += 1
        changes[part.last + 1] -= 1
    return tuple(accumulate(changes))[: n_tags + 1]
