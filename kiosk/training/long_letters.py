"""Ordinary letters of three and four pages. All cases, amounts and numbers are invented."""

from kiosk.training import offices
from kiosk.training.letter_text import Heading, LetterText, Rows

APPEAL = (
    Heading("Hvis du vil klage"),
    (
        "Du kan klage over afgørelsen inden 4 uger, efter at du har fået dette brev. Send klagen til os."
        " Du kan skrive, ringe eller komme forbi. Vi ser på sagen igen og svarer dig inden 4 uger. Hvis "
        "vi ikke ændrer afgørelsen, sender vi din klage videre til Ankestyrelsen."
    ),
    "Du må gerne have en anden person til at hjælpe dig med klagen. Personen skal have en fuldmagt fra dig.",
)

HOME_CARE = LetterText(
    offices.CARE,
    "Afgørelse om hjælp i hjemmet",
    "SO-2026-15077",
    17,
    (
        "Tak for det gode møde hos dig. Vi har nu besluttet, hvilken hjælp du kan få. Hjælpen begynder på mandag.",
        Heading("Den hjælp, du får"),
        Rows(
            (
                ("Hjælp", "Hvor tit", "Tid"),
                ("Rengøring af stue, køkken og bad", "Hver anden uge", "55 min."),
                ("Tøjvask", "Hver anden uge", "25 min."),
                ("Bad", "To gange om ugen", "30 min."),
                ("Støttestrømper på", "Hver morgen", "10 min."),
                ("Støttestrømper af", "Hver aften", "10 min."),
                ("Levering af dagligvarer", "Hver uge", "15 min."),
                ("Nødkald", "Hele døgnet", "-"),
            )
        ),
        "Du kan selv vælge, om kommunen eller et privat firma skal hjælpe dig. Vi lægger en liste over firmaer ved.",
        Heading("Det mål, vi har aftalt"),
        (
            "Du vil gerne kunne gå ned i byen igen. Derfor kommer en fysioterapeut hos dig én gang om ugen i"
            " 8 uger. Bagefter ser vi sammen på, hvad du selv kan, og hvad du stadig har brug for hjælp til."
        ),
        Heading("Når hjælpen ikke passer længere"),
        (
            "Ring til os, hvis du får det bedre eller dårligere. Så ser vi på din hjælp igen. Bliver du "
            "indlagt, så bed hospitalet om at give os besked. Hjælpen sættes på pause og begynder igen, når "
            "du kommer hjem."
        ),
        (
            "Skal du på ferie eller have gæster, kan du flytte hjælpen til en anden dag. Ring senest dagen "
            "før inden kl. 12. Kommer hjælpen ikke til den aftalte tid, så ring også til os."
        ),
        Heading("Hvad koster det?"),
        "Hjælpen er gratis. Du betaler selv for rengøringsmidler, vaskepulver og de varer, du bestiller.",
        Rows(
            (
                ("Tilbud", "Pris"),
                ("Madservice, hovedret", "56 kr. pr. dag"),
                ("Madservice, biret", "15 kr. pr. dag"),
                ("Vasketøjsordning", "148 kr. om måneden"),
                ("Nødkald, oprettelse", "0 kr."),
            )
        ),
        Heading("Dine oplysninger"),
        (
            "Vi har talt med dig og, med dit samtykke, med din læge. Du kan altid se, hvad vi har skrevet om"
            " dig. Spørg medarbejderen, eller skriv til os. Du kan trække dit samtykke tilbage."
        ),
        *APPEAL,
        Heading("Regler"),
        "Vi har afgjort sagen efter lov om social service, §§ 83, 83 a og 112.",
    ),
    "Hanne Bak, visitator",
    read=True,
)
OLD_AGE_PENSION = LetterText(
    offices.BENEFITS,
    "Din pension næste år",
    "2026-200931",
    29,
    (
        "Hvert år i november regner vi din pension om. Her kan du se, hvad du får hver måned næste år.",
        Rows(
            (
                ("Måned", "Grundbeløb", "Tillæg", "Før skat"),
                *((month, "7.198", "8.098", "15.296") for month in (
                    "Januar", "Februar", "Marts", "April", "Maj", "Juni", "Juli", "August", "September", "Oktober",
                    "November", "December",
                )),
            )
        ),
        Heading("Sådan har vi regnet"),
        (
            "Vi har lagt sammen, hvad du får af pension, renter og andre indtægter. Så har vi trukket det "
            "fra, som du må have uden at pensionen bliver mindre."
        ),
        Rows(
            (
                ("Indtægt", "Kr. om året"),
                ("ATP Livslang Pension", "22.944"),
                ("Privat pension", "31.200"),
                ("Renter og udbytte", "312"),
                ("Fradrag", "-94.800"),
                ("Indtægt, der tæller med", "0"),
            )
        ),
        Heading("Ældrecheck"),
        "Har du en formue under 104.600 kr., kan du få ældrecheck. Pengene kommer i januar. Du skal ikke søge.",
        Heading("Helbredstillæg"),
        (
            "Du har helbredstillæg på 85 procent. Det betyder, at kommunen betaler 85 procent af din egen "
            "udgift til medicin, tandlæge, fodpleje og fysioterapi, når der er tilskud fra regionen. Vis "
            "brevet, når du betaler."
        ),
        Rows(
            (
                ("Behandling", "Din udgift", "Tillæg", "Du betaler"),
                ("Tandlæge, eftersyn", "214 kr.", "182 kr.", "32 kr."),
                ("Fysioterapi", "170 kr.", "145 kr.", "25 kr."),
                ("Fodpleje", "260 kr.", "221 kr.", "39 kr."),
                ("Medicin, efter tilskud", "96 kr.", "82 kr.", "14 kr."),
            )
        ),
        Heading("Hvis du rejser"),
        "Du kan tage pensionen med til et andet EU-land. Skal du bo uden for EU, så spørg os først.",
        Heading("Hvis du arbejder"),
        (
            "Din egen løn tæller ikke med, når vi regner din pension ud. Det gælder også din ægtefælles "
            "eller samlevers løn. Du kan altså tage et arbejde, uden at din pension bliver mindre. Du skal "
            "stadig betale skat af lønnen."
        ),
        (
            "Du kan også vente med at få pension og få en højere pension senere. Det hedder opsat pension. "
            "Ring til os, så regner vi ud, hvad det betyder for dig."
        ),
        Heading("Hvis du bliver gift eller flytter sammen med nogen"),
        (
            "Så ændrer pensionstillægget sig. Du skal give os besked med det samme. Det samme gælder, hvis I"
            " går fra hinanden, eller hvis din ægtefælle eller samlever dør."
        ),
        Heading("Vi kontrollerer"),
        (
            "Vi bruger oplysninger fra Skatteforvaltningen, CPR-registeret og banker til at se, om du får "
            "det rigtige beløb. Finder vi en fejl, hører du fra os, før vi ændrer noget."
        ),
        *APPEAL,
    ),
    "Birgit Vestergaard",
    read=True,
)  # fmt: skip
