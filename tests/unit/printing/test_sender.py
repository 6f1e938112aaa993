"""Which jobs at a shared printer are this machine's."""

import pytest

from devices.printing.ipp import Group, GroupTag, Tag, attribute, group
from devices.printing.sender import Sender


def job(user: str | None, name: str | None) -> Group:
    told = [("job-originating-user-name", user), ("job-name", name)]
    return group(GroupTag.JOB, [attribute(Tag.NAME, key, word) for key, word in told if word])


@pytest.mark.parametrize(
    ("user", "name", "ours"),
    [
        ("kiosk-north", "Brev north 77", True),
        ("anonymous", "Brev north 77", True),
        (None, "Brev north", True),
        (None, None, True),
        ("kiosk-south", "Brev south 77", False),
        ("anonymous", "Brev south 77", False),
        ("anonymous", "Brev northern 77", False),
        ("anonymous", "Brev", False),
        ("clerk", "Report", False),
        ("kiosk", None, False),
    ],
)
def test_a_machine_tells_its_own_jobs_from_those_of_others(user, name, ours) -> None:
    assert Sender("north").owns(job(user, name)) is ours


def test_a_printer_is_told_nothing_but_neutral_words() -> None:
    assert (Sender().user, Sender().job_name) == ("kiosk", "Brev")
    assert (Sender("north", "77").user, Sender("north", "77").job_name) == ("kiosk-north", "Brev north 77")


@pytest.mark.parametrize(
    ("name", "visit"),
    [("Brev north 77", "77"), ("Brev north", ""), ("Brev south 77", ""), ("Report", ""), (None, "")],
)
def test_a_job_says_which_visit_sent_it(name, visit) -> None:
    assert Sender("north").visit_of(job("anonymous", name)) == visit
