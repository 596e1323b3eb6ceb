"""What stands at either end of a mention and is no part of it: adverbs, and words of time."""

from __future__ import annotations

from attrib.resolve.lexicon import Lexicon
from attrib.resolve.phrases import Words


def without_adverbs(words: Words, lexicon: Lexicon) -> Words:
    """The words without adverbs at either end: "Initially the firm", "Ashby originally"."""
    start, end = 0, len(words)
    while end > 1 and words[end - 1].text.islower() and is_adverb(words[end - 1].lower, lexicon):
        end -= 1
    while start < end - 1 and words[start].lower.endswith("ly") and len(words[start].lower) > 5:
        if not (words[start + 1].lower == "the" or words[start + 1].is_capitalised):
            break
        start += 1
    return words[start:end]


def without_time(words: Words, lexicon: Lexicon) -> Words:
    """The words without what tells the day behind them: "the Supreme Court this month"."""
    end = len(words)
    if end > 1 and not lexicon.has("names-of-months", words[end - 1].lower):
        while end > 1 and lexicon.has("time-words", words[end - 1].lower):
            end -= 1
    if 1 < end < len(words) and lexicon.has("before-time", words[end - 1].lower):
        end -= 1
    # "Ruby Tuesday" and "Ashby Evening" are names as they stand; "Ashby Friday" is a day.
    weekday = end < len(words) and lexicon.has("weekdays", words[end].lower)
    lower = end < len(words) and words[end].text.islower()
    return words[:end] if end and (weekday or lower) else words


def is_adverb(word: str, lexicon: Lexicon) -> bool:
    listed = lexicon.has("adverbs", word) or lexicon.has("postposed-words", word)
    return listed or (
        word.endswith("ly") and len(word) > 4 and not lexicon.has("not-adverbs", word)
    )
