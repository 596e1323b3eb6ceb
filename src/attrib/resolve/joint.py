"""Several who speak as one: "A, B and C said", and papers that they put out together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attrib.records import Segmentation, Span
from attrib.resolve.cast import Cast
from attrib.resolve.classes import class_of_group
from attrib.resolve.entity import Entity
from attrib.resolve.lexicon import Lexicon, fold
from attrib.resolve.names import Named, Prose
from attrib.resolve.parsed import Parsed
from attrib.resolve.phrases import Words, phrase_ending
from attrib.tokens import tokenise

_GAP = re.compile(r"\s*(?:,\s*)?(?:and\s+|as well as\s+)?(?:the\s+)?", re.IGNORECASE)
_APPOSED = re.compile(r",[^,.;:]{2,80},\s*(?:\w+ly\s+)?")
_AFTER_NOUN = 8
"""How many tokens after "joint statement" its partners may be named."""
_BEFORE_NOUN = 8
"""How many tokens before it the verb of issuing may stand."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A statement where the prose tells of it: `subjects` put it out, with `partners`.

    `joint` says that it is called so; a statement of one issuer is not. `nouns` are what an
    apposition calls the issuers ("the two largest firms": firm, firms).
    """

    span: Span
    sentence: int
    noun: str
    joint: bool
    nouns: tuple[str, ...]
    subjects: tuple[str, ...]
    partners: tuple[str, ...]

    @property
    def members(self) -> tuple[str, ...]:
        return tuple(sorted({*self.subjects, *self.partners}))


def find_papers(
    segmentation: Segmentation, prose: Prose, cast: Cast, lexicon: Lexicon
) -> tuple[Paper, ...]:
    """Every statement and every joint letter or the like that the prose tells of, in order."""
    text = segmentation.article.text
    by_sentence: dict[int, list[Named]] = {}
    for named in prose.names:
        if not named.quoted:
            by_sentence.setdefault(named.sentence, []).append(named)
    hints = lexicon.terms("joint-words") | lexicon.terms("statement-nouns")
    found = []
    for number, names in sorted(by_sentence.items()):
        span = segmentation.sentences[number].span
        lower = span.of(text).lower()
        if not any(word in lower for word in hints):
            continue
        tokens = tokenise(text, span.start, span.end)
        for place in range(len(tokens)):
            noun = _paper_at(tokens, place, lexicon)
            if noun:
                found.append(_read_paper(text, tokens, place, noun, number, names, cast, lexicon))
    return tuple(found)


def _paper_at(tokens: Words, place: int, lexicon: Lexicon) -> str:
    """The noun of a paper that is introduced at `place`: "joint letter", "a statement"."""
    word = tokens[place].lower
    if lexicon.has("joint-words", word):
        table = "joint-nouns"
    elif place and lexicon.has("fresh-words", tokens[place - 1].lower):
        place, table = place - 1, "statement-nouns"
    else:
        return ""
    for size in (2, 1):
        noun = " ".join(token.lower for token in tokens[place + 1 : place + 1 + size])
        if lexicon.has(table, noun):
            return noun
    return ""


def _read_paper(
    text: str,
    tokens: Words,
    place: int,
    noun: str,
    number: int,
    names: Sequence[Named],
    cast: Cast,
    lexicon: Lexicon,
) -> Paper:
    joint = lexicon.has("joint-words", tokens[place].lower)
    end = place + joint + len(noun.split())
    subjects: list[Named] = []
    verb = next(
        (
            spot
            for spot in range(place - 1, max(place - _BEFORE_NOUN, -1), -1)
            if lexicon.has("issuing-words", tokens[spot].lower)
        ),
        None,
    )
    comma = next((spot for spot in range(end, len(tokens)) if tokens[spot].text == ","), None)
    if verb is not None:
        subjects = _run_before(text, tokens[verb].start, names)
        # "The parents of Ida Moss issued": not she.
        if len(subjects) == 1 and _is_part(tokens, subjects[0], lexicon):
            subjects = []
    elif joint and place <= 3 and comma is not None:
        # "In a joint statement late on Friday, A and B said"
        subjects = _run_after(text, tokens[comma].end, names)
    elif joint and place > 3 and tokens[place - 3].text == ",":
        # "A and B, in a joint statement, said"
        subjects = _run_before(text, tokens[place - 3].start, names)
    partners: list[Named] = []
    # Only a joint paper has partners; behind "a statement on" stands its matter.
    reach = end + _AFTER_NOUN if joint else end
    for spot in range(end, min(reach, len(tokens))):
        if lexicon.has("partner-links", tokens[spot].lower):
            partners = _run_after(text, tokens[spot].end, names)
            if partners:
                break
    for spot in range(len(tokens) if joint else 0):
        if phrase_ending(tokens, spot, lexicon.terms("together-phrases"), lexicon):
            partners += _run_after(text, tokens[spot - 1].end, names)
    return Paper(
        Span(tokens[place].start, tokens[end - 1].end),
        number,
        noun,
        joint,
        _apposed_nouns(text[subjects[-1].span.end : tokens[place].start], lexicon)
        if subjects
        else (),
        _keys(subjects, cast),
        _keys(partners, cast),
    )


def _is_part(tokens: Words, named: Named, lexicon: Lexicon) -> bool:
    """Whether a name belongs to a longer phrase: a preposition before it, or an owner's 's."""
    before = [token for token in tokens if token.end <= named.span.start]
    before = before[:-1] if before and before[-1].lower == "the" else before
    linked = bool(before) and lexicon.has("prepositions", before[-1].lower)
    return linked or named.possessive


def _apposed_nouns(between: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The last noun of the apposition behind a list of names, in singular and plural."""
    match = _APPOSED.match(between)
    if match is None:
        return ()
    plural = match.group().strip(" ,").split()[-1].lower()
    return (plural, lexicon.singular(plural))


