"""Whether a text is English: said only where it is clear."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk import problem_in, put, read

from attrib.ingest import make_article
from attrib.ingest.language import find_language
from attrib.records import Span
from attrib.rulebook import load_rulebook

WORDS = load_rulebook().terms_of("english-words")

OTHERS = {
    "German": "Der Bürgermeister von Altfurt hat am Montag erklärt, dass die Brücke in der Stadt"
    " gesperrt bleibt. Die Behörden wollen in den nächsten Wochen prüfen, was an den Pfeilern zu"
    " reparieren ist. Wer in das Tal fahren will, muss einen Umweg nehmen.",
    "Dutch": "De burgemeester van Oudvoort zei maandag dat de brug over de rivier is gesloten. Het"
    " is niet bekend wanneer de brug weer open gaat, zei hij, maar de gemeente wil het werk voor"
    " de winter klaar hebben. Over de kosten was nog niets te zeggen.",
    "Danish": "Borgmesteren i Gammelby siger, at broen er lukket, og at det er for farligt for"
    " biler at køre over den. De har ikke sagt, hvornår den åbner, for der er meget at gøre.",
    "Spanish": "El alcalde de Villavieja dijo el lunes que el puente sobre el río sigue cerrado. No"
    " se sabe cuándo abrirá de nuevo, pero el ayuntamiento quiere terminar las obras antes.",
    "French": "Le maire de Vieuxpont a dit lundi que le pont sur la rivière est fermé. On ne sait"
    " pas quand il sera ouvert, mais la ville veut finir les travaux avant cet hiver.",
    "Polish": "Burmistrz powiedział w poniedziałek, że most na rzece jest zamknięty. Nie wiadomo,"
    " kiedy to się zmieni, ale miasto chce to skończyć przed zimą, bo most jest stary.",
    "Russian": "Мэр города сообщил в понедельник, что мост через реку закрыт до самой весны.",
    "Chinese": "市长星期一说，河上的桥已经关闭。什么时候重新开放还不清楚。" * 3,
    "Greek": "Ο δήμαρχος είπε τη Δευτέρα ότι η γέφυρα πάνω από το ποτάμι παραμένει κλειστή.",
}
ENGLISH = {
    "news": "The mayor of Oldford said on Monday that the bridge stays shut. Officials want to"
    " find out in the coming weeks what has to be mended, and who will pay for it.",
    "with quotes": "“Das ist nicht wahr”, the mayor said in German, “und das wissen Sie auch”. She"
    " then left the room, and her staff told reporters that there would be no more questions.",
    "with names": "Jürgen Müller, Zoë Łukasiewicz and José Ñandú of Société Générale met in Köln,"
    " Málaga and Łódź before they signed the deal, which their firms had put off for years.",
    "terse": "Oldford 3, Newford 1: Adams 12, Brown 40, Clark 77; Dunn 81. The second half was"
    " better than the first for Oldford, who stay top. Attendance 4,012. Referee Ann Ellis.",
}
SHORT = {
    "headline": "Bürgermeister: Brücke bleibt bis zum Winter gesperrt",
    "two lines": "El puente sigue cerrado.\nNo se sabe cuándo abrirá de nuevo.",
    "three words": "Мост закрыт.",
    "nothing": "",
    "numbers": "12 13 14 " * 100,
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_another_language_is_recognised(text: str) -> None:
    assert find_language(text, (), WORDS) == "und"


@pytest.mark.parametrize("text", (ENGLISH | SHORT).values(), ids=ENGLISH | SHORT)
def test_english_and_what_is_in_doubt_is_english(text: str) -> None:
    assert find_language(text, (), WORDS) == "en"


def test_furniture_does_not_count() -> None:
    menu = "The news and the weather and all that you want. " * 4
    text = menu + OTHERS["Spanish"] + menu
    furniture = (Span(0, len(menu)), Span(len(text) - len(menu), len(text)))
    assert find_language(text, (), WORDS) == "en"
    assert find_language(text, furniture, WORDS) == "und"


def test_without_a_word_list_every_text_is_english() -> None:
    assert make_article(OTHERS["German"]).language == "en"
    assert make_article(OTHERS["German"], function_words=WORDS).language == "und"


def test_an_article_in_another_language_is_kept_and_remarked_on(tmp_path: Path) -> None:
    texts = (ENGLISH["news"], OTHERS["Dutch"])
    path = put(tmp_path, "a.jsonl", "\n".join(json.dumps({"text": text}) for text in texts))
    corpus = read(path)
    assert {article.text: article.language for article in corpus} == dict(
        zip(texts, ("en", "und"), strict=True)
    )
    assert problem_in(corpus).path == f"{path.as_posix()}:2"
    assert problem_in(corpus).message == "does not look like English; no claims are read from it"
    assert not problem_in(corpus).fatal
