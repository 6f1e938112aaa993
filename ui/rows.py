"""A list for QML: one row per frozen dataclass, one role per field."""

import dataclasses
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex

_NOWHERE = QModelIndex()
_FIRST_ROLE: Final = 0x0100
"""Qt::UserRole, as a number: to name it is to load all the names of Qt's namespace, before the first picture."""


class Rows(QAbstractListModel):
    """Unchanging: other rows are another model. ``row_type`` names the roles even when there are no rows."""

    def __init__(self, row_type: type, rows: Sequence[Any]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self._fields = tuple(field.name for field in dataclasses.fields(row_type))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        place = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= place < len(self._fields):
            return None
        return getattr(self.rows[index.row()], self._fields[place])

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + k: QByteArray(camel(name).encode()) for k, name in enumerate(self._fields)}


def camel(name: str) -> str:
    """A Python field's name as QML writes it."""
    head, *tail = name.split("_")
    return head + "".join(word.capitalize() for word in tail)
