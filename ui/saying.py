"""Everything a citizen can say with the glass: one slot for each event."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kiosk.visit.secrets import Secret

if TYPE_CHECKING:
    from kiosk.visit.events import Said
    from kiosk.visit.mandates import Privilege


def _events():
    """Late: they are many, and the first picture needs none."""
    from kiosk.visit import events

    return events


def _privilege(area: str, right: str) -> "Privilege":
    from kiosk.visit.mandates import Area, Privilege, Right

    return Privilege(Area(area), Right(right))


class Saying(QObject):
    """Turns what QML calls into events for ``say``.

    ``last_letter`` and ``last_mandate`` are the ones that were chosen last.
    """

    def __init__(self, say: Callable[["Said"], None]) -> None:
        super().__init__()
        self._say = say
        self.last_letter = ""
        self.last_mandate = ""

    @Slot(str)
    def chooseLanguage(self, language: str) -> None:  # noqa: N802
        self._say(_events().LanguageChosen(language))

    @Slot(bool)
    def chooseMoreTime(self, more: bool) -> None:  # noqa: N802
        from kiosk.visit.limits import Pace

        self._say(_events().PaceChosen(Pace.UNHURRIED if more else Pace.USUAL))

    @Slot()
    def chooseCardWay(self) -> None:  # noqa: N802
        self._say(_events().CardWayChosen())

    @Slot()
    def chooseCodeWay(self) -> None:  # noqa: N802
        self._say(_events().CodeWayChosen())

    @Slot(str)
    def givePin(self, pin: str) -> None:  # noqa: N802
        self._say(_events().PinGiven(Secret(pin)))

    @Slot(str)
    def giveUserId(self, user_id: str) -> None:  # noqa: N802
        self._say(_events().UserIdGiven(Secret(user_id)))

    @Slot(str)
    def giveCode(self, code: str) -> None:  # noqa: N802
        self._say(_events().CodeGiven(Secret(code)))

    @Slot(str)
    def givePassword(self, password: str) -> None:  # noqa: N802
        self._say(_events().PasswordGiven(Secret(password)))

    @Slot()
    def acceptMoving(self) -> None:  # noqa: N802
        self._say(_events().MovingAccepted())

    @Slot()
    def chooseMyself(self) -> None:  # noqa: N802
        self._forget_last()
        self._say(_events().MyselfChosen())

    @Slot(str)
    def choosePrincipal(self, mandate_id: str) -> None:  # noqa: N802
        self._forget_last()
        self._say(_events().PrincipalChosen(mandate_id))

    @Slot()
    def askToSwitch(self) -> None:  # noqa: N802
        self._forget_last()
        self._say(_events().SwitchAsked())

    def _forget_last(self) -> None:
        """What was looked at for the one is nothing to whoever comes next."""
        self.last_letter = self.last_mandate = ""

    @Slot()
    def askForServices(self) -> None:  # noqa: N802
        self._say(_events().ServicesAsked())

    @Slot()
    def askForPost(self) -> None:  # noqa: N802
        self._say(_events().PostAsked())

    @Slot(str, str)
    def chooseErrand(self, area: str, right: str) -> None:  # noqa: N802
        self._say(_events().ErrandChosen(_privilege(area, right)))

    @Slot()
    def confirmErrand(self) -> None:  # noqa: N802
        self._say(_events().ErrandConfirmed())

    @Slot()
    def askForMandates(self) -> None:  # noqa: N802
        self._say(_events().MandatesAsked())

    @Slot()
    def askForExplanation(self) -> None:  # noqa: N802
        self._say(_events().ExplanationAsked())

    @Slot()
    def chooseGiving(self) -> None:  # noqa: N802
        self._say(_events().GivingChosen())

    @Slot()
    def chooseRequesting(self) -> None:  # noqa: N802
        self._say(_events().RequestingChosen())

    @Slot()
    def choosePower(self) -> None:  # noqa: N802
        self._say(_events().PowerChosen())

    @Slot()
    def choosePostAccess(self) -> None:  # noqa: N802
        self._say(_events().PostAccessChosen())

    @Slot(str, str)
    def tickPrivilege(self, area: str, right: str) -> None:  # noqa: N802
        self._say(_events().PrivilegeTicked(_privilege(area, right)))

    @Slot(bool)
    def choosePostRight(self, write: bool) -> None:  # noqa: N802
        from kiosk.visit.mandates import PostRight

        self._say(_events().PostRightChosen(PostRight.READ_AND_WRITE if write else PostRight.READ))

    @Slot()
    def confirmScope(self) -> None:  # noqa: N802
        self._say(_events().ScopeConfirmed())

    @Slot(str)
    def giveOtherCpr(self, digits: str) -> None:  # noqa: N802
        self._say(_events().OtherCprGiven(Secret(digits)))

    @Slot(str)
    def giveOtherName(self, name: str) -> None:  # noqa: N802
        self._say(_events().OtherNameGiven(Secret(name)))

    @Slot(str)
    def chooseUntil(self, until: str) -> None:  # noqa: N802
        self._say(_events().UntilChosen(date.fromisoformat(until)))

    @Slot()
    def askToSign(self) -> None:  # noqa: N802
        self._say(_events().SigningAsked())

    @Slot(str)
    def chooseMandate(self, mandate_id: str) -> None:  # noqa: N802
        self.last_mandate = mandate_id
        self._say(_events().MandateChosen(mandate_id))

    @Slot()
    def askToAccept(self) -> None:  # noqa: N802
        self._say(_events().AcceptingAsked())

    @Slot()
    def askToDecline(self) -> None:  # noqa: N802
        self._say(_events().DecliningAsked())

    @Slot()
    def askToWithdraw(self) -> None:  # noqa: N802
        self._say(_events().WithdrawingAsked())

    @Slot()
    def askForForm(self) -> None:  # noqa: N802
        self._say(_events().FormAsked())

    @Slot(str)
    def chooseForm(self, form: str) -> None:  # noqa: N802
        from kiosk.visit.mandates import Form

        self._say(_events().FormChosen(Form(form)))

    @Slot(str)
    def chooseFolder(self, folder_id: str) -> None:  # noqa: N802
        self._say(_events().FolderChosen(folder_id))

    @Slot(int)
    def chooseListPage(self, page: int) -> None:  # noqa: N802
        self._say(_events().ListPageChosen(page))

    @Slot()
    def askToSearch(self) -> None:  # noqa: N802
        self._say(_events().SearchAsked())

    @Slot(str)
    def giveSearch(self, words: str) -> None:  # noqa: N802
        self._say(_events().SearchGiven(Secret(words)))

    @Slot()
    def clearSearch(self) -> None:  # noqa: N802
        self._say(_events().SearchCleared())

    @Slot(str)
    def chooseLetter(self, letter_id: str) -> None:  # noqa: N802
        self.last_letter = letter_id
        self._say(_events().LetterChosen(letter_id))

    @Slot()
    def acceptServing(self) -> None:  # noqa: N802
        self._say(_events().ServingAccepted())

    @Slot(int)
    def chooseDocument(self, index: int) -> None:  # noqa: N802
        self._say(_events().DocumentChosen(index))

    @Slot(int)
    def turnPage(self, page: int) -> None:  # noqa: N802
        self._say(_events().PageTurned(page))

    @Slot(int)
    def zoom(self, zoom: int) -> None:
        self._say(_events().Zoomed(zoom))

    @Slot()
    def askToPrint(self) -> None:  # noqa: N802
        self._say(_events().PrintAsked())

    @Slot(bool)
    def chooseSides(self, two: bool) -> None:  # noqa: N802
        from kiosk.visit.paper import Sides

        self._say(_events().SidesChosen(Sides.TWO if two else Sides.ONE))

    @Slot()
    def confirmPrint(self) -> None:  # noqa: N802
        self._say(_events().PrintConfirmed())

    @Slot()
    def stopPrinting(self) -> None:  # noqa: N802
        self._say(_events().PrintStopped())

    @Slot()
    def goBack(self) -> None:  # noqa: N802
        self._say(_events().WentBack())

    @Slot()
    def tryAgain(self) -> None:  # noqa: N802
        self._say(_events().TriedAgain())

    @Slot()
    def askToEnd(self) -> None:  # noqa: N802
        self._say(_events().EndAsked())

    @Slot()
    def stayHere(self) -> None:  # noqa: N802
        self._say(_events().StillHere())

    @Slot()
    def goOnWithoutVoice(self) -> None:  # noqa: N802
        self._say(_events().VoiceForgone())

    @Slot()
    def coverScreen(self) -> None:  # noqa: N802
        self._say(_events().CoverAsked())

    @Slot()
    def comeBack(self) -> None:  # noqa: N802
        self._say(_events().CameBack())

    @Slot()
    def takeThings(self) -> None:  # noqa: N802
        self._say(_events().ThingsTaken())
