"""Unpacks once what PySide6 would otherwise unpack and compile at every start of every process.

    python packaging/unpack_pyside.py

with the Python of the installation, after every change of its packages. Of 250 ms processor time until the first
picture it spares 27.

shiboken6 carries Python modules as a zip inside its library. With SBK_EMBED=0 in the environment it lays them down in
``files.dir`` beside itself, and uses that folder from then on (signature_bootstrap.py in the same zip). pip knows
nothing of the folder: after an update it would still be there, with modules of another version. Hence the stamp in it,
which a test compares, and hence this script makes it anew whatever is there.
"""

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

NAME: Final = "files.dir"
STAMP: Final = "unpacked-from"
_STUB_WRITER: Final = Path("shibokensupport/signature/lib/pyi_generator.py")
"""Writes .pyi files for developers of bindings; half of all that is loaded, and nothing here calls it."""


def shiboken() -> Path:
    """The folder of the package, found without loading it."""
    spec = find_spec("shiboken6")
    if spec is None or spec.origin is None:
        raise SystemExit("shiboken6 is not installed")
    return Path(spec.origin).parent


def unpack(package: Path) -> None:
    """Make ``files.dir`` in ``package`` anew; who starts meanwhile finds a whole one or none."""
    with tempfile.TemporaryDirectory(dir=package.parent, prefix=".unpacking-") as folder:
        made = _unpacked(package, Path(folder))
        (made / _STUB_WRITER).write_text('"""Left out: see packaging/unpack_pyside.py of Borgerkiosk."""\n')
        (made / STAMP).write_text(version("shiboken6"))
        shutil.rmtree(package / NAME, ignore_errors=True)
        made.rename(package / NAME)
    compileall.compile_dir(package / NAME, quiet=1)


def _unpacked(package: Path, folder: Path) -> Path:
    """By a copy of ``package``, so that nobody sees a folder that is half full."""
    copy = folder / package.name
    shutil.copytree(package, copy, ignore=shutil.ignore_patterns(NAME, "__pycache__"))
    path = os.pathsep.join([str(folder), *sys.path])
    environment = {**os.environ, "SBK_EMBED": "0", "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", "import shiboken6"], env=environment, check=True)
    return copy / NAME


if __name__ == "__main__":
    unpack(shiboken())
