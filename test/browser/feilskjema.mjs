// Bad input: the form comes back with a sentence in the reader's language, and with all that
// was typed; what is unknown is 404, what is foreign is 403, and neither changes anything.
import { PHONE, lead, lillevik, logIn, must, press, says, test, window } from './browser.mjs';
import { formsOn, said, sendForm, unguard } from './skjema.mjs';

const LONG = 'Teksten er for lang. Kort den ned.';
const EMPTY = 'Fyll ut dette feltet.';
const RANGE = 'Tallet er for stort eller for lite.';
const x = (n) => 'x'.repeat(n);

// [page, form, what is typed, what is said, button].  All that is typed must still stand there.
const bad = (s) => ({
  anybody: [
    ['/', '/bli-med', { kode: '12 34' }, 'Koden har åtte siffer. Se på lerretet og prøv igjen.', 'Annet'],
    ['/', '/bli-med', { kode: '0000 0000' }, 'Vi kjenner ikke denne koden. Se på lerretet og prøv igjen.'],
    ['/', '/bli-med', { kode: s.draft }, 'Samlingen er ikke klar ennå. Prøv igjen om litt.'],
    ['/', '/bli-med', { kode: s.over }, 'Samlingen er avsluttet, så koden er stengt.'],
    ['/', '/bli-med', { kode: s.later }, 'Koden virker bare på dagene samlingen varer. Samlingen er ikke i dag.'],
    ['/', '/bli-med', { kode: '' }, EMPTY],
    ['/logg-inn', '/logg-inn', { epost: 'kari hos lillevik' }, 'Skriv en e-postadresse, for eksempel kari@lillevik.example.'],
    ['/logg-inn', '/logg-inn', { epost: '' }, EMPTY],
  ],
  leader: [
    ['/samling/1/om', '/samling/1/om', { tittel: '', sted: 'Låven', start2: '10.00' }, EMPTY],
    ['/samling/1/om', '/samling/1/om', { tittel: x(121), sted: 'Låven' }, LONG, '', '120'],
    ['/samling/1/om', '/samling/1/om', { sted: x(121), tittel: 'Tittel' }, LONG, '', '120'],
    ['/samling/1/om', '/samling/1/om', { dato1: 'i morgen', sted: 'Låven' }, 'Skriv en dato, for eksempel 2027-01-15.'],
    ['/samling/1/om', '/samling/1/om', { start1: '25.99', sted: 'Låven' }, 'Skriv et klokkeslett, for eksempel 08.30.'],
    ['/samling/1/punkt/ny?dag=1&slag=ordsky', '/samling/1/punkt/ny', { tittel: 'Ny', o_spoersmaal: '', notat: 'husk', ansvarlig: 'Ola' }, EMPTY],
    ['/samling/1/punkt/ny?dag=1&slag=ordsky', '/samling/1/punkt/ny', { tittel: 'Ny', o_spoersmaal: x(301), notat: 'husk' }, LONG, '', '300'],
    ['/samling/1/punkt/ny?dag=1&slag=ordsky', '/samling/1/punkt/ny', { tittel: 'Ny', o_spoersmaal: 'Hva?', o_ord: '11' }, RANGE],
    ['/samling/1/punkt/ny?dag=1&slag=flervalg', '/samling/1/punkt/ny', { tittel: 'Ny', o_spoersmaal: 'Hva?', o_valg: 'bare ett' }, 'Det er for få tekster i listen. Legg til flere.'],
    ['/samling/1/punkt/ny?dag=1&slag=flervalg', '/samling/1/punkt/ny', { tittel: 'Ny', o_spoersmaal: 'Hva?', o_valg: 'likt\nlikt' }, 'To av tekstene er like. Endre den ene.'],
    ['/samling/1/punkt/ny?dag=1&slag=flervalg', '/samling/1/punkt/ny', { tittel: 'Ny', o_spoersmaal: 'Hva?', o_valg: 'a\nb', o_flere: '5' }, 'Ingen kan velge flere enn det er valg. Skriv et lavere tall.'],
    ['/samling/1/punkt/ny?dag=1&slag=dilemma', '/samling/1/punkt/ny', { tittel: 'Ny', o_deler: '', o_roedt: 'Nei' }, 'Det er for få tekster i listen. Legg til flere.'],
    ['/samling/1/punkt/ny?dag=1&slag=aapent', '/samling/1/punkt/ny', { tittel: 'Ny', o_spoersmaal: 'Hva?', o_tegn: '5000' }, RANGE],
    ['/samling/1/punkt/ny?dag=1&slag=innledning', '/samling/1/punkt/ny', { tittel: 'Ny', o_lenke: 'http://usikker.example', o_tekst: 'Hei' }, 'En lenke må begynne med https://.'],
    ['/samling/1/punkt/ny?dag=1&slag=pause', '/samling/1/punkt/ny', { tittel: '', minutter: '15' }, EMPTY],
    ['/samling/1/punkt/4', '/samling/1/punkt/4', { minutter: '0', notat: 'et notat' }, RANGE],
    ['/samling/1/punkt/4', '/samling/1/punkt/4', { anker: '12:60', notat: 'et notat' }, 'Skriv et klokkeslett, for eksempel 08.30.'],
    ['/samling/1/punkt/4', '/samling/1/punkt/4', { spor: x(11), notat: 'et notat' }, LONG, '', '10'],
    ['/samling/1/punkt/4', '/samling/1/punkt/4', { notat: x(2001), ansvarlig: 'Ola' }, LONG, '', '2000'],
    ['/samling/1/navneliste', '/samling/1/navneliste', { liste: '' }, EMPTY],
    ['/samling/1/navneliste', '/samling/1/navneliste', { liste: 'Per Hansen;Lista;konge;sjef' }, 'Rollen må være folkevalgt, administrasjon eller annet.'],
    ['/samling/1/navneliste', '/samling/1/navneliste', { liste: 'a;b;annet;d;e;f' }, 'Linjen har for mange felt. Skriv navn, parti, rolle og stilling.'],
    ['/samling/1/navneliste/1', '/samling/1/navneliste/1', { navn: '', parti: 'Lista', stilling: 'sjef' }, EMPTY],
    ['/samling/1/lenker', '/samling/1/lenker', { navn: '' }, EMPTY],
    ['/samling/1/lenker', '/samling/1/lenker', { navn: x(81) }, LONG, '', '80'],
    ['/samling/1/konsoll', '/samling/1/styr', { tekst: '' }, 'Skriv spørsmålet først.', 'Ordsky'],
    ['/samling/1/konsoll', '/samling/1/styr', { tekst: x(301) }, 'Skriv spørsmålet på én linje, med høyst 300 tegn.', 'Ja eller nei'],
    ['/samling/1/konsoll', '/samling/1/styr', { tekst: x(2001) }, 'Teksten er for lang. Det er plass til %d tegn.', 'Lagre', '2000'],
  ],
  admin: [
    ['/folk', '/folk', { navn: '', epost: 'kari@lillevik.example' }, EMPTY],
    ['/folk', '/folk', { navn: 'Kari', epost: 'kari' }, 'Skriv en e-postadresse, for eksempel kari@lillevik.example.'],
    ['/folk', '/folk', { navn: 'Kari', epost: 'gunn@samling.example' }, 'Denne e-postadressen er alt i bruk.'],
    ['/folk', '/folk', { navn: 'Kari', epost: 'kari@lillevik.example', rolle: '3' }, 'Velg kommunen som kontakten svarer for.'],
    ['/folk', '/folk', { navn: x(201), epost: 'kari@lillevik.example' }, LONG],
    ['/folk/1', '/folk/1/rolle', { rolle: '3' }, 'Velg kommunen som kontakten svarer for.'],
    ['/samling/ny', '/samling/ny', { tittel: 'Min samling', sted: 'Låven', dato: '2027-13-01' }, 'Skriv en dato, for eksempel 2027-01-15.'],
    ['/samling/ny', '/samling/ny', { tittel: 'Min samling', sted: 'Låven', dato: '2027-01-15' }, EMPTY],
    ['/samling/ny', '/samling/ny', { kommune: '0301', tittel: '', sted: 'Låven', dato: '2027-01-15', mal: '' }, 'En samling uten mal må få en tittel.'],
    ['/samling/importer', '/samling/importer', { kommune: '0301', sted: 'Låven', dato: '2027-01-15', fil: '{ikke json' }, /JSON/],
    ['/samling/importer', '/samling/importer', { kommune: '0301', sted: 'Låven', dato: '2027-01-15', fil: '{"skjema":"samling/2"}' }, /samling\/1/],
    ['/samling/1/lenker', '/samling/1/veiledere', { epost: 'ingen@samling.example' }, /^(Ingen prosessveileder har denne adressen|Ingen prosessrettleiar har denne adressa)/],
    ['/samling/1/kopier', '/samling/1/kopier', { tittel: '', sted: 'Låven', dato: '2027-01-15' }, EMPTY],
    ['/samling/1/kopier', '/samling/1/kopier', { tittel: 'Kopi', sted: 'Låven', dato: 'i fjor' }, 'Skriv en dato, for eksempel 2027-01-15.'],
  ],
  participant: [
    ['/s/1/meg', '/s/1/meg', { navn: '99999' }, 'Velg et navn fra listen, eller «Uten navn».'],
  ],
});

