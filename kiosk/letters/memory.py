"""Memory that is not needed any more goes back to the kernel at once, so that it is neither counted nor readable."""

import ctypes
import gc

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_LARGE = 64 << 10
"""Bytes. glibc would raise its own threshold with every large block that is freed, and keep ever larger ones."""

_libc = ctypes.CDLL(None)


def give_back_early() -> None:
    """Have every large block mapped by itself, and unmapped when it is freed (mallopt(3))."""
    _libc.mallopt(_M_MMAP_THRESHOLD, _LARGE)
    _libc.mallopt(_M_TRIM_THRESHOLD, _LARGE)


def give_back() -> None:
    """Give back what is free now (malloc_trim(3))."""
    _libc.malloc_trim(0)


def settle() -> None:
    """What lives now lives on: the collector shall not touch it again, or a forked child would copy it all."""
    gc.collect()
    gc.freeze()
    give_back()
