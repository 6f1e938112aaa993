"""Everything that is expected to go wrong: one row each, for the screen, the staff, the journal and the tests."""

import enum
from dataclasses import dataclass
from datetime import timedelta

from kiosk.visit.words import words


class Mender(enum.Enum):
    """Who can put it right."""

    CITIZEN = "citizen"
    STAFF = "staff"
    TIME = "time"


class Then(enum.Enum):
    """What the citizen can do next: say the same again, go back one place, or only end the visit."""

    AGAIN = "again"
    BACK = "back"
    END = "end"


@dataclass(frozen=True, slots=True)
class Row:
    """One trouble. ``provoke`` names the simulator switch or act that brings it about; tests follow it."""

    code: str
    mender: Mender
    then: Then
    happened: str
    not_meant: str
    do_now: str
    staff: tuple[str, ...]
    provoke: str


_NOTHING_LOST = words("Nothing is lost.")
_NOT_YOUR_FAULT = words("You have done nothing wrong.")
_STILL_THERE = words("Your letters are still there.")
_AS_SOON_AS_MENDED = words("Your letter is safe. Printing goes on when the printer is ready.")
_SHOW_CODE = words("Read the code below the message and look it up in the list of troubles.")
_OTHER_WAY = words("Offer the other way to log in, or help at the desk.")
_GO_ON = words("You can go on. Please tell the staff.")
_CHECK_NETWORK = words("Check the network cable and that other machines are online.")


def _row(
    code: str,
    mender: Mender,
    then: Then,
    happened: str,
    do_now: str,
    *staff: str,
    provoke: str,
    not_meant: str = _NOT_YOUR_FAULT,
) -> Row:
    return Row(code, mender, then, happened, not_meant, do_now, staff or (_SHOW_CODE,), provoke)


_C, _S, _T = Mender.CITIZEN, Mender.STAFF, Mender.TIME
_AGAIN, _BACK, _END = Then.AGAIN, Then.BACK, Then.END


