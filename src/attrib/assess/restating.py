"""A claim's words restated to stand alone; the spans stay as they are.

Connectives, reporting frames and outer quotation marks go, a pronoun that can only be the
source becomes its name, and of a denial the proposition denied is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.assess.naming import Naming, name_speaker, name_subject
from attrib.assess.scene import Scene, is_quoted
from attrib.assess.stance import Act
from attrib.records import Span, Stance
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

_DOUBLE_MARKS = frozenset('"“”„«»')
_PAIRS = re.compile(r"“([^“”]*)”|\"([^\"]*)\"|«([^«»]*)»|„([^„“]*)“")
_SINGLE = re.compile(r"(?:^|(?<=\s))[‘'](?=\w)")
_EMPHASIS = re.compile(r"(?<![\w*])(\*{1,2}|_{1,2})(?=\S)([^*_]+)(?<=\S)\1(?![\w*])")
"""Markdown's marks around words that are set apart: "the *Halcyon Sound*"."""
_ABBREVIATED = re.compile(r"\b[a-zA-Z]\.[a-zA-Z]\.$")


def join_words(scene: Scene, content: tuple[Span, ...], rulebook: Rulebook) -> str:
    """The words at the spans as one line, without the quotation marks that enclose them."""
    joined = ""
    for span in content:
        words = " ".join(span.of(scene.text).split())
        if is_quoted(scene, (span,)):
            # Marks that only say "quoted" go; those inside the writer's own words stay.
            words = "".join(char for char in words if char not in _DOUBLE_MARKS).strip("‘’' ")
        if (
            joined
            and words[:1].islower()
            and _first(joined) not in rulebook.terms_of("subordinators")
        ):
            joined = joined.removesuffix(",")
        joined = f"{joined} {words}".strip()
    return joined


def without_connective(text: str, rulebook: Rulebook, *, quoted: bool = False) -> str:
    """Without "and", "but" or "and that" in front; "nor" stays, since it negates."""
    words = tokenise(text)
    finite = rulebook.terms_of("assess-finite")
    place = 0
    while place < len(words) and words[place].text in ",;:":
        place += 1
    if place < len(words) and words[place].lower in rulebook.terms_of("coordinators") - {"nor"}:
        place += 1
    if (
        not quoted
        and place + 1 < len(words)
        and words[place].lower == "that"
        and words[place + 1].lower not in finite
        # "That's untrue", "that suggestion is untrue".
        and words[place + 1].start > words[place].end
        and words[place + 1].lower not in rulebook.terms_of("assess-single-nouns")
    ):
        place += 1
    return text[words[place].start :] if place < len(words) else text


def restate(
    text: str,
    stance: Stance,
    act: Act | None,
    naming: Naming | None,
    rulebook: Rulebook,
    *,
    quoted: bool,
) -> str:
    """`text`, one piece without its connective, as a statement that stands alone; never empty."""
    core = text
    if act is not None:
        core = _complement(core, act, naming, rulebook)
    elif quoted:
        core = _undenied(core) if stance == "denies" else core
        core = (naming and name_speaker(core, naming)) or core
    else:
        core = _reported(core, stance, naming, rulebook)
    return finish(core) or finish(text) or text.strip()


def finish(text: str) -> str:
    """With a capital in front, without marks of emphasis, and without stops, commas and quotation
    marks at the ends."""
    text = _EMPHASIS.sub(r"\2", " ".join(text.split())).strip(" ,;:–—-")
    wrapped = _PAIRS.fullmatch(text)
    text = next(group for group in wrapped.groups() if group is not None) if wrapped else text
    if text and text[-1] in _DOUBLE_MARKS:
        # The marks of the last quoted words go as a pair, or they would be left open.
        pairs = list(_PAIRS.finditer(text))
        last = pairs[-1] if pairs and pairs[-1].end() == len(text) else None
        text = text[: last.start()] + text[last.start() + 1 : -1] if last else text[:-1]
    opening = list(_SINGLE.finditer(text)) if text.endswith(("'", "’")) else []
    if opening:
        text = text[: opening[-1].start()] + text[opening[-1].end() : -1]
    if text[:1] in _DOUBLE_MARKS and not _PAIRS.match(text):
        text = text[1:]
    text = text.strip(" ,;:–—-")
    if text.endswith((".", "…")) and not _ABBREVIATED.search(text):
        text = text.rstrip(".… ,")
    return _capitalised(text)


def _capitalised(text: str) -> str:
    letter = next((place for place, char in enumerate(text[:2]) if char.isalpha()), None)
    if letter is None:
        return text
    first = text[letter:].split(" ", 1)[0]
    # "iPhone" keeps its own case.
    if first[1:] != first[1:].lower():
        return text
    return text[:letter] + text[letter].upper() + text[letter + 1 :]


def _first(text: str) -> str:
    return text.split(" ", 1)[0].lower()


def _reported(text: str, stance: Stance, naming: Naming | None, rulebook: Rulebook) -> str:
    """Reported words: the proposition behind an accusation, named as far as that is certain."""
    words = tokenise(text)
    if stance == "denies":
        inner = _proposition(words, rulebook)
        if inner is not None:
            text = text[inner:].strip(" ,")
        elif words and _is_gerund(words[0]) and naming is not None:
            # "denied hitting it": the one who denies is the one who would have done it.
            return f"{naming.name} {text}"
    if stance == "accuses":
        text = _without_of(text, words, rulebook)
    return (naming and name_subject(text, naming)) or text


def _proposition(words: Sequence[Token], rulebook: Rulebook) -> int | None:
    """Where the proposition begins: behind "accusations that", "any claim by X that"."""
    nouns = rulebook.terms_of("assess-proposition-nouns")
    noun = next((place for place, word in enumerate(words[:5]) if word.lower in nouns), None)
    if noun is None:
        return None
    for place in range(noun + 1, min(noun + 9, len(words) - 1)):
        if words[place].lower == "that" or (place == noun + 1 and words[place].lower == "of"):
            return words[place].end
    return None


def _without_of(text: str, words: Sequence[Token], rulebook: Rulebook) -> str:
    """ "the firm of dumping waste" as "the firm dumping waste"."""
    finite = rulebook.terms_of("assess-finite")
    for place, word in enumerate(words[:-1]):
        if word.lower in finite:
            break
        if word.lower == "of" and (place == 0 or _is_gerund(words[place + 1])):
            return (text[: word.start] + text[words[place + 1].start :]).strip()
    return text


def _is_gerund(word: Token) -> bool:
    return len(word.text) > 4 and word.lower.endswith("ing")


def _complement(text: str, act: Act, naming: Naming | None, rulebook: Rulebook) -> str:
    """What an act is about: of "We call on the owners to pay" the owners to pay."""
    words = tokenise(text)
    if act.end >= len(words):
        return text
    rest = text[words[act.end].start :]
    if act.stance == "demands":
        return without_connective(rest, rulebook)
    if words[act.end].lower == "that":
        return without_connective(rest, rulebook)
    if act.stance == "denies":
        inner = _proposition(words[act.end :], rulebook)
        return text[inner:].strip(" ,") if inner is not None else text
    if act.stance == "commits" and words[act.end].lower == "to" and naming is not None:
        return f"{naming.name} {rest}"
    return text


def _undenied(text: str) -> str:
    """A quoted denial without its one negation: "We did not hit it" as "We did hit it"."""
    # With two negations nobody can tell which one is the denial.
    negations = list(re.finditer(r"\b(?:not|never)\s+|n['’]t\b", text))
    if len(negations) != 1:
        return text
    return (text[: negations[0].start()] + text[negations[0].end() :]).replace("  ", " ")
