"""Run the examples that stand beside every rule: it must match the good, and leave the others.

The words that must be matched stand in square brackets in an example.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from attrib.checking import check_article
from attrib.extract import Tagger, extract, load_tagger
from attrib.ingest import make_article
from attrib.records import Article, Extraction
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import (
    AbbreviationRule,
    AliasRule,
    CheckRule,
    CueRule,
    Examples,
    FurnitureRule,
    TermRule,
)
from attrib.segment import segment
from attrib.settings import Settings
from attrib.tokens import tokenise

_BRACKET = re.compile(r"\[([^\[\]]+)\]")
_WITH = re.compile(r"^--- with[ \t]+([^\n]*)\n", re.MULTILINE)


def list_rules(rulebook: Rulebook) -> list[str]:
    """One line a rule: id, kind of rule, and its first reason."""
    rows = [(rule.id, "cue", rule.why) for rule in rulebook.cues]
    rows += [(rule.id, "term", rule.why) for rule in rulebook.terms]
    rows += [(rule.id, "alias", rule.why) for rule in rulebook.aliases]
    rows += [(rule.id, "furniture", rule.why) for rule in rulebook.furniture]
    rows += [(rule.id, "abbreviation", rule.why) for rule in rulebook.abbreviations]
    rows += [(rule.id, rule.severity, f"{rule.name}: {rule.why}") for rule in rulebook.checks]
    return [f"{name:<36} {kind:<12} {why}" for name, kind, why in sorted(rows)]


def find_failures(rulebook: Rulebook) -> tuple[list[str], int]:
    """A line for each example that comes out wrong, and how many were run."""
    failures: list[str] = []
    count = 0
    for name, example, wanted, found in _runs(rulebook):
        count += 1
        if wanted != found:
            failures.append(f"{name}: {'did not match' if wanted else 'matched'}: {example}")
    return failures, count


def _runs(rulebook: Rulebook) -> Iterator[tuple[str, str, bool, bool]]:
    """Each example with its rule's id, whether it should match, and whether it does."""
    for cue in rulebook.cues:
        yield from _both_ways(cue.id, cue.examples, partial(cue_matches, cue, rulebook))
    for term in rulebook.terms:
        yield from _both_ways(term.id, term.examples, partial(term_matches, term))
    for alias in rulebook.aliases:
        yield from _both_ways(alias.id, alias.examples, partial(alias_matches, alias))
    for line in rulebook.furniture:
        yield from _both_ways(line.id, line.examples, partial(furniture_matches, line, rulebook))
    for word in rulebook.abbreviations:
        yield from _both_ways(word.id, word.examples, partial(abbreviation_matches, word, rulebook))
    for rule in rulebook.checks:
        for text in rule.examples.bad:
            yield rule.id, text, True, check_matches(rule, rulebook, text)
        for text in rule.examples.good:
            yield rule.id, text, False, check_matches(rule, rulebook, text)


def _both_ways(
    name: str, examples: Examples, matches: Callable[[str], bool]
) -> Iterator[tuple[str, str, bool, bool]]:
    for text in examples.match:
        yield name, text, True, matches(text)
    for text in examples.skip:
        yield name, text, False, matches(text)


def cue_matches(rule: CueRule, rulebook: Rulebook, text: str) -> bool:
    """Whether the rule gives a cue in `text`; in a bracketed one, at the bracketed words."""
    wanted = _BRACKET.search(text)
    plain = _BRACKET.sub(r"\1", text)
    # What has no frames is found by the tagger alone; the others must do without it.
    load = None if rule.frames else load_tagger
    for attribution in _extraction(plain, rulebook, load).attributions:
        cue = attribution.cue
        if cue is not None and cue.rule == rule.id:
            end = wanted.end() - 2 if wanted else cue.span.end
            if cue.span.end == end:
                return True
    return False


def term_matches(rule: TermRule, text: str) -> bool:
    """Whether one of the rule's terms stands, as whole words, in the bracketed part of `text`."""
    bracketed = _BRACKET.search(text)
    words = _words(bracketed.group(1) if bracketed else text)
    forms = [form for term in rule.terms for form in _forms(rule, term)]
    return any(f" {_words(form).strip()} " in words for form in forms)


def _forms(rule: TermRule, term: str) -> list[str]:
    """A term as it may stand in a text; some lists write a word as all its forms."""
    return term.split() if rule.list in ("irregular-verbs", "word-forms", "dialect") else [term]


def alias_matches(rule: AliasRule, text: str) -> bool:
    """Whether one of the rule's spellings or names stands in the bracketed part of `text`."""
    bracketed = _BRACKET.search(text)
    words = _words(bracketed.group(1) if bracketed else text)
    names = {name for group in rule.spellings for name in group}
    for place in rule.places:
        names |= {place.name, *place.adjectives, *place.also, *place.metonyms, *place.seats}
    names |= {person.name for person in rule.people}
    return any(f" {_words(name).strip()} " in words for name in names)


def _words(text: str) -> str:
    return f" {' '.join(token.lower for token in tokenise(text))} "


def furniture_matches(rule: FurnitureRule, rulebook: Rulebook, text: str) -> bool:
    """Whether `text`, as a line amid prose, is passed over once this rule is in force."""
    line = _BRACKET.sub(r"\1", text)
    # A line that stands twice is furniture by itself, and makes any beside it suspect.
    before = "The gates of the lock failed on Monday night, and the quay was under water by six."
    after = "Nobody was hurt, said the harbour office, and the ferry sailed on time."
    alone = replace(rulebook, furniture=(rule,))
    article = Article(id="example", text=f"{before}\n\n{line}\n\n{after}\n")
    return any(
        paragraph.kind == "furniture" and paragraph.span.of(article.text) == line
        for paragraph in segment(article, alone).paragraphs
    )


def abbreviation_matches(rule: AbbreviationRule, rulebook: Rulebook, text: str) -> bool:
    """Whether `text` is one sentence, for a match, with this rule alone in force."""
    alone = replace(rulebook, abbreviations=(rule,))
    article = Article(id="example", text=_BRACKET.sub(r"\1", text))
    return len(segment(article, alone).sentences) == 1


def check_matches(rule: CheckRule, rulebook: Rulebook, text: str) -> bool:
    """Whether the check speaks in the draft of the example, on by default or not."""
    article, others = read_check_example(text)
    checked = check_article(article, rulebook, others, settings=Settings(select=(rule.id,)))
    return any(found.code == rule.id for found in checked.diagnostics)


def read_check_example(text: str) -> tuple[Article, tuple[Article, ...]]:
    """The draft of a check's example, and the articles that it is held against.

    A first line "title: ..." is the draft's headline. Each line "--- with Outlet: Headline"
    begins another article; ": Headline" may be left out.
    """
    body, *rest = _WITH.split(text)
    title = None
    if body.startswith("title:"):
        first, _, body = body.partition("\n")
        title = first.removeprefix("title:").strip()
    # The parts of a split: the text before, then what each line names, and the text behind it.
    heads = (head.partition(":") for head in rest[::2])
    others = tuple(
        make_article(words, outlet=outlet.strip(), title=headline.strip())
        for (outlet, _, headline), words in zip(heads, rest[1::2], strict=True)
    )
    return make_article(body, title=title), others


def _extraction(text: str, rulebook: Rulebook, load: Callable[[], Tagger] | None) -> Extraction:
    return extract(segment(Article(id="example", text=text), rulebook), rulebook, load)
