"""What ails the machine itself stands at the foot of its welcome, for as long as somebody must look into it."""

from kiosk.visit.trouble import Trouble


def test_the_visit_on_the_glass_is_told_when_something_ails_the_machine_and_when_that_is_over(
    supervise, tmp_path
):
    ails = [None, *[Trouble.JOURNAL_HELD_UP] * 3]
    told = tmp_path / "told"
    supervise(
        f"""
        import select
        appear()
        told = []
        while len(told) < 2:
            wire.say(Heartbeat())
            if select.select([wire], [], [], 0.05)[0]:
                heard.extend(wire.hear())
            told = [message.ailment for message in heard if isinstance(message, Ailing)]
        Path({str(told)!r}).write_text(" ".join(str(each) for each in told))
        close_shop()
        """,
        ails=lambda: ails.pop(0) if ails else None,
    ).run()
    assert told.read_text() == "Ailment.JOURNAL_HELD_UP None"


def test_the_next_visit_is_told_too(supervise, tmp_path):
    told = tmp_path / "told"
    supervise(
        f"""
        appear()
        if turn == 0:
            sys.exit(0)
        Path({str(told)!r}).write_text(str(wait_for(Ailing).ailment))
        close_shop()
        """,
        everyone=True,
        ails=lambda: Trouble.JOURNAL_BROKEN,
    ).run()
    assert told.read_text() == "Ailment.JOURNAL_BROKEN"