def _run_before(text: str, place: int, names: Sequence[Named]) -> list[Named]:
    """The names of a list that ends before `place`, as "A, B and C" ends before its verb.

    An apposition may stand between: "A and B, the two largest firms, issued".
    """
    run: list[Named] = []
    edge = place
    for named in reversed([named for named in names if named.span.end <= place]):
        between = text[named.span.end : edge]
        plain = not run and len(between.split()) <= 2 and "," not in between
        apposed = not run and _APPOSED.fullmatch(between) is not None
        if not plain and not apposed and not (run and _GAP.fullmatch(between)):
            break
        run.append(named)
        edge = named.span.start
    return run[::-1]


def _run_after(text: str, place: int, names: Sequence[Named]) -> list[Named]:
    """The names of a list that begins right after `place`."""
    run: list[Named] = []
    edge = place
    for named in names:
        if named.span.start < place:
            continue
        if not _GAP.fullmatch(text[edge : named.span.start]):
            break
        run.append(named)
        edge = named.span.end
    return run


def _keys(names: Iterable[Named], cast: Cast) -> tuple[str, ...]:
    keys: list[str] = []
    for named in names:
        if named.parsed.members:
            keys += _keys_of(named.parsed.members, cast)
        else:
            keys += _keys_of((named.parsed,), cast)
    return tuple(dict.fromkeys(keys))


def _keys_of(parsed: Iterable[Parsed], cast: Cast) -> list[str]:
    found = [cast.keys_of(item) for item in parsed]
    return [keys[0] for keys in found if len(keys) == 1]


# The sources made of several ---------------------------------------------------------------


def make_joint_issuer(paper: Paper, cast: Cast, lexicon: Lexicon) -> Entity:
    """The one source that a joint paper makes of its issuers."""
    members = [cast.entities[key] for key in paper.members]
    names = sorted(_with_article(entity.name, lexicon) for entity in members)
    names.sort(key=lambda name: fold(name.removeprefix("the ")))
    nouns = {paper.noun, f"joint {paper.noun}", "group", "signatory", *paper.nouns}
    common = frozenset.intersection(*(entity.nouns for entity in members))
    nouns |= {form for noun in common for form in (noun, f"{noun}s")}
    if all(entity.kind == "country" for entity in members):
        nouns |= {"country", "nation", "state", "government", "countries", "nations", "states"}
    return Entity(
        key=f"joint {paper.noun}:" + "|".join(paper.members),
        name=f"joint {paper.noun} of {join_names(names)}",
        kind="group",
        source_class="ORG",
        reason="several put out one paper",
        plural=True,
        nouns=frozenset(nouns),
        members=paper.members,
        description=f"joint {paper.noun}",
        first=paper.span.start,
    )


def make_group(parsed: Parsed, members: Sequence[Entity], article: str, place: int) -> Entity:
    """The one source that "A, B and C" or "A and other states" makes."""
    keys = tuple(sorted({entity.key for entity in members}))
    if parsed.rest:
        name, key = parsed.text, f"{article}:group:{fold(parsed.text)}"
    else:
        name = join_names(sorted({entity.name for entity in members}, key=fold))
        key = "group:" + "|".join(keys)
    nouns = {"group"}
    if all(entity.kind == "country" for entity in members):
        nouns |= {"countries", "nations", "states", "governments", "country", "nation", "state"}
    return Entity(
        key=key,
        name=name,
        kind="group",
        source_class=class_of_group(tuple(entity.source_class for entity in members)),
        reason="several are named together",
        plural=True,
        nouns=frozenset(nouns),
        members=keys,
        description=parsed.text,
        first=place,
    )


def join_names(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def _with_article(name: str, lexicon: Lexicon) -> str:
    return f"the {name}" if lexicon.has("names-with-article", name.lower()) else name
