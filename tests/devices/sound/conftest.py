"""Headphones that keep what they play."""

from pathlib import Path

import pytest


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a loudspeaker would have played: ALSA's file plugin, https://www.alsa-project.org/alsa-doc/alsa-lib."""
    played, settings = tmp_path / "played", tmp_path / "asound.conf"
    plays = f'pcm.ears {{ type file; slave.pcm "null"; file "{played}"; format "raw" }}'
    settings.write_text(plays, encoding="utf-8")
    monkeypatch.setenv("ALSA_CONFIG_PATH", f"/usr/share/alsa/alsa.conf:{settings}")
    return played
