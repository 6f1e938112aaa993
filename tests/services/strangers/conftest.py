"""A certified OpenID provider of somebody else, started with node; its packages come from a lock file."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from joserfc.jwk import ECKey

from kiosk.visit.secrets import Secret

HERE = Path(__file__).parent
CLIENT_ID = "kiosk-7"


@pytest.fixture(scope="session")
def packages() -> Path:
    """``node_modules``, installed once, exactly as locked."""
    if not (HERE / "node_modules" / "oidc-provider").is_dir():
        subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=HERE, check=True, timeout=90
        )
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
