"""The kinds of check: mechanisms in code, over which `rules/en/checks/` writes the entries.

A kind is a function from a laid-out draft and one rule to findings. What it looks for (words,
classes, windows) comes from the rule's options; see the options record beside each function.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from attrib.check.draft import Draft, Finding
from attrib.check.kinds.agentless import find_agentless
from attrib.check.kinds.altered_quotes import find_heavy_brackets, find_stitched_quotes
from attrib.check.kinds.anonymity import find_unreasoned
from attrib.check.kinds.attacks import find_anonymous_attacks
from attrib.check.kinds.balance import find_unbalanced_verbs
from attrib.check.kinds.channels import find_lost_media
from attrib.check.kinds.collapses import find_chain_collapses
from attrib.check.kinds.crowds import find_crowds
from attrib.check.kinds.declined import find_unnamed_and_declined
from attrib.check.kinds.deep_chains import find_deep_chains
from attrib.check.kinds.doubts import find_cue_doubts
from attrib.check.kinds.drifts import find_strength_drifts
from attrib.check.kinds.figures import find_naked_numbers
from attrib.check.kinds.formulas import find_stock_reasons
from attrib.check.kinds.frames import find_factive_frames
from attrib.check.kinds.gaps import find_attribution_gaps
from attrib.check.kinds.guilt import find_early_guilt
from attrib.check.kinds.headline_quotes import find_absent_quotes
from attrib.check.kinds.headline_strength import find_stronger_headlines
from attrib.check.kinds.headlines import find_unattributed_headlines
from attrib.check.kinds.joint_quotes import find_joint_quotes
from attrib.check.kinds.judgements import find_own_judgements
from attrib.check.kinds.late_names import find_late_names
from attrib.check.kinds.late_tags import find_late_tags
from attrib.check.kinds.loaded import find_loaded_phrases
from attrib.check.kinds.lone_sources import find_lone_sources
from attrib.check.kinds.manner import find_manner_verbs
from attrib.check.kinds.minds import find_mind_reading
from attrib.check.kinds.obvious import find_over_attribution
from attrib.check.kinds.opinions import find_anonymous_opinions
from attrib.check.kinds.orphans import find_orphan_quotes
from attrib.check.kinds.plurals import find_plurals_of_one
from attrib.check.kinds.polls import find_poll_gaps
from attrib.check.kinds.questions import find_question_headlines
from attrib.check.kinds.quote_mismatches import find_quote_mismatches
from attrib.check.kinds.repeated_quotes import find_repeated_quotes
from attrib.check.kinds.replies import find_missing_replies
from attrib.check.kinds.roles import find_missing_roles
from attrib.check.kinds.shared_origins import find_shared_origins
from attrib.check.kinds.short_quotes import find_short_quotes
from attrib.check.kinds.speakers import find_bare_speakers
from attrib.check.kinds.switches import find_speaker_switches
from attrib.check.kinds.tones import find_cue_tones
from attrib.check.kinds.unclosed import find_unclosed_quotes
from attrib.check.kinds.uncredited_relays import find_uncredited_relays
from attrib.check.kinds.unidentified import find_unidentified
from attrib.check.kinds.unnamed_media import find_unnamed_media
from attrib.check.kinds.vague import find_vague_speakers
from attrib.check.kinds.wordings import find_wordings
from attrib.rulebook.entries import CheckRule

__all__ = ["KINDS", "Kind"]

Kind = Callable[[Draft, CheckRule], Iterator[Finding]]

KINDS: Mapping[str, Kind] = {
    "agentless": find_agentless,
    "anonymous-attack": find_anonymous_attacks,
    "anonymous-opinion": find_anonymous_opinions,
    "attribution-gap": find_attribution_gaps,
    "bare-speaker": find_bare_speakers,
    "chain-collapse": find_chain_collapses,
    "crowd": find_crowds,
    "cue-doubt": find_cue_doubts,
    "cue-tone": find_cue_tones,
    "deep-chain": find_deep_chains,
    "early-guilt": find_early_guilt,
    "factive-frame": find_factive_frames,
    "headline-claim": find_unattributed_headlines,
    "headline-quote": find_absent_quotes,
    "headline-strength": find_stronger_headlines,
    "heavy-brackets": find_heavy_brackets,
    "joint-quote": find_joint_quotes,
    "late-identification": find_late_names,
    "late-tag": find_late_tags,
    "loaded-phrase": find_loaded_phrases,
    "lone-source": find_lone_sources,
    "lost-medium": find_lost_media,
    "manner-verb": find_manner_verbs,
    "mind-reading": find_mind_reading,
    "missing-role": find_missing_roles,
    "naked-number": find_naked_numbers,
    "no-anonymity-reason": find_unreasoned,
    "no-reply": find_missing_replies,
    "orphan-quote": find_orphan_quotes,
    "over-attribution": find_over_attribution,
    "own-judgement": find_own_judgements,
    "plural-of-one": find_plurals_of_one,
    "poll-gaps": find_poll_gaps,
    "question-headline": find_question_headlines,
    "quote-mismatch": find_quote_mismatches,
    "repeated-quote": find_repeated_quotes,
    "shared-origin": find_shared_origins,
    "short-quote": find_short_quotes,
    "speaker-switch": find_speaker_switches,
    "stitched-quote": find_stitched_quotes,
    "stock-anonymity-reason": find_stock_reasons,
    "strength-drift": find_strength_drifts,
    "unclosed-quote": find_unclosed_quotes,
    "uncredited-relay": find_uncredited_relays,
    "unidentified": find_unidentified,
    "unnamed-and-declined": find_unnamed_and_declined,
    "unnamed-media": find_unnamed_media,
    "vague-speaker": find_vague_speakers,
    "verb-balance": find_unbalanced_verbs,
    "wording": find_wordings,
}
