"""The line to the town, which can be cut so that it looks switched off."""

import asyncio
from collections.abc import Callable

from uvicorn.protocols.http.h11_impl import H11Protocol


class TownProtocol(H11Protocol):
    """HTTP/1.1, save that a town that is off cuts every connection but those to ``/practice``."""

    is_off: Callable[[], bool]

    @classmethod
    def cut_by(cls, is_off: Callable[[], bool]) -> "type[TownProtocol]":
        return type("CutTownProtocol", (cls,), {"is_off": staticmethod(is_off)})

    def data_received(self, data: bytes) -> None:
        if self.is_off() and b" /practice/" not in data.split(b"\r\n", 1)[0]:
            assert isinstance(self.transport, asyncio.Transport)
            self.transport.abort()
            return
        super().data_received(data)
