"""Who also says a thing has said one before: "She also wrote", "He added later"."""

from __future__ import annotations

from collections.abc import Callable

from attrib.records import Attribution, Mention
from attrib.resolve.clues import REACH
from attrib.resolve.scene import Outcome, Scene

_FEW = 6
"""Words from the pronoun to the end of the verb."""
_NEXT = 12
"""Characters behind the verb that hold the next word."""
_AGAIN = frozenset({"also", "again", "further"})


def speak_again(
    outcome: Outcome,
    mention: Mention,
    attribution: Attribution,
    fits: Callable[[str], bool],
    scene: Scene,
) -> Outcome:
    """`outcome`, or the one speaker before if a pronoun speaks again and that one has not spoken.

    Open where more have spoken.
    """
    if not _is_again(mention, attribution, scene):
        return outcome
    sentence = scene.sentence_at(mention.span.start)
    spoke = dict.fromkeys(
        said.key
        for said in reversed(scene.said)
        if not said.frame and said.resolved and sentence - said.last <= REACH and fits(said.key)
    )
    if not spoke or outcome.key in spoke:
        return outcome
    shown = " ".join(mention.text.split())
    if len(spoke) == 1:
        key = next(iter(spoke))
        return Outcome(key, f"“{shown}” speaks again, as {scene.entity(key).name} did before")
    names = [scene.entity(key).name for key in spoke][:2]
    return Outcome(None, f"two could be meant: {' and '.join(names)}")


def _is_again(mention: Mention, attribution: Attribution, scene: Scene) -> bool:
    """Whether "also" stands between the pronoun and its verb, or right behind that."""
    cue = attribution.cue
    # "Her campaign also announced": whose it is need have said nothing.
    if cue is None or cue.span.start < mention.span.end or len(mention.text.split()) > 1:
        return False
    between = scene.text[mention.span.end : cue.span.end].lower().split()
    behind = scene.text[cue.span.end : cue.span.end + _NEXT].lower().split()[:1]
    return len(between) < _FEW and not _AGAIN.isdisjoint([*between, *behind])
