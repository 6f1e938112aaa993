"""What we build on: each with a reason, all pinned with hashes, and the lock files in step."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

Pins = dict[str, str]


def pins_of(lock: Path) -> Pins:
    blocks = re.split(r"\n(?=[a-z0-9])", lock.read_text())
    pinned = [block for block in blocks if re.match(r"[a-z0-9._-]+==", block)]
    assert all("--hash=sha256:" in block for block in pinned)
    return dict(re.match(r"([\w.-]+)==([^\s;]+)", block).groups() for block in pinned)


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text())


@pytest.fixture(scope="module")
def for_use(project):
    return [Requirement(text) for text in project["project"]["dependencies"]]


@pytest.fixture(scope="module")
def for_work(project):
    return [Requirement(text) for text in project["dependency-groups"]["dev"]]


def test_every_dependency_has_a_line_of_reason(root, for_use, for_work):
    reasons = (root / "docs/decisions/0001-dependencies.md").read_text()
    lines = dict(re.findall(r"^\| `([\w.-]+)` \| (.+) \|$", reasons, re.MULTILINE))
    wanted = {requirement.name for requirement in for_use + for_work}
    assert set(lines) == wanted


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_file_pins_what_the_project_asks_for(root, for_use, for_work, lock):
    pins = pins_of(root / lock)
    wanted = for_use if lock == "requirements.lock" else for_use + for_work
    astray = [
        str(need) for need in wanted if pins.get(canonicalize_name(need.name), "0") not in need.specifier
    ]
    assert astray == [], "run ./dev lock"


def test_both_lock_files_pin_the_same_versions(root):
    use, work = pins_of(root / "requirements.lock"), pins_of(root / "requirements-dev.lock")
    assert use.items() <= work.items()


def test_work_tools_do_not_reach_the_kiosk(root, for_work):
    use = pins_of(root / "requirements.lock")
    assert [need.name for need in for_work if canonicalize_name(need.name) in use] == []
