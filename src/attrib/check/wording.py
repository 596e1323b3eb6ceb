"""The phrases of a rule's options as one pattern, with places for the words that vary.

A phrase is words with white space between them, matched in any case; a word may be

    poll|survey      one of several
    new?             there or not
    falsif*          the beginning of a word
    steal+           a verb in any of its forms
    {be} {have}      every form of the verb, and an adverb after it
    {name}           a word with a capital that is no article and no mere opening of a sentence
    {capital}        any word with a capital
    {whose}          a word with a capital, in the possessive
    {lower}          a word without one, but no article
    {number}         a number in figures
    {percent} {money} {many} {count} {score} {range} {year}
                     a share, a sum, a number also in words, one of three digits or more,
                     "48-41", "3-5" of a month, a year
    {slashed}        two names joined by a stroke
    {0-4}            so many words, of one clause
    ,                a comma
    {noun}           the words of a list of that name, where the caller gives it

A comma may stand between two words. A pattern takes time linear in the text: nothing in it
repeats without bound.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from attrib.check.inflection import (
    AUXILIARIES,
    Irregular,
    auxiliary,
    first_word,
    read_irregular,
    verb_forms,
    verb_lists,
)
from attrib.check.matching import (
    PLACE,
    Needs,
    Phrases,
    Searcher,
    join_needs,
    refuse_unknown,
    words_in,
)
from attrib.records import Span
from attrib.rulebook import Rulebook

# Between the words of a name and of a gap: initials and numbers with their marks, no full stop.
_WORD = r"[^\s.,;:!?()—]+(?:[.,][^\s.,;:!?()—]+)*"
_CAPITAL = r"(?-i:(?:[A-ZÀ-Þ]|[a-z]{1,4}[A-Z])[\w&.'’/-]*)"
_PLACES = {
    "{capital}": _CAPITAL,
    "{whose}": r"(?-i:[A-ZÀ-Þ][\w.-]*['’]s?)",
    "{lower}": r"(?!(?:an?|the)(?!\w))(?-i:(?:\d+-)?[a-zà-ÿ][\w'’/-]*)",
    "{number}": r"[$£€¥]?\d[\d.,]*\w*%?",
    "{percent}": r"\d[\d.,]*\s?(?:%|pc|per\s?cent|percent)",
    "{money}": (
        r"(?:(?:US|A|C)?[$£€¥]\s?\d[\d.,]*(?:\s?(?:million|billion|trillion|bn|mn|m|k|tn|thousand))?"
        r"|\d[\d.,]*\s?(?:(?:million|billion|trillion|bn|m|thousand)\s)?"
        r"(?:dollars|pounds|euros|crowns|kroner|krona|yen|yuan|rupees|roubles|rubles|francs|pesos|rand))"
    ),
    "{many}": (
        r"(?:(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
        r"|fifty|sixty|seventy|eighty|ninety|(?:a\s)?(?:dozen|hundred|thousand|million)|dozens|scores|hundreds|thousands|millions|tens)"
        r"(?:-(?:one|two|three|four|five|six|seven|eight|nine))?"
        r"(?:\s(?:of\s)?(?:hundred|hundreds|thousand|thousands|million|billion|dozen))?(?:\sof)?)"
    ),
    "{count}": r"(?!(?:19|20)\d\d\b)\d(?:\d\d+|\d?,\d{3})(?:,\d{3})*(?![\d%])",
    "{score}": r"\d\d\s?[-–]\s?\d\d",
    "{range}": r"\d\d?\s?[-–]\s?(?:[A-Z][a-z.]+\s)?\d\d?",
    "{slashed}": r"(?-i:[A-Z][\w&.]+(?:\s[A-Z][\w&.]+)?\s?[/–-]\s?[A-Z][\w&.]+)",
    "{year}": r"(?:19|20)\d\d",
}
_BETWEEN = r",?[\"”’]?\s+"
_GAP = re.compile(r"\{(\d+)-(\d+)\}")
_TIE = "\u00a0"


def compile_phrases(
    phrases: Iterable[str], rulebook: Rulebook, **lists: tuple[str, ...]
) -> Phrases | None:
    """What finds any of the phrases, the longest first; None where there are none.

    `lists` are words that phrases name in braces: `noun=("study", "report")` for "{noun}".
    """
    return _compile(
        tuple(phrases),
        tuple(lists.items()),
        rulebook.terms_of("function-words"),
        rulebook.terms_of("phrase-openers"),
        *verb_lists(rulebook),
    )


def find_spans(
    pattern: Searcher | None, text: str, start: int = 0, end: int | None = None
) -> tuple[Span, ...]:
    """Where the pattern stands in `text[start:end]`, in order."""
    if pattern is None:
        return ()
    stop = len(text) if end is None else end
    return tuple(Span(*found.span()) for found in pattern.finditer(text, start, stop))


def touches(spans: Sequence[Span], span: Span) -> bool:
    """Whether one of the spans, disjoint and in order, overlaps `span`."""
    index = bisect_right(spans, span.end, key=lambda other: other.start) - 1
    return any(spans[place].overlaps(span) for place in (index, index - 1) if place >= 0)


@lru_cache(maxsize=256)
def _compile(
    phrases: tuple[str, ...],
    lists: tuple[tuple[str, tuple[str, ...]], ...],
    function_words: frozenset[str],
    openers: frozenset[str],
    *verbs: frozenset[str],
) -> Phrases | None:
    if not phrases:
        return None
    irregular = read_irregular(*verbs)
    plain = "|".join(map(re.escape, sorted(function_words | openers)))
    name = rf"(?={_CAPITAL})(?!(?:{plain})(?![\w'’-])){_CAPITAL}"

    def needs_of(phrase: str) -> Needs:
        return join_needs(
            (tuple(_needs(slot, irregular)), _width(slot, irregular)) for slot in phrase.split(" ")
        )

    def pattern_of(phrase: str) -> str:
        pattern = rf"(?<![\w'’-])(?:{_pattern(phrase.split(' '), irregular)})(?![\w-])"
        return pattern.replace("{name}", name)

    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    texts = [_fill(phrase, lists) for phrase in ordered]
    refuse_unknown(texts, _is_place)
    return Phrases(texts, needs_of, pattern_of)


def _is_place(place: str) -> bool:
    known = place in _PLACES or place in AUXILIARIES or place == "{name}"
    return known or _GAP.fullmatch(place) is not None


def _needs(slot: str, irregular: Irregular) -> Iterator[frozenset[str]]:
    """The words of which a text must have one for the slot, each set; none for a place."""
    alternatives = slot.split("|")
    if slot.startswith("{") or slot.endswith("?") or any(w[:1] == "{" for w in alternatives):
        return
    if any(word.endswith("*") for word in alternatives):
        return
    if len(alternatives) == 1 and not slot.endswith("+"):
        yield from (frozenset({word}) for word in words_in(slot))
        return
    firsts: set[str] = set()
    for word in alternatives:
        forms = verb_forms(word[:-1], irregular) if word.endswith("+") else (word,)
        firsts.update(map(first_word, forms))
    if "" not in firsts:
        yield frozenset(firsts)


def _width(slot: str, irregular: Irregular) -> int | None:
    """Over how many stretches of white space a slot goes at most; None where it has no bound."""
    if slot == ",":
        return 0
    gap = _GAP.fullmatch(slot)
    if gap:
        return int(gap[2])
    widths = [1]
    for word in slot.removesuffix("?").split("|"):
        place = _PLACES.get(word)
        if word == "{name}" or (place is not None and r"\s" not in place):
            continue
        if "{" in word:
            return None
        forms = verb_forms(word[:-1], irregular) if word.endswith("+") else (word,)
        widths += [len(re.split(rf"[\s{_TIE}]", form)) for form in forms]
    return max(widths)


def _fill(phrase: str, lists: tuple[tuple[str, tuple[str, ...]], ...]) -> str:
    for name, words in lists:
        # A word of a list may be two: "white paper" stays one alternative.
        phrase = phrase.replace(f"{{{name}}}", "|".join(words).replace(" ", _TIE))
    return phrase


def _pattern(words: Sequence[str], irregular: Irregular, gap: str = "") -> str:
    pattern = ""
    for word in words:
        bounds = _GAP.fullmatch(word)
        if bounds:
            pattern += rf"(?:{gap}{_WORD}){{{bounds[1]},{bounds[2]}}}?"
        elif word == ",":
            pattern += r",[\"”’]?"
        elif word in AUXILIARIES:
            pattern += auxiliary(word, gap)
        elif word.endswith("?"):
            one = _one_of(word[:-1], irregular)
            pattern += rf"(?:{gap}{one})?" if gap else rf"(?:{one}{_BETWEEN})?"
        else:
            pattern += gap + _one_of(word, irregular)
        # Behind an optional first word the white space stands already.
        gap = gap if not gap and word.endswith("?") else _BETWEEN
    return pattern


def _one_of(slot: str, irregular: Irregular) -> str:
    found: list[str] = []
    for word in slot.split("|"):
        if word == "{name}":
            found.append(word)
        elif word in AUXILIARIES:
            found.append(auxiliary(word, ""))
        elif word.endswith("*"):
            found.append(_literal(word[:-1]) + r"[\w’'-]*")
        elif word.endswith("+"):
            forms = sorted(verb_forms(word[:-1], irregular), key=lambda form: (-len(form), form))
            found += map(_literal, forms)
        else:
            # "{number}-point"
            found += ["".join(_PLACES.get(part) or _literal(part) for part in PLACE.split(word))]
    # The end of a word is asked for, so that "post" is not found in "postal".
    return rf"(?:{'|'.join(found)})(?!\w)"


def _literal(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace(_TIE, r"\s+")
