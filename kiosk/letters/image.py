"""A picture as one page: decoded within limits and packed anew, so that nothing of the file itself goes on."""

import io
import warnings

from PIL import Image, ImageOps

from kiosk.letters.blocks import Figure
from kiosk.visit.trouble import Trouble, TroubleError

_MOST_PIXELS = 40_000_000
_A4_AT_300_DPI = (2480, 3508)

Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
# Pillow warns up to twice the limit and refuses only beyond that.
warnings.simplefilter("error", Image.DecompressionBombWarning)


def read_image(content: bytes, text: str = "") -> Figure:
    """PNG or JPEG, turned upright as its EXIF says, at most 300 dpi on A4; transparent parts become white.

    Raises LETTER_TOO_LARGE beyond 40 megapixels, LETTER_BROKEN for what cannot be decoded.
    """
    try:
        with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as image:
            return _packed(image, text)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as cause:
        raise TroubleError(Trouble.LETTER_TOO_LARGE) from cause
    except PermissionError:
        # The cage: something was not read before the disk was taken away. That is our fault, not the letter's.
        raise
    except (OSError, ValueError, SyntaxError, EOFError) as cause:
        # Pillow says in any of these that a file is damaged.
        raise TroubleError(Trouble.LETTER_BROKEN) from cause


def _packed(image: Image.Image, text: str) -> Figure:
    if image.width * image.height > _MOST_PIXELS:
        raise TroubleError(Trouble.LETTER_TOO_LARGE)
    image.draft("RGB", _A4_AT_300_DPI)
    ImageOps.exif_transpose(image, in_place=True)
    image.thumbnail(_A4_AT_300_DPI)
    out = io.BytesIO()
    _on_white(image).save(out, "JPEG", quality=90)
    return Figure(out.getvalue(), image.width, image.height, text)


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image.convert("RGB")
    sheet = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(sheet, image.convert("RGBA")).convert("RGB")
