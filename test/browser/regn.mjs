// The calculators and the calendar of a council: an answer that follows while somebody writes, the
// same without JavaScript, by keyboard alone, and a file for one's own calendar.
import { readFileSync } from 'node:fs';
import { CONSOLE, PHONE, must, press, says, test, window } from './browser.mjs';
import { HALF } from './sider.mjs';

const BUDGET = '/regler/regn/budsjett?a=13&b=7&c=7&medlemmer=27';

export const REGN_PAGES = [
  ['calculators', '/regler/regn', CONSOLE], ['calculators on a phone', '/regler/regn', PHONE, HALF],
  ['an empty calculator', '/regler/regn/avstemning', PHONE, HALF],
  ['an answer', '/regler/regn/avstemning?for=9&mot=9&moeteleder=for&medlemmer=19', CONSOLE],
  ['what the act leaves open', BUDGET, PHONE], ['what is wrong', '/regler/regn/vedtaksfoer?medlemmer=mange&stemte=-3', PHONE],
  ['a time limit', '/regler/regn/lovlighetskontroll?dato=2027-12-11&krever=2', PHONE, HALF],
  ['a calendar', '/regler/kalender', CONSOLE], ['a calendar on a phone', '/regler/kalender', PHONE],
  ['a wrong day', '/regler/kalender?konstituert=2027-11-20', PHONE, HALF],
];

async function followsWhileWritten(browser, site) {
  const page = await window(browser, site, { size: CONSOLE });
  await page.goto(site.base + '/regler/regn/vedtaksfoer');
  await page.keyboard.press('Tab');
  await page.getByLabel('Hvor mange medlemmer har organet?').focus();
  await page.keyboard.type('27');
  await says(page, 'Minst 14 av 27 medlemmer', '#resultat');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1x');
  await says(page, 'Skriv et helt tall.', '#stemte-f');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('3');
  await says(page, 'det mangler 1', '#resultat');
  must(!(await page.locator('#stemte-f').innerText()).trim(), 'what was mended is still blamed');
  must(page.url().includes('stemte=13'), 'the address does not follow');
  await page.getByText('§ 11-9 første ledd').focus();
  await page.keyboard.press('Enter');
  await says(page, 'Våre egne ord', '#resultat');
  await press(page, 'Nynorsk');
  await says(page, 'det manglar 1', '#resultat');
  must(await page.locator('#stemte').inputValue() === '13', 'the numbers went with the language');
  await page.context().close();
}

async function answersWithoutScript(browser, site) {
  const page = await window(browser, site, { size: PHONE, js: false });
  await page.goto(site.base + '/regler/regn');
  await page.getByRole('link', { name: 'Avstemning over budsjettet' }).click();
  await page.getByLabel('Stemmer for forslag A').fill('12');
  await press(page, 'Regn ut');
  await says(page, 'Dette må fylles ut.', '#b-f');
  await page.getByLabel('Stemmer for forslag B').fill('9');
  await page.getByLabel('Stemmer for forslag C').fill('6');
  await press(page, 'Regn ut');
  await says(page, 'bare over forslag A og B', '#resultat');
  await page.getByRole('link', { name: 'Alle kalkulatorene' }).click();
  await says(page, 'Kalkulatorer', 'h1');
  await page.context().close();
}

async function givesACalendar(browser, site) {
  const page = await window(browser, site, { size: PHONE, js: false });
  await page.goto(site.base + '/regler/kalender');
  await page.getByLabel('Dagen for det konstituerende møtet').fill('2027-10-12');
  await press(page, 'Vis kalenderen');
  await says(page, 'senest torsdag 12. oktober 2028', '#kalender');
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Last ned til kalenderen din (ICS)')]);
  const text = readFileSync(await file.path(), 'utf8');
  must(file.suggestedFilename() === 'kommunestyret-2027.ics', file.suggestedFilename());
  must(text.startsWith('BEGIN:VCALENDAR\r\n') && text.includes('DTSTART;VALUE=DATE:20281012'), 'the file is not of the same calendar');
  await page.context().close();
}

export async function countsAndKeepsTime(browser, site) {
  await test('an answer follows while somebody writes, by keyboard', () => followsWhileWritten(browser, site));
  await test('a calculator answers without JavaScript', () => answersWithoutScript(browser, site));
  await test('a calendar is shown and taken home', () => givesACalendar(browser, site));
}
