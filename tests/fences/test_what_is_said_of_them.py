"""A machine that lacks a fence that matters is not ready; one that lacks another says so and is."""

import pytest

from kiosk.fences.report import Lack, UnfencedError


@pytest.mark.parametrize(
    "lack",
    [
        Lack(("files by list",), (), ()),
        Lack(("no callers", "ports by list"), (), ()),
        Lack(("system calls by list",), (), ()),
        Lack((), ("files only read",), ()),
        Lack((), ("no files",), ()),
        Lack((), ("system calls by list",), ()),
        Lack((), (), ("files by list",)),
        Lack((), (), ("no network", "system calls by list")),
    ],
    ids=str,
)
def test_it_is_not_ready(lack: Lack) -> None:
    with pytest.raises(UnfencedError, match="fences around a visit: "):
        lack.check()


def test_it_is_ready_without_what_the_glass_would_not_survive() -> None:
    said = "fences around a visit: all but: no abstract sockets; around a letter: all; around the voice: all"
    assert Lack(("no abstract sockets",), (), ()).check() == said


def test_it_is_ready_though_others_may_look_into_what_speaks_and_says_so() -> None:
    assert (
        Lack((), (), ("no look into its program",))
        .check()
        .endswith("around the voice: all but: no look into its program")
    )