class Trouble(enum.Enum):
    """The table. The names are stable: they stand in the journal."""

    # K: the card
    PIN_WRONG = _row(
        "K01", _C, _BACK,
        words("That was not the card's PIN."),
        words("Try again, slowly. You can see how many tries are left."),
        words("Do not ask for the PIN. Let the person type it alone."),
        not_meant=words("Your card is not blocked."),
        provoke="card: a wrong PIN",
    )  # fmt: skip
    PIN_LAST_TRY = _row(
        "K02", _C, _BACK,
        words("There is only one try left. If it is wrong, the card is blocked."),
        words("Only go on if you are sure of the PIN. Otherwise use a code device, or ask the staff."),
        _OTHER_WAY,
        not_meant=words("Your card is not blocked yet."),
        provoke="card: wrong PINs until one try is left",
    )  # fmt: skip
    PIN_BLOCKED = _row(
        "K03", _S, _END,
        words("The card is blocked, because the PIN was wrong too many times."),
        words("Take your card. You can log in with a code device, or ask the staff for a new PIN."),
        words("Only the office that issued the card can unblock it."), _OTHER_WAY,
        not_meant=_STILL_THERE,
        provoke="card: wrong PINs until none is left",
    )  # fmt: skip
    CARD_EXPIRED = _row(
        "K04", _S, _END,
        words("The card is too old. Its date has passed."),
        words("Take your card. Log in with a code device, or ask the staff for a new card."),
        words("Order a new card for the person."), _OTHER_WAY,
        provoke="card: erik-expired",
    )  # fmt: skip
    CARD_NOT_YET_VALID = _row(
        "K05", _S, _END,
        words("The card cannot be used yet. Its first day has not come."),
        words("Take your card and ask the staff."),
        words("Check the card's first day. Check that the date of this machine is right."),
        provoke="card: nina-not-yet",
    )  # fmt: skip
    CARD_REVOKED = _row(
        "K06", _S, _END,
        words("The card has been cancelled and cannot be used any more."),
        words("Take your card. Log in with a code device, or ask the staff for a new card."),
        words("A cancelled card stays cancelled. Order a new one."), _OTHER_WAY,
        provoke="card: rita-revoked",
    )  # fmt: skip
    CARD_UNKNOWN_ISSUER = _row(
        "K07", _C, _END,
        words("This card comes from somebody we do not know."),
        words("Take your card and use a citizen card, or log in with a code device."),
        _OTHER_WAY,
        provoke="card: otto-other-issuer",
    )  # fmt: skip
    CARD_WRONG_KIND = _row(
        "K08", _C, _END,
        words("You cannot log in with this kind of card."),
        words("Take it out and use your citizen card. The yellow health card and bank cards do not work here."),
        _OTHER_WAY,
        provoke="card: bank-card",
    )  # fmt: skip
    CARD_WITHOUT_CERTIFICATE = _row(
        "K09", _S, _END,
        words("The card is empty. There is nothing on it to log in with."),
        words("Take your card and ask the staff."),
        words("The card was never made ready. Order a new one."),
        provoke="card: empty-card",
    )  # fmt: skip
    CARD_DAMAGED = _row(
        "K10", _S, _END,
        words("We can read the card, but what is on it is damaged."),
        words("Take your card and ask the staff."),
        words("Try the card in another machine. If it fails there too, order a new one."),
        provoke="card: dora-damaged",
    )  # fmt: skip
    CARD_UNREADABLE = _row(
        "K11", _C, _END,
        words("We cannot read the card. Perhaps it is the wrong way round."),
        words("Take the card out. Turn it so that the gold chip goes in first, facing up."),
        words("Wipe the chip with a dry cloth and try again."),
        provoke="card: mute-card",
    )  # fmt: skip
    CARD_GONE = _row(
        "K12", _C, _END,
        words("The card came out too early."),
        words("Put the card in again and leave it there until you are done."),
        not_meant=words("Your card is not damaged."),
        provoke="card: taken out while it is read",
    )  # fmt: skip
    CARD_BUSY = _row(
        "K13", _T, _END,
        words("Another program is using the card."),
        words("Take the card out, wait a moment and put it in again."),
        words("Restart the machine if this comes back."),
        provoke="reader: another program holds the card",
    )  # fmt: skip
    TWO_CARDS = _row(
        "K14", _C, _END,
        words("There are two cards in the machine. We cannot know which one is yours."),
        words("Take both cards out and put only your own card in."),
        provoke="reader: a card in each of two readers",
    )  # fmt: skip
    ANOTHER_CARD = _row(
        "K15", _C, _END,
        words("This is not the card you started with."),
        words("For your safety the visit ends here. Start again with your own card."),
        provoke="card: another card put in while the screen is covered",
    )  # fmt: skip
    CARD_HOLDER_UNKNOWN = _row(
        "K16", _S, _END,
        words("The card is real, but the login service does not know whose it is."),
        words("Take your card and ask the staff, or log in with a code device."),
        words("The card may be so new that it is not registered yet. Try again tomorrow."), _OTHER_WAY,
        provoke="card: gudrun-unregistered",
    )  # fmt: skip
    # R: the reader
    READER_GONE = _row(
        "R01", _S, _END,
        words("The card reader is not connected."),
        words("Log in with a code device, or ask the staff."),
        words("Check that the card reader's plug is in."),
        provoke="reader: unplugged",
    )  # fmt: skip
    READER_SERVICE_DOWN = _row(
        "R02", _T, _END,
        words("The card reader is starting up again."),
        words("Wait half a minute and put the card in again, or log in with a code device."),
        words("It mends itself. If it does not within two minutes, restart the machine."),
        provoke="reader: the PC/SC daemon killed",
    )  # fmt: skip
    # L: logging in
    CODE_WRONG = _row(
        "L01", _C, _BACK,
        words("That code was not right."),
        words("Press the button on your code device and type the new code."),
        not_meant=words("Your code device is not blocked."),
        provoke="login: a wrong code",
    )  # fmt: skip
    CODE_DEVICE_SUSPENDED = _row(
        "L02", _T, _END,
        words("The code was wrong three times. The code device is paused."),
        words("Wait a quarter of an hour and try again, or log in with a card."),
        _OTHER_WAY,
        not_meant=words("Your code device is not blocked for good."),
        provoke="login: three wrong codes",
    )  # fmt: skip
    CODE_DEVICE_BLOCKED = _row(
        "L03", _S, _END,
        words("The code device is blocked."),
        words("Ask the staff for a new code device."),
        words("A blocked code device cannot be opened again. The person needs a new one."),
        not_meant=_STILL_THERE,
        provoke="login: bo-blocked",
    )  # fmt: skip
    PASSWORD_WRONG = _row(
        "L04", _C, _BACK,
        words("That password was not right."),
        words("Try again, slowly. Capital and small letters count."),
        not_meant=words("Your login is not blocked."),
        provoke="login: a wrong password",
    )  # fmt: skip
    PASSWORD_BLOCKED = _row(
        "L05", _S, _END,
        words("The password was wrong too many times and is blocked."),
        words("Ask the staff. They can help you to get a new password."),
        words("The person needs an activation code for a new password."),
        not_meant=_STILL_THERE,
        provoke="login: five wrong passwords",
    )  # fmt: skip
    USER_UNKNOWN = _row(
        "L06", _C, _BACK,
        words("We do not know that user ID."),
        words("Look at each letter and try again. A user ID is not your CPR number."),
        not_meant=_NOTHING_LOST,
        provoke="login: nobody-here",
    )  # fmt: skip
    LOGIN_ABORTED = _row(
        "L07", _C, _END,
        words("The login was stopped."),
        words("Start again when you are ready."),
        not_meant=_NOTHING_LOST,
        provoke="town: login aborted",
    )  # fmt: skip
    LOGIN_TIMED_OUT = _row(
        "L08", _C, _END,
        words("The login took too long, so it was stopped to keep you safe."),
        words("Start again. Take the time you need."),
        not_meant=_NOTHING_LOST,
        provoke="town: login session ended",
    )  # fmt: skip
    LEVEL_TOO_LOW = _row(
        "L09", _S, _END,
        words("This login is not strong enough for Digital Post."),
        words("Log in with a card or a code device, or ask the staff."),
        words("Digital Post asks for level Substantial. A password alone is level Low."),
        provoke="login: lone-password",
    )  # fmt: skip
    NO_CPR = _row(
        "L10", _S, _END,
        words("Your login has no CPR number, so there is no mailbox to open."),
        words("Ask the staff what you can do."),
        words("People without a CPR number have no Digital Post. Help at the desk."),
        provoke="login: noor-no-cpr",
    )  # fmt: skip
    LOGIN_NOT_TRUSTED = _row(
        "L11", _S, _END,
        words("The answer from the login service could not be trusted."),
        words("Do not type your code again here. Ask the staff."),
        words("Call the technician and give the code. Do not use this machine until it is mended."),
        provoke="town: token for another audience, wrong nonce, wrong signature, wrong issuer",
    )  # fmt: skip
    LOGIN_SERVICE_DOWN = _row(
        "L12", _T, _AGAIN,
        words("The login service does not answer."),
        words("Wait a moment and try again."),
        _CHECK_NETWORK,
        provoke="town: login service down",
    )  # fmt: skip
    ANOTHER_PERSON = _row(
        "L13", _C, _END,
        words("This is not the login that the screen was covered with."),
        words("Come back with the card or the code device that you began with, or end the visit."),
        words("Somebody else has covered the screen and comes back soon. If not, end the visit."),
        not_meant=words("What is behind the cover stays covered."),
        provoke="a screen that was covered by hand, and another person's card or code device",
    )  # fmt: skip
    LOGGED_IN_ELSEWHERE = _row(
        "L14", _C, _END,
        words("You are already logged in at another screen."),
        words("If that was not you, end here and tell the staff at once."),
        words("Ask if the person has left another screen without ending. If not, somebody else may have the card"
              " or the code device: help to have it blocked."),
        not_meant=_STILL_THERE,
        provoke="town: the person logged in elsewhere",
    )  # fmt: skip
    # P: the mailbox
    MAILBOX_EXEMPT = _row(
        "P01", _S, _BACK,
        words("You are exempt from Digital Post, so letters come to you on paper."),
        words("Ask the staff if you want Digital Post back."),
        words("The person can be registered again at the desk."),
        provoke="login: emma-exempt",
    )  # fmt: skip
    MAILBOX_CLOSED = _row(
        "P02", _S, _BACK,
        words("This mailbox is closed."),
        words("Ask the staff."),
        words("Look the person up: the mailbox may be closed after moving abroad."),
        words("Nobody under 15 has a mailbox yet. Letters about them are in their parents' mailboxes."),
        provoke="login: carl-closed",
    )  # fmt: skip
    MAILBOX_DOWN = _row(
        "P03", _T, _AGAIN,
        words("Digital Post does not answer just now."),
        words("Wait a moment and try again."),
        _CHECK_NETWORK,
        not_meant=_STILL_THERE,
        provoke="town: post down",
    )  # fmt: skip
    MAILBOX_SLOW = _row(
        "P04", _T, _AGAIN,
        words("Digital Post is very slow just now."),
        words("Wait a moment and try again."),
        not_meant=_STILL_THERE,
        provoke="town: post slow",
    )  # fmt: skip
    MAILBOX_CHANGED = _row(
        "P05", _C, _AGAIN,
        words("The letter was changed somewhere else, perhaps on your phone."),
        words("Press try again to see it as it is now."),
        not_meant=_STILL_THERE,
        provoke="town: letter changed elsewhere",
    )  # fmt: skip
    MAILBOX_REFUSED = _row(
        "P06", _S, _BACK,
        words("Digital Post says that you may not see this."),
        words("Go back and choose another letter, or ask the staff."),
        not_meant=_STILL_THERE,
        provoke="town: access refused",
    )  # fmt: skip
    MAILBOX_ODD = _row(
        "P07", _S, _AGAIN,
        words("Digital Post gave an answer that we do not understand."),
        words("Try again. If it comes back, ask the staff."),
        not_meant=_STILL_THERE,
        provoke="town: post talks nonsense",
    )  # fmt: skip
    SESSION_EXPIRED = _row(
        "P08", _C, _END,
        words("You have been logged in for so long that the login has run out."),
        words("Start again with your card or your code device."),
        not_meant=_STILL_THERE,
        provoke="town: access token expired",
    )  # fmt: skip
    LETTER_MISSING = _row(
        "P09", _C, _BACK,
        words("The letter is not there any more. Perhaps it was deleted on another device."),
        words("Go back and choose another letter."),
        provoke="town: letter deleted elsewhere",
    )  # fmt: skip
    # A: acting for somebody
    MANDATE_MISSING = _row(
        "A01", _C, _BACK,
        words("Nobody has let you act for them yet."),
        words("You can ask somebody here, or print a form that they sign."),
        words("Help the person to ask, or print the form. Never let them use somebody else's login."),
        provoke="town: somebody without mandates asks for whom to act",
    )  # fmt: skip
    MANDATE_EXPIRED = _row(
        "A02", _C, _BACK,
        words("Your right to act for this person has ended. Its last day has passed."),
        words("Ask the person for a new one. You can do it here."),
        words("A mandate that has ended cannot be extended. Help to ask for a new one, or print the form."),
        not_meant=_NOTHING_LOST,
        provoke="town: a mandate whose last day has passed",
    )  # fmt: skip
    MANDATE_WITHDRAWN = _row(
        "A03", _C, _BACK,
        words("The person has taken back your right to act for them."),
        words("Talk to the person. If it is a mistake, you can ask again here."),
        words("Do not go on for the person. What was done before stays done."),
        not_meant=words("What you have done until now is not undone."),
        provoke="town: the mandate is withdrawn while it is used",
    )  # fmt: skip
    MANDATE_NOT_COVERING = _row(
        "A04", _C, _BACK,
        words("Your right to act for this person does not cover this."),
        words("Choose something that it covers, or ask the person for more."),
        words("Only the person can give more. Help to ask, or print the form."),
        provoke="town: an act that the mandate does not hold",
    )  # fmt: skip
    MANDATE_AWAITED = _row(
        "A05", _C, _BACK,
        words("Your right to act for this person is not accepted yet."),
        words("It can be used as soon as both of you have said yes."),
        words("Look in the list who has to say yes. That person can do it here, at home, or on paper."),
        provoke="town: a mandate that waits for an answer",
    )  # fmt: skip
    GRANTOR_DEAD = _row(
        "A06", _S, _BACK,
        words("The person has died. Nobody can act for them here any more."),
        words("The probate court helps the family. Ask the staff for the address."),
        words("A mandate ends with the person's death. Refer to the probate court, kindly."),
        not_meant=words("You have done nothing wrong. We are sorry for your loss."),
        provoke="town: the grantor died yesterday",
    )  # fmt: skip
    MANDATES_TOO_MANY = _row(
        "A07", _S, _BACK,
        words("There are more people you may act for than this screen can show."),
        words("Ask the staff. You can still do your own affairs here."),
        words("Over two hundred mandates: this is a professional helper. Refer to the municipality's own system."),
        provoke="town: somebody with ten thousand mandates",
    )  # fmt: skip
    MANDATE_CHANGED = _row(
        "A08", _C, _AGAIN,
        words("Somebody has changed this in the meantime."),
        words("Look at it once more, and choose again."),
        provoke="town: two sessions change one mandate",
        not_meant=_NOTHING_LOST,
    )  # fmt: skip
    MANDATES_DOWN = _row(
        "A09", _T, _AGAIN,
        words("We cannot see right now for whom you may act."),
        words("Try again in a little while. Your own affairs work."),
        _CHECK_NETWORK,
        provoke="town: the register of mandates is down",
    )  # fmt: skip
    MANDATES_ODD = _row(
        "A10", _S, _BACK,
        words("We could not understand the answer about for whom you may act."),
        words("Ask the staff. Your own affairs work."),
        words("Call IT: the register of mandates answers in a form that this machine does not know."),
        provoke="town: the register answers nonsense",
    )  # fmt: skip
    MANDATE_REQUESTS_TOO_MANY = _row(
        "A11", _T, _BACK,
        words("You have sent many requests in a short time."),
        words("Wait a while before you send another one."),
        words("The register takes a few requests an hour from each person. This protects everybody."),
        provoke="town: six requests in an hour",
    )  # fmt: skip
    MANDATE_NOT_SIGNED = _row(
        "A12", _C, _AGAIN,
        words("The register did not take your signature."),
        words("Log in once more to sign. Nothing was sent."),
        not_meant=_NOTHING_LOST,
        provoke="town: the login that signs is too old",
    )  # fmt: skip
    MANDATE_DECLINED = _row(
        "A13", _C, _BACK,
        words("The answer was no: you cannot act for this person."),
        words("Talk to the person. You can ask again here."),
        words("Only the person can say yes. Help to ask again, or print the form."),
        provoke="town: a mandate that was declined",
    )  # fmt: skip
    OUTCOME_UNKNOWN = _row(
        "A14", _C, _AGAIN,
        words("We do not know whether it was done. The answer did not come."),
        words("Look first how it stands now, before you do it once more."),
        words("Look together with the person how it stands now. Doing it again may do it twice."),
        provoke="town: an answer is lost on its way back",
    )  # fmt: skip
    ACTING_RAN_OUT = _row(
        "A15", _C, _BACK,
        words("Your time to act for this person has run out at this machine."),
        words("Choose once more for whom you are here. You need not log in again."),
        words("Only the permission of this visit has run out, not the mandate. The person may choose again."),
        not_meant=_NOTHING_LOST,
        provoke="town: a token for a principal that has run out",
    )  # fmt: skip
    SERVICE_DOWN = _row(
        "A16", _T, _AGAIN,
        words("This service does not answer just now."),
        words("Wait a moment and try again."),
        _CHECK_NETWORK,
        provoke="town: the services are down",
    )  # fmt: skip
    SERVICE_ODD = _row(
        "A17", _S, _BACK,
        words("This service gave an answer that we do not understand."),
        words("Choose something else, or ask the staff."),
        words("Call IT: the service answers in a form that this machine does not know."),
        provoke="town: the services talk nonsense",
    )  # fmt: skip
    SERVICE_REFUSED = _row(
        "A18", _S, _BACK,
        words("This service says that you may not do this here."),
        words("Choose something else, or ask the staff."),
        words("Call the office that the service belongs to. The machine cannot allow it."),
        provoke="town: the services let nobody in",
    )  # fmt: skip
    REGISTER_REFUSED = _row(
        "A19", _S, _BACK,
        words("The register of who may act for whom says that you may not do this."),
        words("Ask the staff who decides this."),
        words("Under fifteen nobody can give a mandate or ask for one."),
        words("What the law, a court or another register has decided cannot be changed here."),
        provoke="town: somebody who is fourteen gives a mandate",
    )  # fmt: skip
    # B: what is in a letter
    LETTER_TOO_LARGE = _row(
        "B01", _C, _BACK,
        words("The letter is too large to be shown on this machine."),
        words("You can read it at home, or ask the staff."),
        not_meant=_STILL_THERE,
        provoke="letter: a hundred million bytes",
    )  # fmt: skip
    LETTER_BROKEN = _row(
        "B02", _C, _BACK,
        words("The letter is damaged. The sender made a mistake."),
        words("Call the sender and ask for a new letter. You can look at the other letters."),
        not_meant=_NOT_YOUR_FAULT,
        provoke="letter: a PDF that is not a PDF",
    )  # fmt: skip
    LETTER_LOCKED = _row(
        "B03", _C, _BACK,
        words("The letter is locked with a password by the sender."),
        words("Call the sender and ask for a letter without a password."),
        provoke="letter: a PDF with a password",
    )  # fmt: skip
    LETTER_UNSHOWABLE = _row(
        "B04", _C, _BACK,
        words("This kind of file cannot be shown here."),
        words("Open it at home, or call the sender and ask for the letter as PDF."),
        not_meant=_STILL_THERE,
        provoke="letter: a zip file",
    )  # fmt: skip
    LETTER_EMPTY = _row(
        "B05", _C, _BACK,
        words("There is nothing in this letter. The file is empty."),
        words("Call the sender and ask for a new letter."),
        provoke="letter: a file of no bytes",
    )  # fmt: skip
    LETTER_TOO_HARD = _row(
        "B06", _C, _BACK,
        words("The letter took too long to open, so we stopped."),
        words("You can read it at home, or call the sender."),
        not_meant=_STILL_THERE,
        provoke="letter: a PDF made to hang",
    )  # fmt: skip
    # U: paper
    PAPER_OUT = _row(
        "U01", _S, _BACK,
        words("The printer has no more paper."),
        words("Ask the staff to put paper in."),
        words("Open the tray, put in A4 paper, close the tray."),
        not_meant=_AS_SOON_AS_MENDED,
        provoke="printer: media-empty",
    )  # fmt: skip
    PAPER_JAM = _row(
        "U02", _S, _BACK,
        words("Paper is stuck in the printer."),
        words("Ask the staff. They can take it out. Do not pull the paper yourself."),
        words("Open the cover, pull the paper out slowly, close the cover. Give all pages to the person."),
        not_meant=_AS_SOON_AS_MENDED,
        provoke="printer: media-jam",
    )  # fmt: skip
    PAPER_WRONG = _row(
        "U03", _S, _BACK,
        words("The printer has the wrong paper in it."),
        words("Ask the staff to put A4 paper in."),
        words("Put A4 paper in the tray and set the tray to A4."),
        not_meant=_AS_SOON_AS_MENDED,
        provoke="printer: media-needed",
    )  # fmt: skip
    PRINTER_COVER_OPEN = _row(
        "U04", _S, _BACK,
        words("A cover on the printer is open."),
        words("Ask the staff to close it."),
        words("Close all covers until they click."),
        not_meant=_AS_SOON_AS_MENDED,
        provoke="printer: cover-open",
    )  # fmt: skip
    PRINTER_TONER_OUT = _row(
        "U05", _S, _BACK,
        words("The printer has no more ink powder."),
        words("Ask the staff."),
        words("Put in a new toner cartridge."),
        not_meant=_AS_SOON_AS_MENDED,
        provoke="printer: toner-empty",
    )  # fmt: skip
    PRINTER_FULL = _row(
        "U06", _C, _BACK,
        words("The tray where the paper comes out is full."),
        words("Take your pages out of the tray."),
        words("Empty the output tray. Give pages that nobody takes to the shredder."),
        not_meant=_AS_SOON_AS_MENDED,
        provoke="printer: output-area-full",
    )  # fmt: skip
    PRINTER_OFFLINE = _row(
        "U07", _S, _AGAIN,
        words("The printer does not answer."),
        words("Ask the staff to look at the printer."),
        words("Check that the printer is switched on and its cable is in."),
        not_meant=_STILL_THERE,
        provoke="printer: switched off",
    )  # fmt: skip
    PRINTER_BUSY = _row(
        "U08", _T, _AGAIN,
        words("The printer is busy."),
        words("Wait a moment."),
        not_meant=_STILL_THERE,
        provoke="printer: busy with another job",
    )  # fmt: skip
    PRINTER_ODD = _row(
        "U09", _S, _AGAIN,
        words("The printer gave an answer that we do not understand."),
        words("Ask the staff to look at the printer."),
        words("Switch the printer off and on. If it comes back, call the technician."),
        not_meant=_STILL_THERE,
        provoke="printer: talks nonsense",
    )  # fmt: skip
    PRINTER_STOPPED = _row(
        "U10", _S, _BACK,
        words("The printer has stopped."),
        words("Ask the staff to look at the printer."),
        words("Read the printer's own display and do what it says."),
        not_meant=_STILL_THERE,
        provoke="printer: other",
    )  # fmt: skip
    # M: the machine
    CLOCK_WRONG = _row(
        "M01", _S, _END,
        words("The clock of this machine is wrong, so nobody can log in safely."),
        words("Use another machine, or ask the staff."),
        words("Check the network. The machine sets its own clock when it is online."),
        provoke="town: clock an hour ahead",
    )  # fmt: skip
    NETWORK_GONE = _row(
        "M02", _T, _AGAIN,
        words("The machine has lost its network."),
        words("Wait a moment and try again."),
        _CHECK_NETWORK,
        not_meant=_NOTHING_LOST,
        provoke="town: switched off",
    )  # fmt: skip
    DISK_FULL = _row(
        "M03", _S, _AGAIN,
        words("The disk of this machine is full."),
        _GO_ON,
        words("Call IT: the disk with the journal is full. The notes wait in memory until there is room again."),
        provoke="machine: no room left where the journal is kept",
    )  # fmt: skip
    JOURNAL_HELD_UP = _row(
        "M04", _S, _AGAIN,
        words("This machine cannot write its notes at the moment."),
        _GO_ON,
        words("Call IT: the journal may not be written, or another program holds it. The notes wait in memory."),
        provoke="machine: the journal locked, or read-only",
    )  # fmt: skip
    JOURNAL_BROKEN = _row(
        "M05", _S, _AGAIN,
        words("The notes of this machine were damaged, so it began new ones."),
        _GO_ON,
        words("Call IT: the damaged journal lies beside the new one under another name. Keep it and look into it."),
        provoke="machine: the journal overwritten with noise",
    )  # fmt: skip
    JOURNAL_WITHOUT_KEY = _row(
        "M06", _S, _AGAIN,
        words("This machine cannot seal its notes."),
        _GO_ON,
        words("Call IT: the journal's key is missing from the machine's credentials. The notes wait in memory."),
        provoke="machine: started without the journal's key",
    )  # fmt: skip
    OUT_OF_ORDER = _row(
        "M10", _S, _END,
        words("This machine is out of order."),
        words("Please ask the staff."),
        words("The machine tries again by itself. If this stays, restart it; if that does not help, call IT."),
        provoke="machine: three visits killed within ten minutes",
    )  # fmt: skip

    @property
    def row(self) -> Row:
        return self.value


class TroubleError(Exception):
    """How an adapter says that something expected went wrong; only the runner catches it.

    ``tries_left`` after a wrong PIN, code or password, as the card or the provider says it. ``wait`` until a new
    attempt makes sense. Raise it ``from`` the cause, whose message nobody prints.
    """

    def __init__(
        self, trouble: Trouble, *, tries_left: int | None = None, wait: timedelta | None = None
    ) -> None:
        super().__init__(trouble.name)
        self.trouble = trouble
        self.tries_left = tries_left
        self.wait = wait
