"""HTML: the text as a browser shows it, and the way back to the file."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from desk import furniture_of, problem_in, put, raw_characters, read, read_one
from hypothesis import given
from hypothesis import strategies as st

from attrib.ingest.html import read_html
from attrib.positions import line_and_column


def text_of(raw: str) -> str:
    """The text of a page; "" where there is none."""
    return "".join(story.text for story in read_html(raw, "page.html").stories)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("<div><div><p>One.</p></div></div>\n\n<ul><li>Two<li>Three</ul>", "One.\n\nTwo\n\nThree"),
        ("<h1>Head</h1>Text <b>bold</b>, <a href='#'>link</a>.", "Head\n\nText bold, link."),
        ("<p>  white \n\t space\r\n is   one </p>", "white space is one"),
        ("<p>in<b>side</b> words <i> and</i> spaces</p>", "inside words and spaces"),
        ("<p>no\u00a0break&nbsp;space stays</p>", "no\u00a0break\u00a0space stays"),
        ("<p>one<br>two<br/>\n<br>three</p>", "one\ntwo\n\nthree"),
        (
            "<table><tr><td>Town<td>7</tr><tr><th>City</th> <th>9</th></tr></table>",
            "Town\t7\n\nCity\t9",
        ),
        ("<pre>a\n  b &lt;\n</pre><p>c</p>", "a\n  b <\n\n\nc"),
        ("<blockquote><p>We stay.</p></blockquote>", "We stay."),
        ("<p><q>We <q>stay</q>.</q> she said.</p>", "“We ‘stay’.” she said."),
        ("<p>a<script>if (a<b) {'</p>'}</script>b<style>p{}</style>c</p>", "abc"),
        ("<noscript>on</noscript><template>t</template><svg><title>s</title></svg>x", "x"),
        ("<p>a<!-- <p>no</p> -->b<!---->c<!-->d<!DOCTYPE x>e<?php x ?>f", "abcdef"),
        ("<p title='a>b' class=\"c'>d\" data-x=y/z>x</p >", "x"),
        ("<P>One.</P><Script>no</SCRIPT><P>Two.", "One.\n\nTwo."),
        ("<textarea><p>raw</textarea>", "<p>raw"),
    ],
)
def test_text_is_what_a_browser_shows(raw: str, text: str) -> None:
    assert text_of(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a &amp; b &lt;p&gt; &quot;&#8217;&#x2019;&rsquo;", 'a & b <p> "’’’'),
        ("&amp &copy2031 &notit; &ampamp;", "& ©2031 ¬it; &amp;"),
        ("AT&T, R&D & Q&A; &unknown; &; &#; &#x;", "AT&T, R&D & Q&A; &unknown; &; &#; &#x;"),
        ("&#0; &#xD800; &#1114112; &#150;", "\ufffd \ufffd \ufffd –"),
        ("&NotEqualTilde;", "\u2242\u0338"),
        ("a&#32;&#10;&#9;b", "a b"),
        ("&amp;amp;", "&amp;"),
        ("&#" + "9" * 5000 + ";", None),  # a number no machine should try to read
    ],
)
def test_references_are_decoded_as_in_a_browser(raw: str, text: str | None) -> None:
    found = text_of(f"<p>{raw}</p>")
    assert found == text if text is not None else found


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>a < b, c <3 d, e<", "a < b, c <3 d, e<"),
        ("<p>a</b></i></p></p>b</div>", "a\n\nb"),
        ("<p>One.</p><a href='never closed>Two.</a><p>Three.</p>", "One.\n\nTwo.\n\nThree."),
        ('<p>One.</p><div class="x>Two.<p>Three.', "One.\n\nTwo.\n\nThree."),
        ("<p>One.</p><!-- never closed <p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.</p><svg><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.</p><noscript><p>Two.</p>", "One.\n\nTwo."),
        ("<title>never closed<p>One.</p>", "never closed\n\nOne."),
        ("<p>One.</p><script>cut short", "One."),
        ("<p>One.</p><p", "One.\n\n<p"),
        ("</", "</"),
        ("<p>One.</p><nav><svg></nav>Two.</svg><p>Three.</p>", "One.\n\nThree."),
        ("<![CDATA[x]]><![if !IE]>a<![endif]>", "a"),
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(raw: str, text: str) -> None:
    assert text_of(raw) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<body>Menu<main>Near<article><p>Story.</p></article></main>Foot</body>", "Story."),
        ("<body>Menu<main><p>Story.</p></main>Foot</body>", "Story."),
        ("<head>x</head>before<body><p>Story.</p></body>after", "Story."),
        ("<p>Story.</p>", "Story."),
        ("<article></article><main><p>Story.</p></main>", "Story."),
        ("<article><p>Story.<article>Post.</article></article>", "Story.\n\nPost."),
        ("<article>Story <p>never closed", "Story\n\nnever closed"),
        (  # of several the longest, unless they are teasers
            "<article>Teaser.</article><article>" + "word " * 60 + "</article>",
            ("word " * 60).strip(),
        ),
        (
            "<main><p>Story.</p><article>Teaser 1.</article><article>Teaser 2.</article></main>",
            "Story.\n\nTeaser 1.\n\nTeaser 2.",
        ),
        ("<template><article>No.</article></template><main>Story.</main>", "Story."),
    ],
)
def test_the_article_of_a_page_is_chosen(raw: str, text: str) -> None:
    assert text_of(raw) == text


def test_furniture_is_kept_and_marked(tmp_path: Path) -> None:
    raw = (
        "<html><body><nav><a>Home</a> <a>Sea</a></nav><header><h1>Ferry</h1></header>"
        "<p>The ferry <button>Share</button>stopped.</p>"
        "<figure><img src=x><figcaption>A ferry.</figcaption></figure>"
        "<aside><p>More.</p><nav>Deep</nav></aside><form>Mail <select><option>a</select></form>"
        "<p>It <em>did</em>.</p><footer>Contact</footer></body></html>"
    )
    article = read_one(tmp_path, "page.html", raw)
    assert article.text == (
        "Home Sea\n\nFerry\n\nThe ferry\n\nShare\n\nstopped.\n\nA ferry.\n\nMore.\n\nDeep\n\n"
        "Mail\n\na\n\nIt did.\n\nContact"
    )
    assert furniture_of(article) == [
        "Home Sea\n\nFerry",
        "Share",
        "A ferry.\n\nMore.\n\nDeep\n\nMail\n\na",
        "Contact",
    ]


def test_a_form_around_the_whole_page_hides_nothing(tmp_path: Path) -> None:
    raw = "<body><form><p>The ferry stopped at noon.</p><nav>Menu</nav></form></body>"
    assert furniture_of(read_one(tmp_path, "page.html", raw)) == ["Menu"]


def test_furniture_that_nothing_closes_hides_nothing(tmp_path: Path) -> None:
    article = read_one(tmp_path, "page.html", "<nav>Menu<p>The ferry stopped.</p>")
    assert article.furniture == ()
    assert article.text == "Menu\n\nThe ferry stopped."


def test_places_lead_to_the_file(tmp_path: Path) -> None:
    raw = "<html>\r\n<body>\n <p>Tom &amp; <b>Ann</b>\n  say\u2028no.</p>\r<p>Next</p></body>\n"
    article = read_one(tmp_path, "page.html", raw)
    assert article.text == "Tom & Ann say\u2028no.\n\nNext"
    assert raw_characters(article, raw) == "Tom & Ann\nsay\u2028no.</Next"
    places = {
        word: line_and_column(article, article.text.index(word))
        for word in ("&", "Ann", "say", "Next")
    }
    assert places == {"&": (3, 9), "Ann": (3, 18), "say": (4, 3), "Next": (5, 4)}
    # The end of a paragraph is where its words end, not where the next begins.
    assert line_and_column(article, article.text.index("\n\n")) == (4, 10)
    assert line_and_column(article, len(article.text)) == (5, 8)


def test_each_character_of_a_reference_maps_to_its_start() -> None:
    raw = "<p>x&NotEqualTilde;y &rsquo;</p>"
    (story,) = read_html(raw, "page.html").stories
    assert story.raw is not None
    assert [story.raw.raw_offset(place) for place in range(6)] == [3, 4, 4, 19, 20, 21]


def test_a_page_without_text_is_remarked_on(tmp_path: Path) -> None:
    corpus = read(put(tmp_path, "page.html", "<html><script>render()</script></html>"))
    assert len(corpus) == 0
    assert problem_in(corpus).message.startswith("holds no text")
    assert not problem_in(corpus).fatal


PROSE = st.text(alphabet="abc é\u2028\U0001f6a2\u00a0&;<>\"'\n\t", max_size=30)


@given(st.lists(PROSE, max_size=5))
def test_escaped_words_come_back_and_map_to_themselves(paragraphs: list[str]) -> None:
    raw = "<body>\n" + "\n".join(f"<p class='x'>{html.escape(words)}</p>" for words in paragraphs)
    white_space = " \t\n\r\f"
    shown = [
        " ".join(
            filter(None, words.translate(dict.fromkeys(map(ord, white_space), " ")).split(" "))
        )
        for words in paragraphs
    ]
    found = read_html(raw, "page.html").stories
    if not "".join(shown).strip():
        assert found == ()
        return
    (story,) = found
    assert story.text == "\n\n".join(filter(None, shown))
    assert story.raw is not None
    offsets = [story.raw.raw_offset(place) for place in range(len(story.text))]
    assert offsets == sorted(offsets)
    for character, offset in zip(story.text, offsets, strict=True):
        if character in "&<>\"'":
            assert html.unescape(raw[offset : raw.index(";", offset) + 1]) == character
        elif character == " ":
            assert raw[offset] in white_space
        elif character != "\n":
            assert raw[offset] == character


PIECES = [
    "<p>", "</p>", "<nav>", "</nav>", "<svg>", "</svg>", "<!--", "-->", "<script>", "</script>",
    "<a href='", "<q>", "</q>", "<pre>", "<article>", "</article>", "<td>", "<br>", "<title>",
    "word ", "&amp", "&#x", "<", ">", '"', "'", "=", "/", "\n", "é", "{", "<form>", "</form>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_any_markup_is_read_without_an_error(pieces: list[str]) -> None:
    raw = "".join(pieces)
    for story in read_html(raw, "page.html").stories:
        assert story.text.strip()
        assert story.raw is not None
        offsets = [story.raw.raw_offset(place) for place in range(len(story.text) + 1)]
        assert offsets == sorted(offsets)
        assert 0 <= offsets[0] <= offsets[-1] <= len(raw)
        ends = [0]
        for span in story.furniture:
            assert ends[-1] <= span.start < span.end <= len(story.text)
            ends.append(span.end)
