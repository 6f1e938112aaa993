"""A supervisor with a bug ends too, but its visit goes before it, on the same road, and its notes are written."""

import pytest

from kiosk.station.journal import Journal
from kiosk.station.notes import Moment, StationNote
from kiosk.visit.notes import Note, What
from tests.station.processes import wait_for


def test_a_bug_at_the_printer_is_not_hidden(supervise, written):
    def broken() -> int:
        raise ValueError

    supervisor = supervise("appear(); beat()", clear_printer=broken)
    with pytest.raises(ValueError):
        supervisor.run()
    assert list(supervisor.rooms.iterdir()) == []
    assert "visit_gone fell -9" in written(supervisor)


def test_a_supervisor_that_fails_itself_still_takes_the_visit_down(supervise, tmp_path):
    supervisor = supervise(f"""
        appear()
        Path({str(tmp_path / "group")!r}).write_text(str(os.getpgid(0)))
        wire.say(NoteTaken("CARD_SEEN"))
        time.sleep(60)
    """)
    supervisor.journal.close()
    with pytest.raises(Exception, match="closed"):
        supervisor.run()
    assert list(supervisor.rooms.iterdir()) == []


class StumblesOnce(Journal):
    """An archive with a bug in it that one note brings out."""

    stumbled = False

    def write(self, moment: Moment, note: Note | StationNote) -> None:
        if note.what is What.LOGIN_BY_CARD and not self.stumbled:
            self.stumbled = True
            raise ValueError
        super().write(moment, note)


def test_what_a_supervisor_that_fails_has_not_written_yet_it_writes_before_it_goes(supervise, written):
    asked = []
    supervisor = supervise(
        """
        appear()
        for what in ("CARD_SEEN", "LOGIN_BY_CARD", "ENDED"):
            wire.say(NoteTaken(what))
        time.sleep(60)
        """,
        journal=StumblesOnce(None, bytes(32)),
        clear_printer=lambda: asked.append(1) or 0,
    )
    with pytest.raises(ValueError):
        supervisor.run()
    assert written(supervisor)[2:] == [
        "card_seen",
        "login_by_card",
        "ended",
        "visit_gone fell -9",
        "room_removed 0",
    ]
    wait_for(lambda: len(asked) == 2)
