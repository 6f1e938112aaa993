"""What the mother leaves out of her libraries: parts that no letter needs, a third of what they would cost in memory.

Only for a process that does nothing else, and before any parser is imported. A part that is missed after all shows in
the rehearsal, before the first letter comes.
"""

import importlib.util
import sys
from types import ModuleType

_ABSENT = ("_hashlib", "typing_extensions")
"""Libraries do without these: hashlib has its own MD5 and SHA beside OpenSSL's, msgspec has typing."""

_HOLLOW = (
    # In the cage no program is started and no file made.
    "subprocess",
    "tempfile",
    "shutil",
    "mimetypes",
    "argparse",
    "ipaddress",
    "msgspec.inspect",
    "msgspec._json_schema",
    # Paragraphs are our own.
    "reportlab.platypus.paragraph",
    # Of a PDF only the pages are taken.
    "pikepdf.jobs",
    "pikepdf.sanitize",
    "pikepdf._page_copy",
    "pikepdf.models.image",
    "pikepdf.models.metadata",
    "pikepdf.models.outlines",
)

_WITHOUT_WELCOME = ("reportlab.platypus", "reportlab.graphics.barcode")


def slim() -> None:
    """Let the next imports leave them out."""
    for name in _ABSENT:
        # None there means that it cannot be imported (Python reference, 5.3.1).
        sys.modules[name] = None  # pyright: ignore[reportArgumentType]
    for name in _HOLLOW:
        sys.modules[name] = _Hollow(name)
    for name in _WITHOUT_WELCOME:
        _enter_without_welcome(name)


class _Hollow(ModuleType):
    """Whatever is imported from it is a class that nobody makes anything of."""

    def __getattr__(self, name: str) -> type:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def _enter_without_welcome(package: str) -> None:
    """Its modules can be imported one by one; what its ``__init__`` would import is not."""
    spec = importlib.util.find_spec(package)
    assert spec is not None
    sys.modules[package] = importlib.util.module_from_spec(spec)
