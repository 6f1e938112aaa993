"""The same person logs in once more: the screens of the way in, under words that say it is a signature."""

from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.visit.delegating import AskingToChange, ReadingBack, Settled, SigningMandate
from kiosk.visit.mandates import Basis, PostRight, Scope
from kiosk.visit.scope_words import BASES, POST_RIGHTS
from kiosk.visit.states import CheckingPassword, Identifying, InvitingCard, ProvingCard, Refused, Visit
from kiosk.visit.trouble import Trouble
from ui.screens.away import under_the_cover
from ui.screens.interrupted import TroubleScreen, refused
from ui.screens.mandate import shortened
from ui.screens.scene import Scene
from ui.screens.waiting import WaitingScreen, waiting
from ui.screens.way_in import InvitingCardScreen, way_in
from ui.tongue import Tongue, isolated


@dataclass(frozen=True, slots=True)
class SigningStrip:
    """Stands on every screen while somebody signs, beside a keyboard too: so a long name is shortened in ``title``.

    ``said``: the whole, for whoever listens.
    """

    title: str = field(repr=False)
    what: str
    said: str = field(repr=False)


def signing(visit: Visit, place: SigningMandate, tongue: Tongue) -> Scene:
    return replace(_proof(visit, place, tongue), strip=_strip(place.back, tongue))


def _proof(visit: Visit, place: SigningMandate, tongue: Tongue) -> Scene:
    match place.proof:
        case Identifying(InvitingCard()):
            return Scene(InvitingCardScreen(code_way=False))
        case Identifying(ProvingCard() | CheckingPassword() as way):
            title = tongue.say("We are taking your signature")
            return waiting(visit, way.order, WaitingScreen(title, back=False))
        case Identifying(way):
            return way_in(visit, way, tongue)
        case Refused() as proof:
            return _refused(proof, tongue)


def _refused(proof: Refused, tongue: Tongue) -> Scene:
    scene = under_the_cover(refused(proof, tongue))
    if proof.trouble is not Trouble.ANOTHER_PERSON:
        return scene
    assert isinstance(scene.model, TroubleScreen)
    model = replace(
        scene.model,
        happened=tongue.say("This is not the login that your visit began with."),
        not_meant=tongue.say("Nothing has been signed and nothing has been sent."),
        advice=tongue.say("Sign with your own card or code device, the one that you began with."),
        staff=tongue.say("Only the person whose visit it is can sign. Nobody can do it for them."),
    )
    return replace(scene, model=model)


def _strip(settled: Settled, tongue: Tongue) -> SigningStrip:
    name, scope, until = _signed(settled)
    short = shortened(name)
    title = tongue.say("You are signing: {name} may act for you", name=isolated(short))
    what = tongue.say(POST_RIGHTS[scope] if isinstance(scope, PostRight) else BASES[Basis.POWER])
    if until is not None:
        what = tongue.say("{basis}, until {day}", basis=what, day=tongue.date_said(until))
    said = (title, what) if short == name else (title, isolated(name), what)
    return SigningStrip(title, what, ". ".join(said))


def _signed(settled: Settled) -> tuple[str, Scope, date | None]:
    """Who may act, what about, until when."""
    match settled:
        case ReadingBack(draft=draft):
            return draft.name, draft.scope, draft.until
        case AskingToChange(mandate=mandate):
            return mandate.holder.name, mandate.scope, mandate.until
