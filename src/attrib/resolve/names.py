"""The names that stand in an article's prose, whether or not anything is attributed to them.

They are needed to know who else a pronoun could mean, and to find the full form of a name
that a source carries in short.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from attrib.records import Segmentation, Span
from attrib.resolve.keys import form_of
from attrib.resolve.lexicon import Lexicon, fold, key_of
from attrib.resolve.mentions import Parsed, parse_mention
from attrib.resolve.phrases import Words, is_acronym, phrase_ending
from attrib.tokens import Token, tokenise

_MARKS_BEFORE_NAME = frozenset({"“", '"', "‘", "'", "«", "„", "(", "[", "-", "–", "—", ":", "•"})
_APPOSITION = 16
"""How many tokens after a comma are read as an apposition to a name."""
_DESCRIPTION = 7
"""How many tokens a description that opens a sentence may have."""


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
    it stands inside quotation marks; `possessive` that 's or a noun follows.
    """

    span: Span
    parsed: Parsed
    sentence: int
    form: str
    """What the name is looked up by (`form_of`); "" for a description."""
    subject: bool = False
    quoted: bool = False
    possessive: bool = False


def find_names(segmentation: Segmentation, lexicon: Lexicon) -> Prose:
    """Every name in the prose of an article, and the pronouns, in reading order."""
    text = segmentation.article.text
    prose = {
        number
        for number, paragraph in enumerate(segmentation.paragraphs)
        if paragraph.kind == "prose"
    }
    lower = _lower_words(text)
    capital = _inner_capitals(text)
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
        for first, last in _runs(tokens, lexicon, lower, capital):
            quoted = inside(tokens[first].start)
            found.append(_named(text, tokens, first, last, number, quoted, lexicon, parse))
            body = _body_end(tokens, last, lexicon)
            if body:
                whole = parse(text[tokens[first].start : body])
                span = Span(tokens[first].start, body)
                found.append(
                    Named(span, whole, number, form_of(whole.phrase, lexicon), quoted=quoted)
                )
        for place, token in enumerate(tokens):
            means = lexicon.genders.get(token.lower)
            if means and not inside(token.start):
                pronouns.append(Pronoun(token.start, number, means, place == 0))
        end = _described_end(tokens, lexicon)
        if end and not inside(tokens[0].start):
            described.append(Described(Span(tokens[0].start, end), number))
    return Prose(tuple(found), tuple(pronouns), tuple(described))


def _described_end(tokens: Words, lexicon: Lexicon) -> int:
    """Where "The Ashby senator", a person without a name, ends that opens a sentence; or 0."""
    if len(tokens) < 3 or not lexicon.has("determiners", tokens[0].lower):
        return 0
    for end in range(2, min(len(tokens), _DESCRIPTION)):
        if not tokens[end - 1].is_word or lexicon.has("prepositions", tokens[end - 1].lower):
            return 0
        role = phrase_ending(tokens, end, lexicon.roles, lexicon)
        singular = lexicon.singular(tokens[end - 1].lower) == tokens[end - 1].lower
        following = tokens[end]
        if role and singular and not (following.is_capitalised or following.text in ("'s", "’s")):
            return tokens[end - 1].end
    return 0


def _lower_words(text: str) -> frozenset[str]:
    """Words that also stand in lower case: at a sentence start they are no names."""
    return frozenset(word for word in text.split() if word.isalpha() and word.islower())


def _inner_capitals(text: str) -> frozenset[str]:
    """Words that stand capitalised behind a word in lower case: those are names."""
    words = text.split()
    return frozenset(
        tokenise(word)[0].lower
        for before, word in pairwise(words)
        if word[0].isupper() and before[-1].islower()
    )


def _runs(
    tokens: Words, lexicon: Lexicon, lower: frozenset[str], capital: frozenset[str]
) -> Iterator[tuple[int, int]]:
    """Half-open ranges of tokens that form one name each."""
    place = 0
    while place < len(tokens):
        if not _begins_name(tokens, place, lexicon, lower, capital):
            place += 1
            continue
        end = place + 1
        while (step := _continues(tokens, place, end, lexicon)) > 0:
            end += step
        yield place, end
        place = max(end, place + 1)


