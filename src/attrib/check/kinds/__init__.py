"""The kinds of check: mechanisms in code, over which `rules/en/checks/` writes the entries.

A kind is a function from a laid-out draft and one rule to findings. What it looks for (words,
classes, windows) comes from the rule's options; see the options record beside each function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrib.check.draft import Draft, Finding
from attrib.check.kinds.agentless import find_agentless
from attrib.check.kinds.attacks import find_anonymous_attacks
from attrib.check.kinds.channels import find_lost_media
from attrib.check.kinds.collapses import find_chain_collapses
from attrib.check.kinds.figures import find_naked_numbers
from attrib.check.kinds.guilt import find_early_guilt
from attrib.check.kinds.headline_quotes import find_absent_quotes
from attrib.check.kinds.headline_strength import find_stronger_headlines
from attrib.check.kinds.headlines import find_unattributed_headlines
from attrib.check.kinds.orphans import find_orphan_quotes
from attrib.check.kinds.polls import find_poll_gaps
from attrib.check.kinds.questions import find_question_headlines
from attrib.check.kinds.replies import find_missing_replies
from attrib.check.kinds.speakers import find_bare_speakers
from attrib.check.kinds.tones import find_cue_tones
from attrib.check.kinds.unidentified import find_unidentified
from attrib.rulebook.entries import CheckRule

__all__ = ["KINDS", "Kind"]

Kind = Callable[[Draft, CheckRule], Iterator[Finding]]

KINDS: Mapping[str, Kind] = {
    "agentless": find_agentless,
    "anonymous-attack": find_anonymous_attacks,
    "bare-speaker": find_bare_speakers,
    "chain-collapse": find_chain_collapses,
    "cue-tone": find_cue_tones,
    "early-guilt": find_early_guilt,
    "headline-claim": find_unattributed_headlines,
    "headline-quote": find_absent_quotes,
    "headline-strength": find_stronger_headlines,
    "lost-medium": find_lost_media,
    "naked-number": find_naked_numbers,
    "no-reply": find_missing_replies,
    "orphan-quote": find_orphan_quotes,
    "poll-gaps": find_poll_gaps,
    "question-headline": find_question_headlines,
    "unidentified": find_unidentified,
}
