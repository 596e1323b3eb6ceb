"""Verdicts on the words of a quote: exact, folded, trimmed, altered, not found."""

from __future__ import annotations

import pytest
from verifying import RULES, Text, check_one, checks, read, somebody

from attrib.check.verify import verify

SOURCE = """\
Hanne Vik spoke in the hall. "We will not close the school, and we will never sell the land it \
stands on," Vik said. "That is a promise to every parent in this town."

"The pier needs money. It needs it now, and I don't know where it will come from," she said later.

"It is likely that the ferry, built in 1987, can carry 1,200 people at a speed of 1.5 knots," she \
added.
"""


@pytest.mark.parametrize(
    "words",
    [
        "We will not close the school, and we will never sell the land it stands on",
        "We will not close the school, and we will never sell the land it stands on.",
        "never sell the land",
        "Vik spoke in the hall",
        "That is a promise to every parent in this town,",
        "I don't know where it will come from",
    ],
)
def test_words_that_stand_there_are_exact(words: str) -> None:
    assert check_one(words, SOURCE).verdict == "exact"


@pytest.mark.parametrize(
    ("words", "material", "differing"),
    [
        ("we will not close the school", SOURCE, "case"),
        ("We will not close the school – and we will never sell", SOURCE, "punctuation"),
        ("I don’t know where it will come from", SOURCE, "typography"),
        ("The pier is closed", "“The pier\nis closed,” she said.", "white space"),
        ("The pier can not reopen", "“The pier cannot reopen,” she said.", "white space"),
        ("I want to cooperate now", "“I want to co-operate now,” he said.", "punctuation"),
        ("I live in the US now", "“I live in the U.S. now,” he said.", "punctuation"),
        ("It has 1200 seats now", "“It has 1,200 seats now,” he said.", "punctuation"),
        ("the old cafe is gone", "“the old café is gone”", "typography"),
        ("we must co\u00adoperate now", "“we must cooperate now”", "typography"),
        ("Is the pier closed", "“Is the pier closed?” he asked.", "punctuation"),
    ],
)
def test_what_the_folding_rules_cover_is_folded_and_named(
    words: str, material: str, differing: str
) -> None:
    found = check_one(words, material)
    assert (found.verdict, found.similarity) == ("folded", 1.0)
    assert found.reason == f"The same words but for {differing}."


@pytest.mark.parametrize(
    ("words", "material"),
    [
        ("we're in the old harbour office again", "“we were in the old harbour office again”"),
        ("we're in the old harbour office again", "“were in the old harbour office again”"),
        ("the boat goes at 15 knots at most", "“the boat goes at 1.5 knots at most”"),
        ("a ticket to the island costs $5 now", "“a ticket to the island costs £5 now”"),
        ("it was -5 degrees on the old pier", "“it was 5 degrees on the old pier”"),
        ("the ferry left on the 10th of May", "“the ferry left on the 11th of May”"),
    ],
)
def test_marks_that_carry_meaning_are_not_folded(words: str, material: str) -> None:
    assert check_one(words, material).verdict == "altered"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("It is likely that the ferry ... can carry 1,200 people", "at the ellipsis: 3 words"),
        ("It is likely that the ferry … can carry 1,200 people", "at the ellipsis: 3 words"),
        ("It is likely that the ferry [...] can carry 1,200 people", "at the ellipsis: 3 words"),
        ("It is likely that the ferry . . . can carry 1,200 people", "at the ellipsis: 3 words"),
        ("The pier needs money. I don't know where it will come from", "It needs it now, and"),
        ("The pier [on the bay] needs money. It needs it now", '"[on the bay]" is put in'),
        ("[The town] will not close the school", '"[The town]" is put in'),
        ("We will not close the school, and [the town] will never sell", 'stands for "we"'),
        ("We will not [shut down] the school, and we will never sell", 'stands for "close"'),
        ("We will not clos[ing] the school, and we will never sell", 'stands for "close"'),
    ],
)
def test_words_left_out_or_bracketed_are_trimmed(words: str, reason: str) -> None:
    found = check_one(words, SOURCE)
    assert found.verdict == "trimmed"
    assert reason in found.reason


