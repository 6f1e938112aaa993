"""Writes the papers of mandates: says them in the languages of the catalogues, and has the press set them."""

from collections.abc import Callable

from kiosk.letters import form as forms
from kiosk.letters import reference
from kiosk.letters.press import ChildPress
from kiosk.letters.receipt import TITLE, receipt
from kiosk.letters.speech import DANISH, Tongue
from kiosk.visit.mandates import Deed, FilledIn, Form, Mandate
from kiosk.visit.paper import Pressed
from kiosk.visit.people import Citizen


class PressScrivener:
    """A :class:`kiosk.visit.ports.Scrivener`. ``tongue`` gives the one of a catalogue code, StopIteration if none is.

    What is said is said here, where the catalogues are loaded anyway; what is set is set in the press, where the fonts
    are, and where a strange name can do no harm.
    """

    def __init__(self, press: ChildPress, tongue: Callable[[str], Tongue]) -> None:
        self._press = press
        self._tongue = tongue

    def compose_receipt(self, mandate: Mandate, deeds: tuple[Deed, ...], language: str) -> bytes:
        tongue, danish = self._known(language), self._tongue(DANISH)
        return self._press.compose_beside(receipt(mandate, deeds, tongue, danish), tongue.say(TITLE))

    def press_receipt(self, mandate: Mandate, deeds: tuple[Deed, ...]) -> Pressed:
        tongue, danish = self._known(mandate.grantor.language), self._tongue(DANISH)
        return self._press.compose(receipt(mandate, deeds, tongue, danish), tongue.say(TITLE))

    def compose_form(self, form: Form, filled_in: FilledIn, citizen: Citizen, language: str) -> Pressed:
        tongue, danish = self._known(language), self._tongue(DANISH)
        paper = forms.paper(form, filled_in, citizen, reference.fresh())
        return self._press.compose(forms.parts(paper, tongue, danish), tongue.say(paper.title))

    def _known(self, language: str) -> Tongue:
        """Danish where the catalogues know nothing of the language: a register may name any."""
        try:
            return self._tongue(language)
        except StopIteration:
            return self._tongue(DANISH)
