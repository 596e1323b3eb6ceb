"""Kind "speaker-switch": another speaker's quote follows at once, and is told apart too late.

Readers give a quote to whoever spoke last. A new speaker needs a new paragraph and, where the
quotes touch, the name first. An exchange of questions and answers, or of short lines, is left
alone, and so is a speaker whom the lines before name.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from attrib.check.diagnostics import excerpt
from attrib.check.draft import Draft, Finding, Passage
from attrib.check.followers import FollowerWords, find_follower, is_tagged, read_follower_words
from attrib.check.introductions import find_introduced
from attrib.check.options import read_options
from attrib.check.scanning import next_word
from attrib.check.spoken import Spoken, find_spoken, is_title, names_of, points_back, words_outside
from attrib.records import Span
from attrib.rulebook.entries import CheckRule
from attrib.tokens import tokenise

# "Mrs Lamb's words drew a smile": whose the quote before was.
_OWNED = re.compile(
    r"((?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof)\.?\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)['’]s?\s"
    r"(?:\w+\s)?(?:words|reply|answer|retort|remark|comment|verdict|response|riposte|rejoinder|view"
    r"|line|quip|intervention|outburst|contribution|rebuke|parting shot)\b"
)
# A tag between two quotes, in characters: no more is told before the second.
_LONGEST_TAG = 90
# Words of the sentence behind a quote in which it names somebody.
_OPENING = 7


@dataclass(frozen=True, slots=True)
class SpeakerSwitch:
    """Options of the kind.

    pronouns   words that stand for somebody named before, so that who speaks is a guess
    indefinite  first words of a mention that brings in somebody new ("a", "another")
    window     sentences before the second quote in which its speaker may be named
    apart      the fewest words of a quote that ends a paragraph, with the other's opening the
               next; 0: only within one paragraph
    exchange   the most words of a line in an exchange
    turns      words right behind the second quote that give it to another ("came the reply")
    """

    pronouns: tuple[str, ...]
    indefinite: tuple[str, ...]
    window: int
    exchange: int
    turns: tuple[str, ...]
    apart: int = 0


def find_speaker_switches(draft: Draft, rule: CheckRule) -> Iterator[Finding]:
    """The second of two quotes, with its speaker."""
    options = read_options(rule, SpeakerSwitch)
    words = read_follower_words(draft, options.turns, options.turns)
    spoken = find_spoken(draft)
    for place, (here, there) in enumerate(itertools.pairwise(spoken)):
        if here.said is None or here.speaker is None or there.quote.continues:
            continue
        if not _touch(draft, here, there, options):
            late = _find_next(draft, here, there, words)
            if late is not None:
                yield _tell(draft, here, there, late)
            continue
        speaker = there.speaker.span if there.speaker is not None and is_tagged(there) else None
        if there.said is not None and here.said.source_id == there.said.source_id:
            speaker = None
        if speaker is None:
            speaker = _find_turn(draft, here, there, words)
        elif _is_known(draft, here, there, options):
            continue
        following = spoken[place + 2] if place + 2 < len(spoken) else None
        before = spoken[place - 1] if place else None
        if speaker is None or any(
            _is_exchange(draft, here, there, beside, options) for beside in (before, following)
        ):
            continue
        yield _tell(draft, here, there, speaker)


def _tell(draft: Draft, here: Spoken, there: Spoken, speaker: Span) -> Finding:
    values = (
        ("speaker", excerpt(draft.text, speaker)),
        ("words", excerpt(draft.text, there.quote.inner)),
    )
    before = here.speaker.text if here.speaker is not None else "another"
    related = (Passage(here.quote.span, f"the words of {before}"),)
    return Finding(Span(there.quote.span.start, speaker.end), values=values, related=related)


def _find_turn(draft: Draft, here: Spoken, there: Spoken, words: FollowerWords) -> Span | None:
    """The name of another speaker where only such words as "came the reply" bring him in."""
    end = there.quote.span.end
    start = next_word(draft.text, end)
    owned = _OWNED.match(draft.text, start)
    if here.quote.paragraph != there.quote.paragraph or not (
        owned or words.turns.match(draft.text, start)
    ):
        return None
    if owned is not None:
        mine = names_of(draft, here, ())
        return None if owned[1].split()[-1].lower() in mine else Span(*owned.span(1))
    found = find_follower(draft, there, words)
    names = names_of(draft, here, ())
    return found if found is not None and found.of(draft.text).lower() not in names else None


def _find_next(draft: Draft, here: Spoken, there: Spoken, words: FollowerWords) -> Span | None:
    """The other speaker, named in the sentence behind a quote that opens a paragraph untagged.

    '"Hands have fingers." The other coach, Bo Ashby, shook his head.'
    """
    sentences, index = draft.segmentation.sentences, there.last + 1
    if here.quote.paragraph == there.quote.paragraph or there.first - here.last > 1:
        return None
    opens = sentences[there.first].span.start == there.quote.span.start
    if not opens or words_outside(draft, there.last) or index >= len(sentences):
        return None
    following = words_outside(draft, index)
    same = sentences[index].paragraph == sentences[there.last].paragraph
    if not same or not following or following[0].start != sentences[index].span.start:
        return None
    found = find_introduced(following[:_OPENING], words.known)
    known = names_of(draft, here, ())
    if found is None or not known:
        return None
    # "Harbour manager Bo Ashby": the name stands behind the role.
    name = next(
        (
            word
            for word in following[:_OPENING]
            if word.start >= found.start and word.is_capitalised
        ),
        None,
    )
    if name is None or not known.isdisjoint(word.lower for word in following[:_OPENING]):
        return None
    return name.span


def _touch(draft: Draft, here: Spoken, there: Spoken, options: SpeakerSwitch) -> bool:
    """Whether nothing but the first speaker's tag parts two quotes that are whole sentences."""
    text = draft.text
    if there.first - here.last > 1 or not here.quote.closed:
        return False
    sentence = draft.segmentation.sentences[there.first].span
    if text[max(sentence.start, here.quote.span.end) : there.quote.span.start].strip():
        return False
    inner = here.quote.inner.of(text).strip()
    if not inner[:1].isupper() or inner.endswith("?") or is_title(draft, here.quote):
        return False
    if here.quote.paragraph == there.quote.paragraph:
        return bool(text[here.quote.span.end : there.quote.span.start].strip()) or inner[-1] in ".!"
    if not options.apart:
        return False
    between = text[here.quote.span.end : there.quote.span.start].strip()
    if between:
        # '..., " Li said.' and, a paragraph on, the other's quote.
        speaker = here.speaker
        tagged = is_tagged(here) and speaker is not None and len(between) <= _LONGEST_TAG
        # A list of words with a signature each.
        tagged = tagged and between[0] not in "-–—―"
        return tagged and not points_back(there) and _count(draft, here) >= options.apart
    # "The candidate" may be either, and a question begins an exchange.
    if points_back(there) or points_back(here) or there.quote.inner.of(text).endswith("?"):
        return False
    # A part of a sentence is closed by its own full stop, and nobody reads on over it.
    before = text[max(here.quote.span.start - 3, 0) : here.quote.span.start].rstrip()
    whole = not before or not before[-1].isalnum()
    return whole and inner[-1] in ".!…" and _count(draft, here) >= options.apart


