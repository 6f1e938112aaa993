"""Acting for somebody: mandates, their register, and the services."""

from typing import Final

from kiosk.visit.troubles import decided
from kiosk.visit.troubles.row import AGAIN, BACK, CHECK_NETWORK, CITIZEN, NOTHING_LOST, STAFF, TIME, row
from kiosk.visit.words import words

MANDATE_MISSING: Final = row(
    "A01", CITIZEN, BACK,
    words("Nobody has let you act for them yet."),
    words("You can ask somebody here, or print a form that they sign."),
    words("Help the person to ask, or print the form. Never let them use somebody else's login."),
    provoke="town: somebody without mandates asks for whom to act",
)  # fmt: skip
MANDATE_EXPIRED: Final = row(
    "A02", CITIZEN, BACK,
    words("Your right to act for this person has ended. Its last day has passed."),
    words("Ask the person for a new one. You can do it here."),
    words("A mandate that has ended cannot be extended. Help to ask for a new one, or print the form."),
    not_meant=NOTHING_LOST,
    provoke="town: a mandate whose last day has passed",
    decided=decided.EXPIRED,
)  # fmt: skip
MANDATE_WITHDRAWN: Final = row(
    "A03", CITIZEN, BACK,
    words("The person has taken back your right to act for them."),
    words("Talk to the person. If it is a mistake, you can ask again here."),
    words("Do not go on for the person. What was done before stays done."),
    not_meant=words("What you have done until now is not undone."),
    provoke="town: the mandate is withdrawn while it is used",
    decided=decided.WITHDRAWN,
)  # fmt: skip
MANDATE_NOT_COVERING: Final = row(
    "A04", CITIZEN, BACK,
    words("Your right to act for this person does not cover this."),
    words("Choose something that it covers, or ask the person for more."),
    words("Only the person can give more. Help to ask, or print the form."),
    provoke="town: an act that the mandate does not hold",
    decided=decided.NOT_COVERING,
)  # fmt: skip
MANDATE_AWAITED: Final = row(
    "A05", CITIZEN, BACK,
    words("Your right to act for this person is not accepted yet."),
    words("It can be used as soon as both of you have said yes."),
    words("Look in the list who has to say yes. That person can do it here, at home, or on paper."),
    provoke="town: a mandate that waits for an answer",
)  # fmt: skip
GRANTOR_DEAD: Final = row(
    "A06", STAFF, BACK,
    words("The person has died. Nobody can act for them here any more."),
    words("The probate court helps the family. Ask the staff for the address."),
    words("A mandate ends with the person's death. Refer to the probate court, kindly."),
    not_meant=words("You have done nothing wrong. We are sorry for your loss."),
    provoke="town: the grantor died yesterday",
)  # fmt: skip
MANDATES_TOO_MANY: Final = row(
    "A07", STAFF, BACK,
    words("There are more people you may act for than this screen can show."),
    words("Ask the staff. You can still do your own affairs here."),
    words("Over two hundred mandates: this is a professional helper. Refer to the municipality's own system."),
    provoke="town: somebody with ten thousand mandates",
)  # fmt: skip
MANDATE_CHANGED: Final = row(
    "A08", CITIZEN, AGAIN,
    words("Somebody has changed this in the meantime."),
    words("Look at it once more, and choose again."),
    provoke="town: two sessions change one mandate",
    not_meant=NOTHING_LOST,
)  # fmt: skip
MANDATES_DOWN: Final = row(
    "A09", TIME, AGAIN,
    words("We cannot see right now for whom you may act."),
    words("Try again in a little while. Your own affairs work."),
    CHECK_NETWORK,
    provoke="town: the register of mandates is down",
)  # fmt: skip
MANDATES_ODD: Final = row(
    "A10", STAFF, BACK,
    words("We could not understand the answer about for whom you may act."),
    words("Ask the staff. Your own affairs work."),
    words("Call IT: the register of mandates answers in a form that this machine does not know."),
    provoke="town: the register answers nonsense",
)  # fmt: skip
MANDATE_REQUESTS_TOO_MANY: Final = row(
    "A11", TIME, BACK,
    words("You have sent many requests in a short time."),
    words("Wait a while before you send another one."),
    words("The register takes a few requests an hour from each person. This protects everybody."),
    provoke="town: six requests in an hour",
)  # fmt: skip
MANDATE_NOT_SIGNED: Final = row(
    "A12", CITIZEN, AGAIN,
    words("The register did not take your signature."),
    words("Log in once more to sign. Nothing was sent."),
    not_meant=NOTHING_LOST,
    provoke="town: the login that signs is too old",
)  # fmt: skip
MANDATE_DECLINED: Final = row(
    "A13", CITIZEN, BACK,
    words("The answer was no: you cannot act for this person."),
    words("Talk to the person. You can ask again here."),
    words("Only the person can say yes. Help to ask again, or print the form."),
    provoke="town: a mandate that was declined",
)  # fmt: skip
OUTCOME_UNKNOWN: Final = row(
    "A14", CITIZEN, AGAIN,
    words("We do not know whether it was done. The answer did not come."),
    words("Look first how it stands now, before you do it once more."),
    words("Look together with the person how it stands now. Doing it again may do it twice."),
    provoke="town: an answer is lost on its way back",
)  # fmt: skip
ACTING_RAN_OUT: Final = row(
    "A15", CITIZEN, BACK,
    words("Your time to act for this person has run out at this machine."),
    words("Choose once more for whom you are here. You need not log in again."),
    words("Only the permission of this visit has run out, not the mandate. The person may choose again."),
    not_meant=NOTHING_LOST,
    provoke="town: a token for a principal that has run out",
)  # fmt: skip
SERVICE_DOWN: Final = row(
    "A16", TIME, AGAIN,
    words("This service does not answer just now."),
    words("Wait a moment and try again."),
    CHECK_NETWORK,
    provoke="town: the services are down",
)  # fmt: skip
SERVICE_ODD: Final = row(
    "A17", STAFF, BACK,
    words("This service gave an answer that we do not understand."),
    words("Choose something else, or ask the staff."),
    words("Call IT: the service answers in a form that this machine does not know."),
    provoke="town: the services talk nonsense",
)  # fmt: skip
SERVICE_REFUSED: Final = row(
    "A18", STAFF, BACK,
    words("This service says that you may not do this here."),
    words("Choose something else, or ask the staff."),
    words("Call the office that the service belongs to. The machine cannot allow it."),
    provoke="town: the services let nobody in",
)  # fmt: skip
REGISTER_REFUSED: Final = row(
    "A19", STAFF, BACK,
    words("The register of who may act for whom says that you may not do this."),
    words("Ask the staff who decides this."),
    words("Under fifteen nobody can give a mandate or ask for one."),
    words("What the law, a court or another register has decided cannot be changed here."),
    provoke="town: somebody who is fourteen gives a mandate",
)  # fmt: skip
MANDATE_OF_NO_USE: Final = row(
    "A20", CITIZEN, BACK,
    words("You may act for this person, but not at this machine."),
    words("Ask the staff where you can do it."),
    words("It may be for phoning or coming in person, or for services that this machine does not have."),
    words("Look it up in the register, or call the office that it is about."),
    provoke="town: somebody who may only phone for another",
)  # fmt: skip
