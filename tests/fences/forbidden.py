"""What a visit must not be able to do, and what the kernel answers when it is tried behind the fences."""

PUT_UP = """
from kiosk.fences.fence import put_up
from kiosk.fences.visit import fences
parent = os.getppid()
room, outside = Path(os.environ["ROOM"]), Path(os.environ["OUTSIDE"])
named, other = int(os.environ["NAMED"]), int(os.environ["OTHER"])
program = os.open("/bin/true", os.O_RDONLY)
kept = os.open(outside / "kept", os.O_RDONLY)
every = fences(Path.cwd(), room, [named], {})
missing = put_up(every)
"""

FORBIDDEN = {
    "system calls by list": {
        "start another program": ("os.execv('/bin/true', ['true'])", "EPERM"),
        "start an open program": ("os.execve(program, ['true'], {})", "EPERM"),
        "start a program from memory": (
            (
                "memory = os.memfd_create('x')\n"
                "os.sendfile(memory, program, 0, os.fstat(program).st_size)\n"
                "os.execve(memory, ['true'], {})"
            ),
            "EPERM",
        ),
        "start another process": ("os.fork()", "EPERM"),
        "start a program beside us": ("os.posix_spawn('/bin/true', ['true'], {})", "EPERM"),
        "make a process by clone3": ("call('clone3', 0, 0)", "ENOSYS"),
        "trace the parent": ("call('ptrace', 16, parent, 0, 0)", "EPERM"),
        "read the parent's memory": ("call('process_vm_readv', parent, 0, 0, 0, 0, 0)", "EPERM"),
        "write the parent's memory": ("call('process_vm_writev', parent, 0, 0, 0, 0, 0)", "EPERM"),
        "take a file from another process": ("call('pidfd_getfd', 0, 0, 0)", "EPERM"),
        "make packets by hand": ("socket.socket(socket.AF_INET, socket.SOCK_RAW, 6)", "EAFNOSUPPORT"),
        "make packets by hand in the old way": (
            "socket.socket(socket.AF_INET, 10 | socket.SOCK_CLOEXEC)",
            "EAFNOSUPPORT",
        ),
        "call a port over many paths": (
            "socket.socket(proto=262).connect(('127.0.0.1', other))",
            "EPERM",
        ),
        "call a port by streams": (
            "socket.socket(proto=132).connect(('127.0.0.1', other))",
            "EPERM",
        ),
        "call a port from memory to memory": (
            "socket.socket(proto=256).connect(('127.0.0.1', other))",
            "EPERM",
        ),
        "send packets half checked": (
            "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM, 136)",
            "EPERM",
        ),
        "use a protocol by half of its number": (
            "call('socket', 2, 1, ctypes.c_ulong(0x1_0000_0106))",
            "EPERM",
        ),
        "call a port by its first bytes": (
            "socket.socket().sendto(b'x', socket.MSG_FASTOPEN, ('127.0.0.1', other))",
            "EPERM",
        ),
        "call a port by its first message": (
            "socket.socket().sendmsg([b'x'], [], socket.MSG_FASTOPEN, ('127.0.0.1', other))",
            "EPERM",
        ),
        "call a port by its first messages": (
            "call('sendmmsg', socket.socket().fileno(), 0, 1, 0x20000000)",
            "EPERM",
        ),
        "put something else in place of TCP": (
            "s = socket.create_connection(('127.0.0.1', named), 2); s.setsockopt(6, 31, b'tls')",
            "EPERM",
        ),
        "listen on the wire": ("socket.socket(socket.AF_PACKET, socket.SOCK_RAW)", "EAFNOSUPPORT"),
        "reach the host of a virtual machine": ("socket.socket(socket.AF_VSOCK)", "EAFNOSUPPORT"),
        "use the kernel's ciphers": ("socket.socket(socket.AF_ALG, socket.SOCK_SEQPACKET)", "EAFNOSUPPORT"),
        "set up io_uring": ("call('io_uring_setup', 1, 0)", "EPERM"),
        "load a filter into the kernel": ("call('bpf', 0, 0, 0)", "EPERM"),
        "measure other processes": ("call('perf_event_open', 0, 0, -1, -1, 0)", "EPERM"),
        "serve page faults": ("call('userfaultfd', 0)", "EPERM"),
        "use the kernel's keys": ("call('keyctl', 0, 0)", "EPERM"),
        "mount": ("call('mount', 0, 0, 0, 0, 0)", "EPERM"),
        "enter a namespace": ("call('setns', 0, 0)", "EPERM"),
        "make a namespace": ("call('unshare', 0x10000000)", "EPERM"),
        "open a file by its handle": ("call('open_by_handle_at', -1, 0, 0)", "EPERM"),
        "load a module": ("call('init_module', 0, 0, 0)", "EPERM"),
        "set the clock": ("call('clock_settime', 1, 0)", "EPERM"),
        "start another kernel": ("call('kexec_load', 0, 0, 0, 0)", "EPERM"),
        "restart the machine": ("call('reboot', 0, 0, 0, 0)", "EPERM"),
        "type into the terminal": ("call('ioctl', 0, 0x5412, b'x')", "EPERM"),
        "type into the terminal by half of a number": (
            "call('ioctl', 0, ctypes.c_ulong(0x1_0000_5412), b'x')",
            "EPERM",
        ),
        "change the rights of a file outside": ("os.chmod(outside / 'kept', 0o600)", "EPERM"),
        "change the rights of an open file": ("os.fchmod(kept, 0o600)", "EPERM"),
        "change the rights of a file in the latest way": (
            "answered(libc.syscall(452, -100, os.fsencode(outside / 'kept'), 0o600, 0))",
            "EPERM",
        ),
        "give a file outside away": ("os.chown(outside / 'kept', -1, -1)", "EPERM"),
        "give an open file away": ("os.fchown(kept, -1, -1)", "EPERM"),
        "change the time of a file outside": ("os.utime(outside / 'kept', (1, 1))", "EPERM"),
        "change the time of an open file": ("os.utime(kept, (1, 1))", "EPERM"),
        "attach a word to a file outside": ("os.setxattr(outside / 'kept', 'user.word', b'x')", "EPERM"),
        "attach a word to an open file": ("os.setxattr(kept, 'user.word', b'x')", "EPERM"),
        "attach a word to a file in the latest way": (
            "answered(libc.syscall(463, -100, 0, 0, 0, 0, 0))",
            "EPERM",
        ),
        "take a word from a file outside": ("os.removexattr(outside / 'kept', 'user.word')", "EPERM"),
        "take a word from an open file": ("os.removexattr(kept, 'user.word')", "EPERM"),
        "take a word from a file in the latest way": ("answered(libc.syscall(466, -100, 0, 0, 0))", "EPERM"),
        "set an attribute of a file": ("answered(libc.syscall(469, -100, 0, 0, 0, 0))", "EPERM"),
        "set the flags of an open file": ("call('ioctl', kept, 0x40086602, bytes(8))", "EPERM"),
        "let others look into its memory": ("answered(libc.prctl(4, 1, 0, 0, 0))", "EPERM"),
        "let others look into its memory by half of a number": (
            "answered(libc.prctl(ctypes.c_ulong(0x1_0000_0004), 1, 0, 0, 0))",
            "EPERM",
        ),
        "outlive its supervisor": ("answered(libc.prctl(1, 0, 0, 0, 0))", "EPERM"),
        "set a limit of the parent": ("resource.prlimit(parent, resource.RLIMIT_CORE)", "EPERM"),
        "leave a message queue": ("call('msgget', 0, 0o1600)", "EPERM"),
        "put into a message queue of others": ("call('msgsnd', -1, 0, 0, 0)", "EPERM"),
        "leave a semaphore": ("call('semget', 0, 1, 0o1600)", "EPERM"),
        "raise a semaphore of others": ("call('semop', -1, 0, 1)", "EPERM"),
    },
    "no code made in memory": {
        "have memory that is written and run": ("answered(libc.mmap(None, 4096, 7, 0x22, -1, 0))", "EACCES"),
        "run what was written": (
            (
                "page = answered(libc.mmap(None, 4096, 3, 0x22, -1, 0))\n"
                "answered(libc.mprotect(ctypes.c_void_p(page), ctypes.c_size_t(4096), 5))"
            ),
            "EACCES",
        ),
    },
    "no core dump": {
        "have a core dump after all": ("resource.setrlimit(resource.RLIMIT_CORE, (2, 2))", "ValueError"),
    },
    "limits": {
        "raise a limit": ("resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))", "ValueError"),
    },
    "files by list": {
        "open the parent's memory": ("open(f'/proc/{parent}/mem', 'rb')", "EACCES"),
        "open the first process's memory": ("open('/proc/1/mem', 'rb')", "EACCES"),
        "read the parent's environment": ("open(f'/proc/{parent}/environ', 'rb')", "EACCES"),
        "write outside": ("open(outside / 'new', 'w')", "EACCES"),
        "change a file outside": ("open(outside / 'kept', 'r+')", "EACCES"),
        "make a folder outside": ("os.mkdir(outside / 'folder')", "EACCES"),
        "remove a file outside": ("os.unlink(outside / 'kept')", "EACCES"),
        "link outside": ("os.symlink('/etc', outside / 'link')", "EACCES"),
        "move out of the room": ("(room / 'x').touch(); os.rename(room / 'x', outside / 'x')", "EACCES"),
        "read outside": ("open(outside / 'kept')", "EACCES"),
        "read the passwords": ("open('/etc/shadow')", "EACCES"),
        "look into homes": ("os.listdir('/home')", "EACCES"),
        "look into root's home": ("os.listdir('/root')", "EACCES"),
        "look around": ("os.listdir('/')", "EACCES"),
        "write the program": ("open('main.py', 'r+')", "EACCES"),
    },
    "files cut short by list": {
        "cut a file outside short": ("os.truncate(outside / 'kept', 0)", "EACCES"),
    },
    "devices by list": {
        "ask a device anything but bytes": (
            "import fcntl; fcntl.ioctl(os.open('/dev/null', os.O_RDWR), 0x5401, bytes(64))",
            "EACCES",
        ),
    },
    "ports by list": {
        "call a port that is not named": ("socket.create_connection(('127.0.0.1', other), 2)", "EACCES"),
    },
    "no port of its own": {
        "take a port": ("socket.socket().bind(('127.0.0.1', 0))", "EACCES"),
    },
    "no callers": {
        "wait for callers": (
            "s = socket.socket(socket.AF_UNIX); s.bind(str(room / 's')); s.listen()",
            "EPERM",
        ),
    },
    "no System V memory": {
        "leave shared memory": ("call('shmget', 0, 4096, 0o1600)", "EPERM"),
        "look into shared memory of others": ("call('shmat', -1, 0, 0)", "EPERM"),
    },
    "no signals to others": {
        "signal the parent": ("os.kill(parent, 0)", "EPERM"),
    },
    "no abstract sockets": {
        "reach an abstract socket outside": (
            "socket.socket(socket.AF_UNIX).connect(os.environ['ABSTRACT'].replace('@', chr(0)))",
            "EPERM",
        ),
    },
    "no capabilities": {
        "be root again": ("os.setgroups([12345])", "EPERM"),
    },
}
"""By the fence that refuses: what is tried, in Python, and the error that must come of it."""