const DAY = 24 * 3600 * 1000;
const date = (ms) => new Date(ms).toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' });

// A samling whose code does not work: pressed through these phases, on that day.
async function codeOf(page, site, day, ...phases) {
  await page.goto(`${site.base}/samling/ny`);
  await page.getByLabel('Kommune').selectOption('0301');
  await page.locator('#mal').selectOption('');
  await page.getByLabel(/^Tittel/).fill('Stengt');
  await page.locator('#dato').fill(date(day));
  await press(page, 'Lag samlingen');
  for (const phase of phases) await press(page, phase);
  return (await page.locator('main strong.tall').first().innerText()).replace(/\D/g, '');
}

async function fill(form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = form.locator(`[name="${name}"]`).first();
    if (await field.evaluate((e) => e.tagName !== 'SELECT')) await field.fill(value);
    else await field.evaluate((e, v) => {
      if (![...e.options].some((o) => o.value === v)) e.add(new Option(v, v));
      e.value = v;
    }, value);
  }
}

// A list cannot keep what was never on it, and a field for dates shows nothing but dates.
const kept = (form, name, value) => form.locator(`[name="${name}"]`).evaluateAll((all, v) =>
  all.some((e) => e.value === v || e.getAttribute('value') === v || (e.options && ![...e.options].some((o) => o.value === v))), value);

