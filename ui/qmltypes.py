"""Tells qmllint about our Python types: ``python -m ui.qmltypes FOLDER`` writes the module Borgerkiosk there.

Qt's own tool reads Python source text; our view models are classes made from frozen dataclasses, so we ask the
living meta-objects instead.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMetaMethod, QMetaObject

from ui.looks import Looks
from ui.pages import MODULE, page_class
from ui.screens.every import VIEW_MODELS
from ui.stage import Stage

_SIGNAL = QMetaMethod.MethodType.Signal


def write(folder: Path) -> None:
    """Make ``folder/Borgerkiosk`` with a qmldir and its types: use it with ``qmllint -I folder``."""
    module = folder / MODULE
    module.mkdir(parents=True, exist_ok=True)
    (module / "qmldir").write_text(f"module {MODULE}\ntypeinfo types.qmltypes\nimport QtQml\n")
    (module / "types.qmltypes").write_text("\n".join(_module()))


def _module() -> Iterator[str]:
    yield "import QtQuick.tooling 1.2"
    yield "Module {"
    yield from _component("Looks", _meta(Looks))
    yield from _component("Stage", _meta(Stage))
    for model in VIEW_MODELS:
        yield from _component(model.__name__, _meta(page_class(model)))
    yield "}"


def _component(name: str, meta: QMetaObject) -> Iterator[str]:
    yield "    Component {"
    yield f'        name: "{name}"'
    yield '        accessSemantics: "reference"'
    yield '        prototype: "QObject"'
    yield f'        exports: ["{MODULE}/{name} 1.0"]'
    yield "        isCreatable: false"
    yield "        exportMetaObjectRevisions: [256]"
    yield from _properties(meta)
    yield from _methods(meta)
    yield "    }"


def _properties(meta: QMetaObject) -> Iterator[str]:
    for index in range(_base(meta).propertyCount(), meta.propertyCount()):
        entry = meta.property(index)
        kind, star, _ = str(entry.typeName()).partition("*")
        pointer = "; isPointer: true" if star else ""
        notify = f'; notify: "{entry.notifySignal().name().toStdString()}"' if entry.hasNotifySignal() else ""
        constant = "; isPropertyConstant: true" if entry.isConstant() else ""
        yield (
            f'        Property {{ name: "{entry.name()}"; type: "{kind}"; index: {index}; isReadonly: true'
            f"{pointer}{notify}{constant} }}"
        )


def _methods(meta: QMetaObject) -> Iterator[str]:
    for index in range(_base(meta).methodCount(), meta.methodCount()):
        method = meta.method(index)
        word = "Signal" if method.methodType() == _SIGNAL else "Method"
        types = [kind.toStdString() for kind in method.parameterTypes()]
        names = [name.toStdString() for name in method.parameterNames()]
        parameters = "".join(
            f' Parameter {{ name: "{name}"; type: "{kind}" }}'
            for name, kind in zip(names, types, strict=True)
        )
        yield f'        {word} {{ name: "{method.name().toStdString()}";{parameters} }}'


def _base(meta: QMetaObject) -> QMetaObject:
    """The class below ours: QObject, for everything above it is written out."""
    below = meta.superClass()
    return below if below.className() == "QObject" else _base(below)


def _meta(kind: Any) -> QMetaObject:
    """Every class of QObject has it, but the stubs do not say so."""
    return kind.staticMetaObject


if __name__ == "__main__":
    write(Path(sys.argv[1]))
