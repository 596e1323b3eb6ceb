"""What is contested, asked as a question that favours no answer.

A question is made only where a pattern is sure to give plain English; else the words of the claim
are quoted as they stand, or the contest keeps its label: a garbled question is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.records import LACKING, Claim, Contest, Side
from attrib.report.phrasing import in_quotes

_LONGEST = 160
"""Characters of a claim that a heading holds; a longer one is cut as its label is."""
_LONGEST_SUBJECT = 8
_BE = "is|are|was|were"
_HAVE = "has|have|had"
_MODAL = "will|would|can|could|may|might|should|shall|must"
_INVERTED = re.compile(
    rf"(?P<front>(?:In|On|At|After|During|Despite|Under|From|Since|in|on|at|after|during|despite"
    rf"|under|from|since) [^,]+, )?(?P<subject>[^,;:()“”\"]+?) (?P<verb>{_BE}|{_HAVE}|{_MODAL}) "
    r"(?P<rest>[^;:()“”\"]+)"
)
_DETERMINERS = frozenset({
    "a", "all", "an", "any", "both", "each", "every", "her", "his", "its", "many", "more", "most",
    "my", "our", "several", "some", "such", "that", "the", "their", "these", "this", "those",
    "your",
})  # fmt: skip
_COMMON = _DETERMINERS | frozenset({
    "he", "it", "no", "one", "others", "people", "she", "there", "they", "two", "three", "four",
    "five", "six", "seven", "eight", "nine", "ten",
})  # fmt: skip
"""Words that a claim begins with and that have no capital of their own."""
_SUBJECTS = frozenset({"he", "she", "it", "they", "there"})
_FIRST = frozenset({"i", "we", "my", "our", "us", "me", "mine", "ours", "you", "your"})
_NEGATIVE = frozenset({
    "no", "not", "never", "nobody", "none", "nothing", "neither", "nor", "n't", "cannot",
})  # fmt: skip
_TURNS = frozenset({
    "after", "and", "as", "because", "before", "but", "how", "if", "or", "since", "so", "than",
    "that", "though", "unless", "until", "what", "when", "where", "whether", "which", "while",
    "who", "whom", "whose", "why",
})  # fmt: skip
"""Words from which on another clause may begin, so that its verb is not the claim's own."""
_VERBS = frozenset({
    "became", "began", "believes", "came", "claims", "did", "fell", "felt", "found", "gave",
    "got", "had", "heard", "held", "hit", "insists", "kept", "knew", "knows", "led", "left",
    "let", "lost", "made", "means", "met", "put", "ran", "said", "sat", "saw", "says", "sent",
    "set", "shot", "showed", "shows", "spoke", "stood", "struck", "thinks", "thought", "told",
    "took", "went", "won", "wrote",
})  # fmt: skip
"""Verbs that hold a clause together; with one before it, "was" is not the claim's own verb."""
_PARTICIPLE = re.compile(
    r"(?:(?:already|also|been|ever|just|long|now|once|repeatedly|since|twice|\w+ly) )*"
    r"(?:been|begun|come|done|fallen|felt|found|given|gone|grown|had|held|hit|kept|known|led|left|"
    r"let|lost|made|met|paid|put|run|said|seen|sent|set|shot|shown|spent|spoken|stood|struck|taken|"
    r"thought|told|won|written|\w+ed)\b"
)
_FIGURE = re.compile(r"Number of (?P<counted>\w+)(?: (?P<matter>\w[\w ]*))?")
_MEASURED = re.compile(r"(?P<measure>Age|Weight|Size|Speed|Duration|Area) of (?P<thing>[\w-]+)")
_PLURALS = frozenset({"people", "children", "men", "women", "police", "staff", "crew"})
_QUOTED = re.compile(r"Words quoted from (?P<name>[^“”]+): “")
_GAP = "..."


def ask(contest: Contest, claims: Sequence[Claim]) -> str:
    """The contest as a question, or its label where none can be made that is plain and fair.

    `claims` are those of its sides.
    """
    label = contest.label
    if label.endswith("?"):
        return label
    if label.startswith("Whether "):
        return _ask_whether(label.removeprefix("Whether "), contest.kind == "denial", claims)
    if contest.kind == "attribution" and label.startswith("Who said “"):
        return f"{label}?"
    if contest.kind == "figure":
        return _ask_figure(label)
    if contest.kind == "quote" and (found := _QUOTED.match(label)):
        return _ask_wording(found["name"], contest.sides) or label
    if contest.kind == "contradiction" and _GAP in label:
        return _ask_gap(label, contest.sides, claims)
    return label


