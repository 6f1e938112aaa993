"""Turns a frozen view model into the object QML binds to."""

import functools
import types
import typing
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import qmlRegisterUncreatableType

from ui.pictures import PagePictures
from ui.rows import Rows, camel
from ui.screens.scene import ViewModel

MODULE = "Borgerkiosk"
_PLAIN = (str, int, bool, float)


class PageObject(QObject):
    """A view model on the Qt side. It never changes; the stage puts another in its place."""

    def __init__(self, model: ViewModel, values: dict[str, Any]) -> None:
        super().__init__()
        self.model = model
        self.values = values


@functools.cache
def page_class(model: type[ViewModel]) -> type[PageObject]:
    """The class with one constant property for each field of ``model``, known to QML by the model's name."""
    hints = typing.get_type_hints(model)
    properties = {camel(name): _property(name, kind) for name, kind in hints.items()}
    made = types.new_class(model.__name__, (PageObject,), exec_body=lambda body: body.update(properties))
    qmlRegisterUncreatableType(made, MODULE, 1, 0, model.__name__, "view models are made in Python")  # pyright: ignore[reportCallIssue, reportArgumentType]
    return made


def dressed(model: ViewModel, before: PageObject | None, pictures: PagePictures) -> PageObject:
    """The object for ``model``; lists that did not change since ``before`` stay the same, so QML keeps its place."""
    hints = typing.get_type_hints(type(model))
    kept = before.values if before else {}
    values = {
        name: _value(kind, getattr(model, name), kept.get(name), pictures) for name, kind in hints.items()
    }
    return page_class(type(model))(model, values)


def _property(name: str, kind: Any) -> Property:
    getter: Callable[[PageObject], Any] = lambda page: page.values[name]  # noqa: E731
    return Property(kind if kind in _PLAIN else QObject if _is_list(kind) else str, getter, constant=True)


def _value(kind: Any, value: Any, kept: Any, pictures: PagePictures) -> Any:
    if kind in _PLAIN:
        return value
    if not _is_list(kind):
        return pictures.url(value)
    if isinstance(kept, Rows) and kept.rows == value:
        return kept
    return Rows(typing.get_args(kind)[0], value)


def _is_list(kind: Any) -> bool:
    """Rows; what is neither rows nor plain is a picture, and QML gets its address."""
    return typing.get_origin(kind) is tuple
