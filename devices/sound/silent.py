"""A chime that is not heard: it counts how often it rang."""


class SilentChime:
    """Rings in numbers, where there is no loudspeaker: a kiosk without one, and a test."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1
