"""Attributions as spans: `[source ...]`, `[cue ...]` and `[content ...]` in one markup a case."""

from __future__ import annotations

import pytest

import attrib
from attrib.extract import extract
from attrib.records import Article, Attribution, Extraction
from attrib.rulebook import load_rulebook
from attrib.segment import segment
from marked import marked

RULEBOOK = load_rulebook()


def extraction(text: str) -> Extraction:
    return extract(segment(Article(id="a", text=text), RULEBOOK), RULEBOOK)


def only_one(text: str) -> Attribution:
    outermost = [a for a in extraction(text).attributions if a.within is None]
    assert len(outermost) == 1, [a.content for a in outermost]
    return outermost[0]


def sliced(text: str, attribution: Attribution) -> tuple[str | None, str | None, list[str]]:
    """Source, cue and content as words, without marks and stops at the edges of content."""
    edges = " \n,.;:–-\"'“”‘’"
    return (
        attribution.source.text if attribution.source else None,
        attribution.cue.text if attribution.cue else None,
        [span.of(text).strip(edges) for span in attribution.content],
    )


ONE_EACH = [
    # The cue before its content, with and without "that", with time and place between.
    "[source The ministry] [cue said] on Friday [content that the bridge was closed].",
    "[source The ministry] [cue said] [content the bridge was closed].",
    "[source Anna Rao] [cue told] Reuters in an interview [content that the valve was shut].",
    # After its content, straight and inverted.
    "[content The bridge was closed], [source the ministry] [cue said].",
    '"[content The bridge is closed]," [cue said] [source Anna Rao, the engineer] on Monday.',
    # Inside it.
    "[content The bridge], [source the ministry] [cue said], [content was closed].",
    "“[content We are leaving],” [source he] [cue said], “[content and we are not coming back].”",
    # Title, apposition and relative clause belong to the source.
    "[source Maj. Gen. Ilya Brandt, a spokesman for the ministry], [cue said] "
    "[content that the camp was empty].",
    "[source Sir Vincent Ash, who left in July], [cue said] [content the plan was dead].",
    "[source The union and other groups that back the strike] [cue have accused] "
    "[content the airline of hiding the report].",
    # Joint sources.
    "[source Norland, Ostmark and Veria] [cue said] in a joint statement "
    "[content that the raid was illegal].",
    # Accusation, denial, demand.
    "[source Norland] [cue has rejected] [content accusations that it moved the border posts].",
    "[source The mayor] [cue urged] [content the council to vote on Monday].",
    "[source Residents] [cue blamed] [content the council for the flood].",
    # No verb at all.
    "[cue According to] [source two engineers], [content the valve was shut].",
    "[content The valve was shut], [cue according to] [source two engineers].",
    "[source Residents]: “[content We heard a bang].”",
    "“[content We are proud of this bridge],” – [source Commissioner Dahl]",
    "[source The minister]'s [cue denial] [content that he had signed it].",
    # No source at all.
    "It [cue is understood] [content that the minister will resign].",
    "[content The captain] [cue reportedly] [content left before dawn].",
    "[content She] [cue is accused] [content of fraud].",
]


@pytest.mark.parametrize("markup", ONE_EACH)
def test_source_cue_and_content_are_found(markup: str) -> None:
    text, gold = marked(markup)
    found = only_one(text)
    source, cue, content = sliced(text, found)
    assert source == (gold["source"][0].of(text) if "source" in gold else None)
    assert cue == (gold["cue"][0].of(text) if "cue" in gold else cue)
    assert content == [span.of(text) for span in gold["content"]]


NONE = [
    "A road called Mill Lane was closed.",
    "She was admitted to hospital on Monday.",
    "He claimed her luggage at the desk.",
    "The flood claimed seven lives.",
    "Two men were charged a fee at the gate.",
    "The council maintains 40 miles of road.",
    "The new line will continue to the coast.",
    'The "expert" left early.',
    "The film, “The Last Harbour”, opens on Friday.",
    "Divers found the boat at noon.",
    "",
    "\n\n",
]


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_cues_are_left_alone(text: str) -> None:
    assert extraction(text).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied preliminary reports that the dam was leaking.",
        "The board confirmed recent media reports that it would close.",
    ],
)
def test_what_is_denied_or_confirmed_reports_nothing_itself(text: str) -> None:
    """With the tagger, which finds the outer verb where the rules do not."""
    analysis = attrib.analyze([attrib.article(text)])
    sources = {claim.source.text for claim in analysis.claims if claim.source}
    assert sources == {text.partition(" denied")[0].partition(" confirmed")[0]}


