"""Sources cut down to who speaks."""

from __future__ import annotations

import pytest

from attrib.extract.grammar import load_grammar
from attrib.extract.lexicon import load_lexicon
from attrib.extract.speakers import put_right
from attrib.records import Attribution, Cue, Mention, Span
from attrib.rulebook import load_rulebook
from marked import marked

RULEBOOK = load_rulebook()
GRAMMAR = load_grammar(RULEBOOK, load_lexicon(RULEBOOK))


def put(markup: str) -> str:
    """The source of the one attribution in `markup` once it is put right."""
    text, spans = marked(markup)
    source, cue, content = (spans[label][0] for label in ("source", "cue", "content"))
    found = Attribution(
        source=Mention(source, source.of(text)),
        cue=Cue(cue, cue.of(text), cue.of(text), "cues.asserts", "asserts", 0, 6),
        content=(content,),
        voice="indirect",
        sentence=Span(0, len(text)),
    )
    [kept] = put_right([found], text, GRAMMAR)
    assert kept.source is not None
    assert kept.source.span.of(text) == kept.source.text
    return kept.source.text


@pytest.mark.parametrize(
    ("markup", "source"),
    [
        ("[source photos that the pilot] [cue said] [content show a crack]", "the pilot"),
        ("[source a plan she] [cue called] [content bold]", "she"),
        ("[source Ida Moss, mayor of Leeds, who] [cue said] [content it held]",
         "Ida Moss, mayor of Leeds"),
        ("[source the poll that] [cue showed] [content it sank]", "the poll"),
        # what stays whole
        ("[source he and she] [cue said] [content it held]", "he and she"),
        ("[source many of whom] [cue say] [content it held]", "many of whom"),
        ("[source the pilot who was on the deck] [cue said] [content it held]",
         "the pilot who was on the deck"),
        ("[source who] [cue said] [content it held]", "who"),
        ("[content It held], [cue said] [source a man she]", "a man she"),
    ],
)  # fmt: skip
def test_source_is_who_speaks(markup: str, source: str) -> None:
    assert put(markup) == source
