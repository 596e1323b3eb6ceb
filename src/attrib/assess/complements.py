"""What a claim says something is, where its words have no verb between the two.

"Described the road as narrow" leaves "the road as narrow", "called the road a trap" leaves "the
road a trap" (object complements; Quirk et al., A Comprehensive Grammar, 16.46 and 16.47): "The
road is narrow", "The road is a trap". Where it is not sure which word begins the complement, the
text's own words stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

_LONGEST_SUBJECT = 14
"""Words; what is longer is mostly more than one phrase."""
_OPENING = frozenset("“\"‘'")
_POSSESSIVES = frozenset(("my", "our", "your", "his", "her", "their", "its"))
_DETERMINERS = _POSSESSIVES | {"a", "an", "the", "no", "one"}
_SUPERLATIVES = frozenset(("most", "best", "worst", "biggest", "only", "first", "last"))
_NOMINATIVE = {"him": "he", "them": "they", "her": "she", "us": "we", "me": "I"}
_MANY = frozenset(("many", "most", "some", "both", "several", "few", "those", "these", "they"))
_NO_AS = frozenset(("such", "well", "much", "far", "soon", "long", "same"))
_ADVERBS = frozenset(("only", "merely", "simply", "once", "also", "just"))
_BOUND = frozenset(("and", "or", "but", ",", ".", ";", "to", "that"))


def say_what_it_is(text: str, lemma: str, rulebook: Rulebook) -> str | None:
    """ "The road as narrow", of "described", as "The road is narrow"; None for other forms.

    `lemma` is that of the cue.
    """
    words = tokenise(text)
    if lemma in rulebook.terms_of("assess-views-as"):
        place = _find_as(words, rulebook)
        after = place + 1
        if place and words[after].lower == "being":
            after += 1
        if place and _is_complement(words, after, rulebook):
            return _join(text, words, place, after, rulebook)
    if lemma in rulebook.terms_of("assess-calls"):
        place = _find_second(words, rulebook)
        if place:
            return _join(text, words, place, place, rulebook)
    return None


def be_of(subject: Sequence[Token], rulebook: Rulebook, *, is_lower: bool = False) -> str:
    """ "is" or "are", by the head of a noun phrase: the last word before what hangs on it.

    `is_lower` says that the first word has no capital of its own.
    """
    lower = [word.lower for word in subject]
    outer = rulebook.terms_of("prepositions") | rulebook.terms_of("subordinators") | {",", "to"}
    end = next((n for n, word in enumerate(lower) if n and word in outer), len(lower))
    head = subject[end - 1]
    # "Scenes on board", at the head of a sentence: what names have hangs on them less.
    common = head.text.islower() or (end == 1 and (is_lower or len(lower) > 1))
    ending = head.lower.endswith("s") and not head.lower.endswith(("ss", "'s", "’s", "us", "is"))
    many = head.lower in rulebook.terms_of("irregular-plurals") | {"they"} or lower[0] in _MANY
    joined = "and" in lower[:end]
    return "are" if many or joined or (common and ending) else "is"


def _find_as(words: Sequence[Token], rulebook: Rulebook) -> int:
    """The "as" that a complement stands behind; 0 for none."""
    finite = rulebook.terms_of("assess-finite")
    for place, word in enumerate(words[: _LONGEST_SUBJECT + 1]):
        if word.lower in finite:
            return 0
        if word.lower == "as" and place and place + 1 < len(words):
            around = {words[place - 1].lower, words[place + 1].lower}
            return 0 if around & _NO_AS else place
    return 0


def _is_complement(words: Sequence[Token], after: int, rulebook: Rulebook) -> bool:
    """Whether a noun phrase or an adjective stands there, and no clause: "as police arrived"."""
    if after >= len(words):
        return False
    first = words[after]
    if first.text in _OPENING or first.lower in _DETERMINERS or first.lower == "like":
        return True
    if first.lower in rulebook.terms_of("assess-subjects") or first.lower.endswith("ing"):
        return False
    following = words[after + 1].lower if after + 1 < len(words) else "."
    return following in _BOUND | rulebook.terms_of("prepositions")


def _find_second(words: Sequence[Token], rulebook: Rulebook) -> int:
    """Where, behind one noun phrase, another begins, or words in quotation marks; 0 if nowhere."""
    finite = rulebook.terms_of("assess-finite")
    for place in range(1, min(len(words) - 1, _LONGEST_SUBJECT)):
        word, before = words[place], words[place - 1]
        if word.text in _OPENING and before.is_word:
            # What goes on behind the marks is no longer what it is called.
            closing = [n for n, w in enumerate(words) if n > place and w.text in "”\"’'"]
            return place if closing and closing[-1] >= len(words) - 2 else 0
        if not word.is_word or before.lower in finite:
            return 0
        if place > 1 or before.lower in _NOMINATIVE or before.is_capitalised:
            article = word.lower in ("a", "an")
            most = word.lower == "the" and words[place + 1].lower in _SUPERLATIVES
            if article or most:
                return place
    return 0


def _join(
    text: str, words: Sequence[Token], end: int, after: int, rulebook: Rulebook
) -> str | None:
    """The words before `end` and those from `after`, with "is" or "are" between them."""
    subject = list(words[:end])
    while subject and (
        subject[-1].text == "," or subject[-1].lower in _ADVERBS or subject[-1].lower.endswith("ly")
    ):
        subject.pop()
    if not subject or subject[-1].lower in _unfinished(rulebook):
        return None
    if subject[0].lower in rulebook.terms_of("pronouns-who") | {"what", "that", "such"}:
        return None
    if len(subject) > 1 and subject[0].lower in _POSSESSIVES:
        # "Praised her life as a mother": what hangs on the noun is no complement.
        return None
    rest = text[words[after].start :]
    if len(subject) == 1 and subject[0].lower in _NOMINATIVE:
        name = _NOMINATIVE[subject[0].lower]
        be = {"they": "are", "we": "are", "I": "am"}.get(name, "is")
        return f"{name} {be} {rest}"
    shown = text[: subject[-1].end]
    return f"{shown} {be_of(subject, rulebook, is_lower=text[:1].islower())} {rest}"


def _unfinished(rulebook: Rulebook) -> frozenset[str]:
    """Words that no noun phrase ends with: the next belongs to it."""
    return rulebook.terms_of("prepositions") | _DETERMINERS | {"and", "or", "but", "not", "as"}
