"""A mention taken apart: a pronoun, several in a list, or one name or description."""

from __future__ import annotations

from collections.abc import Collection

from attrib.resolve.edges import is_adverb, without_adverbs, without_time
from attrib.resolve.lexicon import Lexicon, words_of
from attrib.resolve.lists import parse_examples, parse_list, parse_pair
from attrib.resolve.naming import Phrase
from attrib.resolve.parsed import Parsed, Pronoun, parse_one
from attrib.resolve.phrases import Words, text_of, trim

_PRONOUN_LISTS: tuple[tuple[str, Pronoun], ...] = (
    ("pronouns-he", "he"),
    ("pronouns-she", "she"),
    ("pronouns-it", "it"),
    ("pronouns-they", "they"),
    ("pronouns-who", "who"),
    ("pronouns-first", "first"),
    ("pronouns-open", "open"),
)


def parse_mention(
    text: str, lexicon: Lexicon, known: Collection[str] = (), *, speaks: bool = False
) -> Parsed:
    """Take the words of a mention apart.

    Of who `speaks`, words in capitals throughout are a name, whatever they are.
    `known` are look-up keys of names that stand alone elsewhere in the article: they tell
    "Ashby and Moss", two people, from a firm of that name.
    """
    words = trim(words_of(text))
    pronoun = _pronoun(words, lexicon)
    if pronoun:
        return Parsed(text_of(words, text), Phrase(words[0].lower, "pronoun"), pronoun)
    # Extraction may leave an adverb of the verb at the edge of the mention.
    words = without_time(without_adverbs(words, lexicon), lexicon)
    listed = parse_examples(words, text, lexicon, known)
    listed = listed or parse_list(words, text, lexicon, known)
    if listed:
        return listed
    one = parse_one(words, text, lexicon, known, speaks=speaks)
    # Of two persons the second alone would be a wrong speaker.
    several = one.phrase.kind == "person" and any(word.lower == "and" for word in words)
    return (several and parse_pair(one.phrase.name, words, text, lexicon, known)) or one


def names_nobody(text: str, lexicon: Lexicon) -> bool:
    """Whether a mention says that there is none: "no one", "none of them", not "No 10"."""
    words = text.split() or [""]
    # "No minister but Ida Moss" is she.
    lower = len(words) > 1 and words[1].islower() and "but" not in words
    return lexicon.has("nobody-words", words[0].lower()) and (lower or words[0].lower() != "no")


def _pronoun(words: Words, lexicon: Lexicon) -> Pronoun:
    """Which pronoun a mention is, adverbs behind it apart; "" for none."""
    if not words or (len(words[0].text) == 2 and words[0].text.isupper()):
        return ""
    rest = words[1:]
    if any(not is_adverb(word.lower, lexicon) for word in rest):
        key = " ".join(word.lower for word in words)
        return next((kind for name, kind in _PRONOUN_LISTS if lexicon.has(name, key)), "")
    first = words[0].lower
    return next((kind for name, kind in _PRONOUN_LISTS if lexicon.has(name, first)), "")