def test_a_bracketed_capital_is_only_a_capital() -> None:
    assert check_one("[W]e will never sell the land", SOURCE).verdict == "folded"


def test_a_quote_over_the_writers_words_is_the_same_words() -> None:
    found = check_one("the land it stands on. That is a promise to every parent", SOURCE)
    assert found.verdict == "folded"
    assert 'The same words. The material breaks the quote for "Vik said".' in found.reason


def test_an_ellipsis_may_reach_over_paragraphs_and_short_pieces() -> None:
    found = check_one("never sell the land ... a promise ... The pier needs money", SOURCE)
    assert found.verdict == "trimmed"
    assert "".join(item.theirs for item in found.differences).count("parent") == 1


@pytest.mark.parametrize(
    ("words", "difference"),
    [
        (
            "We will not close the school, and we will never rent the land",
            ("replaced", "rent", "sell"),
        ),
        (
            "We will not close the school, and we will never ever sell the land",
            ("added", "ever", ""),
        ),
        (
            "the ferry, built in 1978, can carry 1,200 people",
            ("replaced", "1978", "1987"),
        ),
        ("the ferry, built in 1987, can carry 1,300 people", ("replaced", "1,300", "1,200")),
    ],
)
def test_words_replaced_or_added_are_altered(words: str, difference: tuple[str, ...]) -> None:
    found = check_one(words, SOURCE)
    assert found.verdict == "altered"
    assert 0.6 < found.similarity < 1
    assert [(d.kind, d.ours, d.theirs) for d in found.differences if d.kind != "same"] == [
        difference
    ]


@pytest.mark.parametrize(
    ("words", "material", "note"),
    [
        ("We will close the school, and we will never sell", SOURCE, '"not" is left out'),
        ("We will close the school", "“We won't close the school”", '"won\'t" is left out'),
        ("taxes will rise", "“taxes won't rise”", '"won\'t" is left out'),
        ("We will not close the school", "“We will close the school”", '"not" is added'),
        ("we will sell the land", SOURCE, '"never" is left out'),
        ("I know where it will come from", SOURCE, '"don\'t" is left out'),
        ("We cannot close the school", "“We can close the school”", '"cannot" is added'),
        ("We have any money left", "“We have hardly any money left”", '"hardly" is left out'),
        ("The alarm sounded at noon", "“The alarm failed to sound at noon”", '"failed to"'),
        ("It is unlikely that the ferry", SOURCE, '"unlikely" and "likely" are opposites'),
        ("We will ... sell the land", SOURCE, '"never" is left out'),
        ("We will [gladly] close the school, and we will", SOURCE, '"not" is left out'),
        ("We will [not] sell the boat", "“We will sell the boat”", '"not" is added'),
        ("We will not close the school and we will [soon] sell", SOURCE, '"never" is left out'),
    ],
)
def test_a_quote_and_its_negation_are_altered_and_the_negation_named(
    words: str, material: str, note: str
) -> None:
    found = check_one(words, material)
    assert found.verdict == "altered"
    assert note in found.reason


def test_a_clause_cut_with_its_own_negation_is_only_trimmed() -> None:
    material = "“I love this town. I do not want to go. I have a boat here,” he said."
    assert check_one("I love this town ... I have a boat here", material).verdict == "trimmed"
    assert check_one("I love this town. I have a boat here", material).verdict == "trimmed"
    material = "“The pier is safe, but not for children. Parents should go,” he said."
    assert check_one("The pier is safe ... Parents should go", material).verdict == "trimmed"
    assert check_one("The pier is safe. Parents should go", material).verdict == "altered"