async function isRefused(page, site, lang, [path, action, values, words, button, limit]) {
  await page.goto(site.base + path);
  const form = page.locator(`form[action="${action}"]`, { has: page.locator(`[name="${Object.keys(values)[0]}"]`) })
    .filter(button ? { has: page.getByRole('button', { name: said(lang, button), exact: true }) } : {}).first();
  if (limit) must((await form.innerText()).includes(limit), `that there is room for ${limit} is not said before`);
  await unguard(form);
  await fill(form, values);
  const answer = await sendForm(page, form, button && said(lang, button));
  must(answer.status() === 422, `answered ${answer.status()}`);
  await says(page, typeof words === 'string' ? said(lang, words).replace('%d', limit) : words, 'main');
  if (limit) must((await page.locator('.ds-validation-message, #melding, .hint').allInnerTexts()).some((t) => t.includes(limit)),
    `that there is room for ${limit} is not said after`);
  for (const [name, value] of Object.entries(values))
    must(await kept(page.locator(`form[action="${action}"]`), name, value), `${name} is not what was typed`);
}

const speak = (page, site, lang) => page.context().addCookies([{ name: 'spraak', value: lang, url: site.base }]);

// All in bokmål; in nynorsk every form, and every sentence, once.
async function allRefused(page, site, who, rows) {
  const seen = new Set();
  const fresh = ([, action, , words]) => [action, String(words)].filter((k) => !seen.has(k) && seen.add(k)).length > 0;
  for (const lang of ['nb', 'nn']) {
    await speak(page, site, lang);
    for (const row of lang === 'nb' ? rows : rows.filter(fresh))
      await test(`bad input ${lang} ${who} ${row[0]} ${JSON.stringify(row[2]).slice(0, 60)}`, () => isRefused(page, site, lang, row));
  }
  await speak(page, site, 'nb');
}

// ---- answers ----

