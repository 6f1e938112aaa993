"""How much the streams of a PDF may unpack to, measured a mebibyte at a time before anybody unpacks them."""

import contextlib
import zlib
from collections.abc import Iterable, Iterator

from pikepdf import Array, Name, Stream

from kiosk.visit.trouble import Trouble, TroubleError

_MOST_OF_ONE, _MOST_IN_ALL = 64 << 20, 256 << 20
_MOST_PIXELS = 40_000_000
_MOST_OF_A_CONTENT = 8 << 20
"""A page's drawing orders: ten million of them fit into 21 packed kilobytes and keep any renderer busy for minutes."""

_STEP = 1 << 20
_WORST_OF_OTHERS = 64
"""LZW and RunLength at their worst, times their packed size."""

_FLATE = frozenset({"/FlateDecode", "/Fl"})
_OTHERS = frozenset({"/LZWDecode", "/LZW", "/RunLengthDecode", "/RL"})


class Budget:
    """What has been spent on one letter so far."""

    def __init__(self) -> None:
        self._spent = 0

    def weigh(self, stream: Stream, drawn: bool) -> None:
        """Raises LETTER_TOO_LARGE when this stream, or all of them, would unpack to too much.

        ``drawn`` means that its content is drawing orders.
        """
        _check_image(stream)
        self._spent += _unpacked_size(stream, _MOST_OF_A_CONTENT if drawn else _MOST_OF_ONE)
        if self._spent > _MOST_IN_ALL:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)


def _check_image(stream: Stream) -> None:
    if stream.get(Name.Subtype) != Name.Image:
        return
    width, height = stream.get(Name.Width, 0), stream.get(Name.Height, 0)
    if not isinstance(width, int) or not isinstance(height, int) or width * height > _MOST_PIXELS:
        raise TroubleError(Trouble.LETTER_TOO_LARGE)


def _unpacked_size(stream: Stream, most: int) -> int:
    raw = stream.read_raw_bytes()
    blocks: Iterable[bytes] = (raw,)
    worst = 1
    for name in _filters(stream):
        if name in _FLATE:
            blocks = _inflated(blocks)
        elif name in _OTHERS:
            worst *= _WORST_OF_OTHERS
        # ASCII filters shrink; what image filters unpack to is bounded by the image's own pixels.
    return _sum(blocks, most // worst) * worst


def _sum(blocks: Iterable[bytes], most: int) -> int:
    size = 0
    for block in blocks:
        size += len(block)
        if size > most:
            raise TroubleError(Trouble.LETTER_TOO_LARGE)
    return size


def _inflated(blocks: Iterable[bytes]) -> Iterator[bytes]:
    """Unpack lazily. Damage ends a stream, as it does for those who draw it."""
    unpack = zlib.decompressobj()
    with contextlib.suppress(zlib.error):
        for block in blocks:
            while block and not unpack.eof:
                yield unpack.decompress(block, _STEP)
                block = unpack.unconsumed_tail


def _filters(stream: Stream) -> list[str]:
    named = stream.get(Name.Filter)
    if isinstance(named, Array):
        return [str(name) for name in named]
    return [] if named is None else [str(named)]
