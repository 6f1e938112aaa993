"""Hands the pages of a letter to QML as pictures."""

import itertools
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.visit.paper import Picture

PROVIDER = "page"


class PagePictures(QQuickImageProvider):
    """Keeps the image of a picture for as long as the visit keeps the picture. Qt shares it, so it is there once."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._numbers = itertools.count(1)
        self._images: WeakKeyDictionary[Picture, tuple[str, QImage]] = WeakKeyDictionary()

    def url(self, picture: "Picture") -> str:
        """The address of a picture; the same one for the same picture."""
        if picture not in self._images:
            self._images[picture] = str(next(self._numbers)), _image(picture)
        return f"image://{PROVIDER}/{self._images[picture][0]}"

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:  # noqa: A002, N802, N803
        blank = QImage(1, 1, QImage.Format.Format_RGB32)
        return next((image for number, image in self._images.values() if number == id), blank)


def _image(picture: "Picture") -> QImage:
    """In the format that the renderer draws; in any other it would make a copy in this one."""
    rgb, row = picture.hand_over(), picture.width * 3
    image = QImage(rgb, picture.width, picture.height, row, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)
