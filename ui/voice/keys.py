"""The keys of the voice, found by touch: the same on every screen and in every language."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ui.tongue import Tongue
    from ui.voice.reader import Reader

# Of Qt::Key: to name them would load all the names of Qt's namespace.
_ESCAPE, _TAB, _RETURN, _ENTER = 0x0100_0000, 0x0100_0001, 0x0100_0004, 0x0100_0005
_LEFT, _UP, _RIGHT, _DOWN = range(0x0100_0012, 0x0100_0016)
_F1, _F2, _F3, _F4, _F5, _F6, _F7, _F8, _F9 = range(0x0100_0030, 0x0100_0039)
_VOLUME_DOWN, _VOLUME_MUTE, _VOLUME_UP = 0x0100_0070, 0x0100_0071, 0x0100_0072
HELP: Final = _F7


@dataclass(frozen=True, slots=True)
class Key:
    """``act`` None: the screens know what it does."""

    act: "Callable[[Reader], None] | None"
    said: "Callable[[Tongue], str]"


def keys() -> dict[int, Key]:
    """By number, what each does, and what it is said to do when somebody has asked for help."""
    across = Key(None, lambda tongue: tongue.say("Moves between the answers."))
    choose = Key(None, lambda tongue: tongue.say("Chooses what was said last."))
    return {
        _F1: Key(lambda reader: reader.key(), lambda tongue: tongue.say("Says the screen again.")),
        _F2: Key(lambda reader: reader.where_am_i(), lambda tongue: tongue.say("Says where you are.")),
        _F3: Key(lambda reader: reader.repeat(), lambda tongue: tongue.say("Says the last words again.")),
        _F4: Key(lambda reader: reader.sleep(), lambda tongue: tongue.say("Ends the reading aloud.")),
        _F5: Key(lambda reader: reader.change_pace(-1), lambda tongue: tongue.say("Reads slower.")),
        _F6: Key(lambda reader: reader.change_pace(1), lambda tongue: tongue.say("Reads quicker.")),
        _F7: Key(lambda reader: reader.explain(), lambda tongue: tongue.say("Says what each key does.")),
        _F8: Key(lambda reader: reader.draw_curtain(), lambda tongue: tongue.say("Makes the screen dark.")),
        _F9: Key(None, lambda tongue: tongue.say("Covers the screen while you step away.")),
        _VOLUME_DOWN: Key(lambda reader: reader.change_loudness(-1), lambda tongue: tongue.say("Softer.")),
        _VOLUME_UP: Key(lambda reader: reader.change_loudness(1), lambda tongue: tongue.say("Louder.")),
        _VOLUME_MUTE: Key(
            lambda reader: reader.hush(), lambda tongue: tongue.say("Stops what is being said.")
        ),
        _ESCAPE: Key(None, lambda tongue: tongue.say("Goes back.")),
        _RETURN: choose,
        _ENTER: choose,
        **dict.fromkeys((_TAB, _LEFT, _UP, _RIGHT, _DOWN), across),
    }


def take(number: int, reader: "Reader | None", first: "Callable[[], Reader]") -> bool:
    """Do what the key does, or say it; False if it is none of ours. ``first`` makes the reader when it is needed."""
    key = keys().get(number)
    if key is None:
        return False
    if reader is not None and reader.explaining and number != HELP:
        reader.tell(key.said(reader.tongue))
        return True
    if key.act is None:
        return False
    key.act(reader or first())
    return True
