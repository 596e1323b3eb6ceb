"""A claim whose words have no verb of their own is given one, so that it stands alone.

"The bridge is expected to open" is in parts "The bridge" and "to open" (raising), "called him a
liar" leaves "him a liar" (a small clause; Quirk et al., A Comprehensive Grammar, 15 and 16):
"The bridge will open", "He is a liar". Where the right form of the verb is not sure, the text's own
words stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.assess.complements import be_of
from attrib.assess.scene import Scene
from attrib.records import Attribution, Span, Stance
from attrib.rulebook import Rulebook
from attrib.tokens import Token, tokenise

_BE = {"is": "is", "are": "are", "was": "was", "were": "were", "'s": "is", "'re": "are"}
_HAVE = {"is": "has", "are": "have", "was": "had", "were": "had"}
_WILL = {"is": "will", "are": "will", "was": "would", "were": "would"}
_FORESEEN = frozenset(
    ("expect", "predict", "forecast", "project", "anticipate", "likely", "due", "schedule", "set")
)
"""Lemmas of cues that tell what will be; what is intended, or warned of, may well not be."""
_UNREAL = frozenset(("suppose", "mean", "allow", "force", "require", "want", "design"))
"""Lemmas of cues after which the rest need not be so: "was supposed to be included"."""
_ADVERBS = frozenset(("already", "also", "even", "just", "never", "not", "now", "soon", "still"))
_NOMINATIVE = {"him": "He is", "them": "They are", "it": "It is", "her": "She is"}
_LONGEST_BLAMED = 8
_TAIL_LIMIT = 3
"""Words from the subject to the cue, beyond which more than the verb stands between them."""


def raise_subject(
    scene: Scene,
    attribution: Attribution,
    content: tuple[Span, ...],
    stance: Stance,
    rulebook: Rulebook,
) -> str | None:
    """The words of "X is said to V" as a clause: "X is ...", "X has ...", "X will ...".

    None where the content is of another form, or is negated.
    """
    cue = attribution.cue
    if cue is None or len(content) != 2 or not content[0].end <= cue.span.start:
        return None
    if attribution.modality == "negated":
        return None
    if content[1].start < cue.span.end:
        return None
    words = tokenise(scene.text, content[1].start, content[1].end)
    if len(words) < 2 or words[0].lower != "to" or not words[1].is_word:
        return None
    before = tokenise(scene.text, content[0].end, cue.span.start)
    own = tokenise(scene.text, cue.span.start, cue.span.end)
    if len(before) > _TAIL_LIMIT:
        return None
    subject = " ".join(content[0].of(scene.text).split())
    if subject.lower() in rulebook.terms_of("pronouns-who") | {"what"}:
        return None
    linked = any(word.lower in ("who", "which", "that") for word in before)
    if linked and any(word.lower == "of" for word in tokenise(subject)):
        # "A relative of a boy, who is thought to have fallen": one of the two, and not for sure.
        return " ".join(scene.text[content[0].start : content[1].end].split())
    if before[:1] and before[0].text == "," and "," in subject:
        subject += ","
    finite = _find_finite((*before, *own))
    rest = " ".join(scene.text[words[1].end : content[1].end].split())
    lemma = cue.lemma.lower().split(" ")[0]
    verb = None if lemma in _UNREAL else _agree(finite, words[1].lower, stance, lemma)
    if finite and verb is None and not _holds_source(attribution, content):
        gap = " ".join(scene.text[content[0].end : content[1].start].split()).lstrip(" ,")
        return f"{subject} {gap} to {words[1].text} {rest}".strip()
    return f"{subject} {verb} {rest}".strip() if verb else None


def _find_finite(words: Sequence[Token]) -> str:
    """The form of "be" that tells number and tense, or of a verb such as "appears"; else ""."""
    for word in words:
        if word.lower in _BE:
            return _BE[word.lower]
    first = next((word.lower for word in words if word.is_word), "")
    return {"appears": "is", "seems": "is", "appear": "are", "seem": "are"}.get(first, "")


def _agree(finite: str, verb: str, stance: Stance, lemma: str) -> str | None:
    """The verb of the clause; None where its form cannot be told."""
    if not finite:
        return None
    if stance in ("predicts", "commits", "demands"):
        return f"{_WILL[finite]} {verb}" if lemma in _FORESEEN else None
    if verb in _ADVERBS or verb.endswith("ly"):
        # "Are thought to already be there": the verb is further on.
        return None
    if verb == "be":
        return finite
    if verb == "have":
        return _HAVE[finite]
    return verb if finite == "are" else None


def _holds_source(attribution: Attribution, content: tuple[Span, ...]) -> bool:
    """Whether who says it stands between subject and verb: "is said by the police to"."""
    source = attribution.source
    return source is not None and content[0].end <= source.span.start < content[1].start


def name_small_clause(
    text: str, stance: Stance, rulebook: Rulebook, *, is_whole: bool
) -> str | None:
    """ "Him a liar" as "He is a liar"; None where the words are of another form.

    `is_whole` says that they stand in one piece: "it was deemed that ..." holds a clause.
    """
    words = tokenise(text)
    finite = rulebook.terms_of("assess-finite")
    if not is_whole and any(word.lower in finite for word in words):
        return None
    if stance != "evaluates" or len(words) < 2 or words[0].lower not in _NOMINATIVE:
        return None
    after = words[1 + (words[1].lower == "as")] if len(words) > 2 else words[1]
    if words[0].lower == "her" and after.lower not in ("a", "an", "the", "no"):
        # "Her surrogates", "her “incredible” life": her is no object there.
        return None
    outer = rulebook.terms_of("prepositions") | rulebook.terms_of("subordinators")
    outer |= finite
    if after.lower in outer | {"to", "that", "and", "or", ","} or after.lower.endswith("ing"):
        return None
    return f"{_NOMINATIVE[words[0].lower]} {text[after.start :]}"


def say_who_is_blamed(text: str, lemma: str, rulebook: Rulebook, *, is_lower: bool) -> str | None:
    """ "The board for the delay", of "blamed", as "The board is to blame for the delay".

    `is_lower` says that the first word has no capital of its own.
    """
    words = tokenise(text)
    place = next((n for n, word in enumerate(words) if word.lower == "for"), 0)
    if lemma != "blame" or not place or place > _LONGEST_BLAMED:
        return None
    if words[0].lower in _NOMINATIVE and place == 1:
        subject, be = _NOMINATIVE[words[0].lower].split()
    else:
        subject = text[: words[place].start].strip()
        be = be_of(words[:place], rulebook, is_lower=is_lower)
    return f"{subject} {be} to blame {text[words[place].start :]}"
