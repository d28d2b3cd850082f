// Sixty texts that would like to be a program, in every field there is, and on every page
// where they come out again: none runs, none is drawn, none offends the policy.
import { ATTACKS, GUARD, allSeen, attack, isHarmless } from './angrep.mjs';
import { PHONE, WALL, lead, lillevik, logIn, must, press, test, window } from './browser.mjs';
import { formsOn, typed, unguard } from './skjema.mjs';

const MANY = ATTACKS.length;
const all = (f) => Array.from({ length: MANY }, (_, i) => f(i));

// ---- every form ----

// What must be right for a form to be taken; all other fields are under attack.
const VALID = {
  epost: (n) => `nr${n}.${Date.now()}@ond.example`, dato: () => '2027-01-15', dato1: () => '2027-01-15', start1: () => '08.30', start2: () => '08.30',
  anker: () => '', o_riktig: () => '1', o_lenke: () => 'https://ond.example/', dager: () => '1', minutter: () => '5',
  o_lister: (n) => `${oneLine(attack(n, 50))}\n${oneLine(attack(n + 1, 40))}, K`,
  fil: (n) => json(file([{ slag: 'innledning', tittel: attack(n), minutter: 5 }], attack(n + 1))),
};
// As many as every kind with such a list has room for.
const LINES = { o_valg: [6, '\n'], o_utsagn: [3, '\n'], o_stander: [4, '\n'], o_temaer: [3, '\n'], o_neste: [3, '\n'], o_deler: [6, '\n\n'] };

// Where a line has a meaning of its own, these are line breaks too.
const oneLine = (text) => text.replace(/[\u2028\u2029]/g, ' ');
const json = (value) => JSON.stringify(value).replace(/[\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`);

// The fields of a form in round n, each with an attack of its own.
function values(form, n) {
  let turn = n;
  return Object.fromEntries(form.fields.filter((f) => f.type !== 'checkbox' || f.checked).map((f) => {
    turn += 7;
    if (f.type === 'select') return [f.name, f.value || f.options.find((o) => o !== '')];
    if (!typed(f) || f.type === 'number') return [f.name, VALID[f.name]?.(n) ?? f.value];
    if (VALID[f.name]) return [f.name, VALID[f.name](n)];
    const [times, between] = LINES[f.name] ?? [1, ''];
    return [f.name, Array.from({ length: times }, (_, i) => attack(turn + i, f.max)).map(between ? oneLine : String).join(between)];
  }).concat(form.buttons.length ? [form.buttons[0]] : []));
}

// Once through the browser with every field wrong, so that what comes back is seen; then so
// many times as it is taken.
async function assault(page, site, path, form, rounds) {
  const typing = form.fields.filter(typed);
  const spot = page.locator('form').nth(form.nr);
  await unguard(spot);
  for (const [i, f] of typing.entries()) await spot.locator(`[name="${f.name}"]`).first().fill(attack(i * 11 + 3));
  await Promise.all([page.waitForNavigation(), spot.evaluate((f) => f.submit())]);
  await isHarmless(page, `the answer to ${path}`);
  const taken = [];
  for (let n = 0; n < rounds; n++) {
    const r = await page.request.post(site.base + form.action, { headers: { Origin: site.base }, form: values(form, n), maxRedirects: 0 });
    taken.push(r.status());
  }
  must(rounds === 0 || taken.every((s) => s === 303 || s === 200), `${form.action} did not take them all: ${taken}`);
}

// [page, forms that are sent on, how often each]
async function everyForm(page, site, rows) {
  for (const [path, action, rounds] of rows)
    await test(`attack: ${path} ${action}`, async () => {
      await page.goto(site.base + path);
      const form = (await formsOn(page)).find((f) => f.action === action && f.fields.some(typed));
      must(form, 'there is no such form');
      await assault(page, site, path, form, rounds);
    });
}

// No form with a field to type into may be missing from the rows, nor be led elsewhere here.
async function nothingForgotten(page, pages, known) {
  const forgotten = [];
  for (const url of pages) {
    await page.goto(url);
    for (const f of await formsOn(page))
      if (f.fields.some(typed) && !known.some((k) => k.test(f.action))) forgotten.push(`${f.action} on ${url}`);
  }
  must(forgotten.length === 0, forgotten.join('\n'));
}

// ---- every page ----

const shape = (path) => path.replace(/\/\d+/g, '/n').replace(/=\d+/g, '=n');

// All that links lead to, one of each shape; what is downloaded is left for others.
async function everyPage(page, site, who, ...starts) {
  const todo = [...starts], done = new Map();
  while (todo.length) {
    const path = todo.shift();
    if (done.has(shape(path))) continue;
    done.set(shape(path), path);
    const answer = await page.goto(site.base + path);
    must(answer.status() === 200, `${path}: ${answer.status()}`);
    await isHarmless(page, `${who} ${shape(path)}`);
    todo.push(...await page.evaluate(() => [...document.links].filter((a) => a.origin === location.origin)
      .map((a) => a.pathname + a.search).filter((p) => !/\.(csv|json)$|^\/_\//.test(p))));
  }
  return [...done.values()].map((path) => site.base + path);
}

async function download(page, site, path, type) {
  const r = await page.request.get(site.base + path);
  const head = r.headers();
  must(r.status() === 200 && head['content-type'].startsWith(type), `${path} is ${head['content-type']}`);
  must(head['x-content-type-options'] === 'nosniff' && head['content-disposition'].startsWith('attachment'), `${path} could be opened as a page`);
  must((await r.text()).includes('__xss'), `${path} has nothing of it`);
}

// ---- the hall ----

// Somebody who leads by the console's own forms, without its script.
async function leader(page, site, samling) {
  const read = (html, name) => html.match(`name="${name}" value="([^"]*)"`)[1];
  let html = await page.request.get(`${site.base}/samling/${samling}/konsoll`).then((r) => r.text());
  const token = read(html, 'token');
  return async (handling, more = {}) => {
    const seen = Object.fromEntries(['sett', 'runde', 'fase'].map((name) => [name, read(html, name)]));
    const r = await page.request.post(`${site.base}/samling/${samling}/styr`, {
      headers: { Origin: site.base, 'X-Bit': '1' }, form: { token, ...seen, handling, ...more } });
    must(r.status() === 200, `${handling}: ${r.status()}`);
    html = await r.text();
  };
}

