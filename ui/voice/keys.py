"""The keys of the voice, found by touch: the same on every screen and in every language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.voice.reader import Reader

_F1, _F2, _F3, _F4, _F5, _F6 = range(0x0100_0030, 0x0100_0036)
_VOLUME_DOWN, _VOLUME_MUTE, _VOLUME_UP = 0x0100_0070, 0x0100_0071, 0x0100_0072


def acts() -> "dict[int, Callable[[Reader], None]]":
    """By the number of the key, Qt::Key: to name them would load all the names of Qt's namespace."""
    return {
        _F1: lambda reader: reader.key(),
        _F2: lambda reader: reader.where_am_i(),
        _F3: lambda reader: reader.repeat(),
        _F4: lambda reader: reader.sleep(),
        _F5: lambda reader: reader.change_pace(-1),
        _F6: lambda reader: reader.change_pace(1),
        _VOLUME_DOWN: lambda reader: reader.change_loudness(-1),
        _VOLUME_UP: lambda reader: reader.change_loudness(1),
        _VOLUME_MUTE: lambda reader: reader.hush(),
    }