// [item, what is chosen or typed, what is said]; the item is asked first.
const answers = [
  [/Forventninger til dagene/, [], 'Skriv minst ett ord først.', '40'],
  [/Forventninger til dagene/, [x(41), 'to'], 'Ett av ordene er for langt. Det er plass til 40 tegn i hvert felt.', '40'],
  [/Hva er egentlig kommunepolitikk/, [], 'Velg et svar først.'],
  [/Hva er egentlig kommunepolitikk/, [0, 1, 2], 'Du har valgt for mange. Ta bort noen.', '2'],
  [/Lettere å lede/, [], 'Skriv et svar først.', '200'],
  [/Lettere å lede/, [x(201), 'kort'], 'Teksten er lengre enn det er plass til. Kort den ned.', '200'],
  [/Lettere å lede/, [x(1001), 'kort'], LONG, '200'],
  [/Rødt eller grønt lys/, [], 'Velg rødt eller grønt lys først.'],
];

async function asks(leader, title) {
  if (title.test(await leader.locator('main h1').innerText())) return;
  for (const folded of await leader.locator('nav details:not([open]) summary').all()) await folded.click();
  await leader.getByRole('button', { name: new RegExp(`^Gå til: ${title.source}`) }).click();
  await says(leader, title, 'main h1');
  await press(leader, /^Åpne .*for svar/);
  await leader.locator('[data-tast=neste]', { hasText: 'Lukk runden' }).waitFor();
}

async function answerIsRefused({ leader, phone, site }, lang, [title, values, words, limit]) {
  await asks(leader, title);
  await phone.evaluate(() => sessionStorage.clear());
  await phone.goto(`${site.base}/s/1`);
  const form = phone.locator('form.svarskjema'), fields = form.locator('[name=tekst]');
  if (limit) must((await form.innerText()).includes(limit), `that the limit is ${limit} is not said before`);
  await unguard(form);
  for (const [i, v] of values.entries())
    await (typeof v === 'number' ? form.locator('[name=valg]').nth(v).check() : fields.nth(i).fill(v));
  const answer = await sendForm(phone, form);
  must(answer.status() === 422, `answered ${answer.status()}`);
  await says(phone, said(lang, words), '[role=alert]');
  if (limit) must((await form.innerText()).includes(limit), `that the limit is ${limit} is not said after`);
  for (const [i, v] of values.entries())
    must(typeof v === 'number' ? await form.locator('[name=valg]').nth(v).isChecked() : await fields.nth(i).inputValue() === v,
      `answer ${i + 1} is not what was given`);
}

async function allAnswersRefused(hall) {
  await hall.leader.goto(`${hall.site.base}/samling/1/konsoll`);
  for (const answer of answers)
    for (const lang of ['nb', 'nn']) {
      await speak(hall.phone, hall.site, lang);
      await test(`bad input ${lang} answer ${JSON.stringify(answer[1]).slice(0, 30)} to ${answer[0].source}`, () => answerIsRefused(hall, lang, answer));
    }
}

// Without the script too: what came after the closing is not counted, but not lost.
async function tooLate({ leader, site }, browser) {
  const phone = await window(browser, site, { js: false, size: PHONE, cookies: [site.cookies[1]] });
  await asks(leader, /De tre viktigste sakene/);
  await phone.goto(`${site.base}/s/1`);
  await phone.locator('[name=tekst]').first().fill('Kom for sent');
  await press(leader, 'Lukk runden');
  await says(leader, /^0 svarte før runden ble lukket/);
  await press(phone, 'Send svar');
  await says(phone, /Runden ble lukket før svaret kom fram/, '[role=alert]');
  await says(phone, 'Kom for sent', '.ditt');
  await phone.context().close();
}

// ---- what is unknown, and what is foreign ----

const UNKNOWN = {
  leader: ['/samling/99', '/samling/99/konsoll', '/samling/1/punkt/9999', '/samling/1/punkt/0', '/samling/1/navneliste/9999',
    '/samling/1/punkt/ny?dag=9&slag=ordsky', '/samling/1/punkt/ny?dag=1&slag=tull', '/samling/x', '/finnes-ikke'],
  admin: ['/folk/9999', '/samling/99/kopier', '/samling/99/rapport'],
  phone: ['/s/99x', '/lerret/feil', '/fjern/feil', '/medleder/feil'],
};

