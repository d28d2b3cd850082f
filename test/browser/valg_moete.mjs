// Elections in the meeting: a console, a wall and a phone follow one body from its lists to the
// protocol and one office through two votes and a lot, led by keyboard and clicker alone; in
// bokmål by day and in nynorsk by night.  What comes out settles again.
import { execFileSync } from 'node:child_process';
import { CONSOLE, PHONE, SMALL_WALL, lead, lillevik, must, press, says, test, until, window } from './browser.mjs';
import { axe, looksRight } from './sider.mjs';

const LISTS = `Arbeiderpartiet
Per Li M
Ola Moe M
Bo Vik M
Kari Dal K
Ida Ås K

Høyre
Åse Eng K
Nils Berg M

Senterpartiet
Siri Voll K
Odd Hagen M`;
const CANDIDATES = 'Kari Dal\nNils Berg\nSiri Voll';
const WORDS = {
  nb: {
    paper: 'Det stemmes ikke på telefonen', talt: '10 stemmer er talt', lodd: 'Her må det trekkes lodd', trukket: 'trukket',
    aapent: 'Loven sier ikke', vist: 'Vis hvem som er valgt', valgte: 'dette valgte dere', rykker: 'Kari Dal rykker opp foran Ola Moe',
    vara: 'Varamedlemmer', hvorfor: 'siden 1. juli 2023', ingen: 'Dere stemmer én gang til', likt: 'Like mange stemmer', etter: 'etter loddtrekning',
    save: 'Lagre tallene', file: 'Last ned som fil (JSON)', protocol: 'Åpne protokollen', goTo: 'Gå til', begin: /^Start: /, add: 'Legg til',
  },
  nn: {
    paper: 'Det blir ikkje røysta på telefonen', talt: '10 røyster er talde', lodd: 'Her må det trekkjast lodd', trukket: 'trekt',
    aapent: 'Lova seier ikkje', vist: 'Vis kven som er vald', valgte: 'dette valde de', rykker: 'Kari Dal rykkjer opp framfor Ola Moe',
    vara: 'Varamedlemer', hvorfor: 'sidan 1. juli 2023', ingen: 'De røystar éin gong til', likt: 'Like mange røyster', etter: 'etter loddtrekking',
    save: 'Lagre tala', file: 'Last ned som fil (JSON)', protocol: 'Opne protokollen', goTo: 'Gå til', begin: /^Start: /, add: 'Legg til',
  },
};

