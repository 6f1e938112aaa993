"""A chime that is not heard: it counts how often it rang."""


class SimulatedChime:
    """Rings in numbers: on machines without a loudspeaker, in practice, and in tests."""

    def __init__(self) -> None:
        self.rung = 0

    def ring(self) -> None:
        self.rung += 1
