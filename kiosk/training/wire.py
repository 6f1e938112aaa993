"""The line to the town, which can be cut so that it looks switched off."""

import asyncio
from collections.abc import Callable

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


class TownProtocol(H11Protocol):
    """HTTP/1.1, save that a town that is off cuts every connection but those to ``/practice``."""

    is_off: Callable[[], bool]
    _to_practice = False

    @classmethod
    def cut_by(cls, is_off: Callable[[], bool]) -> "type[TownProtocol]":
        return type("CutTownProtocol", (cls,), {"is_off": staticmethod(is_off)})

    def connection_made(self, transport: asyncio.Transport) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        super().connection_made(transport)
        # uvicorn's own switch only takes the log's listeners away; whoever listens anew (pytest does) would
        # be told the names that are in the addresses.
        self.access_log = False

    def data_received(self, data: bytes) -> None:
        # A body may come apart from its head, and says nothing of where it goes.
        if self.conn.their_state is h11.IDLE:
            self._to_practice = b" /practice/" in data.split(b"\r\n", 1)[0]
        if self.is_off() and not self._to_practice:
            assert isinstance(self.transport, asyncio.Transport)
            self.transport.abort()
            return
        super().data_received(data)
