"""What a visit needs is done behind its fences; and a kernel that has few of them is used all the same, and named."""

import socket

import pytest

PUT_UP = """
from kiosk.fences.fence import put_up
from kiosk.fences.visit import fences
room, named = Path(os.environ["HOME"]), int(os.environ["NAMED"])
missing = put_up(fences(Path.cwd(), room, [named], {}))
"""

NEEDED = {
    "write, move and remove in the room": (
        "(room / 'folder').mkdir(); (room / 'folder/a').write_text('x')\n"
        "(room / 'folder/a').rename(room / 'folder/b')\n"
        "os.truncate(room / 'folder/b', 0); (room / 'folder/b').unlink(); (room / 'folder').rmdir()"
    ),
    "have temporary files, which are in the room": (
        "import tempfile\n"
        "with tempfile.NamedTemporaryFile() as file: assert Path(file.name).parent == room; file.write(b'x')"
    ),
    "empty its room and find nothing left": (
        "from kiosk.station.room import MemoryRoom\n"
        "(room / 'cache/deep').mkdir(parents=True); (room / 'cache/deep/a').write_text('x')\n"
        "assert MemoryRoom(room).files_kept() == 0"
    ),
    "throw away": "Path('/dev/null').write_text('x')",
    "read the program": "Path('main.py').read_bytes()",
    "import from the standard library": "import xml.dom.minidom, decimal, zoneinfo",
    "import packages": "import lxml.etree, cryptography.x509, babel.dates, httpx",
    "read a power of attorney": (
        "from kiosk.services.mandates.profile import read_groups\n"
        "from tests.privileges import document, group, wrapped\n"
        "assert read_groups(wrapped(document(group('a'))))"
    ),
    "make threads": "t = threading.Thread(target=print); t.start(); t.join()",
    "make many threads": (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "with ThreadPoolExecutor(30) as pool: list(pool.map(str, range(90)))"
    ),
    "call a port that is named": "socket.create_connection(('127.0.0.1', named), 2).close()",
    "look up names": "socket.getaddrinfo('localhost', 443)",
    "believe the certificates of the system": (
        "import ssl; context = ssl.create_default_context(); assert context.cert_store_stats()['x509_ca'] > 10"
    ),
    "know the time zones": "import zoneinfo; zoneinfo.ZoneInfo('Europe/Copenhagen')",
    "know the local time": "import time; time.localtime()",
    "ring a bell": "from devices.sound.chime import check; check('null')",
    "have chance": "assert len(os.urandom(8)) == 8 == len(open('/dev/urandom', 'rb').read(8))",
    "share memory by file": "os.ftruncate(os.memfd_create('x'), 8 << 20)",
    "call a socket that lies in a folder": "socket.socket(socket.AF_UNIX).connect(os.environ['SOCKET'])",
    "end by its own signal's handler": (
        "hits = []; signal.signal(signal.SIGUSR1, lambda *_: hits.append(1)); signal.raise_signal(signal.SIGUSR1)\n"
        "assert hits"
    ),
}

SHARE = "call('shmctl', call('shmget', 0, 4096, 0o1600), 0, 0)"

OLD_KERNEL = """
from kiosk.fences.seccomp import ALLOW, Filter, equals, refuse
old = Filter(ALLOW)
old.rule(refuse(errno.ENOSYS), "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self")
old.rule(refuse(errno.EINVAL), "prctl", when=(equals(0, 65),))
old.load()
"""

NO_LIBRARY = """
import kiosk.fences.seccomp
kiosk.fences.seccomp.LIBRARY = "libseccomp.so.1066"
"""


def tried(try_behind, folder, put_up, attempts):
    room = folder / "room"
    room.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as named, socket.socket(socket.AF_UNIX) as lying:
        lying.bind(str(folder / "socket"))
        lying.listen()
        environment = dict.fromkeys(("HOME", "TMPDIR"), str(room)) | {
            "NAMED": str(named.getsockname()[1]),
            "SOCKET": str(folder / "socket"),
        }
        outcomes = try_behind(put_up, attempts, environment)
    assert list(room.iterdir()) == []
    return outcomes


@pytest.fixture(scope="module")
def outcomes(try_behind, tmp_path_factory):
    return tried(try_behind, tmp_path_factory.mktemp("fenced"), PUT_UP, list(NEEDED.values()))


@pytest.mark.parametrize("attempt", NEEDED.values(), ids=NEEDED.keys())
def test_a_visit_can(outcomes, attempt):
    assert outcomes[attempt] == "done"


def test_a_visit_on_an_x_server_can_share_memory_with_it(try_behind, tmp_path):
    outcomes = tried(try_behind, tmp_path, PUT_UP.replace("{}", "{'DISPLAY': ':0'}"), [SHARE])
    assert outcomes == {SHARE: "done"}


def test_on_a_kernel_without_landlock_all_is_done_and_every_missing_fence_is_named(try_behind, tmp_path):
    missing = (
        "no code made in memory",
        "files by list",
        "files cut short by list",
        "devices by list",
        "ports by list",
        "no port of its own",
        "no signals to others",
        "no abstract sockets",
    )
    named = f"assert missing == {missing!r}, missing"
    still = "try: os.fork()\nexcept PermissionError: pass\nelse: os._exit(1)"
    outcomes = tried(try_behind, tmp_path, OLD_KERNEL + PUT_UP, [*NEEDED.values(), named, still])
    assert set(outcomes.values()) == {"done"}


def test_without_libseccomp_all_is_done_and_that_is_named(try_behind, tmp_path):
    named = "assert missing == ('no callers', 'no System V memory', 'system calls by list'), missing"
    outcomes = tried(try_behind, tmp_path, NO_LIBRARY + PUT_UP, [*NEEDED.values(), named])
    assert set(outcomes.values()) == {"done"}


@pytest.mark.parametrize(
    ("environment", "spared"),
    [
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}, {"no abstract sockets", "no System V memory"}),
        ({"DISPLAY": ":0"}, {"no abstract sockets", "no System V memory"}),
        ({"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"}, set()),
        ({"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}, set()),
        ({"QT_QPA_PLATFORM": "vnc:port=5977"}, {"no callers", "no port of its own"}),
        ({"QT_QPA_PLATFORM": "wayland", "QT_QUICK_BACKEND": "rhi"}, {"no code made in memory"}),
    ],
)
def test_what_the_glass_would_not_survive_is_left_out_and_named(try_behind, tmp_path, environment, spared):
    put_up = PUT_UP.replace("{}", repr(environment))
    assert put_up != PUT_UP
    outcomes = tried(try_behind, tmp_path, put_up, [f"assert set(missing) == {spared!r}, missing"])
    assert set(outcomes.values()) == {"done"}
