"""Words as all stages cut them."""

from __future__ import annotations

import pytest

from attrib.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # a no-break space parts two words as any space does
        ("Vermont\xa0Sen", ["Vermont", "Sen"]),
        ("Ida\xa0Moss\xa0is", ["Ida", "Moss", "is"]),
        # what wrong decoding leaves of "à" and "ç" stays in the word
        ("voilÃ\xa0t", ["voilÃ\xa0t"]),
        ("FranÃ§ois", ["FranÃ§ois"]),
        # a unit may stand right behind a decimal, but 2.35am is a time
        ("41.5C 3.5km", ["41.5C", "3.5km"]),
        ("£1.5million 3.2million", ["£1.5million", "3.2million"]),
        ("2.35am", ["2", ".", "35am"]),
        ("2.35a.m.", ["2", ".", "35a", ".", "m", "."]),
        ("$3.5bn 1.2m 4.5%", ["$3.5bn", "1.2m", "4.5%"]),
    ],
)
def test_words_end_at_spaces_of_every_kind(text: str, words: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == words
