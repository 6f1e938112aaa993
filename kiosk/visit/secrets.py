"""Values that keep quiet and can be forgotten."""

from typing import Final, NoReturn

_VEIL: Final = "•••"


class ForgottenError(RuntimeError):
    """Somebody asked a secret for its content after it was forgotten: a bug."""


class Secret:
    """A PIN, a code, a password or a token: readable once asked for, never printed, never pickled.

    The bytes live in one buffer that :meth:`forget` overwrites.
    """

    __slots__ = ("_buffer",)

    def __init__(self, content: str | bytes) -> None:
        self._buffer: bytearray | None = bytearray(content.encode() if isinstance(content, str) else content)

    def reveal(self) -> bytes:
        """The content. Raises :class:`ForgottenError` after :meth:`forget`."""
        if self._buffer is None:
            raise ForgottenError
        return bytes(self._buffer)

    def pour(self, into: bytearray) -> None:
        """Copy the content to the start of the caller's buffer, which the caller overwrites in the end.

        Raises :class:`ForgottenError`, or :class:`ValueError` when it does not fit.
        """
        if self._buffer is None:
            raise ForgottenError
        if len(self._buffer) > len(into):
            raise ValueError("the buffer is too small")
        memoryview(into)[: len(self._buffer)] = self._buffer

    def text(self) -> str:
        """The content as text. Raises :class:`ForgottenError` after :meth:`forget`."""
        return self.reveal().decode()

    def forget(self) -> None:
        """Overwrite and drop the content; harmless the second time."""
        if self._buffer is not None:
            self._buffer[:] = bytes(len(self._buffer))
            self._buffer = None

    def __len__(self) -> int:
        return len(self._buffer or b"")

    def __repr__(self) -> str:
        return f"Secret({_VEIL})"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret does not leave its process")
