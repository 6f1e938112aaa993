"""Read by Python at its start: hides what only developers have, so that the kiosk runs as on an installed machine.

httpx loads a command line of its own, and with it rich and pygments, wherever they are installed.
"""

import sys

for name in ("pygments", "rich"):
    sys.modules[name] = None  # the import system reads it as "not there"
