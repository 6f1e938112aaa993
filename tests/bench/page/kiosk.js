// The welcome, a question with a keyboard, the list and a letter, as plainly and as fast as a page can do them.
const KEYS = ["1234567890+", "qwertyuiopå", "asdfghjklæø", "zxcvbnm-_.@"];
const STEP = 89;
const SPARE = 3;
const $ = (id) => document.getElementById(id);
let language = "da";

function show(screen) {
  for (const main of document.querySelectorAll("main")) main.hidden = main.id !== screen;
  $("end").hidden = screen === "welcome";
  if (screen === "mailbox") roll();
}

function speak(code) {
  language = code;
  document.documentElement.lang = code;
  document.documentElement.dir = code === "ar" ? "rtl" : "ltr";
  for (const item of document.querySelectorAll("[data-say]")) item.textContent = WORDS[code][item.dataset.say];
  for (const button of $("languages").children) button.classList.toggle("main", button.dataset.code === code);
}

// Rows are made once and moved to where they are needed.
const rows = [];
const standing = [];

function makeRow() {
  const row = document.createElement("button");
  row.className = "letter";
  row.innerHTML = "<div><b></b><span></span></div><div><span></span><i></i></div>";
  row.parts = row.querySelectorAll("b, span, i");
  row.onclick = () => open(row.index);
  $("letters").append(row);
  return row;
}

function fillRow(row, index) {
  const letter = LETTERS[index];
  row.index = index;
  row.style.transform = `translateY(${index * STEP}px)`;
  row.classList.toggle("unread", letter.unread);
  const [label, sender, received, fresh] = row.parts;
  label.textContent = letter.label;
  sender.textContent = letter.sender;
  received.textContent = letter.received;
  fresh.textContent = WORDS[language].fresh;
  fresh.hidden = !letter.unread;
}

function roll() {
  const box = $("letters");
  const count = Math.ceil(box.clientHeight / STEP) + 2 * SPARE;
  while (rows.length < count) rows.push(makeRow());
  const first = Math.max(0, Math.floor(box.scrollTop / STEP) - SPARE);
  for (let index = first; index < Math.min(first + count, LETTERS.length); index++) {
    const slot = index % count;
    if (standing[slot] !== index) {
      standing[slot] = index;
      fillRow(rows[slot], index);
    }
  }
}

function open(index) {
  const letter = LETTERS[index];
  $("label").textContent = letter.label;
  $("sender").textContent = `${letter.sender} · ${letter.received}`;
  show("reading");
}

for (const [code, name] of Object.entries(LANGUAGES)) {
  const button = document.createElement("button");
  button.dataset.code = code;
  button.textContent = name;
  if (code in WORDS) button.onclick = () => speak(code);
  $("languages").append(button);
}
for (const letter of KEYS.join("")) {
  const key = document.createElement("button");
  key.textContent = letter;
  key.onclick = () => ($("typed").textContent += letter);
  $("keyboard").append(key);
}
$("length").style.height = `${LETTERS.length * STEP}px`;
$("letters").addEventListener("scroll", roll, { passive: true });
$("code").onclick = () => show("user");
$("back").onclick = () => show("welcome");
$("card").onclick = () => show("mailbox");
$("letters-back").onclick = () => show("mailbox");
speak("da");
show("welcome");
