"""Tagger and rules together: what each adds, forms of text, and who is quoted inside."""

from __future__ import annotations

from itertools import pairwise

import pytest

from attrib.extract import extract, load_tagger
from attrib.extract.merging import merge
from attrib.extract.patterns import MARKS
from attrib.records import Article, Attribution, Cue, Mention, Span
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from marked import marked

RULEBOOK = load_rulebook()
TAGGER = load_tagger(1)


def attributions(text: str) -> tuple[Attribution, ...]:
    article = Article(id="a", text=text)
    return extract(segment(article, RULEBOOK), RULEBOOK, lambda: TAGGER).attributions


def said(text: str) -> dict[str, list[str]]:
    """Source -> contents without marks at their ends, of every attribution."""
    edges = " \n,.;:–-\"'“”‘’"
    found: dict[str, list[str]] = {}
    for item in attributions(text):
        name = item.source.text if item.source else ""
        found.setdefault(name, []).extend(span.of(text).strip(edges) for span in item.content)
    return found


LEARNED = [
    # No rule finds these: verbs of no list, and a bare attitude.
    "[source The harbour master] [cue grumbled] [content that the stone was late].",
    "[source The minister] [cue made it clear] [content that the tax would stay].",
    "[source The senator] [cue supports] [content the plan to raise taxes on the rich].",
]


@pytest.mark.parametrize("markup", LEARNED)
def test_the_tagger_finds_what_no_rule_finds(markup: str) -> None:
    text, gold = marked(markup)
    assert extract(segment(Article(id="a", text=text), RULEBOOK), RULEBOOK).attributions == ()
    (found,) = attributions(text)
    assert found.source is not None
    assert (found.source.span,) == gold["source"]
    assert found.content == gold["content"]


@pytest.mark.parametrize(
    ("text", "source", "contents"),
    [
        ("Stone has been accused by dozens of women of assault.", "dozens of women",
         ["Stone", "of assault"]),
        ("The mayor was accused by three aides of bullying.", "three aides",
         ["The mayor", "of bullying"]),
        ("Roe was accused by the opposition of hiding the figures, which he denied.",
         "the opposition", ["Roe", "of hiding the figures"]),
        # What is no charge is left to the tagger.
        ("Lindon was blamed by the inquiry for the collapse.", "the inquiry",
         ["Lindon", "for the collapse"]),
        ("The law was criticised by the bar as a threat.", "the bar", ["The law", "as a threat"]),
    ],
)  # fmt: skip
def test_what_somebody_is_accused_of_is_no_part_of_who_accuses(
    text: str, source: str, contents: list[str]
) -> None:
    assert said(text)[source] == contents
    assert not {"the", "The"} & set(said(text))


@pytest.mark.parametrize(
    "words",
    [
        "who asked not to be named because he is not allowed to speak to the press",
        "who requested anonymity",
        "who declined to be identified",
        "who did not want to give her name",
        "who asked that his name not be used",
    ],
)
def test_who_asks_not_to_be_named_says_nothing_with_that(words: str) -> None:
    found = said(f"A deckhand, {words}, said that the crew had launched four rafts.")
    assert [part for parts in found.values() for part in parts] == [
        "that the crew had launched four rafts"
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Police said the victims would not be named until Monday.",
         "the victims would not be named until Monday"),
        ("The union demanded that the victims not be named.", "that the victims not be named"),
        ("Ida Moss said she did not want to be named harbour master.",
         "she did not want to be named harbour master"),
    ],
)  # fmt: skip
def test_whose_name_is_held_back_may_be_what_is_said(text: str, content: str) -> None:
    assert content in [part for parts in said(text).values() for part in parts]


def test_who_says_why_he_asked_not_to_be_named_says_something() -> None:
    text = "“I asked not to be named because of my job,” the deckhand said."
    assert said(text) == {"the deckhand": ["I asked not to be named because of my job"]}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ida Moss asked that the meeting be moved.", "demands"),
        ("Ida Moss asked not to be quoted on the budget.", "demands"),
        ("Ida Moss asked whether the meeting would be moved.", "questions"),
        ("Ida Moss asked why the meeting was moved.", "questions"),
    ],
)
def test_who_asks_for_something_asks_no_question(text: str, stance: str) -> None:
    (found,) = attributions(text)
    assert found.cue is not None
    assert found.cue.stance == stance


