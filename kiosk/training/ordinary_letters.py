"""Ordinary letters, as they lie in ordinary mailboxes. All cases, amounts and numbers are invented."""

from kiosk.training import offices
from kiosk.training.letter_text import Heading, LetterText, Points, Rows
from kiosk.training.long_letters import APPEAL, HOME_CARE, OLD_AGE_PENSION

HOUSING = LetterText(
    offices.BENEFITS,
    "Afgørelse om boligstøtte",
    "2026-118402",
    2,
    (
        (
            "Vi har set på din ansøgning om boligstøtte. Du kan få 1.846 kr. om måneden fra den 1. i næste "
            "måned. Pengene kommer på din NemKonto den første bankdag i måneden."
        ),
        Heading("Sådan har vi regnet"),
        "Vi har brugt de oplysninger, du selv har givet os, og oplysninger fra Skatteforvaltningen.",
        Rows(
            (
                ("Oplysning", "Kr. om måneden"),
                ("Husleje uden varme og el", "6.420"),
                ("Godkendt husleje", "6.420"),
                ("Husstandens indkomst før skat", "16.310"),
                ("Beregnet støtte", "2.010"),
                ("Fradrag for antennebidrag", "-164"),
                ("Din boligstøtte", "1.846"),
            )
        ),
        Heading("Du skal sige til, når noget ændrer sig"),
        "Du har pligt til at fortælle os, hvis der sker ændringer. Det gælder for eksempel:",
        Points(
            (
                "Din indkomst eller din formue ændrer sig.",
                "Nogen flytter ind hos dig eller flytter fra dig.",
                "Huslejen bliver sat op eller ned.",
                "Du flytter eller rejser til udlandet i længere tid.",
            )
        ),
        "Hvis du ikke siger til, kan du komme til at betale penge tilbage.",
        "Vi regner din boligstøtte om én gang om året. Så får du et nyt brev fra os, og du skal ikke selv gøre noget.",
        *APPEAL,
        Heading("Regler"),
        "Vi har afgjort sagen efter lov om individuel boligstøtte, §§ 6, 8, 14 og 21.",
    ),
    "Birgit Vestergaard",
)
TAXES = LetterText(
    offices.TAX,
    "Din årsopgørelse er klar",
    "SKAT-77-004518",
    6,
    (
        (
            "Din årsopgørelse er klar. Du skal have 2.374 kr. tilbage i skat. Beløbet bliver sat ind på din "
            "NemKonto inden for 14 dage."
        ),
        Rows(
            (
                ("Post", "Beløb i kr."),
                ("Pension og ATP", "187.204"),
                ("Renteindtægter", "312"),
                ("Renteudgifter", "-1.940"),
                ("Personfradrag", "-51.600"),
                ("Beregnet skat", "38.116"),
                ("Betalt skat i årets løb", "40.490"),
                ("Overskydende skat", "2.374"),
            )
        ),
        Heading("Hvad skal du gøre?"),
        (
            "Se tallene efter. Hvis de er rigtige, skal du ikke gøre noget. Er der noget, der er forkert, "
            "kan du rette det til og med den 1. maj."
        ),
        "Du kan få hjælp i Borgerservice eller ringe til os på hverdage mellem kl. 9 og 15.",
    ),
    "Skattestyrelsen",
)
LIFELONG = LetterText(
    offices.PENSION,
    "Opgørelse over din ATP Livslang Pension",
    "ATP-310-226",
    11,
    (
        (
            "Hvert år sender vi dig en opgørelse over din ATP. Du får udbetalt 1.912 kr. om måneden før "
            "skat, så længe du lever. Udbetalingen kommer sammen med folkepensionen."
        ),
        Rows(
            (
                ("År", "Indbetalt", "Pension om måneden"),
                ("2023", "0 kr.", "1.846 kr."),
                ("2024", "0 kr.", "1.878 kr."),
                ("2025", "0 kr.", "1.912 kr."),
            )
        ),
        "Du behøver ikke at gøre noget. Gem gerne brevet.",
    ),
    "Mogens Riis",
    read=True,
)
MEETING = LetterText(
    offices.CITIZENS,
    "Din tid i Borgerservice er bekræftet",
    "BS-2026-00731",
    1,
    (
        "Du har bestilt tid til at få nyt kørekort. Vi glæder os til at se dig på torsdag kl. 10.20 ved skranke 4.",
        Heading("Husk at tage med"),
        Points(
            (
                "dit gamle kørekort",
                "et vellignende foto på 35 × 45 mm, eller bliv fotograferet hos os",
                "en lægeattest, hvis du har en sygdom, der skal stå i sagen",
            )
        ),
        "Det koster 280 kr. Du kan betale med kort. Kan du ikke komme, så giv os besked senest dagen før.",
    ),
    "Lone Thygesen",
)
EYES = LetterText(
    offices.HOSPITAL,
    "Indkaldelse til undersøgelse",
    "RM-ØJE-4471",
    4,
    (
        "Din læge har henvist dig til os. Du har fået en tid på onsdag kl. 9.15 i Øjenafdelingen, indgang J3.",
        (
            "Undersøgelsen varer omkring en time. Du får dråber i øjnene, så du ser sløret bagefter. Du må "
            "ikke selv køre bil hjem."
        ),
        Heading("Før du kommer"),
        Points(
            (
                "Tag dine briller og en liste over din medicin med.",
                "Spis og drik, som du plejer.",
                "Sig til, hvis du har brug for en tolk eller for hjælp til transport.",
            )
        ),
        "Hvis du ikke kan komme, så ring hurtigst muligt. Så kan en anden få tiden.",
    ),
    "Sekretariatet",
)
CAR_TAX = LetterText(
    offices.VEHICLES,
    "Ejerafgift for din bil",
    "MS-AB-90-118",
    22,
    (
        (
            "Du skal betale ejerafgift for din bil. Beløbet er 1.260 kr. for et halvt år. Du betaler via "
            "Betalingsservice eller med betalingslinjen nederst."
        ),
        Rows(
            (
                ("Afgift", "Beløb"),
                ("Ejerafgift, 6 måneder", "1.160 kr."),
                ("Udligningsafgift", "100 kr."),
                ("I alt", "1.260 kr."),
            )
        ),
        "Betalingslinje: +71< 000000000000000 +00000000<",
        "Betaler du for sent, lægger vi rente og et gebyr til.",
    ),
    "Motorstyrelsen",
    read=True,
)
LETTERS = (MEETING, HOUSING, EYES, TAXES, LIFELONG, HOME_CARE, CAR_TAX, OLD_AGE_PENSION)