def _ask_whether(matter: str, denied: bool, claims: Sequence[Claim]) -> str:
    whole = _find_whole(matter, claims)
    if question := _invert(whole, claims):
        return question
    return f"{'Affirmed or denied' if denied else 'So or not so'}: “{whole}”"


def _find_whole(matter: str, claims: Sequence[Claim]) -> str:
    """The claim that a label was cut from, if a heading can hold it; else the label's part of
    it."""
    if not matter.endswith(f" {_GAP}"):
        return matter
    begins = matter.removesuffix(f" {_GAP}")
    for claim in claims:
        whole = " ".join(claim.text.split())
        if whole[1:].startswith(begins[1:]) and len(whole) <= _LONGEST:
            return begins[:1] + whole[1:]
    return f"{begins} …"


def _invert(clause: str, claims: Sequence[Claim]) -> str:
    """ "Were the alarms off?" of "the alarms were off"; "" where that might go wrong."""
    found = _INVERTED.fullmatch(clause.rstrip("."))
    if found is None:
        return ""
    subject, verb, rest = found["subject"], found["verb"], found["rest"]
    words = [word.lower() for word in subject.replace("’", "'").split()]
    everything = {word.lower().strip(",.") for word in clause.replace("’", "'").split()}
    if everything & (_FIRST | _NEGATIVE) or any(word.endswith("n't") for word in everything):
        return ""
    if len(words) > _LONGEST_SUBJECT or words[-1] in _DETERMINERS:
        return ""
    if any(word in _TURNS or word in _VERBS or word.endswith("ed") for word in words):
        return ""
    if len(words) > 1 and _SUBJECTS & set(words):
        return ""
    if verb in _HAVE.split("|") and not _PARTICIPLE.match(rest):
        return ""
    known = _lower_subject(subject, claims)
    if known is None:
        return ""
    if found["front"]:
        front = found["front"]
        return f"{front[:1].upper()}{front[1:]}{verb} {known} {rest}?"
    return f"{verb.capitalize()} {known} {rest}?"


def _lower_subject(subject: str, claims: Sequence[Claim]) -> str | None:
    """The subject as it stands within a sentence; None where its capital may be either."""
    first = subject.split()[0]
    if first.lower() in _COMMON:
        return first.lower() + subject[len(first) :]
    if first[:1].islower() or first[:1].isdigit() or not first[1:].islower():
        return subject
    # A second capital, or the same name inside another claim, tells a name from a first word.
    second = subject.split()[1:2]
    if second and second[0][:1].isupper():
        return subject
    name = re.escape(first.removesuffix("'s").removesuffix("’s"))
    if any(re.search(rf"\w,? {name}\b", claim.text) for claim in claims):
        return subject
    return None


def _ask_figure(label: str) -> str:
    if found := _FIGURE.fullmatch(label):
        counted, matter = found["counted"], found["matter"]
        if counted in _PLURALS or counted.endswith("s"):
            return f"How many {counted} were {matter}?" if matter else f"How many {counted}?"
    if found := _MEASURED.fullmatch(label):
        thing, measure = found["thing"], found["measure"].lower()
        named = thing if thing[:1].isupper() else f"the {thing}"
        if measure == "age" and not (thing in _PLURALS or thing.endswith("s")):
            return f"How old was {named}?"
        return f"What was the {measure} of {named}?"
    return label


def _ask_wording(name: str, sides: Sequence[Side]) -> str:
    values = [side.value for side in sides]
    if len(values) != 2 or any(_GAP in value for value in values):
        return ""
    if LACKING in values:
        value = next((value for value in values if value != LACKING), "")
        return f"Did {name} say it with {in_quotes(value)} or without?"
    one, other = map(in_quotes, values)
    return f"Did {name} say {one} or {other}?"


def _ask_gap(label: str, sides: Sequence[Side], claims: Sequence[Claim]) -> str:
    values = [side.value for side in sides]
    frame = label.removesuffix(f" {_GAP}")
    cut = frame != label
    if frame.count(_GAP) != 1 or len(values) != 2:
        return label
    begins, ends = frame.split(_GAP)
    if not begins and re.match(rf" (?:{_BE}|{_HAVE}|{_MODAL}) ", ends):
        fillers = {
            claim.text.split(ends)[0] for claim in claims if ends in " ".join(claim.text.split())
        }
        if any(_is_titled(filler, values) for filler in fillers):
            return f"Who{ends}{' …' if cut else ''}?"
    return f"{begins}…{ends}{' …' if cut else ''}: {values[0]} or {values[1]}?"


def _is_titled(filler: str, values: Sequence[str]) -> bool:
    """Whether a title stands before the name: comparing takes titles off, and only people bear
    one."""
    return any(filler != value and filler.endswith(f" {value}") for value in values)
