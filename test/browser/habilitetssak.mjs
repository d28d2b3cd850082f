// A case of impartiality in a samling: chosen in the plan without JavaScript, led with one key, and
// on every screen what it may hold; and the library, as axe sees it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CONSOLE, PHONE, SMALL_WALL, WALL, lead, lillevik, must, press, says, test, until, window } from './browser.mjs';
import { HALF, looksRight, pagesAreRight } from './sider.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONES = 12;
const NEW = '/samling/1/punkt/ny?dag=1&slag=';
// Weighs against, and what to talk about: on the console alone until it is shown.
const SECRET = { factor: 'nær nabo som merker avgjørelsen', talk: 'Budet er hemmelig.' };

// Without JavaScript: the form is filled, what was typed is kept, and the item is made.
async function chosenInThePlan(browser, site) {
  const page = await window(browser, site, { js: false, script: axe });
  await lead(page, site);
  await page.goto(site.base + NEW + 'dilemma');
  await page.locator('#minutter').fill('25');
  await page.locator('#o_hent').selectOption('julekurven');
  await press(page, 'Hent');
  must(await page.locator('#tittel').inputValue() === 'Julekurven', 'the title is not filled');
  must(await page.locator('#minutter').inputValue() === '25', 'what was typed is gone');
  must((await page.locator('#o_deler').inputValue()).startsWith('Til jul får alle'), 'the stages are not filled');
  must((await page.locator('#notat').inputValue()).includes('gavekortet'), 'the note is not filled');
  await page.goto(site.base + NEW + 'habilitetssak');
  await page.locator('#o_sak').selectOption('sandvik-hotell');
  await press(page, 'Vis saken');
  await says(page, 'Sandvik hotell søker om å få skjenke');
  await press(page, 'Lagre');
  await page.waitForURL(/#p\d+$/);
  const id = page.url().match(/#p(\d+)$/)[1];
  await page.context().close();
  return id;
}

async function screens(browser, site) {
  const lookers = {};
  for (const lang of ['nb', 'nn']) {
    const dark = lang === 'nn';
    lookers[`console ${lang}`] = await window(browser, site, { size: CONSOLE, lang, dark, script: axe });
    lookers[`phone ${lang}`] = await window(browser, site, { size: PHONE, lang, dark, cookies: [site.cookies[dark ? 1 : 0]], script: axe });
    lookers[`wall ${lang}`] = await window(browser, site, { size: dark ? SMALL_WALL : WALL, lang, dark, script: axe });
    await lead(lookers[`console ${lang}`], site);
    await lookers[`phone ${lang}`].goto(site.base + '/s/1');
    await lookers[`wall ${lang}`].goto(site.links.lerret);
  }
  return lookers;
}

// What it says: on the page, and not somewhere in it where it is not seen.
async function holds(page, words, yes) {
  await until(async () => (await page.content()).includes(words) === yes,
    async () => `${page.url()} ${yes ? 'does not say' : 'holds'} «${words}»`);
}

async function allLookRight(seen, phase) {
  for (const [name, page] of Object.entries(seen)) {
    await test(`habilitetssak ${phase}: ${name}`, async () => {
      if (name.startsWith('wall')) {
        const over = await page.evaluate(() => {
          const f = document.querySelector('.flate');
          return Math.max(f.scrollHeight - f.clientHeight, f.scrollWidth - f.clientWidth);
        });
        must(over <= 0, `${over} pixels do not fit`);
      }
      await looksRight(page, `habilitetssak ${phase} ${name}`);
    });
  }
}

async function vote(site, choice) {
  for (let i = 0; i < PHONES; i++) await site.answer(i, ['valg', choice(i)]);
}

async function ledThroughTheCase(browser, site, id) {
  const seen = await screens(browser, site);
  const console = seen['console nb'], hall = Object.entries(seen).filter(([name]) => !name.startsWith('console')).map(([, p]) => p);
  const keySays = (name, yes = true) =>
    until(async () => (await console.locator('[data-tast=neste]').first().innerText()).includes(name) === yes,
      `the key ${yes ? 'does not say' : 'still says'} ${name}`);
  const step = async (name) => {
    await keySays(name);
    await console.keyboard.press('PageDown');
  };
  const all = async (pages, words, yes) => { for (const p of pages) await holds(p, words, yes); };

  await step('Lukk runden');                              // of the item that was open
  await keySays('Lukk runden', false);
  await console.evaluate(async (item) => {
    const form = document.getElementById('styr'), body = new URLSearchParams(new FormData(form));
    body.set('handling', `gaatil ${item}`);
    await fetch(form.action, { method: 'POST', body });
  }, id);
  await step('Åpne for svar');
  await all(Object.values(seen), 'Sandvik hotell', true);
  await holds(console, SECRET.factor, true);
  await all(hall, SECRET.factor, false);
  await allLookRight(seen, 'open');
  await vote(site, (i) => ['habil', 'inhabil', 'organet'][i % 3]);
  await step('Lukk runden');
  await step('Vis resultatet');
  await all(hall, '33', true);
  await all(hall, SECRET.factor, false);
  await allLookRight(seen, 'shown');
  await step('Vis hva som taler for og mot');
  await all(hall, SECRET.factor, true);
  await all(hall, SECRET.talk, false);
  await allLookRight(seen, 'answer');
  await step('Vis spørsmålene til samtalen');
  await all(hall, SECRET.talk, true);
  await allLookRight(seen, 'talk');
  await step('Spør på nytt');
  await all([seen['wall nb'], seen['wall nn']], SECRET.factor, false);
  await vote(site, (i) => (i < 2 ? 'habil' : 'organet'));
  await step('Lukk runden');
  await step('Vis resultatet');
  await all([seen['wall nb'], seen['phone nb']], 'gikk fra 33 til 83 prosent', true);
  await allLookRight(seen, 'again');
  for (const page of Object.values(seen)) await page.context().close();
}

async function foldedAway(browser, site) {
  const page = await window(browser, site, { size: PHONE, js: false });
  await page.goto(site.base + '/habilitet/saker');
  await page.locator('#tema').selectOption('1');
  await page.locator('#sikkerhet').selectOption('lovtekst');
  await press(page, 'Vis saker');
  const rule = page.getByText('Inhabil uten nærmere vurdering.').first();
  must(!await rule.isVisible(), 'the answer lies open');
  await page.locator('#datterens-skjenkebevilling summary').first().click();
  await rule.waitFor({ state: 'visible' });
  await page.goto(site.base + '/habilitet/saker?utskrift=1&tema=1');
  await rule.waitFor({ state: 'visible' });               // on paper they lie open
  await page.context().close();
}

export async function votesOnACase(browser, binary) {
  const site = await lillevik(binary, PHONES);
  let id;
  await test('habilitetssak: chosen in the plan', async () => { id = await chosenInThePlan(browser, site); });
  await test('habilitetssak: led through', () => ledThroughTheCase(browser, site, id));
  await test('habilitetssak: the library without JavaScript', () => foldedAway(browser, site));
  await pagesAreRight(browser, site, 'library', { pages: [
    ['cases', '/habilitet/saker', CONSOLE, (lang, dark) => lang === 'nb' && !dark],
    ['cases on a phone', '/habilitet/saker?tema=5', PHONE],
    ['cases on paper', '/habilitet/saker?tema=7&utskrift=1', CONSOLE, HALF],
    ['no case', '/habilitet/saker?tema=99', PHONE, HALF],
  ] });
  await pagesAreRight(browser, site, 'plan', { enter: (page) => lead(page, site), pages: [
    ['a case', NEW + 'habilitetssak', PHONE], ['a dilemma', NEW + 'dilemma', CONSOLE, HALF],
  ] });
  await site.stop();
}