const onAll = (screens, ...texts) => Promise.all(Object.entries(screens).map(([name, page]) => isHarmless(page, name, ...texts)));

async function improvised(act, screens) {
  const kinds = ['janei', 'ordsky', 'aapent'];
  for (let i = 0; i < MANY; i++) {
    const question = oneLine(attack(i));
    await act(`improviser ${kinds[i % 3]}`, { tekst: question });
    await onAll(screens, question);
    await act('konklusjon', { tekst: attack(i + 20) });
  }
  await isHarmless(screens.console, 'console', attack(MANY + 19));
}

// Sixty phones write; each word is read on every screen that shows words.
async function answered(act, site, { wall, console, phone }, kind, room) {
  await act(`improviser ${kind}`, { tekst: `Sytti svar, ${kind}` });
  for (let i = 0; i < MANY; i++) await site.answer(i, ['tekst', attack(i, room)]);
  await act('neste');
  await isHarmless(console, `console ${kind}`, attack(0, room));
  for (const [name, page] of Object.entries({ wall, console, phone })) await isHarmless(page, `${name} ${kind}`);
  allSeen(`console ${kind}`, room);
}

const file = (items, title) => ({
  skjema: 'samling/1', tittel: title, maalform: 'nb', dager: [{ start: '08.00', punkter: items }],
});

const common = (i) => ({ tittel: attack(i), minutter: 5, ansvarlig: attack(i + 5), notat: attack(i + 9), spor: '' });
const stages = (i) => Array.from({ length: 6 }, (_, s) => attack(6 * i + s));
const programme = [
  ...all((i) => ({ slag: 'innledning', ...common(i), oppsett: { tekst: attack(i + 13), lenke: 'https://ond.example/', lenketekst: attack(i + 17) } })),
  ...Array.from({ length: 5 }, (_, i) => ({ slag: 'flervalg', ...common(i), oppsett: { spoersmaal: attack(i), valg: Array.from({ length: 12 }, (_, v) => attack(12 * i + v)) } })),
  ...Array.from({ length: 10 }, (_, i) => ({ slag: 'dilemma', ...common(i), vis: 'underveis', oppsett: { spoersmaal: attack(i), deler: stages(i), roedt: attack(i, 60), groent: attack(i + 30, 60) } })),
  ...Array.from({ length: 10 }, (_, i) => ({ slag: 'pause', ...common(i), oppsett: { tekst: stages(i).join('\n') } })),
];

// A picture that is n dots wide, so that no two are the same.
const dots = async (page, n) => Buffer.from(await page.evaluate((wide) =>
  Object.assign(document.createElement('canvas'), { width: wide, height: 1 }).toDataURL('image/png').split(',')[1], n), 'base64');
const seenAs = (i) => attack(i + 23);

