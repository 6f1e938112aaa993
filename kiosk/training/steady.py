"""Answers that take as long whatever they say."""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from datetime import timedelta


@asynccontextmanager
async def steady(lasting: timedelta) -> AsyncGenerator[None]:
    """Is left no earlier than so long after it was entered, by whichever way."""
    loop = asyncio.get_running_loop()
    end = loop.time() + lasting.total_seconds()
    try:
        yield
    finally:
        await asyncio.sleep(end - loop.time())
