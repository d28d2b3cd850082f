// The council's own rules: the pages as axe sees them, and a section found without JavaScript.
import { CONSOLE, PHONE, lillevik, must, press, says, test, window } from './browser.mjs';
import { REGN_PAGES, countsAndKeepsTime } from './regn.mjs';
import { HALF, pagesAreRight } from './sider.mjs';

const PAGES = [
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
  must(await link.isVisible(), 'the chapter does not open');
  await page.getByLabel('Finn en paragraf').fill('taushetsplikt');
  await press(page, 'Søk');
  await says(page, '§ 11-5 andre ledd', 'main');
  await press(page, 'Nynorsk');
  await says(page, 'teieplikt', 'main');
  await page.getByRole('link', { name: 'Kommunelova § 11-5 andre ledd' }).click();
  await says(page, 'Andre ledd', 'main');
  await page.context().close();
}

export async function rulesOfACouncil(browser, binary) {
  const site = await lillevik(binary);

  await pagesAreRight(browser, site, 'rules', { pages: [...PAGES, ...REGN_PAGES] });
  await test('a section is found by its chapter and by a word, without JavaScript', () => findsASection(browser, site));
  await countsAndKeepsTime(browser, site);
}