NESTED = [
    (
        "The Leedon Gazette reported on Friday that the mayor had told his deputy that the "
        "harbour master had denied taking bribes.",
        ["The Leedon Gazette", "the mayor", "the harbour master"],
    ),
    (
        "The spokesman said that, according to the police, the driver claimed the brakes failed.",
        ["The spokesman", "the police", "the driver"],
    ),
    (
        '"The minister told us that the tunnel was safe," the engineer, Bo Ashby, said.',
        ["the engineer, Bo Ashby", "The minister"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), NESTED, ids=[names[0] for _, names in NESTED])
def test_who_is_quoted_inside_is_found_and_stands_within(text: str, speakers: list[str]) -> None:
    found = attributions(text)
    by_name = {item.source.text: item for item in found if item.source}
    assert set(by_name) == set(speakers)
    for outer, inner in pairwise(speakers):
        within = by_name[inner].within
        assert within is not None
        assert found[within] == by_name[outer]


NOT_NESTED = [
    '"I think the quay will hold, and you know that too," Ida Moss said.',
    "Ida Moss said the quay would hold.",
    "The mayor said that the report on the flood would show how the pumps had failed.",
]


@pytest.mark.parametrize("text", NOT_NESTED)
def test_nobody_else_speaks_inside(text: str) -> None:
    persons = [a for a in attributions(text) if a.within is not None and a.source]
    assert [a.source.text for a in persons if a.source and a.source.text in ("I", "you")] == []
    assert len(persons) <= text.count("report")


def test_questions_and_answers_are_read_by_their_labels() -> None:
    text = (
        "The Post spoke to Ida Moss, the harbour master of Leedon, about the new quay.\n\n"
        "Q: When will the quay open?\n\nA: We hope to open it in May. The stone is late.\n\n"
        "Q: Who pays for it?\n\nA: The town pays half.\n"
    )
    assert said(text)["A"] == ["We hope to open it in May. The stone is late", "The town pays half"]
    assert "Q" not in said(text)
    assert "We" not in said(text)


def test_an_interviewer_with_a_name_asks() -> None:
    text = (
        "Interviewer: Did the mayor know?\n\nMoss: He knew in June.\n\n"
        "Interviewer: And the council?\n\nMoss: It was told in July, according to the clerk.\n"
    )
    stances = [(a.source.text, a.cue.stance) for a in attributions(text) if a.source and a.cue]
    assert stances.count(("Interviewer", "questions")) == 2
    assert stances.count(("Moss", "asserts")) == 2
    assert "the clerk" in said(text)


def test_two_lines_with_colons_are_no_transcript() -> None:
    text = "Weather: rain in the north.\n\nTides: high water at six.\n\nThe ferry sails at noon.\n"
    assert attributions(text) == ()


FORMS = [
    # A headline that ends with its source; a press release with a name under the quote.
    ("Bridge will be closed: ministry\n\nThe bridge has stood since 1911.\n", "ministry"),
    ("Mayor Rao: bridge is safe\n\nThe bridge has stood since 1911.\n", "Mayor Rao"),
    (
        "The bridge opened today.\n\n"
        "“This bridge will serve us for years.” – Ida Moss, chief executive, Leedon Roads\n",
        "Ida Moss, chief executive, Leedon Roads",
    ),
]


@pytest.mark.parametrize(("text", "source"), FORMS, ids=[source for _, source in FORMS])
def test_forms_without_a_verb_are_read(text: str, source: str) -> None:
    assert source in said(text)


OWN = [
    "The old quay fell into the sea on Tuesday. Nobody was hurt. It had stood for 200 years.",
    "Kestrel County Puts Off Certifying Harlow Falls Vote\n\nThe count went on until midnight.",
    "The show found a new audience, and the stage was called the Old Barn.",
]


@pytest.mark.parametrize("text", OWN)
def test_the_writers_own_voice_is_nobodys(text: str) -> None:
    assert [a for a in attributions(text) if a.source is not None] == []


def attribution(text: str, cue: str, content: str, source: str | None, rule: str) -> Attribution:
    def at(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words))

    return Attribution(
        source=Mention(at(source), source) if source else None,
        cue=Cue(at(cue), cue, cue, rule, "asserts", 0, 6),
        content=(at(content),),
        voice="indirect",
        sentence=Span(0, len(text)),
    )


def test_spans_are_the_taggers_and_meaning_is_the_rules() -> None:
    text = "The ministry said late on Friday that the bridge was shut."
    learned = attribution(
        text, "said late on Friday", "that the bridge was shut", "The ministry", "x"
    )
    ruled = attribution(text, "said", "the bridge was shut", "ministry", "cues.verbs.say")
    (merged,), inside = merge([learned], [ruled], lambda _: True, text)
    assert inside == []
    assert merged.cue is not None
    assert (merged.cue.text, merged.cue.rule) == ("said late on Friday", "cues.verbs.say")
    assert (merged.content, merged.source) == (learned.content, learned.source)


def test_what_only_the_rules_find_needs_to_be_likely() -> None:
    text = "The jobs report gives the senate a lift."
    ruled = attribution(text, "report", "gives the senate a lift", "The jobs", "cues.verbs.report")
    assert merge([], [ruled], lambda _: False, text) == ([], [])
    assert merge([], [ruled], lambda _: True, text) == ([ruled], [])


