"""The practice town: the other side of everything outside, served on loopback with invented people."""
