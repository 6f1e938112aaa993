"""The authorities that write to people. Their CVR numbers are invented."""

from kiosk.training.letter_text import Office
from kiosk.training.memo_writer import Authority

_AARHUS = Authority("Aarhus Kommune", "10000013")
CITIZENS = Office(_AARHUS, "Borgerservice", "Hack Kampmanns Plads 2, 8000 Aarhus C", "00 00 24 00")
CARE = Office(_AARHUS, "Sundhed og Omsorg", "Øvegade 4, 8000 Aarhus C", "00 00 24 10")
WASTE = Office(_AARHUS, "Teknik og Miljø", "Øvegade 6, 8000 Aarhus C", "00 00 24 20")
TAX = Office(Authority("Skattestyrelsen", "10000021"), "Person", "Øvealle 55, 2630 Taastrup", "00 00 18 18")
PENSION = Office(
    Authority("ATP Livslang Pension", "10000048"), "Kundeservice", "Øvetorv 8, 3400 Hillerød", "00 00 20 20"
)
BENEFITS = Office(
    Authority("Udbetaling Danmark", "10000056"),
    "Boligstøtte og pension",
    "Øvetorv 8, 3400 Hillerød",
    "00 00 80 50",
)
HOSPITAL = Office(
    Authority("Region Midtjylland", "10000064"), "Aarhus Universitetshospital, Øjenafdelingen",
    "Øveboulevarden 99, 8200 Aarhus N", "00 00 33 20",
)  # fmt: skip
VEHICLES = Office(
    Authority("Motorstyrelsen", "10000072"), "Køretøjer", "Øvevænget 3, 2630 Taastrup", "00 00 13 70"
)
COURT = Office(
    Authority("Retten i Aarhus", "10000080"), "Civilafdelingen", "Øvegade 2, 8000 Aarhus C", "00 00 77 00"
)
