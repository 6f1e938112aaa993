"""The machine's secrets are made once, kept behind keyring, and the private one is never in the public one."""

import json

import keyring
import pytest
from joserfc import jwt
from joserfc.jwk import ECKey
from keyring.errors import KeyringError, PasswordSetError

from kiosk.station.vault import CredentialsKeyring, FreshKeyring, Vault


def test_a_fresh_vault_makes_its_keys_once():
    kept = FreshKeyring()
    first, second = Vault(kept), Vault(kept)
    assert first.client_key().text() == second.client_key().text()
    assert first.journal_key() == second.journal_key()
    assert len(first.journal_key()) == 32


def test_two_fresh_vaults_have_nothing_in_common():
    one, other = Vault(FreshKeyring()), Vault(FreshKeyring())
    assert one.client_key().text() != other.client_key().text()
    assert one.journal_key() != other.journal_key()


def test_the_public_key_fits_the_private_one_and_does_not_contain_it():
    vault = Vault(FreshKeyring())
    public = vault.public_jwk()
    assert "d" not in public
    assert public["crv"] == "P-256"
    private = json.loads(vault.client_key().text())
    token = jwt.encode({"alg": "ES256"}, {"iss": "kiosk"}, ECKey.import_key(private))
    assert jwt.decode(token, ECKey.import_key(public), algorithms=["ES256"]).claims == {"iss": "kiosk"}
    assert private == public | {"d": private["d"]}
    assert private["d"] not in repr(vault.client_key())


def test_a_lent_key_is_a_credential_that_another_process_reads(tmp_path):
    lender = Vault(FreshKeyring())
    lender.lend_client_key(tmp_path)

    (file,) = tmp_path.iterdir()
    assert file.name == "borgerkiosk.client-key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert Vault(CredentialsKeyring(tmp_path)).public_jwk() == lender.public_jwk()


def test_a_missing_credential_is_named_and_not_made(tmp_path):
    with pytest.raises(PasswordSetError, match=r"borgerkiosk\.journal-key"):
        Vault(CredentialsKeyring(tmp_path)).journal_key()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", [b"", b"00", b"00" * 31, b"00" * 33, b"no digits at all", b"\xff" * 64])
def test_a_credential_that_is_no_key_is_named(tmp_path, said):
    (tmp_path / "borgerkiosk.journal-key").write_bytes(said)
    with pytest.raises(KeyringError, match=r"borgerkiosk\.journal-key is not 32 bytes"):
        Vault(CredentialsKeyring(tmp_path)).journal_key()


def test_the_desktop_keyring_is_never_chosen_or_touched():
    Vault(FreshKeyring()).client_key()
    assert not isinstance(keyring.get_keyring(), FreshKeyring | CredentialsKeyring)
