"""What mandates, their areas and their rights are called, in words that the catalogues translate."""

from typing import Final

from kiosk.visit.mandates import Area, Basis, PostRight, Right
from kiosk.visit.words import words

AREAS: Final = {
    Area.RESIDENCE: words("Residence certificate"),
    Area.DOCTOR: words("Choice of doctor"),
    Area.MOVING: words("Moving house"),
    Area.HEALTH_CARD: words("Health card"),
}

RIGHTS: Final = {
    Right.READ: words("read"),
    Right.HANDLE: words("handle"),
    Right.CONTACT: words("contact"),
}

POST_RIGHTS: Final = {
    PostRight.READ: words("Read access to Digital Post"),
    PostRight.READ_AND_WRITE: words("Read and write access to Digital Post"),
}

BASES: Final = {
    Basis.POWER: words("Power of attorney"),
    Basis.GENERAL_POWER: words("General power of attorney"),
    Basis.FUTURE_POWER: words("Future power of attorney"),
    Basis.READ_ACCESS: POST_RIGHTS[PostRight.READ],
    Basis.WRITE_ACCESS: POST_RIGHTS[PostRight.READ_AND_WRITE],
    Basis.PARENT: words("Custody of a child"),
    Basis.GUARDIAN: words("Guardianship"),
    Basis.SIGNATORY: words("Right to sign for a company"),
}
