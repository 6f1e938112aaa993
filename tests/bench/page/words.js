const WORDS = {
  da: {
    training: "ØVELSE: alt her er opdigtet", kiosk: "Borgerkiosk", language: "Sprog", ease: "Se og hør", end: "Afslut besøget",
    welcome: "Velkommen. Læs og udskriv din Digital Post her", card: "Sæt dit kort i", cardAdvice: "Dit borgerkort med en pinkode",
    code: "Jeg har en kodeviser", codeAdvice: "Med bruger-id, kode og adgangskode",
    promise: "Vi gemmer intet om dig: når du går, er alt det, du har set her, væk fra maskinen.",
    user: "Skriv dit bruger-id", userId: "Bruger-id", back: "Tilbage", choose: "Vælg et brev", inbox: "Indbakke", sent: "Sendt",
    deleted: "Slettet", range: "10.000 breve", page: "Side 1 af 3", next: "Næste side", larger: "Større", print: "Udskriv",
    lettersBack: "Tilbage til brevene", fresh: "Nyt",
  },
  en: {
    training: "TRAINING: everything here is invented", kiosk: "Citizen kiosk", language: "Language", ease: "See and hear",
    end: "End visit", welcome: "Welcome. Read and print your Digital Post here", card: "Put your card in",
    cardAdvice: "Your citizen card with a PIN", code: "I have a code device", codeAdvice: "With user ID, code and password",
    promise: "We keep nothing about you: when you leave, everything you have seen here is gone from the machine.",
    user: "Type your user ID", userId: "User ID", back: "Back", choose: "Choose a letter", inbox: "Inbox", sent: "Sent",
    deleted: "Deleted", range: "10,000 letters", page: "Page 1 of 3", next: "Next page", larger: "Larger", print: "Print",
    lettersBack: "Back to the letters", fresh: "New",
  },
  ar: {
    training: "تدريب: كل شيء هنا مختلق", kiosk: "كشك المواطن", language: "اللغة", ease: "الرؤية والسمع", end: "إنهاء الزيارة",
    welcome: "مرحبا. اقرأ بريدك الرقمي واطبعه هنا", card: "أدخل بطاقتك", cardAdvice: "بطاقة المواطن مع رقم سري",
    code: "لدي جهاز رموز", codeAdvice: "بمعرف المستخدم والرمز وكلمة المرور",
    promise: "لا نحتفظ بأي شيء عنك: عندما تغادر، يختفي كل ما رأيته هنا من الجهاز.",
    user: "اكتب معرف المستخدم", userId: "معرف المستخدم", back: "رجوع", choose: "اختر رسالة", inbox: "الوارد", sent: "المرسل",
    deleted: "المحذوف", range: "10000 رسالة", page: "صفحة 1 من 3", next: "الصفحة التالية", larger: "أكبر", print: "طباعة",
    lettersBack: "رجوع إلى الرسائل", fresh: "جديد",
  },
};

const LANGUAGES = {
  da: "Dansk", en: "English", kl: "Kalaallisut", fo: "Føroyskt", de: "Deutsch", ar: "العربية", tr: "Türkçe", uk: "Українська",
  pl: "Polski", ro: "Română", fa: "فارسی", ur: "اردو", bs: "Bosanski", so: "Soomaali", ti: "ትግርኛ", ru: "Русский",
};
