"""The next visit is ready before the last one has gone, and the glass is never empty and never shows two."""

from pathlib import Path

import pytest

import main
from kiosk.station.child import Patience
from kiosk.station.edition import edition
from kiosk.station.notes import Ending
from tests.station.journals import lines

SPARE = """
wire.say(Ready())
wait_for(Show)
wire.say(Shown())
"""

SEE = """
seen = Path({seen!r})
def see(what):
    with seen.open("a") as out:
        print(turn, what, file=out)
"""
TWO_AFTER_ANOTHER = (
    SEE
    + """
if turn == 0:
    appear()
    wire.say(TakingLeave())
    while len(diary.read_text().split()) < 2:
        wire.say(Heartbeat())
        time.sleep(0.02)
    time.sleep(0.1)
    see("finished")
    wire.say(Finished())
    while True:
        wire.say(Heartbeat())
        time.sleep(0.02)
        see("still there")
see("hidden")
wire.say(Ready())
wait_for(Show)
time.sleep(0.2)
see("shown")
wire.say(Shown())
wait_for(LastVisit)
close_shop()
"""
)


def test_the_spare_is_shown_when_the_visit_has_finished_and_only_then_the_old_one_goes(
    supervise, written, tmp_path
):
    seen = tmp_path / "seen"
    supervise(TWO_AFTER_ANOTHER.format(seen=str(seen)), everyone=True).run()
    lines = seen.read_text().splitlines()
    assert lines.index("1 hidden") < lines.index("0 finished") < lines.index("1 shown")
    assert lines.index("0 still there") < lines.index("1 shown")


def test_the_journal_says_how_long_the_next_citizen_waited(supervise, written, tmp_path):
    supervisor = supervise(TWO_AFTER_ANOTHER.format(seen=str(tmp_path / "seen")), everyone=True)
    supervisor.run()
    begun, ready, shown = written(supervisor, 1)[:3]
    assert begun == "visit_begun"
    assert ready.startswith("visit_ready ")
    assert 200 <= int(shown.removeprefix("visit_shown ")) < 2000


def test_at_a_cold_start_the_word_is_there_before_the_visit_listens(supervise, tmp_path):
    called = tmp_path / "called"
    supervise(f"""
        from kiosk.station.call import is_called
        Path({str(called)!r}).write_text(str(is_called(given["--wire"])))
        appear()
        close_shop()
    """).run()
    assert called.read_text() == "True"


def test_until_the_first_visit_stands_there_nothing_else_is_done(supervise, written, tmp_path):
    shown, opened = tmp_path / "shown", []
    supervisor = supervise(
        f"""
        time.sleep(0.3)
        Path({str(shown)!r}).touch()
        appear()
        close_shop()
        """,
        clear_printer=lambda: opened.append(shown.exists()) or 0,
        opened=lambda: opened.append(shown.exists()),
    )
    supervisor.run()
    assert opened[:2] == [True, True]
    assert written(supervisor, None)[0] == "swept 0"


def test_a_spare_that_dies_is_replaced_and_no_citizen_sees_it(supervise, written):
    supervisor = supervise(leaving(then="if turn == 1: sys.exit(70)", spares=2), everyone=True)
    supervisor.run()
    assert "visit_gone crashed 70" in written(supervisor, 1)
    assert "visit_shown" not in " ".join(written(supervisor, 1))
    assert "visit_shown" in " ".join(written(supervisor, 2))
    assert "out_of_order" not in " ".join(written(supervisor, None))


def test_a_spare_that_stops_beating_is_replaced(supervise, written):
    supervisor = supervise(
        leaving(then="if turn == 1: wire.say(Ready()); time.sleep(60)", spares=2), everyone=True
    )
    supervisor.run()
    assert "visit_gone hung -9" in written(supervisor, 1)
    assert "visit_shown" in " ".join(written(supervisor, 2))


def test_after_two_spares_that_died_the_next_visit_starts_when_it_is_needed(supervise, written):
    supervisor = supervise(leaving(then="if turn in (1, 2): sys.exit(70)", spares=2), everyone=True)
    supervisor.run()
    assert all("visit_gone crashed 70" in written(supervisor, number) for number in (1, 2))
    assert "visit_shown" in " ".join(written(supervisor, 3))


def leaving(then: str, spares: int = 1) -> str:
    """The first visit takes leave and waits until so many spares have begun; the others do ``then`` and appear."""
    return f"""
        if turn == 0:
            appear()
            wire.say(TakingLeave())
            begun = time.monotonic()
            while len(diary.read_text().split()) < {spares + 1} or time.monotonic() - begun < 0.5:
                wire.say(Heartbeat())
                time.sleep(0.02)
            part()
        {then}
        wire.say(Ready())
        appear()
        close_shop()
    """


@pytest.mark.parametrize("change", ["words", "new file", "gone"])
def test_a_spare_is_thrown_away_when_something_it_was_made_from_changed(supervise, written, tmp_path, change):
    settings, fonts = tmp_path / "kiosk.toml", tmp_path / "fonts"
    settings.write_text("one")
    fonts.mkdir()
    (fonts / "font.ttf").touch()
    change_it = {
        "words": f"Path({str(settings)!r}).write_text('two')",
        "new file": f"Path({str(fonts / 'other.ttf')!r}).touch()",
        "gone": f"Path({str(fonts / 'font.ttf')!r}).unlink()",
    }[change]
    act = f"""
        if turn == 0:
            appear()
            wire.say(TakingLeave())
            while len(diary.read_text().split()) < 2:
                wire.say(Heartbeat())
                time.sleep(0.02)
            time.sleep(0.2)
            {change_it}
            part()
        wire.say(Ready())
        appear()
        close_shop()
    """
    places = [settings, fonts, tmp_path / "nowhere"]
    supervisor = supervise(act, everyone=True, made_from=lambda: edition(places))
    supervisor.run()
    assert "visit_gone unused -9" in written(supervisor, 1)
    assert "visit_shown" in " ".join(written(supervisor, 2))