WASTE_AS_HTML = """<!DOCTYPE html>
<html lang="da"><head><meta charset="utf-8"><title>Nye tømmedage</title></head><body>
<h1>Nye tømmedage for dit affald</h1>
<p>Fra næste måned henter vi affald på andre dage. Her kan du se, hvornår vi kommer hos dig.</p>
<table><tr><th>Affald</th><th>Dag</th></tr>
<tr><td>Mad- og restaffald</td><td>Tirsdag i lige uger</td></tr>
<tr><td>Papir og pap</td><td>Onsdag hver fjerde uge</td></tr>
<tr><td>Glas, plast og metal</td><td>Torsdag hver tredje uge</td></tr></table>
<p>Stil beholderen frem med håndtaget mod vejen inden <b>kl. 6 om morgenen</b>.</p>
<p>Venlig hilsen<br>Aarhus Kommune, Teknik og Miljø</p>
<p><small>ØVELSE · TRAINING · Dette er ikke et rigtigt brev</small></p></body></html>"""

LIBRARY_AS_TEXT = """Kære låner

Du har reserveret "Den lille havebog". Bogen ligger nu klar til dig på Dokk1.
Du kan hente den indtil fredag. Tag dit sundhedskort eller dit lånerkort med.

Åbningstider
  mandag-fredag  kl. 8-22
  lørdag-søndag  kl. 10-16

Venlig hilsen
Aarhus Kommunes Biblioteker

ØVELSE · TRAINING · Dette er ikke et rigtigt brev
"""
