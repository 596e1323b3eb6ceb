"""The names that stand in an article's prose, whether or not anything is attributed to them.

They are needed to know who else a pronoun could mean, and to find the full form of a name
that a source carries in short.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, zip_longest

from attrib.records import Segmentation, Span
from attrib.resolve.clauses import (
    apposition_end,
    body_end,
    described_end,
    is_subject,
    modifies,
    role_start,
    seat_start,
)
from attrib.resolve.lexicon import Lexicon, fold, key_of
from attrib.resolve.mentions import parse_mention
from attrib.resolve.parsed import Parsed
from attrib.resolve.phrases import Words, is_acronym
from attrib.resolve.runs import find_runs, inner_capitals, lower_words
from attrib.tokens import tokenise

TITLE = -1
"""The sentence index of a name that stands in the headline outside the text."""
_KIN_OF = 4
"""Words from "mother of" to a name: "mother of the late pilot"."""

_COPULAS = frozenset(("is", "was", "as", "became", "become", "remains", "remained"))


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A pronoun of the third person outside quotation marks: "m", "f" or "n"."""

    start: int
    sentence: int
    means: str
    opens: bool
    """Whether it is the first word of its sentence."""


@dataclass(frozen=True, slots=True)
class Described:
    """A person described, not named, who opens a sentence: "The senator from Ashby left"."""

    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Prose:
    """What an article's prose names, and what tells persons from bodies, in reading order."""

    names: tuple[Named, ...]
    pronouns: tuple[Pronoun, ...]
    described: tuple[Described, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A name where it stands. `sentence` is an index into `Segmentation.sentences`.

    `subject` says that the name opens its clause and a verb or 's seems to follow; `quoted` that
    it stands inside quotation marks; `possessive` that 's or a noun follows; `kin` that it is
    brought in as somebody's: "her father, Bo Moss"; `shares` that the surname stands with another
    name: "the parents, Ida and Bo Moss".
    """

    span: Span
    parsed: Parsed
    sentence: int
    subject: bool = False
    quoted: bool = False
    possessive: bool = False
    kin: bool = False
    shares: bool = False

    @property
    def form(self) -> str:
        """What the name is looked up by."""
        return self.parsed.form


def find_names(segmentation: Segmentation, lexicon: Lexicon) -> Prose:
    """Every name in the prose of an article, and the pronouns, in reading order."""
    text = segmentation.article.text
    prose = {
        number
        for number, paragraph in enumerate(segmentation.paragraphs)
        if paragraph.kind == "prose"
    }
    lower = lower_words(text)
    capital = inner_capitals(text)
    quotes = [quote.span for quote in segmentation.quotes]
    starts = [span.start for span in quotes]

    def inside(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < quotes[place].end

    # The same words recur through an article; each is taken apart once.
    parse = lru_cache(maxsize=4096)(lambda words: parse_mention(words, lexicon))
    found: list[Named] = []
    pronouns: list[Pronoun] = []
    described: list[Described] = []
    for number, sentence in enumerate(segmentation.sentences):
        if sentence.paragraph not in prose:
            continue
        tokens = tokenise(text, sentence.span.start, sentence.span.end)
        runs = tuple(find_runs(tokens, lexicon, lower, capital))
        for (first, last), following in zip_longest(runs, runs[1:]):
            if _is_numbered(tokens, first, last):
                continue
            quoted = inside(tokens[first].start)
            named = _named(text, tokens, first, last, number, quoted, lexicon, parse)
            surname = _surname_shared(tokens, (first, last), following, lexicon)
            if surname:
                whole = parse(f"{tokens[first].text} {surname}")
                named = replace(named, parsed=whole, shares=True)
            found.append(named)
            body = body_end(tokens, last, lexicon)
            if body:
                whole = parse(text[tokens[first].start : body])
                span = Span(tokens[first].start, body)
                found.append(Named(span, whole, number, quoted=quoted))
        for place, token in enumerate(tokens):
            means = lexicon.genders.get(token.lower)
            if means and not inside(token.start) and not _is_owner_of_role(tokens, place):
                pronouns.append(Pronoun(token.start, number, means, place == 0))
        end = described_end(tokens, lexicon)
        if end and not inside(tokens[0].start):
            described.append(Described(Span(tokens[0].start, end), number))
    return Prose(_with_surnames(found, lexicon), tuple(pronouns), tuple(described))


def _is_owner_of_role(tokens: Words, place: int) -> bool:
    """Whether "its" is of a body whose head is named: "Moss is its head", "Moss, its head"."""
    if tokens[place].lower != "its" or place < 2:
        return False
    before, first = tokens[place - 1], tokens[place - 2]
    return before.lower in _COPULAS or (before.text == "," and first.is_capitalised)


def _is_numbered(tokens: Words, first: int, last: int) -> bool:
    """Whether only the letter of a road or a type stands there: "the A42"."""
    following = tokens[last] if last < len(tokens) else None
    return (
        following is not None
        and last - first == 1
        and len(tokens[first].text) == 1
        and following.start == tokens[first].end
        and following.text[0].isdigit()
    )


def _with_surnames(found: list[Named], lexicon: Lexicon) -> tuple[Named, ...]:
    """The names, those of one word parsed anew that are surnames here: "Singer", "Waters"."""
    known = frozenset(
        fold(named.parsed.phrase.name.split()[-1])
        for named in found
        if named.parsed.phrase.kind == "person" and named.parsed.phrase.name
    )
    return tuple(
        replace(named, parsed=parse_mention(named.parsed.text, lexicon, known))
        if named.parsed.phrase.form == "description" and fold(named.parsed.text) in known
        else named
        for named in found
    )


def _named(
    text: str,
    tokens: Words,
    first: int,
    last: int,
    sentence: int,
    quoted: bool,
    lexicon: Lexicon,
    parse: Callable[[str], Parsed],
) -> Named:
    start = role_start(tokens, first, lexicon)
    following = tokens[last] if last < len(tokens) else None
    end, stop = tokens[last - 1].end, last
    possessive = following is not None and (
        following.text in ("'s", "’s") or (following.text in ("'", "’") and following.start == end)
    )
    if following is not None and following.text == "(" and last + 2 < len(tokens):
        acronym = tokens[last + 1]
        if tokens[last + 2].text == ")" and is_acronym(acronym, lexicon):
            end, stop = tokens[last + 2].end, last + 3
    if stop < len(tokens) and tokens[stop].text == ",":
        end = apposition_end(tokens, stop, lexicon) or end
    definite = start > 0 and tokens[start - 1].lower == "the"
    opening = tokens[start - 1].start if definite else tokens[start].start
    parsed = parse(text[opening:end])
    if start == first and not definite:
        # "The mayor of London Ida Moss": the seat stands in the way of the name.
        whole = parse(text[tokens[seat_start(tokens, first, lexicon)].start : end])
        person = whole.phrase.form == "name" and whole.phrase.kind == "person"
        parsed = whole if person else parsed
    return Named(
        Span(tokens[first].start, tokens[last - 1].end),
        parsed,
        sentence,
        subject=is_subject(tokens, start - definite, last, possessive, lexicon),
        quoted=quoted,
        possessive=possessive or modifies(following, lexicon),
        kin=_is_kin(tokens, first, lexicon),
    )


def _surname_shared(
    tokens: Words, run: tuple[int, int], following: tuple[int, int] | None, lexicon: Lexicon
) -> str:
    """The surname that a first name shares with the one behind it: "the parents, Ida and Bo Moss";
    "" where it stands for itself."""
    first, last = run
    if following is None or last - first != 1 or following[1] - following[0] != 2:
        return ""
    before = [word.lower for word in tokens[max(first - 2, 0) : first]]
    of_kin = any(lexicon.has("kin-words", word) for word in before)
    joined = following[0] == last + 1 and tokens[last].lower == "and"
    return tokens[following[1] - 1].text if of_kin and joined else ""


def _is_kin(tokens: Words, first: int, lexicon: Lexicon) -> bool:
    """Whether somebody's kin is named at `first`: "her older sister, Ida Moss", or the one whose
    kin somebody is: "the mother of the pilot Ida Moss"."""
    for place in range(max(first - _KIN_OF, 1), first):
        of_kin = lexicon.has("kin-words", tokens[place - 1].lower)
        if of_kin and tokens[place].lower == "of":
            return True
    noun = first - 1 - (first > 0 and tokens[first - 1].text == ",")
    if noun < 1 or not lexicon.has("kin-words", tokens[noun].lower):
        return False
    return any(
        lexicon.has("possessive-words", word.lower) or word.lower in ("'s", "'")
        for word in tokens[max(noun - 2, 0) : noun]
    )


def names_in_title(title: str, named: Iterable[Named], lexicon: Lexicon) -> tuple[Named, ...]:
    """The persons whom a headline names in full; they stand nowhere in the text.

    Headlines put capitals everywhere, so only a listed first name makes a person, or one that is
    among the text's names (`named`), as is the surname.
    """
    words = tokenise(title)
    alone = {item.form for item in named if " " not in item.form}
    found = []
    for first, last in pairwise(words):
        both = {f"name:{fold(first.text)}", f"name:{fold(last.text)}"} <= alone
        given = first.is_capitalised and (both or lexicon.has("given-names", first.lower))
        if given and last.is_word and last.is_capitalised and last.lower not in lexicon.nouns:
            parsed = parse_mention(title[first.start : last.end], lexicon)
            if parsed.phrase.kind == "person" or (both and " " in parsed.phrase.name):
                found.append(Named(Span(0, 0), parsed, TITLE))
    return tuple(found)


def standing_names(names: tuple[Named, ...]) -> frozenset[str]:
    """Look-up keys of names that stand alone, and of the last words of persons' names."""
    keys = set()
    for named in names:
        phrase = named.parsed.phrase
        if phrase.form == "name" and phrase.name:
            keys.add(key_of(tokenise(phrase.name)))
            if phrase.kind == "person":
                keys.add(fold(phrase.name.split()[-1]))
    return frozenset(keys)
