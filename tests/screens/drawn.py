"""A page of a letter that nobody wrote, for the screens that show one."""

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk.visit.paper import Picture

_FONTS = Path(__file__).parent.parent.parent / "fonts"


def drawn_page(width: int = 1000, to: str = "Maja Winther") -> Picture:
    """A page that looks like a letter to somebody."""
    height = width * 297 // 210
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    bold = ImageFont.truetype(str(_FONTS / "NotoSans-Bold.ttf"), width // 30)
    plain = ImageFont.truetype(str(_FONTS / "NotoSans-Regular.ttf"), width // 42)
    left, line = width // 9, width // 26
    pen.text((left, line * 3), "Lindeby Kommune", font=bold, fill="#203030")
    pen.text((left, line * 7), f"{to}\nEgevej 12\n9999 Lindeby", font=plain, fill="black", spacing=12)
    pen.text((left, line * 12), "Indkaldelse til samtale om din ansøgning", font=bold, fill="black")
    words = (
        f"Kære {to.split()[0]}\n\nTak for din ansøgning. Vi vil gerne tale med dig om den.\n"
        "Du er velkommen tirsdag den 1. december 2026 klokken 10.15\n"
        "i Borgerservice, Torvet 1, 1. sal.\n\nHvis du ikke kan komme den dag, så ring til os.\n"
        "Du må gerne tage en med, du er tryg ved.\n\nVenlig hilsen\nLindeby Kommune, Borgerservice"
    )
    pen.text((left, line * 15), words, font=plain, fill="black", spacing=14)
    return Picture(1, width, height, image.tobytes())
