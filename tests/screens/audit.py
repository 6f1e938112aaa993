"""Looks at a screen as an inspector does: names, sizes, contrast, cut-off text, missing glyphs."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QImage, QTextLayout
from PySide6.QtQuick import QQuickItem

from tests.screens.glass import TestedGlass
from ui.panel import FAMILIES
from ui.voice.tree import name_of, walk

R, T = QAccessible.Role, QAccessible.Text
INTERACTIVE = {
    R.Button,
    R.CheckBox,
    R.RadioButton,
    R.Slider,
    R.EditableText,
    R.ComboBox,
    R.Link,
    R.ListItem,
    R.SpinBox,
    R.PageTab,
    R.MenuItem,
}
SMALLEST_TARGET, SMALLEST_GAP, SMALLEST_CAPITAL, CONTRAST = 12.7, 2.54, 3.5, 10.0


def findings(glass: TestedGlass, contrast: float = CONTRAST) -> list[str]:
    """What an inspector would write down, a line each."""
    glass_texts = list(texts(glass))
    found = [*_tree(glass), *_gaps(glass), *_unexposed(glass, glass_texts), *_letters(glass, glass_texts)]
    found += [*_cut_off(glass, glass_texts), *_over_each_other(glass_texts)]
    return [*found, *_contrast(glass, glass_texts, contrast), *_glyphs(glass_texts)]


def texts(glass: TestedGlass) -> Iterator[QQuickItem]:
    for item in glass.items():
        if item.inherits("QQuickText") and (item.property("text") or "").strip():
            yield item


def nodes(glass: TestedGlass) -> list:
    return list(walk(QAccessible.queryAccessibleInterface(glass.window)))


def _controls(glass: TestedGlass) -> Iterator:
    for node in nodes(glass):
        if node.role() in INTERACTIVE and node.rect().height() > 0:
            yield node


def _tree(glass: TestedGlass) -> Iterator[str]:
    millimetre = glass.stage.property("millimetre")
    for node in _controls(glass):
        name, rect = name_of(node), node.rect()
        if not name:
            yield f"a {node.role().name} without a name at {rect}"
        if min(rect.width(), rect.height()) / millimetre < SMALLEST_TARGET:
            yield f"target too small: {name}"
        if not node.state().focusable:
            yield f"cannot have the focus: {name}"
    headings = [node for node in nodes(glass) if node.role() == R.Heading]
    if len(headings) != 1:
        yield f"{len(headings)} headings"


def _gaps(glass: TestedGlass) -> Iterator[str]:
    least = SMALLEST_GAP * glass.stage.property("millimetre")
    controls = [(name_of(node), _seen(node)) for node in _controls(glass)]
    controls = [(name, rect) for name, rect in controls if not rect.isEmpty()]
    for index, (name, rect) in enumerate(controls):
        for other, its in controls[index + 1 :]:
            grown = rect.adjusted(-least + 1, -least + 1, least - 1, least - 1)
            if grown.intersects(its):
                yield f"too near: {name} and {other}"


def _seen(node) -> QRectF:
    """A row of a list may lie half outside of the list, as anything may of a page that moves."""
    item, rect = node.object(), node.rect()
    return QRectF(rect.intersected(_window_on(item, rect)) if isinstance(item, QQuickItem) else rect)


def _unexposed(glass: TestedGlass, items: list[QQuickItem]) -> Iterator[str]:
    for item in items:
        text = item.property("text")
        if not any(text in said for said in _said_above(item)):
            yield f"not in the accessible tree: {text}"


def _said_above(item: QQuickItem | None) -> Iterator[str]:
    while item is not None:
        yield _unread_aloud(item)
        if (node := QAccessible.queryAccessibleInterface(item)) is not None:
            yield from (node.text(T.Name), node.text(T.Description))
        item = item.parentItem()


def _unread_aloud(item: QQuickItem) -> str:
    """Marks and figures that the part around them says in other words."""
    kind = item.metaObject().className().partition("_")[0]
    return item.property({"Badge": "said", "Countdown": "number"}.get(kind, "")) or ""


def _letters(glass: TestedGlass, items: list[QQuickItem]) -> Iterator[str]:
    millimetre = glass.stage.property("millimetre")
    for item in items:
        capital = QFontMetricsF(item.property("font")).capHeight() / millimetre
        if capital < SMALLEST_CAPITAL:
            yield f"letters of {capital:.1f} mm: {item.property('text')}"


def _cut_off(glass: TestedGlass, items: list[QQuickItem]) -> Iterator[str]:
    window = QRectF(0, 0, glass.window.width(), glass.window.height())
    for item in items:
        text = item.property("text")
        needed = QRectF(0, 0, item.property("contentWidth"), item.property("contentHeight"))
        if (
            item.property("truncated")
            or needed.width() > item.width() + 1 + _hanging(item)
            or needed.height() > item.height() + 1
        ):
            yield f"cut off: {text}"
        if not _in_list(item) and not window.contains(item.mapRectToScene(item.boundingRect())):
            yield f"outside the glass: {text}"
        if overflown := _overflown(item):
            yield f"sticks out of {overflown}: {text}"


def _over_each_other(items: list[QQuickItem]) -> Iterator[str]:
    """Texts that do not fit are drawn all the same, over whatever comes next."""
    free = [(item.property("text"), _written(item)) for item in items if not _in_list(item)]
    for index, (text, rect) in enumerate(free):
        for other, its in free[index + 1 :]:
            if rect.intersects(its):
                yield f"over each other: {text} and {other}"


def _written(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(item.boundingRect()).adjusted(1, 1, -1, -1)


def _hanging(item: QQuickItem) -> float:
    """The space at which a line is broken may hang over its end."""
    metrics = QFontMetricsF(item.property("font"))
    return metrics.horizontalAdvance(" ") if item.property("lineCount") > 1 else 0.0


def _in_list(item: QQuickItem | None) -> bool:
    while item is not None:
        if _moves(item):
            return True
        item = item.parentItem()
    return False


def _moves(item: QQuickItem) -> bool:
    """A page that fits is held to what any other is."""
    return item.inherits("QQuickFlickable") and item.property("contentHeight") > item.height() + 1


def _overflown(item: QQuickItem) -> str:
    """The control or sheet whose edges a text crosses."""
    own, above = item.mapRectToScene(item.boundingRect()), item.parentItem()
    while above is not None and not _moves(above):
        if above.inherits("QQuickAbstractButton") or above.property("clip"):
            edges = above.mapRectToScene(above.boundingRect())
            return "" if edges.adjusted(-1, -1, 1, 1).contains(own) else above.property("text") or "a part"
        above = above.parentItem()
    return ""


def _contrast(glass: TestedGlass, items: list[QQuickItem], least: float) -> Iterator[str]:
    picture = glass.picture()
    for item in items:
        whole = item.mapRectToScene(item.boundingRect()).toRect()
        rect = whole.intersected(_window_on(item, picture.rect()))
        half_hidden = 2 * rect.height() < whole.height()
        if not rect.isEmpty() and not half_hidden and (ratio := _ratio(picture.copy(rect))) < least:
            yield f"contrast {ratio:.1f}: {item.property('text')}"


def _window_on(item: QQuickItem | None, glass: QRect) -> QRect:
    """Where an item can be seen: on the glass, and in whatever moves around it."""
    seen = glass
    while item is not None:
        if _moves(item):
            seen = seen.intersected(item.mapRectToScene(item.boundingRect()).toRect())
        item = item.parentItem()
    return seen


def _ratio(cut: QImage) -> float:
    pixels = Counter(memoryview(cut.constBits()).cast("I")).most_common(400)
    ground = _luminance(pixels[0][0])
    return max(_between(ground, _luminance(pixel)) for pixel, _ in pixels)


def _luminance(pixel: int) -> float:
    parts = [(pixel >> shift & 255) / 255 for shift in (16, 8, 0)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _between(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _glyphs(items: list[QQuickItem]) -> Iterator[str]:
    for item in items:
        yield from missing_glyphs(item.property("text"))


def missing_glyphs(text: str) -> Iterator[str]:
    layout = QTextLayout(text, QFont(list(FAMILIES)))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        if 0 in run.glyphIndexes():
            yield f"no glyph for something in: {text}"
        if run.rawFont().familyName() not in FAMILIES:
            yield f"drawn in {run.rawFont().familyName()}: {text}"


def unseen_focus(glass: TestedGlass) -> list[str]:
    """The controls on which nobody would see the focus (WCAG 2.4.13)."""
    takers = [item for item in glass.items() if item.activeFocusOnTab() and item.isEnabled()]
    return [name for item in takers for name in _unseen_on(glass, item)]


def _unseen_on(glass: TestedGlass, item: QQuickItem) -> Iterator[str]:
    glass.named("glass").forceActiveFocus(Qt.FocusReason.OtherFocusReason)
    glass.settle()
    before = glass.picture()
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    glass.settle()
    seen = glass.window.activeFocusItem()
    rect = seen.mapRectToScene(QRectF(0, 0, seen.width(), seen.height())).adjusted(-8, -8, 8, 8)
    if changed_pixels(before, glass.picture(), rect) < 4 * seen.width() + 4 * seen.height():
        yield item.property("text") or item.objectName() or item.metaObject().className()


def changed_pixels(before: QImage, after: QImage, rect: QRectF) -> int:
    """How many pixels changed by at least 3:1 (WCAG 2.4.13)."""
    cut = rect.toRect().intersected(before.rect())
    one, other = before.copy(cut), after.copy(cut)
    old, new = (memoryview(image.constBits()).cast("I") for image in (one, other))
    pairs = Counter(pair for pair in zip(old, new, strict=True) if pair[0] != pair[1])
    return sum(
        count for (one, other), count in pairs.items() if _between(_luminance(one), _luminance(other)) >= 3
    )