// Every innledning has a picture, described by an attack.
async function pictures(admin, site, path, ids) {
  await admin.goto(`${site.base}${path}/punkt/${ids[0]}/bilde`);
  const token = await admin.locator('main [name=token]').first().inputValue();
  for (let i = 0; i < MANY; i++) {
    const r = await admin.request.post(`${site.base}${path}/punkt/${ids[i]}/bilde`, { headers: { Origin: site.base }, maxRedirects: 0,
      multipart: { token, beskrivelse: seenAs(i), fil: { name: oneLine(attack(i)).replaceAll('"', '%22'), mimeType: 'image/png', buffer: await dots(admin, i + 1) } } });
    must(r.status() === 303, `a picture was not taken: ${r.status()} ${await r.text()}`);
  }
}

async function led(act, screens, ids) {
  for (const [i, item] of programme.entries()) {
    const o = item.oppsett;
    await act(`gaatil ${ids[i]}`);
    if (item.slag === 'innledning') await onAll(screens, item.tittel, o.tekst, o.lenketekst, seenAs(i));
    if (item.slag === 'pause') await onAll(screens, item.tittel, ...o.tekst.split('\n'));
    if (item.slag === 'flervalg') {
      await act('neste');
      await onAll(screens, o.spoersmaal, ...o.valg);
    }
    for (let s = 0; item.slag === 'dilemma' && s < 6; s++) {
      await act('neste');
      await onAll({ wall: screens.wall, phone: screens.phone }, o.deler[s], o.roedt, o.groent);
      await act('neste');
    }
    await isHarmless(screens.console, 'console', item.notat);
  }
}

