"""Outside systems, spoken to over HTTPS: the identity provider, Digital Post and the register of mandates."""

import sys

# httpx brings its command line along, and with it all that this machine has for drawing on terminals: up to 13 MB.
sys.modules.setdefault("httpx._main", None)  # pyright: ignore[reportArgumentType] - the import system's word for no

from kiosk.services.identity import MunicipalIdentityProvider  # noqa: E402
from kiosk.services.mandates import MunicipalMandateOffice  # noqa: E402
from kiosk.services.post import DigitalPost  # noqa: E402
from kiosk.services.wire import open_http  # noqa: E402

__all__ = ["DigitalPost", "MunicipalIdentityProvider", "MunicipalMandateOffice", "open_http"]
