"""Two letters are made at once, each in a thread of the town."""

import subprocess
import sys

_LOOK = "import kiosk.training.paper; from reportlab.lib import colors; print(len(colors._namedColors or ()))"


def test_the_names_of_colours_are_known_before_the_first_letter():
    names = subprocess.run([sys.executable, "-c", _LOOK], capture_output=True, text=True, check=True).stdout
    assert int(names) > 100
