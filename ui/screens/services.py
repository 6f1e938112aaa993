"""At the services: what may be done in each area, one errand read back, and done."""

from dataclasses import dataclass, field

from kiosk.visit.acting import AskingToDo, ErrandDone, ForAnother
from kiosk.visit.mandates import Area, Privilege, ReadPost, Right, covers
from ui.screens.mandate import errand
from ui.screens.scene import Scene
from ui.screens.strip import not_covered, post_not_covered
from ui.tongue import Tongue, isolated, ltr


@dataclass(frozen=True, slots=True)
class ErrandRow:
    """``why_not`` stands beside what is greyed out; nothing, where the errand is covered."""

    area: str
    right_name: str
    said: str
    why_not: str


@dataclass(frozen=True, slots=True)
class AtServicesScreen:
    """``no_post``: why the letters are greyed out; nothing, where the mailbox is open to whoever is here."""

    errands: tuple[ErrandRow, ...]
    no_post: str


@dataclass(frozen=True, slots=True)
class AskingToDoScreen:
    title: str
    errand: str
    whose: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ErrandDoneScreen:
    said: str
    errand: str
    reference: str = field(repr=False)
    post: bool


def at_services(acting: ForAnother | None, tongue: Tongue) -> Scene:
    rows = (_row(Privilege(area, right), acting, tongue) for area in Area for right in _HERE)
    return Scene(AtServicesScreen(tuple(rows), _no_post(acting, tongue)))


def _no_post(acting: ForAnother | None, tongue: Tongue) -> str:
    if acting is None or covers(acting.mandate.scope, ReadPost.READ):
        return ""
    return post_not_covered(acting, tongue)


def asking_to_do(place: AskingToDo, acting: ForAnother | None, name: str, tongue: Tongue) -> Scene:
    whose = isolated(acting.mandate.grantor.name if acting else name)
    title = tongue.say("Is this right?")
    return Scene(AskingToDoScreen(title, errand(place.privilege, tongue), whose))


def errand_done(place: ErrandDone, acting: ForAnother | None, tongue: Tongue) -> Scene:
    handled = place.privilege.right is Right.HANDLE
    said = tongue.say("It is done") if handled else tongue.say("Here is your answer")
    reference = ltr(place.reference)
    post = not _no_post(acting, tongue)
    return Scene(ErrandDoneScreen(said, errand(place.privilege, tongue), reference, post))


_HERE = (Right.READ, Right.HANDLE)
"""Phoning is not done at the kiosk."""


def _row(privilege: Privilege, acting: ForAnother | None, tongue: Tongue) -> ErrandRow:
    covered = acting is None or covers(acting.mandate.scope, privilege)
    why_not = "" if covered or acting is None else not_covered(acting, tongue)
    return ErrandRow(privilege.area.value, privilege.right.value, errand(privilege, tongue), why_not)
