"""Every check's examples, both ways, through the whole pipeline; and what checking imports."""

from __future__ import annotations

import subprocess
import sys

import pytest

from attrib.rulebook import load_rulebook
from attrib.rulebook.entries import CheckRule

pipeline = pytest.importorskip("attrib.pipeline", exc_type=ImportError)
ingest = pytest.importorskip("attrib.ingest", exc_type=ImportError)

RULEBOOK = load_rulebook()
BAD = [(rule, text) for rule in RULEBOOK.checks for text in rule.examples.bad]
GOOD = [(rule, text) for rule in RULEBOOK.checks for text in rule.examples.good]
HEAVY = ("torch", "transformers", "sentence_transformers", "sklearn")


def codes_of(rule: CheckRule, text: str) -> list[str]:
    article = ingest.make_article(text)
    return [found.code for found in pipeline.check_article(article, RULEBOOK, select=[rule.id])]


@pytest.mark.parametrize(("rule", "text"), BAD, ids=lambda value: getattr(value, "id", ""))
def test_check_speaks_in_its_bad_examples(rule: CheckRule, text: str) -> None:
    assert codes_of(rule, text)


@pytest.mark.parametrize(("rule", "text"), GOOD, ids=lambda value: getattr(value, "id", ""))
def test_check_is_silent_in_its_good_examples(rule: CheckRule, text: str) -> None:
    assert codes_of(rule, text) == []


def test_checking_imports_no_machine_learning() -> None:
    program = (
        "import sys\n"
        "from attrib.ingest import make_article\n"
        "from attrib.pipeline import check_article\n"
        "from attrib.rulebook import load_rulebook\n"
        "check_article(make_article('A source said the dam would hold.'), load_rulebook())\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