def _is_exchange(
    draft: Draft, here: Spoken, there: Spoken, beside: Spoken | None, options: SpeakerSwitch
) -> bool:
    """Whether one of the two speaks again at once, in lines as short."""
    if beside is None or beside.said is None:
        return False
    if min(abs(beside.first - here.last), abs(beside.first - there.last)) > 2:
        return False
    other = there if beside.first < here.first else here
    again = other.said is not None and beside.said.source_id == other.said.source_id
    return again and all(_count(draft, one) <= options.exchange for one in (here, there, beside))


def _count(draft: Draft, one: Spoken) -> int:
    tokens = tokenise(draft.text, one.quote.inner.start, one.quote.inner.end)
    return sum(token.is_word for token in tokens)


def _is_known(draft: Draft, here: Spoken, there: Spoken, options: SpeakerSwitch) -> bool:
    """Whether the second speaker is named in the lines before, or may be the first one."""
    names = names_of(draft, there, options.pronouns)
    mention = there.speaker.text.split() if there.speaker else [""]
    same = here.quote.paragraph == there.quote.paragraph
    if same and names and mention[0].lower() in options.indefinite:
        return False
    if not names or not names.isdisjoint(names_of(draft, here, ())):
        return True
    # Within a paragraph even a name that was heard before comes too late; "the senator" may be
    # the first speaker.
    if same:
        return points_back(there) or points_back(here)
    sentences = draft.segmentation.sentences
    start = sentences[max(there.first - options.window, 0)].span.start
    earlier = tokenise(draft.text, start, there.quote.span.start)
    return any(token.lower in names for token in earlier)
