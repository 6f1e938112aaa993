"""Letters in Arabic on paper: shaped, and set from right to left."""

# pyright: reportUnknownMemberType=false
# fpdf2 shapes and orders Arabic by itself; parts of it have no types.

from datetime import UTC, datetime

from fpdf import FPDF

from kiosk.training.paper import FONTS

_MARK = "تدريب · TRAINING"


def arabic_pdf(title: str, paragraphs: tuple[str, ...]) -> bytes:
    """One A4 page with a title and paragraphs, marked as training."""
    pdf = FPDF(format="A4")
    pdf.set_creation_date(datetime(2026, 1, 1, tzinfo=UTC))
    pdf.set_lang("ar")
    pdf.set_title(title)
    pdf.add_font("naskh", fname=FONTS / "NotoNaskhArabic-Regular.ttf")
    pdf.add_font("latin", fname=FONTS / "NotoSans-Regular.ttf")
    pdf.set_fallback_fonts(["latin"])
    pdf.set_margins(25, 25)
    pdf.add_page()
    pdf.set_text_shaping(True, direction="rtl")
    for size, paragraph in [(22, title), *((15, paragraph) for paragraph in paragraphs), (9, _MARK)]:
        pdf.set_font("naskh", size=size)
        pdf.multi_cell(0, size * 0.7, paragraph, align="R", new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())
