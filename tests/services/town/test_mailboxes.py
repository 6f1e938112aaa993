"""Reading letters as viewers do: mailboxes, folders, pages of letters, one letter, its files."""

import pytest

from tests.services.town.visitor import path_of


def test_anna_sees_her_mailbox_and_its_folders(visitor):
    anna = visitor().log_in_by_code("anna")
    mailbox = anna.mailbox()
    assert (mailbox["ownerName"], mailbox["statusType"], mailbox["exempt"]) == (
        "Anna Sørensen",
        "ACTIVE",
        False,
    )
    summary = anna.get(f"/mailboxes/{mailbox['id']}/folders/summary/").json()["folderMessageSummaryList"]
    assert [entry["folder"]["folderType"] for entry in summary] == ["INBOX", "DRAFTS", "SENT", "DELETED"]
    assert [entry["folder"]["name"] for entry in summary] == [
        "Indbakke",
        "Kladder",
        "Sendt post",
        "Slettet post",
    ]
    inbox = summary[0]["messageCount"]
    assert inbox["totalMessages"] > inbox["unreadMessages"] > 0
    folders = anna.get(f"/mailboxes/{mailbox['id']}/folders/").json()
    assert folders["totalElements"] == 4


def test_letters_come_in_pages_newest_first(visitor):
    anna = visitor().log_in_by_code("anna")
    every = anna.letters(size=100)["messages"]
    assert [letter["receivedDateTime"] for letter in every] == sorted(
        (letter["receivedDateTime"] for letter in every), reverse=True
    )
    page = anna.letters(page=1, size=3)
    assert (page["currentPage"], page["elementsOnPage"], page["totalElements"]) == (1, 3, len(every))
    assert page["totalPages"] == -(-len(every) // 3)
    assert page["next"]
    assert page["messages"] == every[3:6]
    assert "next" not in anna.letters(size=100)


@pytest.mark.parametrize(
    "wrong", [{"page": "-1"}, {"page": "x"}, {"size": 0}, {"size": 1001}, {"sortFields": "cpr:asc"}]
)
def test_a_question_that_makes_no_sense_says_which_part(visitor, wrong):
    anna = visitor().log_in_by_code("anna")
    refusal = anna.get(f"/mailboxes/{anna.mailbox()['id']}/messages/", **wrong)
    assert refusal.status_code == 400
    assert set(refusal.json()) == {"code", "message", "fieldErrors"}
    assert refusal.json()["fieldErrors"][0]["field"] in wrong


def test_letters_can_be_sorted_by_subject_and_by_folder(visitor):
    anna = visitor().log_in_by_code("anna")
    folders = anna.get(f"/mailboxes/{anna.mailbox()['id']}/folders/").json()["folders"]
    letters = anna.letters(sortFields="label:asc", folderId=folders[0]["id"])["messages"]
    labels = [letter["label"] for letter in letters]
    assert labels == sorted(labels)
    assert anna.letters(folderId=folders[1]["id"])["totalElements"] == 0


def test_a_letter_is_opened_and_its_file_is_fetched(visitor):
    anna = visitor().log_in_by_code("anna")
    letter = anna.read(anna.letter("Afgørelse om boligstøtte")).json()
    document = letter["documents"][0]
    assert document["documentType"] == "MAIN"
    content = anna.content(letter)
    assert content.headers["Content-Type"] == "application/pdf"
    assert content.content.startswith(b"%PDF")
    assert len(content.content) == document["files"][0]["fileSize"]


def test_nobody_sees_another_persons_mailbox(visitor):
    letter = visitor().log_in_by_code("anna").letter("Afgørelse om boligstøtte")
    ahmed = visitor().log_in_by_card("ahmed")
    for path in (
        path_of(letter),
        f"/mailboxes/{letter['mailboxId']}",
        f"/mailboxes/{letter['mailboxId']}/folders/",
    ):
        refusal = ahmed.get(path)
        assert refusal.status_code == 403
        assert refusal.json()["code"] == "access.denied"
    stolen = {**letter, "mailboxId": ahmed.mailbox()["id"]}
    assert ahmed.read(stolen).status_code == 404


def test_without_a_token_nothing_is_shown(visitor):
    nobody = visitor()
    for token in ("", "guessed"):
        nobody.access = token
        refusal = nobody.get("/mailboxes/")
        assert refusal.status_code == 401
        assert refusal.headers["WWW-Authenticate"] == 'Bearer error="invalid_token"'


def test_what_is_not_there_is_not_found(visitor):
    anna = visitor().log_in_by_code("anna")
    letter = anna.letter("Afgørelse om boligstøtte")
    assert anna.read({**letter, "id": "no-such-letter"}).status_code == 404
    assert anna.get(f"{path_of(letter)}/documents/none/files/none/content").status_code == 404


def test_emma_is_exempt_and_keeps_her_old_mail(visitor):
    emma = visitor().log_in_by_code("emma-exempt")
    assert (emma.mailbox()["exempt"], emma.mailbox()["statusType"]) == (True, "ACTIVE")
    assert emma.letters()["totalElements"] > 0


def test_carls_mailbox_is_closed(visitor):
    carl = visitor().log_in_by_code("carl-closed")
    assert carl.mailbox()["statusType"] == "CLOSED"
    refusal = carl.get(f"/mailboxes/{carl.mailbox()['id']}/messages/")
    assert (refusal.status_code, refusal.json()["code"]) == (403, "mailbox.closed")


def test_ahmed_has_letters_in_arabic(visitor):
    ahmed = visitor().log_in_by_card("ahmed")
    letters = ahmed.letters()["messages"]
    arabic = [
        (letter, n, m)
        for letter in letters
        for n, document in enumerate(letter["documents"])
        for m, file in enumerate(document["files"])
        if file["language"] == "ar"
    ]
    assert len(arabic) == 3
    kinds = {ahmed.content(*found).headers["Content-Type"].split(";")[0] for found in arabic}
    assert kinds == {"text/plain", "text/html", "application/pdf"}
