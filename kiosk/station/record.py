"""The machine's record: its journal put together from the settings, with its key, and with the staff who are told."""

import os
import sqlite3
import sys
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

from kiosk.station.aside import Aside, NoAnswerError
from kiosk.station.bare import CREDENTIALS
from kiosk.station.keeping import KeptJournal, meaning
from kiosk.station.scribe import Scribe
from kiosk.station.settings import Settings
from kiosk.visit.trouble import Trouble, TroubleError

_PATIENCE: Final = timedelta(seconds=5)


def begin_record(settings: Settings) -> Scribe:
    """Who writes the notes of this machine. Before there are threads: the key is asked for in a fork."""
    asked = Aside(lambda: journal_key(settings))

    def key() -> bytes:
        try:
            return asked.answer()
        except NoAnswerError as error:
            raise TroubleError(Trouble.JOURNAL_WITHOUT_KEY) from error

    return Scribe(KeptJournal(settings.journal, key, settings.journal_kept), tell_staff)


def journal_key(settings: Settings) -> bytes:
    """Raises :class:`keyring.errors.KeyringError`, which names what is missing or is no key.

    A journal in memory has a key that lasts as long as it does.
    """
    from kiosk.station.vault import CredentialsKeyring, FreshKeyring, Vault

    kept = (
        FreshKeyring()
        if settings.journal is None
        else CredentialsKeyring(Path(os.environ.get(CREDENTIALS, "/nowhere")))
    )
    return Vault(kept).journal_key()


def look_at_journal(settings: Settings) -> str:
    """In one sentence; raises :class:`TroubleError` when notes could not be written now. Nothing is set aside."""
    from keyring.errors import KeyringError

    from kiosk.station.journal import Journal, NotOursError

    try:
        key = journal_key(settings)
        if settings.journal is None:
            return "in memory, gone with the program"
        if not settings.journal.exists():
            return _look_at_folder(settings.journal.parent)
        with closing(Journal(settings.journal, key, _PATIENCE)) as journal:
            return f"{settings.journal}, {journal.probe():,} rows"
    except KeyringError as error:
        raise TroubleError(Trouble.JOURNAL_WITHOUT_KEY) from error
    except (sqlite3.Error, NotOursError) as error:
        raise TroubleError(meaning(error, settings.journal)) from error


def _look_at_folder(folder: Path) -> str:
    if not os.access(folder, os.W_OK | os.X_OK):
        raise TroubleError(Trouble.JOURNAL_HELD_UP)
    return f"will be begun in {folder}"


def tell_staff(trouble: Trouble | None) -> None:
    """On standard error, which systemd keeps for IT. That nobody listens there is no reason to stop."""
    if trouble is None:
        says = "The journal is written again."
    else:
        says = " ".join((trouble.row.code, trouble.row.happened, *trouble.row.staff))
    with suppress(OSError):
        print(says, file=sys.stderr, flush=True)
