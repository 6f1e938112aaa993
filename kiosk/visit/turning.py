"""Page by page, nearer and farther: a letter on the glass, or a form."""

from dataclasses import replace
from typing import Final

from kiosk.visit.effects import AskPrinter, DrawPage
from kiosk.visit.events import Event, PageDrawn, PageTurned, PrintAsked, Zoomed
from kiosk.visit.moves import Move, go, number, stay
from kiosk.visit.states import AskingPrinter, Pages, SignedIn, Visit

ZOOMS: Final = (100, 150, 200, 300, 400)


def turn(visit: Visit, state: SignedIn, place: Pages, event: Event) -> Move:
    """What holds for all that has pages."""
    match event:
        case PageTurned(page) if 1 <= page <= place.pressed.pages and page != place.page:
            return _draw(visit, state, replace(place, page=page))
        case Zoomed(zoom) if zoom in ZOOMS and zoom != place.zoom:
            return _draw(visit, state, replace(place, zoom=zoom))
        case PageDrawn(order, picture) if order == place.wanted:
            return go(visit, state, replace(place, picture=picture, wanted=None))
        case PrintAsked():
            order = number(visit)
            return go(visit, state, AskingPrinter(order, _settled(place)), AskPrinter(order))
        case _:
            return stay(visit)


def _draw(visit: Visit, state: SignedIn, place: Pages) -> Move:
    order = number(visit)
    width = visit.limits.page_pixels * place.zoom // 100
    return go(visit, state, replace(place, wanted=order), DrawPage(order, place.page, width))


def _settled(place: Pages) -> Pages:
    """The page that is on the glass; one that was still being drawn is not waited for."""
    return replace(place, page=place.picture.page, wanted=None)