def test_inner_attribution_lies_within_the_outer() -> None:
    outer, inner = extraction(
        "Interpress reported that the ministry had denied that the dam was leaking."
    ).attributions
    assert outer.within is None
    assert outer.source is not None
    assert outer.source.text == "Interpress"
    assert inner.within == 0
    assert inner.cue is not None
    assert inner.cue.stance == "denies"


def test_relayed_source_is_an_origin_and_not_content() -> None:
    text = "The ferry had turned back, Interpress reported, quoting an unidentified port official."
    found = only_one(text)
    assert sliced(text, found) == ("Interpress", "reported", ["The ferry had turned back"])
    assert [mention.text for mention in found.origins] == ["an unidentified port official"]


def test_participle_shares_the_subject_of_the_verb_before_it() -> None:
    text = (
        "Ostmark issued a joint statement on Friday with Norland and Veria, calling on the league "
        "to reopen the ports and warning that prices would rise."
    )
    first, second = extraction(text).attributions
    assert [a.source.text if a.source else None for a in (first, second)] == ["Ostmark"] * 2
    assert [a.cue.stance if a.cue else None for a in (first, second)] == ["demands", "predicts"]
    assert first.medium is not None
    assert first.medium.text == "joint statement on Friday with Norland and Veria"


def test_addressee_is_kept_apart() -> None:
    found = only_one("Anna Rao told Reuters on Friday that the valve was shut.")
    assert found.addressee is not None
    assert found.addressee.text == "Reuters"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The firm did not deny that it knew.", "negated"),
        ("The firm has never said that it knew.", "negated"),
        ("The firm no longer says that it knew.", "negated"),
        ("The firm has hardly said that it knew.", "negated"),
        ("If the firm says that it knew, we will sue.", "conditional"),
        ("The firm will announce that it knew.", "future"),
        ("Did the firm say that it knew?", "question"),
        ("The firm said that it never knew.", "actual"),
    ],
)
def test_modality_of_the_reporting_verb(text: str, modality: str) -> None:
    found = [a for a in extraction(text).attributions if a.within is None]
    assert [a.modality for a in found] == [modality]


def test_quote_of_several_sentences_is_one_content() -> None:
    text = '"We checked it. We checked it twice. It is safe," said Anna Rao.'
    assert sliced(text, only_one(text))[2] == ["We checked it. We checked it twice. It is safe"]


def test_second_quote_after_the_tag_belongs_to_the_same_attribution() -> None:
    text = '"We checked it," Rao said. "It is safe."'
    assert sliced(text, only_one(text)) == ("Rao", "said", ["We checked it", "It is safe"])


def test_tag_of_a_question_and_its_answer_are_two_attributions() -> None:
    text = '"Are you sure?" asked Dr. Lee. "Yes," he said.'
    first, second = extraction(text).attributions
    assert sliced(text, first) == ("Dr. Lee", "asked", ["Are you sure?"])
    assert sliced(text, second) == ("he", "said", ["Yes"])
    assert first.cue is not None
    assert first.cue.stance == "questions"


def test_quote_over_paragraphs_is_one_content() -> None:
    text = "“We checked it,” Rao said. “The wall is sound.\n\n“It will stand.”\n\nThe road is shut."
    assert sliced(text, only_one(text))[2] == [
        "We checked it",
        "The wall is sound",
        "It will stand",
    ]


def test_floating_quote_goes_to_the_one_just_quoted_without_a_cue() -> None:
    text = "“We checked it,” Rao said.\n\n“The wall will stand for a hundred years.”"
    first, second = extraction(text).attributions
    assert first.cue is not None
    assert second.cue is None
    assert second.source == first.source
    assert second.voice == "direct"


def test_floating_quote_after_other_prose_has_no_source() -> None:
    text = "“We checked it,” Rao said.\n\nThe road is shut.\n\n“The wall will stand for ever.”"
    assert [a.source.text if a.source else None for a in extraction(text).attributions] == [
        "Rao",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("“It is over,” she said.", "direct"),
        ("She said it was “over and done”.", "mixed"),
        ("She said it was over.", "indirect"),
    ],
)
def test_voice_follows_the_quotation_marks(text: str, voice: str) -> None:
    assert only_one(text).voice == voice


