"""The kinds of check: mechanisms in code, over which `rules/en/checks/` writes the entries.

A kind is a function from a laid-out draft and one rule to findings. What it looks for (words,
classes, windows) comes from the rule's options; see the options record beside each function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrib.check.draft import Draft, Finding
from attrib.check.kinds.agentless import find_agentless
from attrib.check.kinds.attacks import find_anonymous_attacks
from attrib.check.kinds.balance import find_unbalanced_verbs
from attrib.check.kinds.collapses import find_chain_collapses
from attrib.check.kinds.crowds import find_crowds
from attrib.check.kinds.doubts import find_cue_doubts
from attrib.check.kinds.frames import find_factive_frames
from attrib.check.kinds.gaps import find_attribution_gaps
from attrib.check.kinds.headline_quotes import find_absent_quotes
from attrib.check.kinds.headlines import find_unattributed_headlines
from attrib.check.kinds.judgements import find_own_judgements
from attrib.check.kinds.loaded import find_loaded_phrases
from attrib.check.kinds.manner import find_manner_verbs
from attrib.check.kinds.minds import find_mind_reading
from attrib.check.kinds.obvious import find_over_attribution
from attrib.check.kinds.orphans import find_orphan_quotes
from attrib.check.kinds.speakers import find_bare_speakers
from attrib.check.kinds.tones import find_cue_tones
from attrib.rulebook.entries import CheckRule

__all__ = ["KINDS", "Kind"]

Kind = Callable[[Draft, CheckRule], Iterator[Finding]]

KINDS: Mapping[str, Kind] = {
    "agentless": find_agentless,
    "anonymous-attack": find_anonymous_attacks,
    "attribution-gap": find_attribution_gaps,
    "bare-speaker": find_bare_speakers,
    "chain-collapse": find_chain_collapses,
    "crowd": find_crowds,
    "cue-doubt": find_cue_doubts,
    "cue-tone": find_cue_tones,
    "factive-frame": find_factive_frames,
    "headline-claim": find_unattributed_headlines,
    "headline-quote": find_absent_quotes,
    "loaded-phrase": find_loaded_phrases,
    "manner-verb": find_manner_verbs,
    "mind-reading": find_mind_reading,
    "orphan-quote": find_orphan_quotes,
    "over-attribution": find_over_attribution,
    "own-judgement": find_own_judgements,
    "verb-balance": find_unbalanced_verbs,
}