def test_a_package_that_is_installed_anew_makes_another_edition(tmp_path):
    packages = tmp_path / "site-packages"
    (packages / "reportlab-5.1.0.dist-info").mkdir(parents=True)
    before = edition([], [packages])
    assert edition([], [packages]) == before
    (packages / "reportlab-5.1.0.dist-info").rename(packages / "reportlab-5.1.1.dist-info")
    assert edition([], [packages]) != before


def test_the_kiosk_looks_at_the_packages_that_it_is_made_from():
    looked_at = {place for place, *_ in main._made_from(Path("/etc/borgerkiosk/kiosk.toml"))}
    assert str(Path(pytest.__file__).parent.parent) in looked_at


def test_a_spare_that_does_not_come_when_it_is_called_is_replaced_before_the_old_one_goes(supervise, written):
    act = leaving(then="if turn == 1: wire.say(Ready()); beat()")
    supervisor = supervise(act, everyone=True)
    supervisor.run()
    assert "visit_gone late -9" in written(supervisor, 1)
    assert "visit_shown" in " ".join(written(supervisor, 2))


def test_a_spare_takes_over_when_the_visit_crashes_while_it_takes_leave(supervise, written):
    act = leaving(then="pass").replace("part()", "sys.exit(70)")
    supervisor = supervise(act, everyone=True)
    supervisor.run()
    assert "visit_gone crashed 70" in written(supervisor, 0)
    assert "visit_shown" in " ".join(written(supervisor, 1))


def test_a_stop_takes_the_spare_away_too(supervise, written):
    act = """
        if turn == 0:
            appear()
            wire.say(TakingLeave())
            while len(diary.read_text().split()) < 2:
                wire.say(Heartbeat())
                time.sleep(0.02)
            close_shop()
        wire.say(Ready())
        beat()
    """
    supervisor = supervise(act, everyone=True)
    supervisor.run()
    assert "visit_gone unused -9" in written(supervisor, 1)
    assert list(supervisor.rooms.iterdir()) == []


MOTHER = """
import os, socket, sys
line = socket.socket(fileno=int(sys.argv[sys.argv.index("--line") + 1]))
line.send(f"{os.getpgid(0)} {line.recv(100).decode()}".encode())
line.recv(100)
"""


def test_the_press_is_started_for_the_visit_on_the_glass_in_its_group_and_goes_with_it(supervise, tmp_path):
    answer = tmp_path / "answer"
    supervise(
        f"""
        import socket
        press = socket.socket(fileno=int(given["--press"]))
        press.setblocking(False)
        press.send(b"a letter")
        time.sleep(0.3)
        try:
            press.recv(100)
            raise AssertionError("there was a mother before the visit was shown")
        except BlockingIOError:
            press.setblocking(True)
        appear()
        Path({str(answer)!r}).write_text(f"{{press.recv(100).decode()}} {{os.getpid()}}")
        close_shop()
        """,
        mother=MOTHER,
    ).run()
    group, *letter, visit = answer.read_text().split()
    assert letter == ["a", "letter"]
    assert group == visit


def test_the_press_goes_when_nothing_will_be_opened_any_more(supervise, tmp_path):
    answer = tmp_path / "answer"
    supervise(
        f"""
        import socket
        press = socket.socket(fileno=int(given["--press"]))
        press.send(b"a letter")
        appear()
        mother = press.recv(100)
        wire.say(PressDone())
        Path({str(answer)!r}).write_text(f"{{len(mother) > 0}} {{press.recv(100)}}")
        close_shop()
        """,
        mother=MOTHER,
    ).run()
    assert answer.read_text() == "True b''"


def test_nothing_stays_open_however_many_visits_there_are(supervise):
    before = open_files()
    supervisor = supervise(
        "wire.say(Ready()); appear(); wire.say(TakingLeave()); close_shop() if turn == 8 else part()",
        everyone=True,
        mother=MOTHER,
        patience=Patience(),
    )
    supervisor.run()
    # The bell and its rope, and the journal.
    assert open_files() <= before + 3
    assert Ending.HUNG not in {row.detail for row in lines(supervisor.journal)}


def open_files() -> int:
    return sum(1 for _ in Path("/proc/self/fd").iterdir())


ONE_AT_A_TIME = (
    SEE
    + """
appear()
see("shown")
if turn == 0:
    wire.say(TakingLeave())
    time.sleep(0.3)
    see("finished")
    wire.say(Finished())
    wait_for(Close)
close_shop()
"""
)


def test_where_the_glass_takes_only_one_the_next_begins_when_the_last_has_gone(supervise, written, tmp_path):
    seen = tmp_path / "seen"
    supervisor = supervise(ONE_AT_A_TIME.format(seen=str(seen)), everyone=True, side_by_side=False)
    supervisor.run()
    assert seen.read_text().splitlines() == ["0 shown", "0 finished", "1 shown"]
    assert "visit_gone polite" in " ".join(written(supervisor, 0))
    assert "visit_ready" not in " ".join(written(supervisor, 1))