PARTED = """\
"Is it safe? No. We hope it is not too late," he said.
"We either have a bridge or we don't. We need a pier. We need a wall," she said. "I do not believe \
in fences. I want a border here. On Mondays, when the tide is out, the ferry runs late."
"""


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("we don't need a wall", "Parts of two sentences are joined without an ellipsis."),
        ("I do not believe a border here", "Parts of two sentences are joined"),
        ("we don't ... need a wall", '"don\'t" stands before words of another sentence'),
        ("we don't need a pier", '"don\'t" stands before words of another sentence'),
        ("I do not ... want a border here", '"not" stands before words of another sentence'),
        ("I do not want a border here", '"not" stands before words of another sentence'),
    ],
)
def test_the_beginning_of_one_sentence_and_the_end_of_another_are_altered(
    words: str, note: str
) -> None:
    found = check_one(words, PARTED)
    assert found.verdict == "altered"
    assert note in found.reason


@pytest.mark.parametrize(
    "words",
    [
        "I do not believe ... a border here",
        "We need a pier ... a wall",
        "I do not believe in fences. On Mondays ... the ferry runs late",
        "I do not believe in fences ... the ferry runs late",
        "On Mondays the ferry runs late",
        "I want a border here. On Mondays ... the ferry runs late",
        "Is it safe? No ... it is not too late",
    ],
)
def test_words_left_out_within_a_sentence_or_up_to_one_are_trimmed(words: str) -> None:
    assert check_one(words, PARTED).verdict == "trimmed"


def test_a_negation_in_a_name_in_marks_negates_nothing_outside() -> None:
    material = "“He will calm the ‘Never Again’ crowd, and the bay said ‘never’ to it,” she said."
    assert check_one("He will calm the ... crowd", material).verdict == "trimmed"
    assert check_one("He will calm the crowd", material).verdict == "trimmed"
    assert check_one("calm the ‘Always Again’ crowd", material).verdict == "altered"
    assert check_one("and the bay said to it", material).verdict == "altered"


LONG = """\
"I want to tell our neighbours, and I want to tell all of you and everybody across the bay who \
will be watching this, that we will build the pier again," she said. "The money is there, or it \
was in May when we were told so by a man in a very good coat who is no longer at his post. We will \
begin in June, I can promise you."
"""


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("I want to tell our neighbours that we will build the pier again", "trimmed"),
        ("I want to tell our neighbours: we will build the pier again", "trimmed"),
        ("We want to tell our friends that we will build the pier again", "not-found"),
        ("I want to tell our neighbours that we will sink the ferry", "not-found"),
        ("The money is there, or I can promise you", "not-found"),
    ],
)
def test_a_long_piece_of_one_sentence_may_be_left_out_if_all_else_stands(
    words: str, verdict: str
) -> None:
    assert check_one(words, LONG).verdict == verdict


def test_a_negation_of_another_kind_is_a_word_replaced() -> None:
    found = check_one("We will never close the old school", "“We will not close the old school”")
    assert found.verdict == "altered"
    assert "negation" not in found.reason


def test_a_negation_just_before_the_quote_is_pointed_out() -> None:
    material = '"I do not think the dam will burst this year," he said.'
    found = check_one("the dam will burst this year", material)
    assert found.verdict == "exact"
    assert 'a negation goes before these words: "I do not think"' in found.reason
    outside = 'He did not say "the dam will burst this year" or anything like it.'
    assert "negation" not in check_one("the dam will burst this year", outside).reason


def test_sentences_from_two_places_are_a_joined_quote() -> None:
    first = Text(
        '"The pier is old and grey." He left.', (("The pier is old and", somebody("Ola Moe")),)
    )
    second = Text('"Nobody will pay for it."', (("Nobody will pay", somebody("Ida Berg")),))
    found = check_one("Nobody will pay for it. The pier is old and grey", first, second)
    assert found.verdict == "altered"
    assert found.reason.startswith("Joined from 2 passages")
    assert "given to Ida Berg and Ola Moe" in found.reason
    assert [place.path for place in (found.found, *found.also) if place] == [
        "source1.txt",
        "source0.txt",
    ]


