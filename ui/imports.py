"""Gives the import statement back: PySide6 puts one of its own in its place, which costs more than all of our code.

That one looks into the source of every module imported after it for the word PySide6, and keeps all the lines: in a
visit 160,000 of them, 14 MB. Only ``from __feature__ import …`` needs it (shibokensupport/feature.py), and we do not.
"""

import builtins

import PySide6.QtCore  # noqa: F401 # pyright: ignore[reportUnusedImport] - puts its import in place when it comes

builtins.__import__ = vars(builtins).get("__orig_import__", builtins.__import__)
