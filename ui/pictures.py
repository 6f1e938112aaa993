"""Hands the pages of a letter to QML as pictures."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.visit.paper import Picture

PROVIDER = "page"


class PagePictures(QQuickImageProvider):
    """Keeps the present picture and the one before it, which may still be on the glass for a frame."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._serial = 0
        self._kept: dict[str, Picture] = {}

    def url(self, picture: "Picture") -> str:
        """The address of a picture; the same one for the same picture."""
        for name, kept in self._kept.items():
            if kept is picture:
                return f"image://{PROVIDER}/{name}"
        return self._keep(picture)

    def forget(self) -> None:
        self._kept.clear()

    def _keep(self, picture: "Picture") -> str:
        self._serial += 1
        before = list(self._kept.items())[-1:]
        self._kept = {**dict(before), str(self._serial): picture}
        return f"image://{PROVIDER}/{self._serial}"

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N802, N803
        picture = self._kept.get(id)
        if picture is None:
            return QImage(1, 1, QImage.Format.Format_RGB888)
        row = picture.width * 3
        image = QImage(picture.rgb, picture.width, picture.height, row, QImage.Format.Format_RGB888)
        return image.copy()
