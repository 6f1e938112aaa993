"""An HTML letter as blocks: bounded, cleaned by nh3, and read for what it says, never for how it wants to look.

Styles are dropped, so text that a style would hide is shown and printed: better too much than a hidden sentence.
"""

import base64
import binascii
from collections.abc import Iterator
from html.parser import HTMLParser

import nh3

from kiosk.letters.blocks import Block
from kiosk.letters.decoding import decoded_html
from kiosk.letters.direction import without_overrides
from kiosk.letters.image import read_image
from kiosk.letters.outline import Element, outline_of
from kiosk.letters.writing import blocks_of
from kiosk.visit.trouble import Trouble, TroubleError

_LARGEST = 1 << 20
_DEEPEST, _MOST_TAGS, _MOST_ATTRIBUTES = 200, 50_000, 100

_TAGS = frozenset(
    "p br b strong i em u h1 h2 h3 h4 ul ol li table thead tbody tr td th div span blockquote hr pre sub sup a img"
    .split(" ")
)
