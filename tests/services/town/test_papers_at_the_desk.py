"""A paper signed by hand becomes a mandate when two of the staff have looked at it, never one of them twice."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.letters import reference
from kiosk.training.people import PEOPLE
from kiosk.visit.mandates import Reference
from tests.services.town.desk import PAPER, Desk
from tests.services.town.drafts import ANNA, HILDA, SOON, TODAY
from tests.services.town.visitor import code


@pytest.fixture
def stine(visitor) -> Desk:
    return Desk(visitor().log_in_by_card("stine-staff"))


@pytest.fixture
def torben(visitor) -> Desk:
    return Desk(visitor().log_in_by_card("torben-staff"))


def test_a_second_look_puts_the_mandate_in_force(stine, torben, visitor):
    paper = stine.register(stine.hand_in().json()).json()
    hilda = visitor().log_in_by_card("hilda-helped")
    assert "Anna Sørensen" not in {each["holder"]["name"] for each in hilda.mandates()["mandates"]}
    assert torben.confirm(paper).json()["standing"] == "confirmed"
    anna = visitor().log_in_by_card("anna")
    mandate = anna.mandate("Hilda Ravn")
    assert (mandate["reference"], mandate["standing"], mandate["basis"]) == (PAPER, "in_force", "laeseadgang")
    assert anna.acting(mandate).mailbox()["ownerName"] == "Hilda Ravn"


def test_nobody_confirms_what_they_registered(stine, torben):
    paper = stine.register(stine.hand_in().json()).json()
    assert not paper["awaitsMe"]
    assert code(stine.confirm(paper)) == (403, "second.look.missing")
    assert torben.paper()["awaitsMe"]


def test_whoever_corrects_a_paper_needs_somebody_elses_look(stine, torben):
    """Or one could register, let another alter a comma, and confirm what nobody else has seen."""
    paper = stine.register(stine.hand_in().json(), postRight="MESSAGE_WRITE").json()
    corrected = torben.register(paper).json()
    assert code(torben.confirm(corrected)) == (403, "second.look.missing")
    assert corrected["rights"] == ["MESSAGE_BASIC"]
    assert stine.confirm(corrected).json()["standing"] == "confirmed"


def test_the_ledger_knows_staff_by_pseudonym_and_citizens_by_birth_date(stine, torben):
    registered = stine.register(stine.hand_in().json())
    told = registered.json()
    assert told["grantor"] == {"name": "Hilda Ravn", "number": f"{HILDA['cpr'][:6]}-••••"}
    done = torben.confirm(told)
    assert told["handedIn"]["by"] == told["registered"]["by"] != done.json()["decided"]["by"]
    staff = ("stine", "torben", "Vang", "Ager")
    for answer in (registered, done):
        assert not any(word in answer.text for word in (*staff, HILDA["cpr"], ANNA["cpr"]))


KEPT = {
    "reference",
    "version",
    "standing",
    "basis",
    "handedIn",
    "registered",
    "decided",
    "reason",
    "awaitsMe",
}


@pytest.mark.parametrize("decide", [Desk.confirm, Desk.reject], ids=lambda decide: decide.__name__)
def test_who_it_was_about_is_forgotten_once_a_paper_is_decided(stine, torben, decide):
    """What is left says which paper it was, on what basis, who has looked at it, and when."""
    before = datetime.now(UTC) - timedelta(seconds=1)
    paper = stine.register(stine.hand_in().json()).json()
    answers = [decide(torben, paper).json(), *stine.papers(), stine.paper(), stine.hand_in().json()]
    for told in answers:
        assert set(told) == KEPT
        assert (told["reference"], told["basis"]) == (PAPER, "laeseadgang")
        hands = [told[hand] for hand in ("handedIn", "registered", "decided")]
        at = [datetime.fromisoformat(hand["at"]) for hand in hands]
        assert before <= at[0] <= at[1] <= at[2] <= datetime.now(UTC)
        words = ("Hilda", "Ravn", "Anna", "Sørensen", HILDA["cpr"][:6], ANNA["cpr"][:6], "MESSAGE", SOON)
        assert not any(word in str(told) for word in words)


def test_what_the_holder_has_signed_awaits_the_grantor(stine, torben, visitor):
    torben.confirm(stine.register(stine.hand_in().json(), signedBy="holder").json())
    hilda = visitor().log_in_by_card("hilda-helped")
    asked = hilda.mandate("Anna Sørensen")
    assert (asked["standing"], asked["awaitsMe"]) == ("awaited", True)
    assert hilda.decide(asked, "accept").json()["standing"] == "in_force"


GENERAL = {
    "basis": "generalfuldmagt", "signedOn": "2019-05-02", "before": "two_witnesses", "withoutExceptions": True,
}  # fmt: skip
FUTURE = {"basis": "fremtidsfuldmagt", "inForceSince": str(TODAY)}
TOMORROW = str(TODAY + timedelta(days=1))
DOCTOR = {"postRight": None, "privileges": ["urn:dk:sandbox:kiosk:doctor:read"]}


@pytest.mark.parametrize("scope", [{}, DOCTOR], ids=["post", "power"])
@pytest.mark.parametrize(
    "wider", [GENERAL, GENERAL | {"before": "lawyer"}, FUTURE], ids=["witnesses", "lawyer", "future"]
)
def test_what_the_holder_has_signed_holds_at_once_where_a_wider_power_is_handed_in(
    stine, torben, visitor, wider, scope
):
    paper = stine.register(stine.hand_in().json(), signedBy="holder", backedBy=wider, **scope).json()
    assert paper["backedBy"] == wider
    assert code(stine.confirm(paper)) == (403, "second.look.missing")
    assert torben.confirm(paper).json()["basis"] == wider["basis"]
    anna = visitor().log_in_by_card("anna")
    mandate = anna.mandate("Hilda Ravn")
    assert (mandate["reference"], mandate["standing"], mandate["basis"]) == (
        PAPER,
        "in_force",
        wider["basis"],
    )
    acting = anna.acting(mandate)
    assert (acting.errand("doctor") if scope else acting.get("/mailboxes/")).status_code == 200


@pytest.mark.parametrize(
    "wrong",
    [
        {"backedBy": GENERAL},
        {"signedBy": "holder", "backedBy": GENERAL | {"withoutExceptions": False}},
        {"signedBy": "holder", "backedBy": GENERAL | {"signedOn": TOMORROW}},
        {"signedBy": "holder", "backedBy": FUTURE | {"inForceSince": TOMORROW}},
    ],
    ids=["signed by the grantor too", "with exceptions", "signed tomorrow", "not in force yet"],
)
def test_a_wider_power_that_says_nothing_is_not_taken(stine, wrong):
    refusal = stine.register(stine.hand_in().json(), **wrong)
    assert code(refusal) == (400, "parameter.invalid")
    assert refusal.json()["fieldErrors"][0]["field"] == "backedBy"


@pytest.mark.parametrize(
    "wider",
    [
        {"basis": "foraeldremyndighed", "inForceSince": "2019-05-02"},
        {"basis": "generalfuldmagt", "inForceSince": "2019-05-02"},
        {"basis": "fremtidsfuldmagt"},
        GENERAL | {"before": "a neighbour"},
        "generalfuldmagt",
    ],
    ids=["custody", "without a witness", "without its day", "one witness", "a word alone"],
)
def test_a_basis_without_what_shows_it_is_not_taken(stine, wider):
    refusal = stine.register(stine.hand_in().json(), signedBy="holder", backedBy=wider)
    assert code(refusal) == (400, "parameter.invalid")


@pytest.mark.parametrize("registered", [False, True])
@pytest.mark.parametrize(
    "reason", ["not_signed", "pages_missing", "not_readable", "signed_by_another", "not_wanted"]
)
def test_a_paper_that_is_none_is_rejected_with_the_reason(stine, torben, registered, reason):
    paper = stine.hand_in().json()
    paper = stine.register(paper).json() if registered else paper
    told = torben.reject(paper, reason).json()
    assert (told["standing"], told["reason"], "grantor" in told) == ("rejected", reason, False)
    for again in (stine.register(told), torben.confirm(told), stine.reject(told)):
        assert code(again) == (409, "version.conflict")


def test_a_reason_of_ones_own_is_not_taken(stine):
    assert code(stine.reject(stine.hand_in().json(), "he looked odd")) == (400, "parameter.invalid")


@pytest.mark.parametrize("scanned", [f"KIOSK:PAPER:{PAPER}", PAPER, "gnrt q472", " GNRT Q472\n"])
def test_the_code_of_a_paper_is_read_as_scanned_and_as_printed(stine, scanned):
    assert stine.hand_in(scanned).json()["reference"] == PAPER


def test_what_the_kiosk_prints_is_what_the_desk_reads(stine):
    made = reference.fresh()
    assert stine.hand_in(reference.code(made)).json()["reference"] == made.name
    assert stine.hand_in(reference.printed(Reference(PAPER))).json()["reference"] == PAPER


@pytest.mark.parametrize(
    "scanned", ["", "KIOSK:PAPER:", "KIOSK:LEND:GNRTQ472", "GNRTQ471", "GNRTQ4722", HILDA["cpr"]]
)
def test_other_codes_are_no_papers(stine, scanned):
    assert code(stine.hand_in(scanned)) == (400, "parameter.invalid")
    assert stine.papers() == []


def test_the_same_paper_twice_is_one_paper(stine, torben):
    paper = stine.register(stine.hand_in().json()).json()
    assert torben.hand_in().json() == paper | {"awaitsMe": True}
    assert len(torben.papers()) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"grantor": HILDA | {"name": "Hilda Rav"}}, "grantor"),
        ({"grantor": {"name": "Noor Haddad", "cpr": ""}}, "grantor"),
        ({"grantor": {"name": "Faris Nasser", "cpr": PEOPLE["faris-father"].cpr}}, "grantor"),
        ({"holder": {"name": "Fie Dahl", "cpr": PEOPLE["fie-fourteen"].cpr}}, "holder"),
        ({"holder": HILDA}, "holder"),
        ({"postRight": None}, "postRight"),
        ({"privileges": ["urn:dk:sandbox:kiosk:doctor:read"]}, "postRight"),
        ({"postRight": None, "privileges": ["urn:dk:sandbox:kiosk:doctor:sign"]}, "privileges"),
        ({"until": "2020-01-01"}, "until"),
        ({"signedBy": "neighbour"}, "body"),
    ],
    ids=str,
)
def test_an_entry_that_makes_no_sense_says_which_part(stine, wrong, field):
    paper = stine.hand_in().json()
    refusal = stine.register(paper, **wrong)
    assert code(refusal) == (400, "parameter.invalid")
    assert refusal.json()["fieldErrors"][0]["field"] == field
    assert stine.paper() == paper


def test_the_second_of_two_at_one_paper_is_told(stine, torben):
    paper = stine.hand_in().json()
    stine.register(paper)
    assert code(torben.register(paper)) == (409, "version.conflict")
    assert code(torben._post(f"{PAPER}/confirm", None)) == (400, "if.match.missing")


def test_nothing_is_confirmed_that_was_not_registered(stine, torben):
    assert code(torben.confirm(stine.hand_in().json())) == (409, "version.conflict")


def test_a_death_between_the_two_looks_is_seen(stine, torben, town):
    paper = stine.register(stine.hand_in().json()).json()
    town.client.let_die("hilda-helped")
    assert code(torben.confirm(paper)) == (409, "version.conflict")
    assert torben.reject(paper, "not_wanted").json()["standing"] == "rejected"


def test_a_last_day_that_passes_between_the_two_looks_is_seen(stine, torben):
    paper = stine.register(stine.hand_in().json(), until=str(TODAY)).json()
    torben.visitor.wait(86_400)
    torben.visitor.log_in_by_card("torben-staff")
    assert code(torben.confirm(paper)) == (409, "version.conflict")


def test_the_desk_is_for_staff(visitor, stine):
    stine.hand_in()
    viggo = visitor().log_in_by_card("viggo-volunteer")
    for caller in (viggo, viggo.acting(viggo.mandate("Hilda Ravn"))):
        assert code(Desk(caller).hand_in()) == (403, "access.denied")
        assert code(Desk(caller).register({"version": 1})) == (403, "access.denied")


def test_a_staff_card_opens_nothing_of_a_citizens(stine, visitor):
    staff = stine.visitor
    hildas = visitor().log_in_by_card("hilda-helped").mandate("Viggo Bruun")
    assert staff.mandates()["code"] == "access.denied"
    assert code(staff.send(role="holder")) == (403, "access.denied")
    assert code(staff.errand("doctor")) == (403, "access.denied")
    assert code(staff.get("/mailboxes/")) == (403, "access.denied")
    assert staff.exchange(hildas).json()["error_description"] == "mandate_unknown"


def test_the_desk_waits_for_the_register(stine, town):
    town.client.switch(mandates_down=True)
    assert code(stine.hand_in()) == (503, "service.unavailable")


def test_a_reset_empties_the_desk(stine, town):
    stine.hand_in()
    town.client.reset()
    assert stine.papers() == []
