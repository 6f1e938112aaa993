"""Whoever waits for several things hears of each of them, and of nothing that is over."""

import os

from kiosk.station.watch import Watch


def test_an_event_of_a_file_that_is_gone_is_not_told_to_who_has_its_number_now():
    watch = Watch()
    heard = []
    pipes = [os.pipe() for _ in range(2)]
    ear, mouth = os.pipe()

    def change_the_other(mine: int, other: int) -> None:
        watch.drop(other)
        os.dup2(ear, other)
        watch.add(other, lambda: heard.append("newcomer"))
        watch.drop(mine)

    for mine, other in ((0, 1), (1, 0)):
        ends = pipes[mine][0], pipes[other][0]
        watch.add(ends[0], lambda ends=ends: change_the_other(*ends))
        os.write(pipes[mine][1], b".")
    watch.wait(None)
    watch.wait(0.0)
    assert heard == []
    os.write(mouth, b".")
    watch.wait(None)
    assert heard == ["newcomer"]
    watch.close()
