"""Every trouble has words for everybody, a code of its own, and a way to bring it about."""

import re
from collections import Counter

import pytest

from kiosk.visit.mandates import MADE_ELSEWHERE
from kiosk.visit.trouble import Trouble


@pytest.mark.parametrize("trouble", Trouble)
def test_a_trouble_is_complete(trouble):
    row = trouble.row
    assert re.fullmatch(r"[A-Z]\d\d", row.code)
    for text in (row.happened, row.not_meant, row.do_now, *row.staff, row.provoke):
        assert text == text.strip() != ""
    assert row.staff


@pytest.mark.parametrize("trouble", Trouble)
def test_words_for_whoever_acts_for_somebody_are_whole_sentences_too(trouble):
    other = trouble.row.of_another
    texts = (other.do_now, other.happened or trouble.row.happened) if other else ()
    assert all(text[-1] in ".?!" and set(re.findall(r"{\w+}", text)) <= {"{principal}"} for text in texts)


@pytest.mark.parametrize("trouble", Trouble)
def test_words_for_the_citizen_are_whole_sentences(trouble):
    row = trouble.row
    assert all(text[0].isupper() and text[-1] in ".?!" for text in (row.happened, row.not_meant, row.do_now))


def test_no_two_troubles_share_a_code_or_a_provocation():
    for what in ("code", "provoke"):
        seen = Counter(getattr(trouble.row, what) for trouble in Trouble)
        assert [each for each, times in seen.items() if times > 1] == []


@pytest.mark.parametrize("trouble", Trouble)
def test_words_where_somebody_else_has_decided_are_whole_sentences_too(trouble):
    for other in trouble.row.decided:
        row = trouble.row.under(other.basis)
        texts = (row.happened, row.do_now, *row.staff)
        assert all(text[0].isupper() and text[-1] in ".?!" for text in texts)


def test_nobody_is_told_to_ask_a_child_a_ward_or_a_company():
    """What was made elsewhere is not asked for, nor signed by the person on a form."""
    in_vain = re.compile(
        "help to ask|ask the person|ask again|the person can give|print the form", re.IGNORECASE
    )
    for trouble in Trouble:
        if trouble.row.decided:
            assert in_vain.search(" ".join((trouble.row.do_now, *trouble.row.staff)))
            assert {each.basis for each in trouble.row.decided} == MADE_ELSEWHERE
        for other in trouble.row.decided:
            assert not in_vain.search(f"{other.do_now} {other.staff}")
