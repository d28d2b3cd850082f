// The checklist of an item for a secretary: as axe sees it, by keyboard, without JavaScript, and
// that neither address bar nor browser keeps a name.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { CONSOLE, PHONE, lillevik, must, press, says, test, window } from './browser.mjs';
import { looksRight, pagesAreRight } from './sider.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGE = '/habilitet/sjekkliste';
const WORDS = {
  nb: { make: 'Lag sjekklisten', more: 'Legg til en person', paste: 'Lim inn varamedlemmer', steps: 'Slik går det for seg' },
  nn: { make: 'Lag sjekklista', more: 'Legg til ein person', paste: 'Lim inn varamedlemer', steps: 'Slik går det føre seg' },
};

async function filled(page, site, { make, more, paste }) {
  await page.goto(site.base + PAGE);
  await page.locator('#organ').fill('Planutvalget');
  await page.locator('#sak').fill('12/27 Reguleringsplan for Sagtomta');
  await page.locator('#medlemmer').fill('19');
  await page.locator('#motte').fill('19');
  await page.locator('#personer').fill('Kari Moe; Ap; søsteren er søker\nPer Li; H; styreleder i Sagbygg AS');
  await page.getByText(paste, { exact: true }).click();
  await page.locator('#varaer').fill('Ola Vik; Ap\nTor Eng; H');
  await press(page, more);
  await page.locator('#rolle-0').selectOption('leder');
  await page.locator('#grunnlag-0').selectOption('slekt');
  await page.locator('#vedtak-0').selectOption('inhabil');
  await page.locator('#inhabil-0').fill('19');
  await page.locator('#habil-0').fill('0');
  await press(page, make);
}

async function looksRightWhenFilled(browser, site, lang, dark, size) {
  const page = await window(browser, site, { lang, dark, size, script: axe });
  const name = (what) => `checklist ${what} ${lang} ${dark ? 'dark' : 'light'} ${size.width}`;
  await filled(page, site, WORDS[lang]);
  await says(page, WORDS[lang].steps);
  await looksRight(page, name('made'));
  await page.locator('#inhabil-0').fill('alle');
  await press(page, WORDS[lang].make);
  await page.locator('#stemmer-0-f').waitFor();
  page.complaints = page.complaints.filter((c) => !c.includes('422'));
  await looksRight(page, name('wrong'));
  await page.context().close();
}

async function leavesNothing(browser, site, js) {
  const page = await window(browser, site, { size: PHONE, js });
  await filled(page, site, WORDS.nb);
  await says(page, 'Nestlederen leder saken.', '.sjekksteg');
  await says(page, 'Kari Moe (Ap) er inhabil.', '#moetebok');
  must(new URL(page.url()).pathname === PAGE && !page.url().includes('?'), `the address says ${page.url()}`);
  if (js) {
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    must(!kept.includes('Kari'), `the browser keeps ${kept}`);
  }
  await page.goto(site.base + PAGE);
  must(await page.locator('#navn-0').inputValue() === '', 'a name is still there');
  await page.context().close();
}

// Only keys; Enter in a field makes the list, and not another row.
async function byKeyboard(browser, site) {
  const page = await window(browser, site, { size: CONSOLE });
  await page.goto(site.base + PAGE);
  await page.locator('#organ').focus();
  await page.keyboard.type('Planutvalget');
  for (let i = 0; i < 20 && await page.evaluate(() => document.activeElement.id) !== 'medlemmer'; i++) await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  await page.keyboard.press('Tab');
  await page.keyboard.type('7');
  for (let i = 0; i < 5 && await page.evaluate(() => document.activeElement.id) !== 'navn-0'; i++) await page.keyboard.press('Tab');
  await page.keyboard.type('Kari Moe');
  await page.keyboard.press('Enter');
  await says(page, '6 av 7 er igjen; det er nok, for minst 4 må være med.', '.sjekksteg');
  await page.getByRole('button', { name: 'Kopier teksten' }).focus();
  await page.keyboard.press('Enter');
  await says(page, 'Kopiert.');
  const marked = await page.evaluate(() => getSelection().toString());
  must(marked.includes('Det ble reist spørsmål om habiliteten til Kari Moe.'), `what is marked is ${marked}`);
  await page.context().close();
}

export async function checksAnItem(browser, binary) {
  const site = await lillevik(binary);

  await pagesAreRight(browser, site, 'checklist', { pages: [
    ['empty', PAGE, CONSOLE], ['empty on a phone', PAGE, PHONE], ['front', '/habilitet', PHONE],
  ] });
  for (const [lang, dark, size] of [['nb', false, PHONE], ['nn', true, PHONE], ['nb', true, CONSOLE], ['nn', false, CONSOLE]]) {
    await test(`a checklist that is made looks right in ${lang} at ${size.width}`, () => looksRightWhenFilled(browser, site, lang, dark, size));
  }
  await test('a checklist leaves nothing behind', () => leavesNothing(browser, site, true));
  await test('a checklist is made without JavaScript', () => leavesNothing(browser, site, false));
  await test('a checklist is made by keyboard', () => byKeyboard(browser, site));
  await site.stop();
}
