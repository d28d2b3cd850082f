// A member asks whether they are impartial: with JavaScript and without, by keyboard, on paper;
// and nobody but their phone learns what they answered.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { CONSOLE, PHONE, lillevik, must, test, until, window } from './browser.mjs';
import { HALF, axe, looksRight } from './sider.mjs';

const PAGE = '/habilitet/sjekk';
const WIRE = 25 * 1024;

const step = (page) => page.locator('.steg').filter({ visible: true });
const title = async (page) => (await step(page).locator('h2').innerText()).trim();
const reads = async (page) => (await page.locator('main').innerText()).replace(/\s+/g, ' ');

// Answers in turn; one that begins with + opens a group of words first.
async function answers(page, ...all) {
  for (const says of all) {
    if (says.startsWith('+')) {
      await step(page).locator('summary', { hasText: new RegExp(`^${says.slice(1)}`) }).click();
      continue;
    }
    const before = await step(page).getAttribute('id');
    await step(page).getByRole('link', { name: says, exact: true }).click();
    await until(async () => await step(page).getAttribute('id') !== before, `«${says}» leads nowhere`);
    must(await step(page).count() === 1, `after «${says}» more than one step is shown`);
  }
}

// Where answers lead: the title of the end, what it says, and where one may go from there.
const WALKS = [
  ['a party', ['Nei', 'Ja'], 'Inhabil uten nærmere vurdering.', ['Du er part i saken', 'bokstav a', 'Gå fra plassen din']],
  ['a spouse of a sibling', ['Nei', 'Nei', '+Gift inn', 'Gift med broren eller søsteren din'],
    'Inhabil uten nærmere vurdering.', ['bokstav b']],
  ['once married', ['Nei', 'Nei', '+Ektefelle', 'Tidligere ektefelle'], 'Inhabil uten nærmere vurdering.', ['bokstav c']],
  ['an election', ['Ja'], 'Habil: et unntak gjelder.', ['§ 11-10 fjerde ledd', 'må du stemme']],
  ['on a board', ['Nei', 'Nei', 'Nei, ingen av disse', 'Nei', 'Jeg sitter i styret', 'Ja',
    'Et selskap, for eksempel AS eller IKS, også når kommunen eier det', 'Nei, jeg er med for kommunen'],
  'Inhabil uten nærmere vurdering.', ['bokstav e']],
  ['prepared it as an employee', ['Nei', 'Nei', 'Nei, ingen av disse', 'Nei', 'Nei, ingenting', 'Som folkevalgt', 'Ja, og saken er noe annet'],
    'Inhabil etter en særregel.', ['§ 11-10 andre ledd']],
  ['a plan that is exempt', ['Nei', 'Nei', 'Nei, ingen av disse', 'Nei', 'Nei, ingenting', 'Som folkevalgt', 'Ja, og saken er en av dem som er unntatt',
    'Videre', 'Nei, ingenting'], 'Ingen grunn funnet', ['Er du likevel i tvil']],
  ['a cohabitant', ['Nei', 'Nei', '+Ektefelle', 'Samboer', 'Videre', 'Nei', 'Nei, ingenting', 'Som folkevalgt', 'Nei', 'Nei'],
    'Må vurderes. Organet avgjør.', ['Taler for at du går fra', 'Taler for at du blir', '§ 6 andre ledd']],
  ['not known who is a party', ['Nei', '+Vet ikke', 'Gå videre uten å vite det', 'Nei, ingen av disse', 'Nei', 'Nei, ingenting', 'Som folkevalgt', 'Nei', 'Nei'],
    'Noe må være kjent før spørsmålet kan besvares.', ['Vet ikke']],
  ['an exception', ['Nei', 'Ja', 'Se om det gjelder', 'Ja, det er åpenbart', 'Som folkevalgt', 'Nei', 'Nei'],
    'Habil: et unntak gjelder.', ['§ 6 fjerde ledd', 'Si fra i god tid']],
  ['one ground, and another', ['Nei', 'Ja', 'Se om flere gjelder', '+Barn', 'Sønn eller datter', 'Se om flere gjelder', 'Nei', 'Nei, ingenting',
    'Som folkevalgt', 'Nei', 'Nei'], 'Minst én grunn gjelder', ['Én grunn er nok']],
];

