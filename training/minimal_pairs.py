"""Pairs of sentences made by rule, one changed in one respect: negation, figure, day, stance.

What a small model does not learn from general sets: that one word can turn a claim into its
opposite, that "at least 12" and "15" agree, that who denies a claim opposes it, and that two
sentences of one article, on one subject, mostly do not speak of the same thing at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

ENTAILMENT, NEUTRAL, CONTRADICTION = range(3)
APART, CLASH = 3, 4
"""What an editor sees: nothing that either disputes, or that both cannot hold."""
Pair = tuple[str, str, int]

_AUXILIARY = re.compile(
    r"\b(is|are|was|were|has|have|had|will|would|can|could|should|must|did|does)\b"
    r"(?! not\b|n['’]t| no\b| never\b)"
)
_NUMBER = re.compile(
    r"(?<![\w.,$-])\d{1,3}(?:,\d{3})+(?![\w,])|(?<![\w.,-])\d+(?:\.\d+)?(?![\w,-])"
)
_WORDS = "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty"
_NUMBER_WORD = re.compile(rf"\b({'|'.join(_WORDS.split())})\b")
_CALENDAR = (
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    [
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    ["north", "south", "east", "west"],
    ["first", "second", "third", "fourth", "fifth"],
)
_OPPOSITES = tuple(
    tuple(pair.split("/"))
    for pair in [
        "rose/fell",
        "increased/decreased",
        "won/lost",
        "before/after",
        "alive/dead",
        "largest/smallest",
        "accepted/rejected",
        "supports/opposes",
        "supported/opposed",
        "opened/closed",
        "began/ended",
        "guilty/innocent",
        "legal/illegal",
        "more/fewer",
        "higher/lower",
        "always/never",
        "approved/blocked",
        "praised/criticised",
        "allowed/banned",
        "increase/decrease",
        "win/lose",
        "accept/reject",
        "up/down",
        "all/none",
        "inside/outside",
        "early/late",
        "strong/weak",
        "safe/dangerous",
        "public/private",
        "true/false",
        "right/wrong",
        "man/woman",
        "male/female",
        "arrived/left",
        "passed/failed",
        "gained/lost",
        "young/old",
        "many/few",
        "successful/unsuccessful",
        "possible/impossible",
        "likely/unlikely",
        "agreed/refused",
        "confirmed/denied",
        "joined/left",
        "stronger/weaker",
        "better/worse",
    ]
)
_SPEAKERS = (
    "officials", "the ministry", "police", "a spokeswoman", "the company", "the government",
    "the mayor", "the university", "his lawyer", "her manager", "the club", "the agency",
    "a witness", "the union", "the minister", "prosecutors", "the army", "the network",
)  # fmt: skip
_AFFIRM = (
    "{s} said {h}", "{s} confirmed that {h}", "reports say {h}", "{h}, {s} said",
    "{s} says {h}", "report: {h}", "it emerged that {h}", "{h}, according to {s}",
    "{s} alleged that {h}", "{s} revealed that {h}", "sources: {h}",
)  # fmt: skip
_DENY = (
    "{s} denied that {h}", "{s} denies that {h}", "it is not true that {h}",
    "{s} denied reports that {h}", "claims that {h} are false, {s} said", "no, {n}",
    "reports that {h} are a hoax", "{s} dismissed as nonsense the claim that {h}",
    "the story that {h} was made up", "{s} rejected accusations that {h}",
    "there is no evidence that {h}, {s} said", "fake: {h}", "the rumour that {h} is untrue",
    "did it happen that {h}? No, it was a prank", "{s} called the claim that {h} a lie",
    "{s} disputed that {h}", "contrary to reports, {n}", "sorry, {n}", "a satirical site said {h}",
    "{s} refuted the allegation that {h}", "{s} insisted it was wrong to say that {h}",
    "hoax alert: {h}", "how the internet was fooled into believing that {h}",
)  # fmt: skip
_SAYING = frozenset(
    [
        "say",
        "tell",
        "add",
        "note",
        "report",
        "claim",
        "argue",
        "write",
        "insist",
        "explain",
        "state",
    ]
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as CoreNLP parsed it: tokens as in corenlp-*.jsonl.gz, and the article."""

    text: str
    tokens: Sequence[Sequence[object]]
    article: int


def negate(text: str) -> str | None:
    """`text` with its first auxiliary negated; None where it has none."""
    found = _AUXILIARY.search(text)
    if not found:
        return None
    verb = found.group()
    return text[: found.end()] + ("not" if verb == "can" else " not") + text[found.end() :]


