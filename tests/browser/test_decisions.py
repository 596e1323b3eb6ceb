"""Deciding in the page: shown at once, kept, saved as a file that attrib reads, and taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from decided_mill import make_decided
from hostile import EVIL
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mill import make_analysis
from playwright.sync_api import Browser, Locator, Page

from attrib.decide import read_decisions
from attrib.report import render
from browser.conftest import Opened

# It has no types, and brings axe-core itself.
Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe
KEY = "0123456789abcdef"


@pytest.fixture
def page(opened: Opened) -> Page:
    return opened(render(make_analysis(), "html"))


def fill(host: Locator, kind: str, reason: str = "The log says so", by: str = "Mira Holt") -> None:
    host.locator(".decide-here").click()
    form = host.locator("form.decide")
    form.locator(f"input[value={kind}]").check()
    form.locator("[name=reason]").fill(reason)
    form.locator("[name=by]").fill(by)


def decide(
    host: Locator, kind: str, reason: str = "The log says so", by: str = "Mira Holt"
) -> None:
    fill(host, kind, reason, by)
    host.locator("form.decide [type=submit]").click()


def first_contest(page: Page) -> Locator:
    return page.locator(".contest").first


def open_note(page: Page, words: str) -> Locator:
    """The note on the claim that is these words in the text."""
    mark = page.locator(".article mark[id]").filter(has_text=words).first
    note = page.locator("#" + (mark.get_attribute("id") or "").replace("claim-", "note-"))
    note.locator("summary").click()
    return note


def save(page: Page, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as decisions.yaml").click()
    assert waiting.value.suggested_filename == "decisions.yaml"
    path = folder / "saved.yaml"
    waiting.value.save_as(path)
    return path


def load(page: Page, text: str) -> str:
    page.locator("#decisions input[type=file]").set_input_files(
        {"name": "theirs.yaml", "mimeType": "application/yaml", "buffer": text.encode()}
    )
    page.wait_for_function("document.querySelector('.decision-news').textContent !== ''")
    return page.locator(".decision-news").inner_text()


def test_a_decision_on_a_contest_stands_there_at_once_and_is_counted(page: Page) -> None:
    decide(first_contest(page), "settled")
    line = first_contest(page).locator(".decided")
    assert line.inner_text().startswith("Settled, by Mira Holt: The log says so.")
    assert page.locator(".decisions.made li").count() == 1
    assert page.locator("[data-count=decisions]").inner_text() == "1"
    # Whoever works by keyboard goes on from there.
    assert line.locator("button").evaluate("button => button === document.activeElement")


def test_a_decision_outlives_the_page_and_the_name_is_remembered(page: Page) -> None:
    decide(first_contest(page), "same-matter")
    page.reload()
    assert "One matter, by Mira Holt" in first_contest(page).locator(".decided").inner_text()
    first_contest(page).locator(".decide-here").click()
    assert page.locator("form.decide [name=by]").input_value() == "Mira Holt"


def test_what_is_undone_is_gone_everywhere_and_stays_gone(page: Page) -> None:
    decide(first_contest(page), "settled")
    first_contest(page).get_by_role("button", name="Undo").click()
    for _ in range(2):
        assert page.locator(".decided").count() == 0
        assert page.locator(".decisions.made li").count() == 0
        page.reload()


def test_a_speaker_is_chosen_from_the_sources_and_counts_in_the_next_report(page: Page) -> None:
    note = open_note(page, "drills")
    fill(note, "speaker")
    field = note.get_by_label("Who is meant by “He”")
    options = page.locator("#decision-names option").evaluate_all("all => all.map(o => o.value)")
    assert "Ida Mork" in options
    assert field.get_attribute("list") == "decision-names"
    field.fill("Ida Mork")
    note.locator("[type=submit]").click()
    words = note.locator(".decided").inner_text()
    assert words.startswith("Speaker: Ida Mork, by Mira Holt: The log says so.")
    assert "It takes effect in the next report." in words
    page.reload()
    assert note.locator("summary").inner_text().endswith("decided")


def test_contests_and_claims_offer_what_can_be_decided_on_them(page: Page) -> None:
    shown = "labels => labels.filter(l => l.checkVisibility()).map(l => l.dataset.kind)"
    first_contest(page).locator(".decide-here").click()
    kinds = page.locator("form.decide [data-kind]").evaluate_all(shown)
    assert kinds == ["same-matter", "other-matter", "settled"]
    open_note(page, "drills").locator(".decide-here").click()
    assert page.locator("form.decide").count() == 1
    assert page.locator("form.decide [data-kind]").evaluate_all(shown) == ["speaker", "no-claim"]


@pytest.mark.parametrize("missing", ["reason", "by"])
def test_a_decision_without_name_or_reason_is_not_taken(page: Page, missing: str) -> None:
    fill(first_contest(page), "settled")
    for words in ("", "   "):
        page.locator(f"form.decide [name={missing}]").fill(words)
        page.locator("form.decide [type=submit]").click()
        assert page.locator("form.decide").count() == 1
        assert page.locator(".decided").count() == 0
    assert "lacks" in page.locator(".refusal").inner_text()


def test_what_contradicts_a_decision_that_stands_is_refused_with_its_words(page: Page) -> None:
    decide(first_contest(page), "settled")
    decide(first_contest(page), "other-matter", by="Jon")
    refusal = page.locator(".refusal").inner_text()
    assert "Settled, by Mira Holt: The log says so. Undo that first." in refusal
    assert page.locator(".decisions.made li").count() == 1


def test_it_all_goes_by_keyboard(page: Page) -> None:
    first_contest(page).locator(".decide-here").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    assert page.locator("form.decide").count() == 0
    assert page.evaluate("document.activeElement.className") == "decide-here"
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("two alarms")
    page.keyboard.press("Tab")
    page.keyboard.type("Jon")
    page.keyboard.press("Enter")
    assert "Not one matter, by Jon: two alarms." in page.locator(".decided").inner_text()


def test_the_saved_file_holds_what_was_given_and_made_less_what_was_undone(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened(render(make_decided(), "html"))
    decide(first_contest(page), "same-matter", 'She said: "no"\n# yes')
    page.locator(".decision").filter(has_text="Two alarms").get_by_role("button").click()
    open_note(page, "sirens")
    decide(page.locator(".note[open]").last, "no-claim", by="Jon")
    found = read_decisions(save(page, tmp_path))
    assert sorted((item.kind, item.by) for item in found) == [
        ("no-claim", "Jon"),
        ("no-claim", "Mira Holt"),
        ("no-claim", "Mira Holt"),
        ("same-matter", "Mira Holt"),
        ("settled", "Mira Holt"),
        ("speaker", "Mira Holt"),
    ]
    assert 'She said: "no"\n# yes' in {item.reason for item in found}
    assert "How many?" in {item.about for item in found}


def test_what_was_undone_of_those_given_is_marked_and_can_be_redone(opened: Opened) -> None:
    page = opened(render(make_decided(), "html"))
    entry = page.locator(".decision").filter(has_text="Two alarms")
    entry.get_by_role("button", name="Undo").click()
    assert "Undone; it holds until the next report." in entry.inner_text()
    page.reload()
    entry.get_by_role("button", name="Redo").click()
    assert "Undone" not in entry.inner_text()
    assert page.locator("[data-count=decisions]").inner_text() == "5"


def test_a_saved_file_loads_in_another_browser_and_saves_the_same(
    opened: Opened, tmp_path: Path
) -> None:
    page = opened(render(make_analysis(), "html"))
    decide(first_contest(page), "settled")
    text = save(page, tmp_path).read_text(encoding="utf-8")
    other = opened(render(make_analysis(), "html"))
    assert load(other, text) == "1 decision read, 1 of them new here."
    assert "Settled, by Mira Holt" in first_contest(other).locator(".decided").inner_text()
    assert save(other, tmp_path).read_text(encoding="utf-8") == text


def test_what_is_given_to_the_next_report_is_no_longer_new(opened: Opened) -> None:
    page = opened(render(make_analysis(), "html"))
    decide(first_contest(page), "settled")
    made = page.evaluate(
        "JSON.parse(localStorage['attrib-decisions-' + desk.dataset.report]).made[0]"
    )
    page.evaluate("made => decisionsGiven.push(made)", made)
    page.evaluate("fetchDecisions(); keepDecisions()")
    assert page.evaluate("decisionsMade.length") == 0
    assert page.evaluate("standingDecisions().length") == 1


HEAD = "version: 1\ndecisions:\n"
ENTRY = f'  - kind: "no-claim"\n    by: "Jon"\n    reason: "gone"\n    claim: "{KEY}"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "Line 1: the file ends without decisions."),
        ("{}", "Line 1: a file saved by this page has “version: 1” here."),
        ("version: 2\n", "Line 1: a file saved by this page has “version: 1” here."),
        ("version: 1\nclaims:\n", "Line 2: a file saved by this page has “decisions:” here."),
        (HEAD + "  - kind: no-claim\n", "Line 3: what stands behind “kind:” is not in double"),
        (HEAD + ENTRY + "    why: \"x\"\n", "Line 7: this is not how this page writes decisions."),
        (HEAD + ENTRY + '    by: "Jon"\n', "Line 7: “by” stands here twice."),
        (HEAD + '    by: "Jon"\n', "Line 3: this is not how this page writes decisions."),
        (HEAD + ENTRY.replace('"gone"', '" "'), "Line 3: the decision that begins here lacks a re"),
        (HEAD + ENTRY.replace('"Jon"', "7"), "Line 3: the decision that begins here has a value"),
        (HEAD + ENTRY.replace(KEY, "x"), "Line 3: the decision that begins here has a key that is"),
        (HEAD + ENTRY.replace("no-claim", "never"), "Line 3: the decision that begins here is of"),
        (HEAD + ENTRY.replace("no-claim", "speaker"), "needs a speaker where it is about one."),
        (HEAD + ENTRY.replace("no-claim", "settled"), "begins here lacks two sides."),
        ("version: 1\ndecisions: []\n" + ENTRY, "Line 3: this is not how this page writes"),
        (
            HEAD + ENTRY + ENTRY.replace("no-claim", "speaker") + '    speaker: "X"\n',
            "This does not go with a decision that stands: Not a claim, by Jon: gone. Undo",
        ),
    ],
)  # fmt: skip
def test_a_file_that_this_page_did_not_write_is_refused_with_its_line(
    page: Page, text: str, words: str
) -> None:
    assert words in load(page, text)
    assert page.locator(".decisions.made li").count() == 0


def test_a_decision_that_matches_nothing_here_is_kept_and_said_so(page: Page) -> None:
    assert load(page, "\ufeff# a remark\r\n" + (HEAD + ENTRY).replace("\n", "\r\n"))
    entry = page.locator(".decisions.made li").inner_text()
    assert "Nothing in this page matches it." in entry


def test_hostile_words_are_words(opened: Opened) -> None:
    page = opened(render(make_decided(EVIL, EVIL), "html"))
    page.locator(".contest").first.locator(".decide-here").click()
    decide_form = page.locator("form.decide")
    decide_form.locator("[value=same-matter]").check()
    decide_form.locator("[name=reason]").fill(EVIL)
    decide_form.locator("[name=by]").fill(EVIL)
    decide_form.locator("[type=submit]").click()
    assert EVIL in page.locator(".decided.made").inner_text()
    assert page.locator("script").count() == 1
    assert page.locator("main img").count() == 0


def test_a_store_full_of_somebody_elses_words_breaks_nothing(page: Page) -> None:
    for words in ("{", "7", "null", '{"made": [null, 7, {"kind": "settled"}], "undone": 3}'):
        page.evaluate(
            "text => localStorage['attrib-decisions-' + desk.dataset.report] = text", words
        )
        page.reload()
        assert page.locator("[data-count=decisions]").inner_text() == "0"
    decide(first_contest(page), "settled")
    assert page.locator(".decided").count() == 1


def test_without_script_all_given_is_there_and_nothing_to_press(opened: Opened) -> None:
    page = opened(render(make_decided(), "html"), script=False)
    assert page.locator("#decisions").get_by_text("The brigade has corrected it").is_visible()
    assert page.locator("#decisions").get_by_text("A caption").is_visible()
    assert not page.locator(".decision-desk").is_visible()
    assert page.locator("#decisions button:visible, .decide-here").count() == 0


def test_paper_has_the_decisions_and_no_buttons(page: Page) -> None:
    decide(first_contest(page), "settled")
    first_contest(page).locator(".decide-here").click()
    page.emulate_media(media="print")
    assert first_contest(page).locator(".decided").is_visible()
    for part in (".decision-desk", ".decide-here", "form.decide", ".decided button"):
        assert page.locator(f"{part}:visible").count() == 0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_and_targets_are_large(opened: Opened, dark: bool) -> None:
    page = opened(render(make_decided(), "html"), dark=dark, width=380)
    decide(first_contest(page), "same-matter")
    open_note(page, "sirens").locator(".decide-here").click()
    parts = {"include": [["#decisions"], [".contest"], ["form.decide"]]}
    found = Axe().run(page, context=parts).response["violations"]
    assert [(item["id"], [node["target"] for node in item["nodes"]]) for item in found] == []
    pressed = "#decisions button, .decided button, form.decide button, form.decide label"
    targets = page.locator(f"{pressed}, .decide-here, .button").locator("visible=true")
    assert targets.count() > 10
    for box in (target.bounding_box() for target in targets.all()):
        assert box
        assert min(box["height"], box["width"]) >= 24
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


TEXT = st.text(min_size=1).filter(lambda text: text.strip() and "\ufffd" not in text)
HOSTILE = st.sampled_from(['"', "\\", "\n", "\r\n", ": ", " #", "'", "\u2028", "\x85", "\ufeff",
                           "- ", "%", "\t", "\x00", "\x7f", "\u202e", "\U0001f4f0", "é", "\u200b",
                           "*a", "&a", "!x", "{", "[", "| ", "\ufffe", "---", "..."])  # fmt: skip
WORDS = st.one_of(TEXT, st.lists(st.one_of(HOSTILE, TEXT), min_size=1).map("".join)).filter(
    lambda text: text.strip("\ufeff\x00\u200b").strip() and not set(text) & set("\ufffd")
)
KEYS = st.integers(0, 2**64 - 1).map(lambda number: f"{number:016x}")
CONTESTS = st.builds(
    lambda kind, by, reason, about, keys, cut: {
        "kind": kind, "by": by, "reason": reason, "about": about,
        "sides": [keys[:cut], keys[cut:]],
    },
    st.just("settled"), WORDS, WORDS, st.text().filter(lambda text: "\ufffd" not in text),
    st.lists(KEYS, min_size=3, max_size=6, unique=True), st.integers(1, 2),
)  # fmt: skip
CLAIMS = st.builds(
    lambda by, reason, speaker, claim: {
        "kind": "speaker", "by": by, "reason": reason, "claim": claim, "speaker": speaker,
    },
    WORDS, WORDS, WORDS, KEYS,
)  # fmt: skip


@pytest.fixture(scope="module")
def writer(browser: Browser) -> Any:
    page = browser.new_page()
    page.set_content(render(make_analysis(), "html"))
    yield page
    page.close()


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(decisions=st.lists(st.one_of(CONTESTS, CLAIMS), max_size=4, unique_by=json.dumps))
def test_whatever_is_written_is_read_as_it_was_meant(
    writer: Page, tmp_path: Path, decisions: list[dict[str, Any]]
) -> None:
    claims = [item.get("claim") for item in decisions if "claim" in item]
    if len(claims) != len(set(claims)):
        return
    text = writer.evaluate("found => writeDecisions(found)", decisions)
    file = tmp_path / "written.yaml"
    file.write_text(text, encoding="utf-8", newline="")

    def order(item: dict[str, Any]) -> str:
        return json.dumps([item.get(name) for name in ("claim", "sides", "by", "reason")])

    found = [
        {
            "kind": item.kind, "by": item.by, "reason": item.reason,
            **({"claim": item.claim} if item.claim else {"sides": [list(s) for s in item.sides]}),
            **({"speaker": item.speaker} if item.speaker else {}),
            **({"about": item.about} if item.about else {}),
        }
        for item in read_decisions(file)
    ]  # fmt: skip
    meant = [{k: v for k, v in item.items() if v} for item in decisions]
    assert sorted(found, key=order) == sorted(meant, key=order)
    again = writer.evaluate("text => readDecisions(text)", text)
    assert sorted(again, key=order) == sorted(meant, key=order)
    # One text for one set of decisions, whatever the order they were made in.
    assert writer.evaluate("found => writeDecisions(found.reverse())", decisions) == text
