"""The first word a visit hears, heard before anything else is loaded: is it wanted on the glass at once?"""

import select


def is_called(wire: str) -> bool:
    """Whether something was said already on ``--wire IN,OUT``. What it was, the wire itself reads later.

    The supervisor says nothing to a spare before it wants it; to a visit that starts cold it has said Show before the
    process began.
    """
    return bool(select.select([int(wire.partition(",")[0])], [], [], 0)[0])
