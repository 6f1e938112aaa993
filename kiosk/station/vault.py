"""The machine's own secrets, behind keyring: the key that signs for this client, and the key of the journal."""

import json
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordSetError

from kiosk.visit.secrets import Secret

if TYPE_CHECKING:
    from joserfc.jwk import ECKey

_OURS = "borgerkiosk"
_CLIENT_KEY = "client-key"
_JOURNAL_KEY = "journal-key"
_KEY_BYTES = 32


class FreshKeyring(KeyringBackend):
    """A keyring in memory that starts empty, for training. Never the desktop keyring of whoever runs it.

    The priority is below that of keyring's own last resort, so that keyring never chooses it by itself.
    """

    priority = -1  # pyright: ignore[reportAssignmentType, reportIncompatibleMethodOverride] # a classproperty there

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kept[service, username] = password


class CredentialsKeyring(KeyringBackend):
    """systemd's credentials (systemd.exec(5), LoadCredentialEncrypted=): one read-only file for each secret.

    The folder is $CREDENTIALS_DIRECTORY, the file ``borgerkiosk.client-key`` or ``borgerkiosk.journal-key``.
    Not tried: credentials sealed to a TPM by systemd-creds; here systemd has opened them already.
    """

    priority = -1  # pyright: ignore[reportAssignmentType, reportIncompatibleMethodOverride] # a classproperty there

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def get_password(self, service: str, username: str) -> str | None:
        file = self._folder / f"{service}.{username}"
        return file.read_text(encoding="utf-8").strip() if file.is_file() else None

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError(
            f"put the secret {service}.{username} into systemd's credentials; see systemd-creds(1)"
        )


class Vault:
    """The machine's secrets. One that is missing is made on first use, if the keyring lets itself be written.

    Otherwise the methods raise :class:`keyring.errors.PasswordSetError`, which names the missing credential.
    """

    def __init__(self, keyring: KeyringBackend) -> None:
        self._keyring = keyring

    def client_key(self) -> Secret:
        """The client's signing key: EC P-256, a private JWK (RFC 7517) in JSON."""
        return Secret(json.dumps(_members(self._client_key(), private=True)))

    def public_jwk(self) -> dict[str, str]:
        """What the identity provider knows of it: no ``d``; ``kid`` is the RFC 7638 thumbprint."""
        return _members(self._client_key(), private=False)

    def journal_key(self) -> bytes:
        """32 bytes that chain the journal's rows. Raises :class:`keyring.errors.KeyringError` if they are none."""
        try:
            key = bytes.fromhex(self._get_or_make(_JOURNAL_KEY, lambda: secrets.token_hex(_KEY_BYTES)))
        except ValueError:
            key = b""
        if len(key) != _KEY_BYTES:
            raise KeyringError(
                f"the secret {_OURS}.{_JOURNAL_KEY} is not {_KEY_BYTES} bytes in hexadecimal digits"
            )
        return key

    def lend_client_key(self, folder: Path) -> None:
        """Put the client key, and no other, into ``folder`` as a credential that only this user reads.

        The visit is another process: in training this is how the fresh key comes to it.
        """
        _lend(folder, _CLIENT_KEY, self._get_or_make(_CLIENT_KEY, _new_client_key))

    def lend_journal_key(self, folder: Path) -> None:
        """Put the journal's key into ``folder``, for a practice whose journal is a file and is read by others."""
        _lend(folder, _JOURNAL_KEY, self.journal_key().hex())

    def _client_key(self) -> "ECKey":
        # Whoever only wants the journal's key must not load a library for signatures.
        from joserfc.jwk import ECKey

        return ECKey.import_key(self._get_or_make(_CLIENT_KEY, _new_client_key).encode())

    def _get_or_make(self, name: str, make: Callable[[], str]) -> str:
        kept = self._keyring.get_password(_OURS, name)
        if kept is None:
            kept = make()
            # keyring wraps this method in its metaclass, untyped.
            self._keyring.set_password(_OURS, name, kept)  # pyright: ignore[reportUnknownMemberType]
        return kept


def _lend(folder: Path, name: str, secret: str) -> None:
    file = folder / f"{_OURS}.{name}"
    file.touch(mode=0o600)
    file.write_text(secret, encoding="utf-8")


def _new_client_key() -> str:
    from joserfc.jwk import ECKey

    return ECKey.generate_key("P-256").as_pem(private=True).decode()


def _members(key: "ECKey", *, private: bool) -> dict[str, str]:
    key.ensure_kid()
    return {name: str(value) for name, value in key.as_dict(private=private, use="sig", alg="ES256").items()}
