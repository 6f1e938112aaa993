"""A certified OpenID provider of somebody else, started with node; its packages come from a lock file."""

import fcntl
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from joserfc.jwk import ECKey

from kiosk.visit.secrets import Secret

HERE = Path(__file__).parent
CLIENT_ID = "kiosk-7"
_INSTALL = ("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")


@pytest.fixture(scope="session")
def packages() -> Path:
    """``node_modules``, installed once, exactly as locked; parallel test processes wait for each other."""
    with (HERE / "package.json").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (HERE / "node_modules" / ".package-lock.json").exists():
            subprocess.run(_INSTALL, cwd=HERE, check=True, timeout=110, stdout=subprocess.DEVNULL)
    return HERE


@pytest.fixture(scope="session")
def key() -> ECKey:
    return ECKey.generate_key("P-256", {"kid": "kiosk"})


@pytest.fixture(scope="session")
def key_jwk(key: ECKey) -> Secret:
    return Secret(json.dumps(key.as_dict(private=True)))


@pytest.fixture(scope="session")
def issuer(packages: Path, key: ECKey) -> Iterator[str]:
    known = json.dumps({"client_id": CLIENT_ID, "jwk": key.as_dict(private=False)})
    with subprocess.Popen(
        ["node", "openid-provider.mjs"],
        cwd=packages,
        text=True,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as provider:
        provider.stdin.write(known + "\n")
        provider.stdin.flush()
        yield provider.stdout.readline().strip()
        provider.stdin.close()
        provider.wait(10)