// By the editor; the item stands last on day 1.
async function written(page, site, kind, title, fields) {
  await page.goto(`${site.base}/samling/1/punkt/ny?slag=${kind}&dag=1`);
  await page.fill('#tittel', title);
  for (const [id, text] of Object.entries(fields)) await page.fill(`#${id}`, text);
  await page.locator('main form.skjema button[type=submit]').last().press('Enter');
  await page.waitForURL(/\/samling\/1(#.*)?$/);
}

// One to practise on, out of the library.
async function practises(page, site) {
  await page.goto(`${site.base}/samling/1/punkt/ny?slag=forholdsvalg&dag=1`);
  await page.selectOption('#o_hent', { index: 2 });
  await page.locator('[formaction=hent]').press('Enter');
  await page.waitForLoadState();
  must(await page.inputValue('#tittel') !== '' && (await page.inputValue('#o_lister')).includes('\n'), 'the lists are not there');
  await page.locator('main form.skjema button[type=submit]').last().press('Enter');
  await page.waitForURL(/\/samling\/1(#.*)?$/);
  await page.goto(`${site.base}/samling/1/konsoll`);
}

const next = (at) => at.keyboard.press('PageDown');
const button = (page, value) => page.locator(`button[value="${value}"]`).first();

async function hall(browser, site, lang) {
  const dark = lang === 'nn', how = { lang, dark, script: axe };
  const console_ = await window(browser, site, { ...how, size: CONSOLE });
  await lead(console_, site);
  await console_.goto(`${site.base}/samling/1/om`);
  await console_.locator('#maalform').selectOption(lang);
  await console_.locator('main form [type=submit]').first().press('Enter');
  await console_.waitForLoadState();
  await written(console_, site, 'forholdsvalg', 'Utvalget', { o_plasser: '3', o_lister: LISTS });
  await written(console_, site, 'flertallsvalg', 'Ordføreren', { o_kandidater: CANDIDATES });
  await console_.goto(`${site.base}/samling/1/konsoll`);
  const wall = await window(browser, site, { ...how, size: SMALL_WALL });
  await wall.goto(site.links.lerret);
  await console_.locator('[data-tast=neste]').press('Enter');
  const phone = await window(browser, site, { ...how, size: PHONE });
  await phone.goto(site.links.deltaker);
  await phone.locator('button[name=rolle], main form button[type=submit]').first().press('Enter');
  await phone.waitForURL(/\/s\/1$/);
  return { console_, wall, phone, say: WORDS[lang], lang };
}

async function looks(h, name) {
  for (const who of ['console_', 'wall', 'phone']) {
    try {
      await looksRight(h[who], `election ${h.lang} ${who} ${name}`);
    } catch (e) {
      throw new Error(`${who}, ${name}: ${e.message}`);
    }
  }
}

async function goesTo(h, title) {
  await h.console_.getByRole('button', { name: `${h.say.goTo}: ${title}` }).press('Enter');
  await says(h.wall, title, 'h1');
}

// Votes typed, the first of them by the key that counts one more.
async function counts(h, votes) {
  const one = button(h.console_, 'valg_en 0 +1');
  for (let n = 1; n <= 2; n++) {
    await one.focus();
    await h.console_.keyboard.press('Enter');
    await until(async () => await h.console_.locator('#valgm-0').inputValue() === String(n), `the vote ${n} is not on the console`);
  }
  for (const [i, n] of votes.entries()) {
    await h.console_.locator(`#valgm-${i}`).focus();
    await h.console_.keyboard.press('Control+A');
    await h.console_.keyboard.type(String(n));
  }
  await h.console_.getByRole('button', { name: h.say.save }).focus();
  await h.console_.keyboard.press('Enter');
}

async function electsTheBody(h) {
  const { console_, wall, phone, say } = h;
  await goesTo(h, 'Utvalget');
  await says(phone, say.paper);
  await looks(h, 'lists');
  await next(wall);
  await button(console_, 'valg_en 0 +1').waitFor();
  await counts(h, [5, 2, 2, 1]);
  await says(wall, say.talt, '#flate');
  await says(phone, say.talt);
  await looks(h, 'counted');
  await next(console_);
  await says(wall, 'Arbeiderpartiet', '#flate');
}

// 5, 2 and 2 votes for three seats: the last is between those with two.
async function drawsALot(h) {
  const { console_, wall, phone, say } = h;
  await says(wall, say.lodd, '#flate');
  await next(wall);
  await next(console_);
  await says(wall, say.lodd, '#flate');
  await says(phone, say.lodd);
  await looks(h, 'lot');
  await button(console_, 'valg_lodd 1').focus();
  await console_.keyboard.press('Enter');
  await says(wall, say.trukket, '#flate');
  await says(phone, say.trukket);
}

async function asksAndNames(h) {
  const { console_, wall, phone, say } = h;
  await next(wall);
  await says(wall, say.aapent, '#flate');
  await button(console_, 'valg_les vara_uten_plass to').focus();
  await console_.keyboard.press('Enter');
  await says(wall, say.valgte, '#flate');
  await says(phone, say.valgte);
  await looks(h, 'open question');
  await next(wall);
  await says(wall, say.rykker, '#flate');
  await says(phone, say.vara);
  await looks(h, 'elected');
}

async function takenOut(h, binary) {
  const { console_, say } = h;
  const [file] = await Promise.all([console_.waitForEvent('download'), console_.getByRole('link', { name: say.file }).press('Enter')]);
  execFileSync(binary, ['valg', '--kontroller', await file.path()]);
  const [page] = await Promise.all([console_.context().waitForEvent('page'), console_.getByRole('link', { name: say.protocol }).press('Enter')]);
  await says(page, '§ 7-6', 'article');
  await page.close();
}

async function electsTheOffice(h, binary) {
  const { console_, wall, phone, say } = h;
  await goesTo(h, 'Ordføreren');
  await says(wall, say.hvorfor, '#flate');
  await next(wall);
  await button(console_, 'valg_en 0 +1').waitFor();
  await counts(h, [4, 4, 1, 1]);
  await next(wall);
  await says(wall, say.ingen, '#flate');
  await says(phone, say.ingen);
  await looks(h, 'nobody');
  await next(wall);
  await until(async () => await console_.locator('#valgm-0').inputValue() === '0', 'the second count does not begin at none');
  await counts(h, [4, 4, 0, 2]);
  await next(wall);
  await says(wall, say.likt, '#flate');
  await next(wall);
  await button(console_, 'valg_lodd 1').press('Enter');
  await says(wall, say.etter, '#flate');
  await says(phone, say.etter);
  await looks(h, 'mayor');
  const [file] = await Promise.all([console_.waitForEvent('download'), console_.getByRole('link', { name: say.file }).press('Enter')]);
  execFileSync(binary, ['valg', '--kontroller', await file.path()]);
}

export async function electsInTheMeeting(browser, binary) {
  for (const lang of ['nb', 'nn']) {
    const site = await lillevik(binary);
    const h = await hall(browser, site, lang);
    await test(`an election to practise on becomes an item, ${lang}`, () => practises(h.console_, site));
    await test(`a body is counted in the meeting, ${lang}`, () => electsTheBody(h));
    await test(`a lot holds the clicker back until it is drawn, ${lang}`, () => drawsALot(h));
    await test(`what the law leaves open is chosen, and the names follow, ${lang}`, () => asksAndNames(h));
    await test(`the protocol of the meeting settles again, ${lang}`, () => takenOut(h, binary));
    await test(`an office takes two votes and a lot, ${lang}`, () => electsTheOffice(h, binary));
    await site.stop();
  }
}
