"""Serves ``qsTr()`` from the same catalogues that Python speaks from."""

from PySide6.QtCore import QTranslator

from ui.tongue import Tongue


class CatalogTranslator(QTranslator):
    """Answers from one tongue at a time; Qt's loader thread may ask while the language changes."""

    def __init__(self, tongue: Tongue) -> None:
        super().__init__()
        self._tongue = tongue

    def speak(self, tongue: Tongue) -> None:
        self._tongue = tongue

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str:
        """Never an empty text: Qt would show it as nothing."""
        return self._tongue.say(sourceText) or sourceText
