// Ten thousand letters, in memory from the start: the browser's best case.
const SENDERS = ["Aarhus Kommune", "Skattestyrelsen", "Region Midtjylland", "Udbetaling Danmark", "Sygehus Lillebælt"];
const LABELS = ["Din ansøgning om boligstøtte", "Årsopgørelse", "Indkaldelse til undersøgelse", "Afgørelse om folkepension", "Svar på din henvendelse"];
const DAY = new Intl.DateTimeFormat("da", { dateStyle: "long" });
const LETTERS = Array.from({ length: 10000 }, (_, k) => ({
  label: `${LABELS[k % 5]} ${10000 - k}`,
  sender: SENDERS[(k * 3) % 5],
  received: DAY.format(new Date(2026, 10, 3 - (k % 900))),
  unread: k % 3 === 0,
}));
