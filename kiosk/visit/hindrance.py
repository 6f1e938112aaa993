"""From a trouble inside a session to the place that explains it."""

from kiosk.visit.events import Said
from kiosk.visit.moves import Move, move
from kiosk.visit.post import Letter
from kiosk.visit.states import Before, Hindered, SignedIn, Visit
from kiosk.visit.trouble import Trouble
from kiosk.visit.troubles.row import Then


def hinder(
    visit: Visit,
    state: SignedIn,
    trouble: Trouble,
    before: Before | None,
    said: Said | None,
    letter: Letter | None = None,
) -> Move:
    """Keep the place where the trouble's row says that the visit may go on; offer it again where that may help."""
    match trouble.row.then:
        case Then.END:
            place = Hindered(trouble)
        case Then.BACK:
            place = Hindered(trouble, before, None, letter)
        case Then.AGAIN:
            place = Hindered(trouble, before, said, letter)
    return move(visit, SignedIn(state.session, place))
