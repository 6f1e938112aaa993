"""A display seen and touched from outside: pixels by XGetImage, fingers by the XTEST extension (libX11, libXtst)."""

import ctypes
from ctypes import POINTER, c_char_p, c_int, c_uint, c_ulong, c_void_p
from typing import Final

_ZPIXMAP: Final = 2
_ALL_PLANES: Final = c_ulong(-1)
_KEYS: Final = {"\n": 0xFF0D, "\b": 0xFF08}  # XK_Return and XK_BackSpace in keysymdef.h


class _XImage(ctypes.Structure):
    """The start of XImage in Xlib.h, down to the function that frees it."""

    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", c_void_p),
        ("byte_order", c_int),
        ("bitmap_unit", c_int),
        ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int),
        ("depth", c_int),
        ("bytes_per_line", c_int),
        ("bits_per_pixel", c_int),
        ("red_mask", c_ulong),
        ("green_mask", c_ulong),
        ("blue_mask", c_ulong),
        ("obdata", c_void_p),
        ("create_image", c_void_p),
        ("destroy_image", ctypes.CFUNCTYPE(c_int, c_void_p)),
    )


def _libraries() -> tuple[ctypes.CDLL, ctypes.CDLL]:
    x, xtst = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
    x.XGetImage.restype = POINTER(_XImage)
    x.XGetImage.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int]
    x.XSync.argtypes = [c_void_p, c_int]
    x.XCloseDisplay.argtypes = [c_void_p]
    x.XInternAtom.restype, x.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
    x.XGetSelectionOwner.restype, x.XGetSelectionOwner.argtypes = c_ulong, [c_void_p, c_ulong]
    x.XSetSelectionOwner.argtypes = [c_void_p, c_ulong, c_ulong, c_ulong]
    xtst.XTestFakeButtonEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    xtst.XTestFakeKeyEvent.argtypes = [c_void_p, c_uint, c_int, c_ulong]
    x.XKeysymToKeycode.restype, x.XKeysymToKeycode.argtypes = ctypes.c_ubyte, [c_void_p, c_ulong]
    xtst.XTestFakeMotionEvent.argtypes = [c_void_p, c_int, c_int, c_int, c_ulong]
    return x, xtst


class Display:
    """A connection to the X server ``name``. Raises :class:`OSError` when there is none."""

    def __init__(self, name: str) -> None:
        self._x, self._xtst = _libraries()
        self._display = self._x.XOpenDisplay(name.encode())
        if not self._display:
            raise OSError(f"no X server at {name}")
        self._root = self._x.XDefaultRootWindow(self._display)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def pixels(self, x: int, y: int, width: int, height: int) -> bytes:
        """What is on the glass there: 4 bytes a pixel, blue first, line by line."""
        image = self._x.XGetImage(self._display, self._root, x, y, width, height, _ALL_PLANES, _ZPIXMAP)
        content = ctypes.string_at(image.contents.data, image.contents.bytes_per_line * height)
        image.contents.destroy_image(ctypes.cast(image, c_void_p))
        return content

    def point(self, x: int, y: int) -> None:
        self._xtst.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        self._sync()

    def press(self, button: int = 1) -> None:
        self._xtst.XTestFakeButtonEvent(self._display, button, 1, 0)
        self._sync()

    def release(self, button: int = 1) -> None:
        self._xtst.XTestFakeButtonEvent(self._display, button, 0, 0)
        self._sync()

    def type(self, text: str) -> None:
        """Small letters, digits and signs that a plain keyboard has without Shift; a line end is Enter.

        ``\\b`` takes the last one back.
        """
        for sign in text:
            self.strike(_KEYS.get(sign, ord(sign)))

    def strike(self, keysym: int) -> None:
        """One key, by its number in keysymdef.h."""
        code = self._x.XKeysymToKeycode(self._display, keysym)
        for down in (1, 0):
            self._xtst.XTestFakeKeyEvent(self._display, code, down, 0)
            self._sync()

    def holder_of(self, selection: str) -> int:
        """The window that offers what is in this clipboard; 0 for nobody."""
        name = self._x.XInternAtom(self._display, selection.encode(), 0)
        return self._x.XGetSelectionOwner(self._display, name)

    def hold(self, selection: str, window: int) -> None:
        """Let that window be the one; 0: nobody."""
        name = self._x.XInternAtom(self._display, selection.encode(), 0)
        self._x.XSetSelectionOwner(self._display, name, window, 0)
        self._sync()

    @property
    def root(self) -> int:
        return self._root

    def wheel(self, notches: int) -> None:
        """Positive is down."""
        for _ in range(abs(notches)):
            self.press(5 if notches > 0 else 4)
            self.release(5 if notches > 0 else 4)

    def _sync(self) -> None:
        self._x.XSync(self._display, 0)
