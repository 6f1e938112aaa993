"""The forms and the receipt as they come out of the press: every field, both languages, all pages numbered."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pytest

from kiosk.letters import reference
from kiosk.letters.press import ChildPress
from kiosk.letters.scrivener import PressScrivener
from kiosk.letters.starting import own_press
from kiosk.letters.wire import Mark
from kiosk.visit.mandates import DeedKind, FilledIn, Form, Mechanism, PostRight, Reference, Scope
from kiosk.visit.trouble import Trouble, TroubleError
from tests.letters.conftest import claim
from tests.letters.drafts import letter
from tests.letters.make_pictures import RECEIPTS
from tests.letters.papers import DINA, POWER, about, codes, deeds, mandate, texts
from ui.tongue import tongue

LANGUAGES = ("da", "en", "ar")
Words = tuple[str, ...]
SCOPES = {"power": POWER, "read": PostRight.READ, "write": PostRight.READ_AND_WRITE} | {
    it.name: it for it in Mechanism
}


@pytest.fixture(scope="module")
def training() -> Iterator[ChildPress]:
    with own_press(mark=Mark.TRAINING) as press:
        yield press


@pytest.fixture(scope="module")
def scrivener(training: ChildPress) -> PressScrivener:
    return PressScrivener(training, tongue)


@pytest.mark.parametrize("name", RECEIPTS)
def test_a_sample_of_a_receipt_shows_one_of_the_two_mechanisms(name: str) -> None:
    _, scope, kinds = RECEIPTS[name]
    at_services = {deed.area is not None for deed in deeds(*kinds)}
    assert at_services == {Mechanism.of(scope) is Mechanism.POWER}


def _receipt(scrivener: PressScrivener, language: str = "da") -> bytes:
    return scrivener.compose_receipt(mandate(language=language), deeds(*DeedKind), language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
@pytest.mark.parametrize("form", Form)
def test_every_page_says_which_of_how_many_it_is_and_that_all_must_come(
    scrivener: PressScrivener, form: Form, scope: Scope | Mechanism, language: str
) -> None:
    pressed = scrivener.compose_form(form, about(scope), DINA, language)
    pages = texts(pressed.pdf)
    assert len(pages) == pressed.pages
    for number, page in enumerate(pages, 1):
        assert f"Side {number} af {len(pages)} · Alle sider skal afleveres samlet" in page
        assert page.count("ØVELSE / TRAINING") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_danish_pages_come_last_and_once(scrivener: PressScrivener, language: str) -> None:
    pages = texts(scrivener.compose_form(Form.AUTHORISATION, about(POWER), DINA, language).pdf)
    danish = ["Udfyldes af borgerservice" in page for page in pages]
    assert danish == ([True] if language == "da" else [False, True])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "Request for a power of attorney",
                "I ask to be allowed to act for Karen Kjær.",
                "31 December 2027",
            ),
        ),
        ("ar", ("طلب توكيل رقمي", "أطلب السماح لي بالتصرف", "31 ديسمبر 2027", "الوكيل يحصل على التوكيل")),
    ],
)
def test_the_request_is_to_be_read_in_the_citizens_language(
    scrivener: PressScrivener, language: str, words: tuple[str, ...]
) -> None:
    first = texts(scrivener.compose_form(Form.REQUEST, about(POWER), DINA, language).pdf)[0]
    assert [word for word in words if word not in first] == []


def test_the_request_has_all_that_staff_must_know(scrivener: PressScrivener) -> None:
    """And nothing that they could not enter; nor a sheet with their own lines alone, which could be left at home."""
    (page,) = texts(scrivener.compose_form(Form.REQUEST, about(POWER), DINA, "da").pdf)
    wanted = (
        "Jeg beder om lov til at handle for Karen Kjær.",
        "Fuldmagtsgiver giver fuldmagten Karen Kjær CPR-nummer 720544-1234",
        "Fuldmagtshaver får fuldmagten Dina Datter CPR-nummer 670564-1234",
        "Valg af læge:",
        "31. december 2027",
        "Fuldmagtshaver: underskrift",
        "En generalfuldmagt gælder kun her, hvis den omfatter alt.",
        "Generalfuldmagt",
        "Skrevet under foran en advokat",
        "Skrevet under foran to vidner",
        "Generalfuldmagt: dato for underskriften",
        "Fremtidsfuldmagt, der er sat i kraft",
        "Fremtidsfuldmagt: dato for Familieretshusets afgørelse",
        "Dato",
    )
    assert [words for words in wanted if words not in page] == []


@pytest.mark.parametrize(
    ("form", "says", "signs"),
    [
        (Form.AUTHORISATION, "Jeg giver Karen Kjær lov til at læse min Digital Post.", "Dina Datter"),
        (Form.AUTHORISATION_TO_SIGN, "Jeg giver Dina Datter lov til at læse min Digital Post.", "Karen Kjær"),
    ],
)
def test_the_owner_of_the_mailbox_signs(scrivener: PressScrivener, form: Form, says: str, signs: str) -> None:
    (page,) = texts(scrivener.compose_form(form, about(PostRight.READ), DINA, "da").pdf)
    assert says in page
    assert f"Postkassens ejer giver adgangen {signs}" in page
    assert "Postkassens ejer: underskrift" in page
    assert "forkyndelse" in page


def test_what_is_not_known_waits_for_a_hand(scrivener: PressScrivener) -> None:
    to_fill_in = FilledIn(scope=Mechanism.POST)
    page = texts(scrivener.compose_form(Form.AUTHORISATION_TO_SIGN, to_fill_in, DINA, "da").pdf)[0]
    wanted = ("ejer: fulde navn", "ejer: CPR-nummer", "Sidste dag (højst fem år fra nu)")
    assert [words for words in wanted if words not in page] == []


SAID_OF_SERVICES = ("Fuldmagt", "Fuldmagtsgiver", "Valg af læge", "Flytning")
SAID_OF_LETTERS = (
    "Postkassens ejer",
    "Læseadgang til Digital Post",
    "Læse- og skriveadgang til Digital Post",
    "forkyndelse",
)


@pytest.mark.parametrize(
    ("mechanism", "squares", "says", "says_not"),
    [
        (Mechanism.POWER, 4 * 3, SAID_OF_SERVICES, SAID_OF_LETTERS),
        (Mechanism.POST, 2, SAID_OF_LETTERS, SAID_OF_SERVICES),
    ],
    ids=["services", "letters"],
)
def test_no_sheet_mixes_a_power_of_attorney_with_access_to_digital_post(
    scrivener: PressScrivener, mechanism: Mechanism, squares: int, says: Words, says_not: Words
) -> None:
    """Whoever ticked both on one sheet would have signed for two things, of which neither replaces the other."""
    for form in Form:
        pressed = scrivener.compose_form(form, FilledIn(scope=mechanism), DINA, "da")
        page = " ".join(texts(pressed.pdf))
        assert [words for words in says if words not in page] == []
        assert [words for words in says_not if words in page] == []
        wider = 3 if form is Form.REQUEST else 0
        assert pressed.text.count("☐") == squares + wider


def test_a_hand_finds_its_place_in_both_languages(scrivener: PressScrivener) -> None:
    pages = texts(scrivener.compose_form(Form.AUTHORISATION, about(POWER), DINA, "en").pdf)
    assert "Write and sign on the Danish pages" in pages[0]
    assert "Fuldmagtsgiver: underskrift · Grantor: signature" in pages[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scanner_reads_the_reference_that_is_printed_and_spelled(
    scrivener: PressScrivener, language: str
) -> None:
    pressed = scrivener.compose_form(Form.REQUEST, about(POWER), DINA, language)
    code, *others = codes(pressed.pdf)
    assert set(others) <= {code}
    name = code.removeprefix("KIOSK:PAPER:")
    for page in texts(pressed.pdf):
        assert reference.printed(Reference(name)) in page
    assert reference.spelled(Reference(name)).replace("\u00a0", " ") in "".join(texts(pressed.pdf))


def test_the_receipt_says_what_was_done_when_and_how_often(scrivener: PressScrivener) -> None:
    (page,) = texts(_receipt(scrivener))
    wanted = (
        "Dina Datter handlede for Karen Kjær den 29. november 2026",
        "10.05 Postkassen blev åbnet",
        "10.06 Der blev søgt efter breve",
        "10.07 1 brev blev læst",
        "10.08 1 forkyndelse blev åbnet",
        "10.09 Måske blev en forkyndelse åbnet",
        "10.10 1 ark blev printet",
        "10.11 Måske blev 1 ark mere printet",
        "10.12 Set: Valg af læge",
        "10.13 Ordnet: Valg af læge",
        "10.14 Måske ordnet: Valg af læge",
        "Læseadgang til Digital Post",
        "K7QM2RTX",
        "Side 1 af 1",
    )
    assert [words for words in wanted if words not in page] == []


def test_the_receipt_speaks_the_language_of_the_one_it_is_for(scrivener: PressScrivener) -> None:
    arabic, danish = texts(_receipt(scrivener, "ar"))
    assert "حق قراءة البريد الرقمي" in arabic
    assert "1 brev blev læst" in danish
    assert len(texts(_receipt(scrivener, "tlh"))) == 1


def test_the_receipt_on_paper_says_what_the_one_in_the_mailbox_says(scrivener: PressScrivener) -> None:
    pressed = scrivener.press_receipt(mandate(language="ar"), deeds(*DeedKind))
    assert texts(pressed.pdf) == texts(_receipt(scrivener, "ar"))
    assert pressed.pages == 2


def test_a_receipt_is_written_while_a_letter_stays_open(
    scrivener: PressScrivener, training: ChildPress
) -> None:
    training.open(letter(2), claim("application/pdf"))
    _receipt(scrivener)
    assert training.draw(2, 100).width == 100


def test_a_form_is_looked_at_like_a_letter(scrivener: PressScrivener, training: ChildPress) -> None:
    pressed = scrivener.compose_form(Form.REQUEST, about(POWER), DINA, "en")
    assert pressed.first.page == 1
    assert training.draw(pressed.pages, 200).width == 200
    training.close()
    with pytest.raises(TroubleError) as caught:
        training.draw(1, 200)
    assert caught.value.trouble is Trouble.LETTER_TOO_HARD


def test_nothing_of_a_name_turns_the_text_round(scrivener: PressScrivener) -> None:
    odd = FilledIn("\u202eKaren\n\u2066 {name} %s", scope=POWER)
    page = texts(scrivener.compose_form(Form.REQUEST, odd, DINA, "da").pdf)[0]
    assert "Jeg beder om lov til at handle for Karen {name} %s." in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paper_can_be_read_aloud(scrivener: PressScrivener, language: str) -> None:
    pressed = scrivener.compose_form(Form.REQUEST, about(POWER), DINA, language)
    with pikepdf.open(io.BytesIO(pressed.pdf)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert bool(pdf.Root.MarkInfo.Marked)
        sections = pdf.Root.StructTreeRoot.K.K
        assert [str(section.Lang) for section in sections] == list(dict.fromkeys((language, "da")))
        assert str(sections[0].K[0].S) == "/H1"
        for page in pdf.pages:
            _check_all_is_tagged(pdf, page)


def _check_all_is_tagged(pdf: pikepdf.Pdf, page: pikepdf.Page) -> None:
    """Every text and every line is a piece that the tree knows, or an artifact."""
    known = pdf.Root.StructTreeRoot.ParentTree.Nums[2 * int(page.obj.StructParents) + 1]
    depth, pieces = 0, 0
    for operands, operator in pikepdf.parse_content_stream(page):
        match str(operator):
            case "BDC" | "BMC":
                depth += 1
                pieces += "MCID" in str(operands)
            case "EMC":
                depth -= 1
            case "Tj" | "TJ" | "S" | "f" | "B" | "Do":
                assert depth > 0, operator
    assert pieces == len(known)


def test_the_same_paper_gives_the_same_bytes(press: ChildPress) -> None:
    scrivener = PressScrivener(press, tongue)
    assert _receipt(scrivener, "ar") == _receipt(scrivener, "ar")


def test_no_name_and_no_number_is_in_what_is_said_of_a_paper(scrivener: PressScrivener) -> None:
    pressed = scrivener.compose_form(Form.REQUEST, about(POWER), DINA, "da")
    assert not re.search("Karen|720544", repr(pressed))
