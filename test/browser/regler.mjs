// The council's own rules: the pages as axe sees them, and a section found without JavaScript.
import { CONSOLE, PHONE, WALL, lead, lillevik, must, press, says, test, window } from './browser.mjs';
import { REGN_PAGES, countsAndKeepsTime } from './regn.mjs';
import { HALF, axe, looksRight, pagesAreRight } from './sider.mjs';

const PAGES = [
  ['front', '/regler', CONSOLE], ['front on a phone', '/regler', PHONE],
  ['a card', '/regler/kort/fem-veier', CONSOLE], ['a card on a phone', '/regler/kort/lukke-doerene', PHONE],
  ['a local card', '/regler/kort/interpellasjon', PHONE], ['a card with a calculator', '/regler/kort/en-tredel', PHONE, HALF],
  ['incomes', '/regler/inntekter', CONSOLE], ['incomes on a phone', '/regler/inntekter', PHONE],
  ['two ways of governing', '/regler/styringsformer', CONSOLE], ['two ways on a phone', '/regler/styringsformer', PHONE],
  ['who decides', '/regler/hvem-avgjoer', CONSOLE], ['who decides on a phone', '/regler/hvem-avgjoer', PHONE],
  ['sections', '/lov', CONSOLE], ['sections on a phone', '/lov', PHONE], ['a section', '/lov/kommuneloven/11-3', PHONE],
  ['a section found', '/lov?ord=taushetsplikt', PHONE], ['no section found', '/lov?ord=kvakk', PHONE, HALF],
];

// By its chapter, and by what somebody writes; the language is kept.
async function findsASection(browser, site) {
  const page = await window(browser, site, { size: PHONE, js: false });
  await page.goto(site.base + '/lov');
  const link = page.getByRole('link', { name: '§ 11-3', exact: true });
  must(!(await link.isVisible()), 'the chapters are not folded');
  await page.getByText('Kapittel 11: Møter').click();
  await link.waitFor();                                   // the chapter opens
  await page.getByLabel('Finn en paragraf').fill('taushetsplikt');
  await press(page, 'Søk');
  await says(page, '§ 11-5 andre ledd', 'main');
  await press(page, 'Nynorsk');
  await says(page, 'teieplikt', 'main');
  await page.getByRole('link', { name: 'Kommunelova § 11-5 andre ledd' }).click();
  await says(page, 'Andre ledd', 'main');
  await page.context().close();
}

// From the front page to a card, its section and its calculator; without JavaScript.
async function readsACard(browser, site) {
  const page = await window(browser, site, { size: PHONE, js: false });
  await page.goto(site.base + '/regler');
  await page.getByRole('link', { name: 'Få en sak opp' }).click();
  await page.getByRole('link', { name: 'En tredel kan kreve en sak' }).click();
  const section = page.locator('details').filter({ hasText: '§ 11-3 første ledd' }).first();
  must((await section.getAttribute('open')) === null, 'the sections are not folded');
  await section.locator('summary').click();
  await says(page, 'Våre egne ord', 'details[open]');
  await press(page, 'Nynorsk');
  await says(page, 'Leiaren kan ikkje seie nei.', 'main');
  await page.getByRole('link', { name: 'Rekn det ut' }).click();
  must(page.url().endsWith('/regler/regn/tredel'), page.url());
  await page.context().close();
}

// On paper: what the card says and its sections in a line, nothing to press.
async function isPrinted(browser, site) {
  const page = await window(browser, site);
  await page.goto(site.base + '/regler/kort/en-tredel');
  await page.emulateMedia({ media: 'print' });
  must(await page.locator('.bare-papir').isVisible(), 'no sections on paper');
  must(!(await page.locator('.lovord').isVisible()), 'what unfolds is on paper');
  must(!(await page.getByRole('link', { name: 'Regn det ut' }).isVisible()), 'a button is on paper');
  await page.context().close();
}

// Who leads writes a local rule; the card on the wall and on a phone has it as the municipality's.
async function writesALocalRule(browser, site) {
  const leader = await window(browser, site), wall = await window(browser, site, { size: WALL, script: axe });
  const phone = await window(browser, site, { size: PHONE, script: axe });
  await lead(leader, site);
  const samling = leader.url().match(/samling\/\d+/)[0];
  await leader.getByRole('button', { name: 'Gå til: Fem veier til sakslisten (Regelkort)' }).click();
  await says(leader, 'Snakk om det', '#k-panel');
  await leader.goto(`${site.base}/${samling}/lokalregler`);
  await leader.getByLabel('Interpellasjoner').fill('Ni dager før møtet <b>');
  await press(leader, 'Lagre');
  await says(leader, 'Lagret.', 'main');
  await wall.goto(site.links.lerret);
  await says(wall, 'Hos oss i Lillevik', '#flate');
  await says(wall, 'Ni dager før møtet <b>', '#flate');
  await looksRight(wall, 'a card on the wall');
  await phone.goto(site.links.deltaker);
  await phone.locator('main form button[type=submit]').first().click();
  await says(phone, 'Ni dager før møtet <b>', 'main');
  await looksRight(phone, 'a card on a phone');
  for (const page of [leader, wall, phone]) await page.context().close();
}

export async function rulesOfACouncil(browser, binary) {
  const site = await lillevik(binary);

  await pagesAreRight(browser, site, 'rules', { pages: [...PAGES, ...REGN_PAGES] });
  await test('a section is found by its chapter and by a word, without JavaScript', () => findsASection(browser, site));
  await countsAndKeepsTime(browser, site);
  await test('a card is read, with its section and its calculator', () => readsACard(browser, site));
  await test('a card is printed', () => isPrinted(browser, site));
  await test('a local rule is written, and shown as the municipality\'s own', () => writesALocalRule(browser, site));
}