// A samling made of a file with attacks in every field, led from end to end.
async function fromFile(admin, screens, site) {
  await admin.goto(`${site.base}/samling/importer`);
  await admin.locator('#kommune').selectOption('0301');
  await admin.locator('#dato').fill(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Oslo' }));
  await admin.locator('#sted').fill(attack(1));
  await admin.locator('#fil').fill(json(file(programme, attack(0))));
  await press(admin, 'Lag samlingen');
  const path = new URL(admin.url()).pathname, nr = path.split('/').pop();
  must(/samling\/\d+$/.test(admin.url()), `the file was refused: ${await admin.locator('.ds-validation-message').allInnerTexts()}`);
  await isHarmless(admin, 'plan', attack(0), attack(1));
  allSeen('plan');
  await press(admin, 'Meld programmet klart');
  await screens.phone.goto(`${site.base}/k/${(await admin.locator('main strong.tall').first().innerText()).replace(/\D/g, '')}`);
  await press(screens.phone, 'Folkevalgt');
  await screens.wall.goto(`${site.base}${path}/lerret`);
  await screens.console.goto(`${site.base}${path}/konsoll`);
  const ids = await screens.console.locator('nav [value^="gaatil "]').evaluateAll((found) => found.map((b) => b.value.split(' ')[1]));
  await pictures(admin, site, path, ids);
  await led(await leader(admin, site, nr), screens, ids);
  return { nr, item: ids[0] };
}

// ---- names ----

async function roster(admin, site, nr) {
  await admin.goto(`${site.base}/samling/${nr}/navneliste`);
  await admin.locator('#liste').fill(all((i) => `Navn ${i};Lista;folkevalgt;leder`).join('\n'));
  await admin.locator('main form [type=submit]').first().click();
  await admin.locator('[name=lagre]').click();
  const links = await admin.locator('main table a').evaluateAll((found) => found.map((a) => a.getAttribute('href')));
  const token = await admin.locator('main [name=token]').first().inputValue();
  for (const [i, path] of links.entries()) {
    const r = await admin.request.post(site.base + path, { headers: { Origin: site.base }, maxRedirects: 0,
      form: { token, navn: attack(i, 80), parti: attack(i + 7, 40), rolle: '0', stilling: attack(i + 9, 80) } });
    must(r.status() === 303, `a name was not taken: ${r.status()}`);
  }
  await admin.reload();
  await isHarmless(admin, 'roster');
  allSeen('roster');
}

export async function noScriptRuns(browser, binary) {
  const site = await lillevik(binary, MANY + 1);
  const open = async (options) => {
    const page = await window(browser, site, { script: GUARD, ...options });
    page.on('dialog', (d) => {
      page.complaints.push(`a dialog: ${d.message()}`);
      d.dismiss();
    });
    return page;
  };
  const admin = await open(), console = await open(), remote = await open({ size: PHONE }), wall = await open({ size: WALL });
  const phone = await open({ size: PHONE, cookies: [site.cookies[MANY]] }), anybody = await open();
  await logIn(admin, site.loginLink('programleder@samling.example'));
  await lead(console, site);
  await wall.goto(site.links.lerret);
  await phone.goto(`${site.base}/s/1`);
  await console.goto(`${site.base}/samling/1/lenker`);
  await console.locator('#slag').selectOption({ label: 'Fjernkontroll på telefon' });
  await console.locator('#navn').fill('Fjern');
  await press(console, 'Lag lenken');
  await remote.goto(await console.locator('.nylenke code').innerText());
  await console.goto(`${site.base}/samling/1/konsoll`);
  const act = await leader(console, site, 1);

  await test('attack: questions asked at once, and what was agreed', () => improvised(act, { wall, phone, console, remote }));
  await test('attack: words', () => answered(act, site, { wall, console, phone }, 'ordsky', 40));
  await test('attack: texts', () => answered(act, site, { wall, console, phone }, 'aapent'));
  let made = { nr: '2', item: 1 };
  await test('attack: a file', async () => {
    const adminConsole = await admin.context().newPage(), adminWall = await admin.context().newPage();
    for (const page of [adminConsole, adminWall]) page.complaints = [];
    made = await fromFile(admin, { wall: adminWall, console: adminConsole, phone: await open({ size: PHONE }) }, site);
  });
  await test('attack: a roster', () => roster(admin, site, made.nr));
  const S = `/samling/${made.nr}`, P = `${S}/punkt/${made.item}`;
  await admin.goto(site.base + S);
  const kinds = await admin.locator('select[name=slag]').first().locator('option').evaluateAll((all) => all.map((o) => o.value));
  await everyForm(anybody, site, [['/', '/bli-med', 0], ['/logg-inn', '/logg-inn', 0],
    ['/habilitet/sjekkliste', '/habilitet/sjekkliste#stegene', 0]]);
  await everyForm(admin, site, [
    ['/folk', '/folk', MANY], ['/samling/ny', '/samling/ny', MANY], ['/samling/importer', '/samling/importer', MANY],
    [`${S}/kopier`, `${S}/kopier`, MANY], [`${S}/om`, `${S}/om`, MANY], [`${S}/lenker`, `${S}/lenker`, MANY],
    [`${S}/lenker`, `${S}/veiledere`, 0], [`${S}/navneliste`, `${S}/navneliste`, 0],
    [`${S}/grupper`, `${S}/grupper/rom`, 6], [`${S}/utskrifter`, `${S}/utskrift/wifi`, 0],
    [`${S}/klargjoer`, `${S}/proeve`, 0], [`${S}/slett`, `${S}/slett`, 0],
    [P, P, MANY], [`${P}/bilde`, `${P}/bilde`, 0], [`${S}/lokalregler`, `${S}/lokalregler`, MANY],
    ...kinds.map((kind) => [`${S}/punkt/ny?dag=1&slag=${kind}`, `${S}/punkt/ny`, 4]),
  ]);
  const known = [/^\/(folk|logg-inn|bli-med)$/, /^\/samling\/(ny|importer)$/, /\/(kopier|om|lenker|veiledere|navneliste|punkt\/ny|styr|svar|grupper\/rom|utskrift\/wifi|proeve|slett|lokalregler)$/,
    /^\/habilitet\/sjekkliste/, /\/punkt\/\d+(\/bilde)?$/, /\/navneliste\/\d+$/];
  await test('attack: every page of the leader', async () => nothingForgotten(console,
    await everyPage(console, site, 'leader', '/samling/1', '/samling/1/konsoll', '/samling/1/lerret'), known));
  await test('attack: every page of the programleder', async () => {
    const pages = await everyPage(admin, site, 'programleder', '/mine', '/folk', '/samling/ny', '/samling/importer', S, `${S}/konsoll`);
    await nothingForgotten(admin, pages, known);
    allSeen('programleder /samling/n/utskrift');
    allSeen('programleder /folk');
    allSeen('programleder /mine');
  });
  await test('attack: the report', async () => {
    await console.goto(`${site.base}/samling/1/rapport`);
    await press(console, /^Frigi/);
    await isHarmless(console, 'report');
    allSeen('report');
    await download(console, site, '/samling/1/rapport.csv', 'text/csv');
    await download(console, site, '/samling/1/rapport.json', 'application/json');
    await download(admin, site, `${S}/eksport.json`, 'application/json');
  });
  await test('attack: every page of the phone', async () => nothingForgotten(phone,
    await everyPage(phone, site, 'phone', '/s/1', '/s/1/meg'), known));
  for (const page of [admin, console, remote, wall, phone, anybody]) await page.context().close();
  await site.stop();
}
