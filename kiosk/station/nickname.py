"""What this machine is called where others can read it: a word that says nothing, and is the same at every start."""

import hashlib
import hmac
import socket
from pathlib import Path
from typing import Final

_MACHINE_ID: Final = Path("/etc/machine-id")
_DIGITS: Final = 8


def nickname(client_id: str, machine_id: Path = _MACHINE_ID) -> str:
    """Eight hexadecimal digits. Needs no visit and no setting of its own, so that it outlives a power cut.

    machine-id(5) is confidential and is hashed, keyed, before anybody sees it. Machines copied from one image may share
    it: ``client_id``, who the machine is to the identity provider, keeps them apart.
    """
    told = f"borgerkiosk {client_id}".encode()
    return hmac.new(_secret(machine_id), told, hashlib.sha256).hexdigest()[:_DIGITS]


def _secret(machine_id: Path) -> bytes:
    try:
        return machine_id.read_bytes().strip() or _host()
    except OSError:
        return _host()


def _host() -> bytes:
    return socket.gethostname().encode()