def negate_parsed(sentence: Sentence) -> str | None:
    """The sentence with its main verb negated; of reported speech, the verb reported."""
    tokens = sentence.tokens
    root = next((n for n, token in enumerate(tokens) if token[7] == "root"), None)
    if root is not None and tokens[root][3] in _SAYING:
        root = next((n for n, t in enumerate(tokens) if t[7] == "ccomp" and t[6] == root + 1), None)
    if root is None:
        return None
    children = [n for n, token in enumerate(tokens) if token[6] == root + 1]
    if any(tokens[n][7] == "neg" for n in children):
        return None
    offset = int(str(tokens[0][0]))
    for n in children:
        if tokens[n][7] in ("aux", "auxpass", "cop") and tokens[n][4] != "TO":
            place = int(str(tokens[n][1])) - offset
            return sentence.text[:place] + " not" + sentence.text[place:]
    helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(str(tokens[root][4]))
    if helper is None or tokens[root][3] == "be":
        return None
    start, end = (int(str(tokens[root][i])) - offset for i in (0, 1))
    return f"{sentence.text[:start]}{helper} not {tokens[root][3]}{sentence.text[end:]}"


def change_figure(text: str, random: Random) -> str | None:
    """`text` with one number, or one day, month or direction, replaced by another."""
    numbers = list(_NUMBER.finditer(text))
    words = list(_NUMBER_WORD.finditer(text))
    if numbers and (not words or random.random() < 0.7):
        found = random.choice(numbers)
        return text[: found.start()] + _other_number(found.group(), random) + text[found.end() :]
    if words:
        found = random.choice(words)
        other = random.choice([word for word in _WORDS.split() if word != found.group()])
        return text[: found.start()] + other + text[found.end() :]
    return _swap(text, _CALENDAR, random)


def oppose(text: str, random: Random) -> str | None:
    """`text` with one word replaced by its opposite."""
    return _swap(text, _OPPOSITES, random)


def approximate(text: str, random: Random) -> str | None:
    """`text` with one number of three or more digits' worth given as a bound or roundly."""
    numbers = [
        n for n in _NUMBER.finditer(text) if _value(n.group()) > 8 and not _is_year(n.group())
    ]
    if not numbers:
        return None
    found = random.choice(numbers)
    value = _value(found.group())
    step = 10 ** (len(str(int(value))) - 1)
    below, near = int(value // step * step), int(round(value / step * 2) * step / 2)
    if value % step:
        words = random.choice(
            [f"more than {below:,}", f"at least {below:,}", f"about {near:,}", f"over {below:,}",
             f"nearly {below + step:,}" if value > below + 0.85 * step else f"around {near:,}"]
        )  # fmt: skip
    else:
        words = random.choice([f"about {int(value):,}", f"some {int(value):,}"])
    if abs(near - value) > 0.12 * value and ("about" in words or "around" in words):
        return None
    return text[: found.start()] + words + text[found.end() :]


def make_stances(one: str, other: str, label: int, random: Random) -> Iterator[Pair]:
    """Affirmed against denied: `one` and `other` are in the relation `label`."""
    sides = [(one, _state(one, random, deny=False)), (other, _state(other, random, deny=True))]
    if label == ENTAILMENT:
        yield sides[0][random.randrange(2)], sides[1][1], CONTRADICTION
        if random.random() < 0.5:
            yield sides[0][1], _state(other, random, deny=False), ENTAILMENT
        else:
            yield _state(one, random, deny=True), sides[1][1], ENTAILMENT
    else:
        yield sides[0][1], sides[1][1], NEUTRAL


def _state(text: str, random: Random, *, deny: bool) -> str:
    bare = text.strip().rstrip(".")
    first = bare.split(" ", 1)[0]
    if first.lower() in ("the", "a", "an", "there", "it", "he", "she", "they", "this", "some"):
        bare = bare[0].lower() + bare[1:]
    negated = negate(bare)
    frames = [frame for frame in (_DENY if deny else _AFFIRM) if negated or "{n}" not in frame]
    words = random.choice(frames).format(s=random.choice(_SPEAKERS), h=bare, n=negated)
    return words[0].upper() + words[1:] + random.choice([".", ""])


def _other_number(text: str, random: Random) -> str:
    value = _value(text)
    if _is_year(text):
        return str(int(value) + random.choice([-10, -3, -2, -1, 1, 2, 3, 5]))
    factor = random.choice([0.3, 0.5, 0.7, 1.3, 1.5, 2, 3, 10])
    other = value * factor
    if "." in text:
        return f"{other:.{len(text.split('.')[1])}f}"
    whole = round(other)
    if whole == value:
        whole += random.choice([1, 2, 3])
    return f"{whole:,}" if "," in text else str(whole)


def _value(text: str) -> float:
    return float(text.replace(",", ""))


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit() and 1700 < int(text) < 2100


def _swap(text: str, groups: Sequence[Sequence[str]], random: Random) -> str | None:
    found = [
        (match, word, group)
        for group in groups
        for word in group
        for match in re.finditer(rf"\b{word}\b", text)
    ]
    if not found:
        return None
    match, word, group = random.choice(found)
    other = random.choice([item for item in group if item != word])
    return text[: match.start()] + other + text[match.end() :]
