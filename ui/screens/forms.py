"""The road on paper: which form, and its pages on the glass."""

from dataclasses import dataclass

from kiosk.visit.delegating import ReadingBack
from kiosk.visit.forms import ChoosingForm, ShowingForm
from kiosk.visit.mandates import Form, Mechanism
from ui.screens.drafting import AskingWhichScreen
from ui.screens.letter import Leaf, leafing
from ui.screens.scene import Scene
from ui.tongue import Tongue


@dataclass(frozen=True, slots=True)
class FormRow:
    """``form``: what is answered. ``drawing`` names the picture."""

    form: str
    said: str
    advice: str
    drawing: str


@dataclass(frozen=True, slots=True)
class ChoosingFormScreen:
    """``filled_in``: what stands on it already."""

    title: str
    forms: tuple[FormRow, ...]
    filled_in: str


@dataclass(frozen=True, slots=True)
class ShowingFormScreen(Leaf):
    label: str
    advice: str


def asking_which_form(tongue: Tongue) -> Scene:
    return Scene(AskingWhichScreen(tongue.say("What is the form about?")))


def choosing_form(place: ChoosingForm, tongue: Tongue) -> Scene:
    rows = tuple(_row(form, place.mechanism, tongue) for form in place.offered)
    title = tongue.say("Which form do you need?")
    if len(rows) == 1:
        title = tongue.say("Do you want to sign on paper?")
    filled_in = tongue.say("You fill in the rest by hand.")
    if isinstance(place.back, ReadingBack):
        filled_in = tongue.say("What you have typed stands on it already.")
    return Scene(ChoosingFormScreen(title, rows, filled_in))


def _row(form: Form, mechanism: Mechanism, tongue: Tongue) -> FormRow:
    said = form_name(form, mechanism, tongue)
    match form:
        case Form.REQUEST:
            advice = tongue.say("You sign it. The other person is asked afterwards.")
            return FormRow(form.value, said, advice, "form")
        case Form.AUTHORISATION:
            advice = tongue.say("You sign it, and hand it in at the desk.")
            return FormRow(form.value, said, advice, "form")
        case Form.AUTHORISATION_TO_SIGN:
            advice = tongue.say("Take it home. The other person signs it, and you hand it in at the desk.")
            return FormRow(form.value, said, advice, "form-along")


def form_name(form: Form, mechanism: Mechanism, tongue: Tongue) -> str:
    match form, mechanism:
        case Form.REQUEST, Mechanism.POWER:
            return tongue.say("I ask to be allowed to act")
        case Form.REQUEST, Mechanism.POST:
            return tongue.say("I ask for access to Digital Post")
        case Form.AUTHORISATION, Mechanism.POWER:
            return tongue.say("I let somebody act for me")
        case Form.AUTHORISATION, Mechanism.POST:
            return tongue.say("I give somebody access to my Digital Post")
        case Form.AUTHORISATION_TO_SIGN, Mechanism.POWER:
            return tongue.say("Somebody lets me act for them")
        case Form.AUTHORISATION_TO_SIGN, Mechanism.POST:
            return tongue.say("Somebody gives me access to their Digital Post")


def showing_form(place: ShowingForm, tongue: Tongue) -> Scene:
    advice = tongue.say("Print it and sign by hand. Hand in all pages at the desk.")
    if place.form is Form.AUTHORISATION_TO_SIGN:
        advice = tongue.say("Print it. The other person signs by hand. Hand in all pages at the desk.")
    model = ShowingFormScreen(
        **leafing(place, tongue, tongue.code),
        label=form_name(place.form, place.back.mechanism, tongue),
        advice=advice,
    )
    return Scene(model)
