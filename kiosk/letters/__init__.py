"""From a file in a letter to pages that are safe to show and to print."""

MOTHER = ("-s", "-B", "-m", "kiosk.letters.mother")
"""How Python is told to be the mother of the presses; ``--line NUMBER`` follows."""