def _begins_name(
    tokens: Words,
    place: int,
    lexicon: Lexicon,
    lower: frozenset[str],
    capital: frozenset[str],
) -> bool:
    token = tokens[place]
    if not token.is_word or not token.is_capitalised or token.text == "I":
        return False
    initial = place == 0 or tokens[place - 1].text in _MARKS_BEFORE_NAME
    if not initial:
        return not lexicon.has("time-words", token.lower)
    if lexicon.has("sentence-openers", token.lower):
        named = place + 1 < len(tokens) and tokens[place + 1].is_capitalised
        if named and lexicon.has("given-names", token.lower):
            return True
        return any(_is_known(tokens[place : place + size], lexicon) for size in (2, 3))
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is not None and following.is_word and following.is_capitalised:
        # "Added Ashby: ..." and "Leaving Ashby" open with a verb.
        if token.lower.endswith(("ed", "ing")) and token.lower not in capital:
            return lexicon.has("given-names", token.lower)
        return not (token.lower in lower and token.lower not in lexicon.titles)
    # Alone at the start of a sentence a capital tells nothing; elsewhere in the article it does.
    known = _is_known((token,), lexicon)
    return (known or token.lower in capital) and not lexicon.has("time-words", token.lower)


def _is_known(words: Words, lexicon: Lexicon) -> bool:
    key = key_of(words)
    tables = (
        lexicon.countries,
        lexicon.bodies,
        lexicon.outlets,
        lexicon.terms("places"),
    )
    return all(word.is_capitalised for word in words) and any(key in table for table in tables)


def _continues(tokens: Words, start: int, end: int, lexicon: Lexicon) -> int:
    """How many tokens from `end` on belong to the name that begins at `start`; 0 for none."""
    if end >= len(tokens):
        return 0
    token, before = tokens[end], tokens[end - 1]
    following = tokens[end + 1] if end + 1 < len(tokens) else None
    if token.is_word and token.is_capitalised:
        return 0 if lexicon.has("time-words", token.lower) else 1
    if following is None or not (following.is_word and following.is_capitalised):
        return 0
    if token.text == "." and token.start == before.end:
        short = len(before.text) == 1 or fold(before.text) in lexicon.titles
        return 2 if short else 0
    if token.text == "&":
        return 2
    plural = token.text in ("'", "’") and before.lower.endswith("s") and token.start == before.end
    if plural or token.text in ("'s", "’s"):
        # "Farmers' Union" is one name, "Ashby's Union" too; "Ashby's Jane Roe" is not.
        noun = lexicon.singular(following.lower)
        return 2 if _is_body_noun(noun, lexicon) else 0
    if lexicon.has("name-particles", token.lower) and token.lower not in ("y", "e"):
        return 2
    dated = lexicon.has("time-words", following.lower)
    if token.lower in ("of", "for", "on") and not dated and _opens_body(tokens[start:end], lexicon):
        return 2
    return 0


def _opens_body(words: Words, lexicon: Lexicon) -> bool:
    heads = lexicon.terms("organisation-heads")
    state = lexicon.terms("state-bodies")
    plain = tuple(word for word in words if word.text != ".")
    if phrase_ending(plain, len(plain), lexicon.roles, lexicon, exact=True):
        return True
    return any(phrase_ending(plain, len(plain), table, lexicon) for table in (heads, state))


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
    start = _with_role(tokens, first, lexicon)
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
        end = _apposition_end(tokens, stop, lexicon) or end
    definite = start > 0 and tokens[start - 1].lower == "the"
    opening = tokens[start - 1].start if definite else tokens[start].start
    parsed = parse(text[opening:end])
    return Named(
        Span(tokens[first].start, tokens[last - 1].end),
        parsed,
        sentence,
        form_of(parsed.phrase, lexicon),
        subject=_is_subject(tokens, start - definite, last, possessive, lexicon),
        quoted=quoted,
        possessive=possessive or _modifies(following, lexicon),
    )