async function leadsWhere(browser, site, js) {
  const page = await window(browser, site, { size: PHONE, js });
  for (const [name, path, end, says] of WALKS) {
    await page.goto(`${site.base}/habilitet`);
    await page.getByRole('link', { name: 'Er jeg inhabil?' }).click();
    await answers(page, ...path);
    must(await title(page) === end, `${name}: ${await title(page)}`);
    const text = await reads(page);
    for (const s of [...says, 'Veiledning. Organet avgjør.', 'Notat til møtet']) must(text.includes(s), `${name} does not say ${s}: ${text}`);
  }
  await page.goBack();
  must(await title(page) === 'Er saken en klage på et vedtak?', `back leads to ${await title(page)}`);
  await page.context().close();
}

// A picture of everything the program has on disk.
function stored(site) {
  const files = readdirSync(site.data, { recursive: true }).map((name) => join(site.data, name));
  return files.filter((f) => statSync(f).isFile() && !f.endsWith('-shm')).sort().map((f) =>
    `${f} ${createHash('sha256').update(readFileSync(f)).digest('hex')}`).join('\n');
}

// What reaches the network from now on.  Chromium looks for the icon at every new address, and
// finds it in its cache.
async function listen(page) {
  const asked = [], network = await page.context().newCDPSession(page);
  await network.send('Network.enable');
  network.on('Network.responseReceived', ({ response }) => {
    if (!response.fromDiskCache && !response.url.startsWith('data:')) asked.push(response.url);
  });
  network.on('Network.loadingFailed', (e) => asked.push(e.errorText));
  return asked;
}

async function leavesNoTrace(browser, site, js) {
  const page = await window(browser, site, { size: PHONE, js });
  await page.goto(site.base + PAGE, { waitUntil: 'networkidle' });
  const cookies = JSON.stringify(await page.context().cookies()), disk = stored(site), log = site.log();
  const asked = await listen(page);
  await answers(page, 'Nei', 'Nei', '+Ektefelle', 'Samboer', 'Videre', '+Vet ikke', 'Gå videre uten å vite det', 'Nei, ingenting', 'Som folkevalgt', 'Nei', 'Nei');
  await page.goBack();
  await answers(page, 'Nei');
  await page.getByLabel('Sak', { exact: true }).fill('Samboeren min søker');
  await page.locator('#n-fakta').fill('Vi bor sammen.');
  if (js) {
    await page.getByRole('button', { name: 'Kopier' }).click();
    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, history.state]);
    must(JSON.stringify(kept) === '[0,0,null]', `something is kept: ${JSON.stringify(kept)}`);
  }
  must(asked.length === 0, `asked for ${asked.join(', ')}`);
  must(JSON.stringify(await page.context().cookies()) === cookies, 'a cookie was set');
  must(stored(site) === disk, 'something was stored');
  must(site.log() === log, `the log says ${site.log().slice(log.length)}`);
  must(page.complaints.length === 0, page.complaints.join('\n'));
  await page.reload();
  must(await page.getByLabel('Sak', { exact: true }).inputValue() === '', 'what was typed came back');
  await page.context().close();
}

async function fillsTheNote(browser, site) {
  const page = await window(browser, site, { size: PHONE });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.base });
  await page.goto(site.base + PAGE);
  await answers(page, 'Nei', 'Nei', '+Ektefelle', 'Samboer', 'Videre', 'Nei', 'Nei, ingenting', 'Som folkevalgt', 'Nei', 'Nei');
  await page.getByLabel('En part har innvendt at du er inhabil', { exact: false }).check();
  await page.getByLabel('Sak', { exact: true }).fill('Sak 12/27');
  await page.getByRole('button', { name: 'Kopier' }).click();
  await page.getByText('Notatet er kopiert.').waitFor();
  const note = await page.evaluate(() => navigator.clipboard.readText());
  for (const s of ['Sak: Sak 12/27', 'står parten deg nær? Samboer', 'Må vurderes. Organet avgjør.', '- en part har innvendt at du er inhabil',
    'Forvaltningsloven § 6 andre ledd', 'Veiledning. Organet avgjør.']) must(note.includes(s), `the note lacks ${s}: ${note}`);
  must(await page.locator('#vei li').count() === 9, `the way has ${await page.locator('#vei li').count()} steps`);
  await page.goBack();
  await answers(page, 'Ja, og kommunen avgjør den selv', 'Ja');
  must(await title(page) === 'Inhabil etter en særregel.', await title(page));
  must((await page.locator('#vei').innerText()).includes('Ja, og kommunen avgjør den selv'), 'the note does not follow');
  await page.getByRole('button', { name: 'Nynorsk' }).click();
  await until(async () => await title(page) === 'Inhabil etter ein særregel.', 'the other language begins somewhere else');
  must(await page.locator('#vei').isHidden(), 'what was answered is remembered');
  await page.context().close();
}

