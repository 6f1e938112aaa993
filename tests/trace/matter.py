"""What a search looks through: some bytes, and the same in the forms in which more than one writing looks alike."""

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Matter:
    """``whole`` as it lay there."""

    whole: bytes = field(repr=False)

    @cached_property
    def dense(self) -> bytes:
        """Without zeros: UTF-8, UTF-16 and UTF-32 look alike."""
        return self.whole.translate(None, b"\0")

    @cached_property
    def small(self) -> bytes:
        """Without zeros, and in small letters."""
        return self.dense.lower()
