"""Outside systems, spoken to over HTTPS: the identity provider and Digital Post."""

from kiosk.services.identity import MunicipalIdentityProvider
from kiosk.services.post import DigitalPost
from kiosk.services.wire import open_http

__all__ = ["DigitalPost", "MunicipalIdentityProvider", "open_http"]