async function fitsASheet(browser, site, js, lang) {
  const page = await window(browser, site, { size: PHONE, js, lang });
  for (const [name, , , path] of [['a hit', 0, 0, [1, 0]], ['to assess', 0, 0, [1, 1, 'word', 0, 3, 10, 0, 0, 0]]]) {
    await page.goto(site.base + PAGE);
    for (const nr of path) {
      if (nr === 'word') await step(page).locator('summary').first().click();
      await step(page).locator(nr === 'word' ? '.ord a >> nth=4' : `:is(.svar, .videre) a >> nth=${nr}`).click();
    }
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sheets = pdf.match(/\/Type\s*\/Page\b/g).length;
    must(sheets === 1, `${name}: ${await title(page)}: ${sheets} sheets`);
    must((await title(page)).match(name === 'a hit' ? /^Inhabil/ : /^Må vurder/), await title(page));
  }
  await page.context().close();
}

async function byKeyboard(browser, site) {
  const page = await window(browser, site, { size: CONSOLE });
  const focus = () => page.evaluate(() => document.activeElement.textContent.trim());
  const to = async (name) => {
    for (let i = 0; i < 40 && await focus() !== name; i++) await page.keyboard.press('Tab');
    must(await focus() === name, `«${name}» is not reached`);
    await page.keyboard.press('Enter');
  };
  await page.goto(site.base + PAGE);
  await to('Nei');
  await to('Nei');
  must(await title(page) === 'Er du i familie med en part, eller står parten deg nær?', await title(page));
  await to('Hopp til innholdet');
  must(await title(page) === 'Er du i familie med en part, eller står parten deg nær?', 'the skip link loses the question');
  await to('Søsken');
  await to('Bror eller søster');
  must(await title(page) === 'Inhabil uten nærmere vurdering.', await title(page));
  await page.context().close();
}

// Each kind of step, found by what is on the page.
async function everyKindLooksRight(browser, site) {
  const kinds = ['.forste', '.steg:has(.ordgrupper)', '.steg:has(.funn)', '.slutt:not(.blir)', '.slutt:has(.vekt)', '.blir'];
  for (const lang of ['nb', 'nn']) {
    for (const dark of [false, true]) {
      const page = await window(browser, site, { size: PHONE, lang, dark, script: axe });
      await page.goto(site.base + PAGE);
      must(await page.getAttribute('html', 'lang') === lang, 'not in the language asked for');
      for (const kind of kinds) {
        const id = await page.locator(kind).first().getAttribute('id');
        for (const size of HALF(lang, dark) ? [PHONE, CONSOLE] : [PHONE]) {
          const name = `self-check ${kind} ${lang} ${dark ? 'dark' : 'light'} ${size.width}`;
          await test(name, async () => {
            await page.setViewportSize(size);
            await page.evaluate((to) => { location.hash = to; }, id);
            await until(async () => await step(page).getAttribute('id') === id, `${id} is not shown`);
            await looksRight(page, name);
          });
        }
      }
      await page.context().close();
    }
  }
}

async function staysLight(browser, site) {
  const page = await fetch(site.base + PAGE).then((r) => r.arrayBuffer());
  const wire = gzipSync(Buffer.from(page)).length;
  must(wire <= WIRE, `${wire} bytes when compressed`);
}

export async function knowsIfImpartial(browser, binary) {
  const site = await lillevik(binary);

  for (const js of [true, false]) {
    const how = js ? 'with JavaScript' : 'without JavaScript';
    await test(`answers lead where the law does, ${how}`, () => leadsWhere(browser, site, js));
    await test(`nothing leaves the phone or is stored, ${how}`, () => leavesNoTrace(browser, site, js));
    await test(`an end and its note fit a sheet, ${how}`, () => fitsASheet(browser, site, js, js ? 'nb' : 'nn'));
  }
  await test('the note fills with the way one walked', () => fillsTheNote(browser, site));
  await test('the self-check is used by keyboard alone', () => byKeyboard(browser, site));
  await test('the self-check is light', () => staysLight(browser, site));
  await everyKindLooksRight(browser, site);
  await site.stop();
}
