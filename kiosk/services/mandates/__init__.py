"""Acting for another person, from the side of the one who asks."""

from kiosk.services.mandates.office import MunicipalMandateOffice

__all__ = ["MunicipalMandateOffice"]
