"""A visit is told only what it needs of the outer environment."""

from pathlib import Path

import pytest

from kiosk.station.bare import bare_environment
from kiosk.station.reach import tcp_ports

ROOM = Path("/dev/shm/room")
OUTER = {
    "DISPLAY": ":0",
    "LANG": "da_DK.UTF-8",
    "LC_ALL": "da_DK.UTF-8",
    "QT_QPA_PLATFORM": "xcb",
    "CREDENTIALS_DIRECTORY": "/run/credentials/borgerkiosk",
    "HOME": "/home/kiosk",
    "XDG_RUNTIME_DIR": "/run/user/1000",
    "PATH": "/usr/bin",
    "USER": "kiosk",
    "LD_PRELOAD": "/tmp/evil.so",
    "HTTPS_PROXY": "http://elsewhere",
    "SSH_AUTH_SOCK": "/tmp/agent",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/user/1000/bus",
    "AT_SPI_BUS_ADDRESS": "unix:path=/run/user/1000/at-spi/bus",
    "SSLKEYLOGFILE": "/tmp/keys",
}


def test_only_named_variables_come_through():
    bare = bare_environment(OUTER, ROOM)
    kept = {"DISPLAY", "LANG", "LC_ALL", "QT_QPA_PLATFORM", "CREDENTIALS_DIRECTORY"}
    assert {name: bare[name] for name in kept} == {name: OUTER[name] for name in kept}
    assert set(bare) & set(OUTER) == kept | {"HOME", "XDG_RUNTIME_DIR"}


def test_every_place_to_write_is_the_room():
    bare = bare_environment(OUTER, ROOM)
    places = {name: value for name, value in bare.items() if name.endswith(("HOME", "DIR")) and "XDG" in name}
    assert set(places.values()) == {str(ROOM)} == {bare["HOME"], bare["TMPDIR"]}


def test_the_display_server_is_found_though_the_runtime_folder_is_the_room():
    bare = bare_environment(OUTER | {"WAYLAND_DISPLAY": "wayland-0"}, ROOM)
    assert bare["WAYLAND_DISPLAY"] == "/run/user/1000/wayland-0"
    bare = bare_environment(OUTER | {"WAYLAND_DISPLAY": "/run/shown"}, ROOM)
    assert bare["WAYLAND_DISPLAY"] == "/run/shown"


@pytest.mark.parametrize(
    ("address", "port"),
    [
        ("https://login.example", 443),
        ("https://login.example:8443/realm", 8443),
        ("http://127.0.0.1:8001", 8001),
        ("http://[::1]", 80),
        ("ipps://printer.example/ipp/print", 631),
        ("ipp://localhost:8631/ipp/print", 8631),
    ],
)
def test_the_port_of_an_address(address, port):
    assert tcp_ports(address) == {port}