def test_sentences_in_another_order_are_a_joined_quote() -> None:
    found = check_one("It needs it now. The pier needs money.", SOURCE)
    assert found.verdict == "altered"
    assert found.reason.startswith("Joined from 2 passages")


@pytest.mark.parametrize(
    "words",
    [
        "We plan to build a new bridge over the fjord before the winter",
        "It is what it is and that is what it will be",
        "the school in the town of which we will never have a say",
        "a matter of days",
        "We will see",
    ],
)
def test_invented_words_are_not_found(words: str) -> None:
    found = check_one(words, SOURCE)
    assert (found.verdict, found.found, found.differences, found.similarity) == (
        "not-found",
        None,
        (),
        0.0,
    )


def test_words_of_the_material_that_are_no_quote_do_not_make_a_long_quote() -> None:
    material = "The town will open the hall. The mayor will see the school. We were in the land."
    assert check_one("We will open the school to see the land", material).verdict == "not-found"


def test_without_material_nothing_is_found() -> None:
    assert check_one("We will not close the school").verdict == "not-found"


def test_a_draft_is_not_its_own_material() -> None:
    draft = read("“We will not close the school,” she said.", "draft.txt")
    (found,) = verify([draft], [draft], RULES)
    assert found.verdict == "not-found"


@pytest.mark.parametrize(
    "draft",
    [
        "The so-called “reform” and the “open door” were his.",
        "She was reading “The Long Winter of Greyholm” on the train.",
        "No quotes at all stand here.",
        "",
    ],
)
def test_scare_quotes_and_titles_are_not_looked_for(draft: str) -> None:
    assert checks(draft, SOURCE) == ()


def test_a_title_that_somebody_is_said_to_say_is_looked_for() -> None:
    words = "The Long Winter of Greyholm"
    said = Text(f"“{words}” is how Vik put it.", ((words, somebody("Vik")),))
    assert [found.verdict for found in checks(said, SOURCE)] == ["not-found"]


def test_each_paragraph_of_a_long_quote_is_checked_by_itself() -> None:
    draft = "“The pier needs money. It needs it now.\n\n“We plan to build a bridge,” she said."
    found = checks(draft, SOURCE)
    assert [(one.verdict, one.line) for one in found] == [("exact", 1), ("not-found", 3)]


def test_a_quote_may_run_over_paragraphs_of_the_material() -> None:
    material = "“The pier needs money.\n\n“It needs it now,” she said."
    assert check_one("The pier needs money. It needs it now.", material).verdict == "folded"


def test_the_best_of_several_texts_counts() -> None:
    near = "“We will soon close the old school,” he said."
    same = "“We will close the school,” he said."
    found = check_one("We will close the school", near, same)
    assert (found.verdict, found.found and found.found.path) == ("exact", "source1.txt")


@pytest.mark.parametrize(
    "words",
    [
        "Très bien 😀 mes amis",
        "Страна ждёт ответа сегодня",
        "naïve cafe\u0301 owners here",
        "a\tb\u00a0c d",
    ],
)
def test_words_of_any_script_are_found(words: str) -> None:
    assert check_one(words, f"Yes: “{words}”, she said.").verdict == "exact"


def test_material_in_brackets_is_no_word_of_the_speakers() -> None:
    found = check_one("We trust Arnes with the pier", "“We trust [the builders] with the pier”")
    assert found.verdict == "trimmed"
    assert 'has "the builders" in brackets' in found.reason


def test_of_the_same_words_twice_the_place_with_the_rest_beside_it_counts() -> None:
    material = "He ‘just kept driving’. One man said: “He just kept driving straight through it.”"
    found = check_one("just kept driving right through", material)
    assert found.verdict == "altered"
    assert found.reason == '"right" stands where the material has "straight".'
