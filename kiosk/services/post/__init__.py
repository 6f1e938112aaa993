"""Digital Post, from a view client's side."""

from kiosk.services.post.office import DigitalPost

__all__ = ["DigitalPost"]