async function unknown(page, site, path) {
  const answer = await page.goto(site.base + path);
  must(answer.status() === 404, `answered ${answer.status()}`);
  must((await page.locator('main h1').innerText()).length > 5, 'says nothing');
  must(await page.getAttribute('html', 'lang') === 'nn', 'not in the language of the reader');
}

const FORMS = {
  leader: ['/samling/1', '/samling/1/om', '/samling/1/punkt/4', '/samling/1/navneliste', '/samling/1/navneliste/1',
    '/samling/1/lenker', '/samling/1/konsoll', '/samling/1/rapport', '/samling/1/lerret'],
  admin: ['/folk', '/folk/2', '/samling/ny', '/samling/importer', '/samling/1/kopier', '/mine'],
  phone: ['/s/1', '/s/1/mer', '/s/1/meg'],
};

// All that anybody could have changed.
const everything = async ({ leader, admin, phone, site }) => Promise.all(
  [[leader, '/samling/1/eksport.json'], [leader, '/samling/1/rapport.json'], [leader, '/samling/1/navneliste'],
    [leader, '/samling/1/lenker'], [admin, '/folk'], [admin, '/mine'], [phone, '/s/1/mer']]
    .map(([page, path]) => page.request.get(site.base + path).then((r) => r.text()).then((t) => t.replace(/"skrevet": .*/, ''))));

async function foreign(hall) {
  const before = await everything(hall);
  let tried = 0;
  for (const [who, paths] of Object.entries(FORMS))
    for (const path of paths) {
      await hall[who].goto(hall.site.base + path);
      for (const form of await formsOn(hall[who])) {
        const fields = Object.fromEntries([...form.fields.map((f) => [f.name, f.value || 'x']), ...form.buttons.slice(0, 1)]);
        const send = (headers, data) => hall[who].request.post(hall.site.base + form.action, { headers, form: data, maxRedirects: 0 });
        for (const [what, answer] of [
          ['a foreign origin', await send({ Origin: 'http://ond.example' }, fields)],
          ['no origin', await send({}, fields)],
          ['a null origin', await send({ Origin: 'null' }, fields)],
          ['another site', await send({ Origin: hall.site.base, 'Sec-Fetch-Site': 'cross-site' }, fields)],
          ['no token', await send({ Origin: hall.site.base }, { ...fields, token: '' })],
          ['a wrong token', await send({ Origin: hall.site.base }, { ...fields, token: 'AAAAAAAAAAAAAAAAAAAAAA' })],
        ]) must(answer.status() === 403, `${form.action} with ${what} answered ${answer.status()}`);
        tried++;
      }
    }
  must(tried > 30, `only ${tried} forms were found`);
  const after = await everything(hall);
  for (const [i, text] of before.entries()) must(text === after[i], `something changed: ${text.slice(0, 60)}`);
}

export async function badInput(browser, binary) {
  const site = await lillevik(binary, 2);
  const anybody = await window(browser, site), leader = await window(browser, site), admin = await window(browser, site);
  const phone = await window(browser, site, { size: PHONE, cookies: [site.cookies[0]] });
  const hall = { leader, admin, phone, site };
  await lead(leader, site);
  await logIn(admin, site.loginLink('programleder@samling.example'));
  const rows = bad({
    draft: await codeOf(admin, site, Date.now()),
    over: await codeOf(admin, site, Date.now(), 'Meld programmet klart', 'Start samlingen', 'Avslutt samlingen'),
    later: await codeOf(admin, site, Date.now() + 30 * DAY, 'Meld programmet klart'),
  });

  await Promise.all([
    allRefused(leader, site, 'leader', rows.leader),
    allRefused(admin, site, 'admin', rows.admin),
    allRefused(phone, site, 'participant', rows.participant).then(() => allRefused(anybody, site, 'anybody', rows.anybody)),
  ]);
  await allAnswersRefused(hall);
  await test('bad input: an answer that came too late', () => tooLate(hall, browser));
  for (const page of [leader, admin, phone]) await speak(page, site, 'nn');
  for (const [who, paths] of Object.entries(UNKNOWN))
    for (const path of paths) await test(`bad input: ${path} is unknown to ${who}`, () => unknown(hall[who], site, path));
  await test('bad input: foreign forms change nothing', () => foreign(hall));
  for (const page of [anybody, leader, admin, phone]) await page.context().close();
  await site.stop();
}
