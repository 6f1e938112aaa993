"""The municipality's identity provider, from the client's side."""

from kiosk.services.identity.provider import MunicipalIdentityProvider

__all__ = ["MunicipalIdentityProvider"]
