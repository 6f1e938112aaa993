"""What is read where a law, a court or another register has decided: to ask the person would be in vain."""

from typing import Final

from kiosk.visit.mandates import Basis
from kiosk.visit.troubles.row import Decided
from kiosk.visit.words import words

_OVER: Final = words("Your right to act for this person has ended.")

_COURT: Final = words("A court or an authority decides who is a guardian. Ask the staff.")
_NO_WARD: Final = words(
    "Never ask the ward for a mandate. Refer to the Agency of Family Law, or to the court that decided."
)
_COMPANY: Final = words("The register of companies (CVR) says who signs for a company. Ask the company.")
_CVR: Final = words(
    "Look in CVR who may sign. A company lets somebody else act for it in MitID Erhverv, not here."
)
_FUTURE: Final = words("An authority puts a future power of attorney into force. Ask the staff.")
_AGENCY: Final = words("The person cannot give a new one any more. Refer to the Agency of Family Law.")

EXPIRED: Final = (
    Decided(
        Basis.PARENT,
        words("At 15 young people get a mailbox of their own. They can let you read it, here or at home."),
        words(
            "What parents may do ends by itself at 15. Only the young person can let them read now: "
            "here, at home, or on paper."
        ),
    ),
    Decided(Basis.GUARDIAN, _COURT, _NO_WARD),
    Decided(Basis.SIGNATORY, _COMPANY, _CVR),
    Decided(Basis.FUTURE_POWER, _FUTURE, _AGENCY),
)
"""Its last day has passed."""

WITHDRAWN: Final = (
    Decided(
        Basis.PARENT,
        words("The law says what parents may do for a child. Ask the staff."),
        words("Custody stands in the CPR register. Never ask the child. Refer to the Agency of Family Law."),
        _OVER,
    ),
    Decided(Basis.GUARDIAN, _COURT, _NO_WARD, _OVER),
    Decided(Basis.SIGNATORY, _COMPANY, _CVR, words("Your right to act for this company has ended.")),
    Decided(Basis.FUTURE_POWER, _FUTURE, _AGENCY, _OVER),
)
"""The other register has taken it back, and not the person."""

NOT_COVERING: Final = (
    Decided(
        Basis.PARENT,
        words("Choose something that it covers. The law says what parents may do for a child."),
        words("A child cannot give a parent more. For anything else, refer to the office that it is about."),
    ),
    Decided(
        Basis.GUARDIAN,
        words("Choose something that it covers. Whoever made you a guardian decided what you may do."),
        words(
            "A ward cannot give a guardian more. For anything else, refer to the Agency of Family Law, "
            "or to the court that decided."
        ),
    ),
    Decided(
        Basis.SIGNATORY,
        words("Choose something that it covers, or ask the company."),
        _CVR,
        words("Your right to act for this company does not cover this."),
    ),
    Decided(
        Basis.FUTURE_POWER,
        words("Choose something that it covers, or print a form. You sign it yourself."),
        words(
            "The person cannot give more any more. Whoever holds a future power of attorney that is in force "
            "signs the request themselves: look at both at the desk."
        ),
    ),
)
"""It is in force, but not for this."""
