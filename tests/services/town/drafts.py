"""What somebody sends to the register to give a mandate, or to ask for one."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from kiosk.training.people import PEOPLE

DENMARK = ZoneInfo("Europe/Copenhagen")
TODAY = datetime.now(DENMARK).date()
SOON = str(TODAY + timedelta(days=90))
HILDA = {"name": "Hilda Ravn", "cpr": PEOPLE["hilda-helped"].cpr}
ANNA = {"name": "Anna Sørensen", "cpr": PEOPLE["anna"].cpr}


def draft(role: str = "holder", **changed: object) -> dict[str, object]:
    """To Hilda, about her doctor; a member that is changed to nothing is left out."""
    privileges = ["urn:dk:sandbox:kiosk:doctor:read"]
    made = {"role": role, "other": HILDA, "privileges": privileges, "until": SOON, **changed}
    return {name: value for name, value in made.items() if value is not None}
