"""The machine that figures were measured on, in a few words."""

import os
import platform
import subprocess
from pathlib import Path


def describe(browser: str) -> str:
    """Processor, cores, memory, system, and the versions of both contestants' engines."""
    facts = (processor(Path("/proc/cpuinfo").read_text()), f"{len(os.sched_getaffinity(0))} cores", _memory())
    return ", ".join((*facts, _system(), f"Linux {platform.release()}", f"Qt {_qt()}", _version(browser)))


def processor(cpuinfo: str) -> str:
    """The name of the first processor in proc_cpuinfo(5), where the kernel knows one."""
    names = (line.split(":", 1)[1].strip() for line in cpuinfo.splitlines() if line.startswith("model name"))
    return next(names, platform.machine())


def _memory() -> str:
    return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"


def _system() -> str:
    return platform.freedesktop_os_release()["PRETTY_NAME"]


def _qt() -> str:
    from importlib.metadata import version

    return version("PySide6_Essentials")


def _version(browser: str) -> str:
    told = subprocess.run([browser, "--version"], capture_output=True, text=True, timeout=20, check=True)
    return " ".join(told.stdout.split()[:2])
