"""The seed's constructions under other names: ten articles by a reader who saw no rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from attrib.ingest import make_article
from attrib.pipeline import analyze_articles
from attrib.rulebook import load_rulebook
from editor_gold import faults, read_gold

FOLDER = Path(__file__).parent / "variants"


@pytest.mark.parametrize("number", range(1, 11))
def test_variant_comes_out_as_its_reader_expects(number: int) -> None:
    path = FOLDER / f"variant{number:02}.txt"
    article = make_article(path.read_bytes().decode("utf-8"), path=path.name)
    analysis = analyze_articles([article], load_rulebook())
    assert faults(analysis, article.id, read_gold(path.with_suffix(".yaml"))) == []