def test_what_the_same_subject_says_next_is_cut_off() -> None:
    text = "The union demanded that the finals be raced again and cautioned that crews would leave."
    long = attribution(
        text,
        "demanded",
        "that the finals be raced again and cautioned that crews would leave",
        "The union",
        "x",
    )
    first = attribution(text, "demanded", "that the finals be raced again", "The union", "a")
    then = attribution(text, "cautioned", "that crews would leave", "The union", "b")
    outer, inside = merge([long], [first, then], lambda _: True, text)
    assert [span.of(text) for item in outer for span in item.content] == [
        "that the finals be raced again",
        "that crews would leave",
    ]
    assert inside == []


def test_a_clause_that_is_broken_off_is_made_whole() -> None:
    text = "Norland rejected accusations that, in shoring up its ally, it hit the wrong camp."
    whole = "accusations that, in shoring up its ally, it hit the wrong camp"
    learned = attribution(
        text, "rejected", "accusations that, in shoring up its ally", "Norland", "x"
    )
    ruled = attribution(text, "rejected", whole, "Norland", "cues.verbs.deny")
    (merged,), _ = merge([learned], [ruled], lambda _: True, text)
    assert [span.of(text) for span in merged.content] == [whole]


@pytest.mark.parametrize(
    ("learned", "whole"),
    [
        ("that it sank hours after the", "that it sank hours after the ferry hit a wall"),
        ("that it sank hours after", "that it sank hours after"),
        ("that it sank", "that it sank"),
    ],
)
def test_a_content_that_ends_where_words_must_follow_is_made_whole(
    learned: str, whole: str
) -> None:
    text = "Norland said that it sank hours after the ferry hit a wall."
    ruled = "that it sank hours after the ferry hit a wall"
    (merged,), _ = merge(
        [attribution(text, "said", learned, "Norland", "x")],
        [attribution(text, "said", ruled, "Norland", "cues.verbs.say")],
        lambda _: True,
        text,
    )
    assert [span.of(text) for span in merged.content] == [whole]


def test_a_colon_found_by_the_tagger_is_a_mark() -> None:
    rules = {a.cue.rule for a in attributions("Ida Moss: “The quay is shut.”") if a.cue}
    assert rules <= {MARKS}


@pytest.mark.parametrize(
    "text",
    [
        "The board told Ida Moss that her statement was “not in line with our policy”.",
        "The editor told Ida Moss that her claim was “a lie from start to finish”.",
        "The dockers’ claims were “a fairy tale”, the board said.",
    ],
)
def test_what_words_are_said_to_be_is_not_what_they_say(text: str) -> None:
    found = attributions(text)
    assert len(found) == 1
    assert found[0].cue is not None
    assert found[0].cue.text in ("told", "said")


@pytest.mark.parametrize(
    "text",
    [
        "Ida Moss's claim was that the pier is safe.",
        "Ida Moss's statement was “we did what we could and we would do it again”.",
        "What the dockers claim was a cover-up began in May.",
    ],
)
def test_a_clause_behind_was_is_what_was_said(text: str) -> None:
    assert any(a.cue and a.cue.text != "began" for a in attributions(text))


def test_in_a_column_of_signed_quotes_each_is_whoever_signed_it() -> None:
    text = """Readers write on the mayor.

"We need law and order. If we don’t have it, we’re not going to have a town. You get robbed."

Photo/Instagram.

”Mr. Vane embodies the lasting legacy of greed. He represents our greatest shame.” ― Sonya Herridge
“In the debate Vane said dockers live in hell. He knows nothing about us.”― Pamela Padilla
“I am so ashamed of him. How did we get this low?” ― Jacklyn Ashley
“Vane must stop portraying us as dangerous when most of us are hard-working.”― Carla Sanchez.
"""
    speakers = {
        name: [part for part in parts if "Vane" in part or "ashamed" in part]
        for name, parts in said(text).items()
    }
    assert [p[:12] for p in speakers["Pamela Padilla"]] == ["In the debat"]
    assert [p[:12] for p in speakers["Jacklyn Ashley"]] == ["I am so asha"]
    assert [p[:12] for p in speakers["Carla Sanchez"]] == ["Vane must st"]
    assert all("dockers" not in part for part in said(text)["Sonya Herridge"])


def test_a_quote_beyond_prose_of_nobody_is_not_whose_words_came_before() -> None:
    text = """\
Schools across the valley will close at noon for the rest of the week, the education office said.

The order covers 46 schools and about 31,000 students. Buses will leave at 12:15 p.m.

"My classroom was 97 degrees at nine in the morning, and two kids threw up before lunch."

Only 19 of the schools have air conditioning, according to a district inventory.
"""
    assert [part[:12] for part in said(text)[""]] == ["My classroom"]
    assert all("classroom" not in part for part in said(text)["the education office"])


@pytest.mark.parametrize("subject", ["Openness", "The plan", "Transparency"])
def test_a_tag_wedged_behind_a_subject_has_its_own_speaker(subject: str) -> None:
    text = f'{subject}, said Ida Moss, "breaks down barriers and brings progress."'
    assert said(text) == {"Ida Moss": [subject, "breaks down barriers and brings progress"]}