def _modifies(following: Token | None, lexicon: Lexicon) -> bool:
    """Whether a noun follows, so that the name only describes it: "Ashby supporters"."""
    if following is None or not following.text.islower():
        return False
    return following.lower in lexicon.nouns or lexicon.singular(following.lower) in lexicon.nouns


def _body_end(tokens: Words, last: int, lexicon: Lexicon) -> int:
    """Where the body ends that a name begins: "Ashby's campaign", "Leeds police"; 0 for none."""
    start = last
    if start < len(tokens) and tokens[start].text in ("'s", "’s"):
        start += 1
    for size in (2, 1):
        words = tokens[start : start + size]
        noun = " ".join(word.text for word in words)
        if len(words) == size and noun.islower() and _is_body_noun(noun, lexicon):
            return words[-1].end
    return 0


def _is_body_noun(noun: str, lexicon: Lexicon) -> bool:
    return any(lexicon.has(name, noun) for name in ("state-bodies", "organisation-heads"))


def _with_role(tokens: Words, first: int, lexicon: Lexicon) -> int:
    """Where the role or noun in lower case before a name begins; `first` when there is none."""
    for table in (lexicon.roles, lexicon.terms("apposed-nouns")):
        found = phrase_ending(tokens, first, table, lexicon)
        if found and tokens[first - 1].text.islower():
            before = tokens[found[0] - 1].lower if found[0] else ""
            # "to head Meridian" is a verb and no role.
            return first if before == "to" or lexicon.has("auxiliaries", before) else found[0]
    return first


def _apposition_end(tokens: Words, comma: int, lexicon: Lexicon) -> int:
    """Where the apposition behind `comma` ends as a text offset; 0 when none stands there."""
    start = comma + 1
    if start >= len(tokens):
        return 0
    opener = tokens[start]
    starts_role = any(
        phrase_ending(tokens, min(start + size, len(tokens)), lexicon.roles, lexicon)
        for size in (1, 2, 3)
    )
    opens = (
        opener.lower in ("a", "an", "the")
        or lexicon.has("possessive-words", opener.lower)
        or starts_role
        or (
            opener.is_capitalised and any(t.text in ("'s", "’s") for t in tokens[start : start + 4])
        )
    )
    if not opens:
        return 0
    for place in range(start + 1, min(start + _APPOSITION, len(tokens))):
        if _is_finite(tokens[place], lexicon):
            return 0
        if tokens[place].text in (",", ".", ";", "?", "!", "”", '"'):
            clause = tokens[place - 1].lower.endswith("ed") and tokens[place].text != ","
            return 0 if clause else tokens[place - 1].end
    return 0


def _is_finite(token: Token, lexicon: Lexicon) -> bool:
    """Whether a word is surely a verb: what holds one is a clause, no apposition."""
    return lexicon.has("past-verbs", token.lower) and not token.is_capitalised


def _is_subject(tokens: Words, start: int, last: int, possessive: bool, lexicon: Lexicon) -> bool:
    """Whether a name seems to be the subject of a clause: it opens one, and a verb follows."""
    before: Token | None = tokens[start - 1] if start > 0 else None
    opens = (
        before is None
        or before.text in _MARKS_BEFORE_NAME
        or before.text in (",", ";", "”")
        or lexicon.has("subordinators", before.lower)
        or lexicon.has("coordinators", before.lower)
    )
    if last < len(tokens) and tokens[last].text == "(":
        closing = (spot for spot in range(last, len(tokens)) if tokens[spot].text == ")")
        last = next(closing, last) + 1
    if last >= len(tokens):
        return False
    after = tokens[last]
    if after.text == "," or possessive:
        return opens and (before is None or before.text != ",")
    return (
        opens
        and after.is_word
        and after.text.islower()
        and not lexicon.has("prepositions", after.lower)
        and not lexicon.has("coordinators", after.lower)
    )


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