def test_content_of_a_text_that_is_not_english_is_not_read() -> None:
    article = Article(id="a", text="Le maire said the dam was shut.", language="fr")
    assert extract(segment(article, RULEBOOK), RULEBOOK).attributions == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Interpress agency, quoting an unnamed deputy, reported that the gate was open.",
        "Quoting an unnamed deputy, the Interpress agency reported that the gate was open.",
        "The Interpress agency reported that the gate was open, citing an unnamed deputy.",
    ],
)
def test_relayed_source_may_stand_before_the_report(text: str) -> None:
    found = only_one(text)
    assert [mention.text for mention in found.origins] == ["an unnamed deputy"]
    assert sliced(text, found)[2] == ["that the gate was open"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # A subject with commas in it is no inverted tag.
        ('Jon Lund, who lives nearby, told the Standard: "It fell."', "Jon Lund, who lives nearby"),
        ("A video, addressed to the families in May, shows that ten girls live.", "A video"),
        ("Mayor Sela Khan, who saw it, warned the toll may rise.", "Mayor Sela Khan, who saw it"),
        # A bare clause may open with a quantity.
        ("The brigade, which has 70 men there, said at least 40 people were hurt.",
         "The brigade, which has 70 men there"),
        # The verb after "that" need not be known as one.
        ("Lund said that a dozen captives slept in the hall.", "Lund"),
    ],
)  # fmt: skip
def test_subject_is_read_whole(text: str, source: str) -> None:
    assert sliced(text, only_one(text))[0] == source


def test_day_after_the_verb_is_no_source() -> None:
    text = "“We are closing,” the club said Friday on its page."
    assert sliced(text, only_one(text))[0] == "the club"
    assert extraction("“We are closing,” said Friday on its page.").attributions == ()


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("But scientists at the University of Lund say they were found by chance.",
         "scientists at the University of Lund", "they were found by chance"),
        ("Scientists say they've found planets.", "Scientists", "they've found planets"),
        ("He said on its page that the club had closed.", "He", "that the club had closed"),
        ("The dam broke, according to local reports.", "local reports", "The dam broke"),
        ("The men were swapped near the border, said local sources.", "local sources",
         "The men were swapped near the border"),
        ("Stone was accused by scores of women of assault.", "scores of women", "Stone"),
    ],
)  # fmt: skip
def test_plain_words_for_people_are_sources(text: str, source: str, content: str) -> None:
    found = sliced(text, only_one(text))
    assert found[0] == source
    assert found[2][0] == content


def test_what_is_said_in_a_statement_is_not_the_statements() -> None:
    text = "“It is new,” Dr. Dahl said in a written statement."
    assert sliced(text, only_one(text))[0] == "Dr. Dahl"


def test_the_one_relayed_is_relayed_once() -> None:
    found = extraction(
        "Divers found a gash, the agency reported on Tuesday, quoting an unidentified official."
    ).attributions
    outer, inner = found
    assert inner.within == 0
    assert [origin.text for origin in outer.origins] == ["an unidentified official"]
    assert inner.origins == ()


def test_a_quote_over_paragraphs_without_labels_stays_whole() -> None:
    text = """\
Moss said: "The pier has been standing there for a hundred years.

"We have no money for it: the truth is as plain as that."
"""
    assert only_one(text).content[-1].of(text).startswith('"We have no money for it: the truth')


@pytest.mark.parametrize("dash", ["–", "―", "--"])
def test_the_name_under_a_quote_is_its_speaker_whoever_is_told_of_in_it(dash: str) -> None:
    text = f"“In winter Bo Lind said that nobody walks there, and he was right.” {dash} Ida Moss"
    found = [a for a in extraction(text).attributions if a.within is None]
    assert [sliced(text, a)[0] for a in found] == ["Ida Moss"]
    told = f"“In winter nobody walks there,” Bo Lind said {dash} Ida Moss was not there."
    assert "Ida Moss" not in [sliced(told, a)[0] for a in extraction(told).attributions]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Openness, said Ines Calder, “keeps people honest and saves money.”",
            "Ines Calder",
            ["Openness", "“keeps people honest and saves money.”"],
        ),
        (
            "On Friday, said Ines Calder, “we will open the pier.”",
            "Ines Calder",
            ["“we will open the pier.”"],
        ),
    ],
)
def test_a_tag_that_parts_the_subject_from_what_is_quoted(
    text: str, source: str, content: list[str]
) -> None:
    found = only_one(text)
    assert found.source is not None
    assert found.source.text == source
    assert [span.of(text) for span in found.content] == content


def test_a_headline_gives_no_speaker_to_the_first_quote_below_it() -> None:
    text = "Mayor Moss says the pier will stay shut\n\n“We walked there every day.”\n"
    found = extraction(text).attributions
    below = [a for a in found if a.content[0].start > text.index("\n\n")]
    assert [a.source for a in below] == [None]
    assert len(found) == 2
