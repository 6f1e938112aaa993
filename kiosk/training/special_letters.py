"""Letters with something special: Arabic ones, one from the court, and ten thousand short ones."""

from kiosk.training import offices
from kiosk.training.letter_text import Heading, LetterText, Office, Points

WELCOME_AS_TEXT = """مرحبا بكم في بلدية آرهوس

عزيزي أحمد،

يسعدنا أن ندعوكم إلى لقاء للتعريف بخدمات البلدية. سيعقد اللقاء يوم الاثنين الساعة العاشرة صباحا في مبنى خدمة المواطنين.
يرجى إحضار بطاقة الهوية. إذا كنتم بحاجة إلى مترجم فأخبرونا قبل الموعد بيومين.

مع أطيب التحيات
خدمة المواطنين

تدريب · TRAINING
"""
COURSE_AS_HTML = """<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>دورة اللغة الدنماركية</title></head><body>
<h1>دورة اللغة الدنماركية</h1>
<p>تبدأ الدورة في الأسبوع القادم، وتستمر ثلاثة أشهر. الدروس مجانية.</p>
<table><tr><th>اليوم</th><th>الوقت</th></tr>
<tr><td>الثلاثاء</td><td>من التاسعة إلى الثانية عشرة</td></tr>
<tr><td>الخميس</td><td>من التاسعة إلى الثانية عشرة</td></tr></table>
<p>للتسجيل اتصلوا بالرقم <bdi dir="ltr">00 00 24 00</bdi>.</p>
<p><small>تدريب · TRAINING</small></p></body></html>"""
HEALTH_TITLE = "رسالة من المستشفى"
HEALTH = (
    "عزيزي أحمد",
    "لديكم موعد في قسم العيون يوم الأربعاء في الساعة التاسعة صباحا",
    "يرجى إحضار النظارات وقائمة الأدوية",
    "لا يسمح لكم بقيادة السيارة بعد الفحص",
    "إذا لم تتمكنوا من الحضور فاتصلوا بنا في أقرب وقت",
    "مع أطيب التحيات",
    "قسم العيون",
)

SUMMONS = LetterText(
    offices.COURT,
    "Indkaldelse til retsmøde",
    "BS-41207/2026-ARH",
    3,
    (
        "Du indkaldes til retsmøde i en sag om husleje. Retsmødet holdes om fire uger kl. 9.30 i retssal 7.",
        "Dette brev er en forkyndelse. Du har fået det forkyndt for dig, da du åbnede det i Digital Post.",
        Heading("Hvad skal du gøre?"),
        Points(
            (
                "Mød op i god tid, og tag dette brev og legitimation med.",
                "Skriv til retten inden 14 dage, hvis du ikke er enig i kravet.",
                "Du må gerne have en advokat eller en bisidder med.",
            )
        ),
        "Hvis du ikke møder op og ikke skriver til retten, kan retten dømme efter det, som den anden part har sagt.",
    ),
    "Retten i Aarhus",
)

CHILD_LETTERS = (
    LetterText(
        offices.CARE,
        "Dit barn er indkaldt til tandlægen",
        "TAND-2026-5518",
        2,
        (
            "Fie har en tid hos den kommunale tandpleje på mandag kl. 13.40. Du må gerne tage med.",
            Heading("Kan I ikke komme?"),
            "Så giv os besked senest dagen før. Vi har sendt det samme brev til begge forældre.",
        ),
        "Den kommunale tandpleje",
    ),
    LetterText(
        offices.CITIZENS,
        "Dit barn fylder snart 15 år",
        "BS-2026-15",
        9,
        (
            "Når Fie fylder 15 år, får hun sin egen Digital Post. Så får du ikke længere hendes breve.",
            "Hvis hun vil, kan hun give dig læseadgang. Det bestemmer hun selv.",
            Heading("Hvad skal I gøre?"),
            "Hjælp hende med at få MitID i god tid, og tal om, hvem der må læse hendes post.",
        ),
        "Borgerservice",
    ),
)
"""To each parent about the fourteen-year-old: those who share the custody both get every letter."""

_SUBJECTS = (
    "Din tid hos tandplejen", "Kvittering for din henvendelse", "Besked om betaling", "Svar på dit spørgsmål",
    "Påmindelse om aftale", "Ny adresse registreret", "Din ansøgning er modtaget", "Indbydelse til borgermøde",
)  # fmt: skip
WRITERS = (offices.CITIZENS, offices.TAX, offices.BENEFITS, offices.CARE, offices.PENSION, offices.HOSPITAL)
"""Who writes the ten thousand, in turn."""


def short_letter(office: Office, number: int) -> tuple[str, str]:
    """Subject and text of one of many short letters."""
    subject = f"{_SUBJECTS[number % len(_SUBJECTS)]} ({number})"
    text = (
        f"Kære Tina\n\nDette er brev nummer {number}. Du skal ikke gøre noget.\n\n"
        f"Venlig hilsen\n{office.authority.name}\n\nØVELSE · TRAINING\n"
    )
    return subject, text
