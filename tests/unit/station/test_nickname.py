"""What a machine is called at a printer that others use too."""

from kiosk.station.nickname import nickname


def test_a_machine_is_called_the_same_at_every_start_and_no_other_is(tmp_path):
    (tmp_path / "here").write_text("0123456789abcdef0123456789abcdef\n")
    (tmp_path / "there").write_text("fedcba9876543210fedcba9876543210\n")
    here = nickname("kiosk-1", tmp_path / "here")
    assert here == nickname("kiosk-1", tmp_path / "here")
    assert len({here, nickname("kiosk-1", tmp_path / "there"), nickname("kiosk-2", tmp_path / "here")}) == 3
    assert len(here) == 8
    assert here not in (tmp_path / "here").read_text()


def test_a_machine_without_an_id_is_called_something_all_the_same(tmp_path):
    (tmp_path / "empty").touch()
    assert nickname("kiosk-1", tmp_path / "missing") == nickname("kiosk-1", tmp_path / "empty")
