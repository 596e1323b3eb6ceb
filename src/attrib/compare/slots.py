"""One frame, two fillers: "the fire began in the kitchen" / "the fire began in the garage".

Only texts that agree word for word around the difference are compared: two places, people
or days in looser frames can nearly always both be right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein, Opcode

from attrib.compare.lexicon import Lexicon
from attrib.compare.statements import Statement
from attrib.compare.stems import stem

_LEAST_FRAME = 2
"""Content words besides names that both texts must share around the difference."""
_LEAST_AGREEMENT = 0.75
_LONGEST_FILLER = 5
_PLACES = frozenset({"in", "at", "near", "on", "from", "to", "by", "inside", "outside", "under"})


@dataclass(frozen=True, slots=True)
class SlotClash:
    """The two fillers, without titles, and the share of the shorter frame that agrees.

    `whole_one` is the first filler as it stands in its text.
    """

    one: str
    other: str
    whole_one: str
    agreement: float


def find_slot_clash(one: Statement, other: Statement, lexicon: Lexicon) -> SlotClash | None:
    """The only difference between two texts, if it is a name, place or day in the same slot."""
    shared = (one.stems & other.stems) - one.names - other.names
    if len(shared) < _LEAST_FRAME:
        return None
    left, right = one.word_stems, other.word_stems
    blocks = list(Levenshtein.opcodes(left, right))
    found = []
    for start, end, other_start, other_end in _changes(blocks):
        ours = _content(one.words[start:end], lexicon)
        theirs = _content(other.words[other_start:other_end], lexicon)
        if not ours and not theirs:
            continue
        # Words added at either end are a fuller telling, not another one.
        at_end = end == len(left) or other_end == len(right) or 0 in (start, other_start)
        if (not ours or not theirs) and at_end:
            continue
        found.append((ours, theirs, start, end, other_end - other_start))
    if len(found) != 1:
        return None
    ours, theirs, start, end, other_length = found[0]
    if not ours or not theirs or max(len(ours), len(theirs)) > _LONGEST_FILLER:
        return None
    equal = sum(block.src_end - block.src_start for block in blocks if block.tag == "equal")
    frame = min(len(left) - (end - start), len(right) - other_length)
    agreement = equal / max(frame, 1)
    if agreement < _LEAST_AGREEMENT or _modifies(one, start, end, lexicon):
        return None
    if not _is_slot(ours, theirs, one, other, start, lexicon):
        return None
    whole = " ".join(ours)
    return SlotClash(_shown(ours, lexicon), _shown(theirs, lexicon), whole, round(agreement, 3))


def _modifies(statement: Statement, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the filler only narrows down the noun behind it: "the Arkansas primary"."""
    if start == 0 or end >= len(statement.words):
        return False
    return statement.words[end].lower() not in lexicon.function_words


def _changes(blocks: Iterable[Opcode]) -> list[tuple[int, int, int, int]]:
    """Stretches that differ, as places in the one and in the other; neighbours are joined."""
    joined: list[tuple[int, int, int, int]] = []
    for block in blocks:
        if block.tag == "equal":
            continue
        if joined and (joined[-1][1], joined[-1][3]) == (block.src_start, block.dest_start):
            joined[-1] = joined[-1][0], block.src_end, joined[-1][2], block.dest_end
        else:
            joined.append((block.src_start, block.src_end, block.dest_start, block.dest_end))
    return joined


def _is_slot(
    ours: Sequence[str],
    theirs: Sequence[str],
    one: Statement,
    other: Statement,
    place: int,
    lexicon: Lexicon,
) -> bool:
    stems_ours = {stem(word) for word in ours}
    stems_theirs = {stem(word) for word in theirs}
    if stems_ours & stems_theirs:
        return False
    # A filler that the other text also names is no rival: "Ana and Bo" / "Bo and Ana".
    if stems_ours & other.stems or stems_theirs & one.stems:
        return False
    days_ours = {word.lower() for word in ours} & lexicon.weekdays
    days_theirs = {word.lower() for word in theirs} & lexicon.weekdays
    if days_ours or days_theirs:
        return bool(days_ours and days_theirs)
    names_ours = [_is_name(word, one) for word in ours]
    names_theirs = [_is_name(word, other) for word in theirs]
    if any(names_ours) or any(names_theirs):
        return all(names_ours) and all(names_theirs)
    before = one.words[place - 1].lower() if place else ""
    two_before = one.words[place - 2].lower() if place > 1 else ""
    placed = before in _PLACES or (before in ("the", "a", "an") and two_before in _PLACES)
    return placed and len(ours) <= 2 and len(theirs) <= 2


def _content(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    return [word for word in words if word.lower() not in lexicon.function_words]


def _is_name(word: str, statement: Statement) -> bool:
    return word[:1].isupper() and stem(word) in statement.names


def _shown(words: Sequence[str], lexicon: Lexicon) -> str:
    """The filler without titles and roles in front: "Captain Ana Ruiz" is shown as Ana Ruiz."""
    kept = list(words)
    while len(kept) > 1 and kept[0].lower() in lexicon.title_words:
        kept.pop(0)
    return " ".join(kept)
