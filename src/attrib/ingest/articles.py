"""From stories to articles: ids, and each article only once."""

from __future__ import annotations

import hashlib
import json
import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator

from attrib.directives import find_directives
from attrib.ingest.doubles import say_clash
from attrib.ingest.language import find_language
from attrib.ingest.stories import name_place
from attrib.records import Article, Corpus, Directive, Markup, Problem, RawMap, Span, Waiver

NOT_ENGLISH = "does not look like English; no claims are read from it"
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def make_article(
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
    id: str | None = None,
    path: str | None = None,
    furniture: tuple[Span, ...] = (),
    block_quotes: tuple[Span, ...] = (),
    raw: RawMap | None = None,
    title_start: int | None = None,
    genre: str | None = None,
    directives: tuple[Directive, ...] = (),
    waivers: tuple[Waiver, ...] = (),
    markup: tuple[Markup, ...] = (),
    code: tuple[Span, ...] = (),
    function_words: frozenset[str] = frozenset(),
) -> Article:
    """One article. Without an `id` it gets the hash of its outlet, title, url and text.

    A surrogate that is half of no pair becomes U+FFFD, one code point for one. The language
    is read off the text by the share of English `function_words`; without them it is "en".
    Where `text` is the file, comments to attrib stand in it, but for those inside `code`.
    """
    text = mend_surrogates(text)
    if raw is None:
        directives = tuple(_find_outside(code, find_directives(text)))
        furniture = (*furniture, *_set_aside(directives, furniture))
    title, outlet, published, url, id, genre = (
        mend_surrogates(value) if value and value.strip() else None
        for value in (title, outlet, published, url, id, genre)
    )
    return Article(
        id=id or _content_hash(outlet, title, url, text),
        text=text,
        path=mend_surrogates(path) if path is not None else None,
        outlet=outlet,
        title=title,
        published=published,
        url=url,
        language=find_language(text, furniture, function_words),
        furniture=furniture,
        block_quotes=block_quotes,
        raw=raw,
        title_start=title_start,
        genre=genre,
        directives=directives,
        waivers=waivers,
        markup=markup,
    )


def _find_outside(code: tuple[Span, ...], directives: Iterable[Directive]) -> Iterator[Directive]:
    code = tuple(sorted(code))
    for directive in directives:
        place = bisect_right(code, directive.span.start, key=lambda span: span.start) - 1
        if place < 0 or directive.span.start >= code[place].end:
            yield directive


def _set_aside(directives: tuple[Directive, ...], furniture: tuple[Span, ...]) -> tuple[Span, ...]:
    """Comments to attrib that the format has not set aside already: plain text has none."""
    return tuple(
        directive.span
        for directive in directives
        if not any(part.covers(directive.span) for part in furniture)
    )


def gather_articles(
    articles: Iterable[tuple[Article, int | None]],
    problems: Iterable[Problem],
    preferred: Container[str] = (),
) -> Corpus:
    """A corpus of `articles`, each with its line in its file (None: the whole file).

    Of equal articles, and of texts with one given id, the first by path and line is kept, one
    at a `preferred` path before all others; a problem names both. The order of the arguments
    changes nothing.
    """
    by_content: dict[str, str] = {}
    by_id: dict[str, tuple[str, str]] = {}
    kept: list[Article] = []
    found = set(problems)

    def rank(pair: tuple[Article, int | None]) -> tuple[bool, str, int]:
        path = pair[0].path or ""
        return path not in preferred, path, pair[1] or 0

    for article, line in sorted(articles, key=rank):
        place = name_place(article.path or "", line)
        content = _content_hash(article.outlet, article.title, article.url, article.text)
        first_place, first_text = by_id.get(article.id, ("", None))
        original = first_place if first_text == article.text else by_content.get(content)
        if original is not None:
            message = f"is a copy of {original}; only that one is read"
            found.add(Problem(place, message, fatal=False))
            continue
        if first_text is not None:
            message = say_clash(article.id, first_place)
            found.add(Problem(place, f"{message}; give each article its own id"))
            continue
        if article.language != "en":
            found.add(Problem(place, NOT_ENGLISH, fatal=False))
        by_content[content] = place
        by_id[article.id] = (place, article.text)
        kept.append(article)
    return Corpus(tuple(sorted(kept, key=lambda article: article.id)), tuple(sorted(found)))


def tell_other_languages(
    articles: Iterable[Article], known: Iterable[Problem] = ()
) -> tuple[Problem, ...]:
    """A problem for each article that is not English, as `gather_articles` has it, less those
    among `known`: articles may come from elsewhere, or without the problems of their corpus."""
    told = {problem.path for problem in known if problem.message == NOT_ENGLISH}
    # A problem names the line of a file of several articles, and articles do not.
    told |= {place.rpartition(":")[0] for place in told}
    places = (article.path or article.id for article in articles if article.language != "en")
    return tuple(Problem(place, NOT_ENGLISH, fatal=False) for place in places if place not in told)


def _content_hash(*parts: str | None) -> str:
    """First 12 hex digits of the SHA-256 over the parts, as JSON: none runs into the next."""
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


def mend_surrogates(text: str) -> str:
    """`text` with U+FFFD for each surrogate that is half of no pair, one code point for one."""
    return _LONE_SURROGATE.sub("\ufffd", text)
