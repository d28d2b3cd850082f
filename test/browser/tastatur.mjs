// By keyboard alone: what can be focused is reached once, in the order it is read, and shows
// that it is; the skip link skips; nothing holds on to the focus.
import { CONSOLE, PHONE, lead, lillevik, must, says, test, until, window } from './browser.mjs';

// How what has the focus could be told: by its own edge, or by that of what it stands in.
const LOOK = `(e) => [e, e.closest('label'), e.parentElement].map((x) => {
  const s = x && getComputedStyle(x);
  return s && [s.outlineStyle === 'none' ? '' : s.outline, s.boxShadow].join();
}).join()`;

// Every stop a Tab can make, in the order of the document; a group of radios is one.
const stops = (page) => page.evaluate((source) => {
  const look = eval(source);
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
  const seen = new Set();
  return all.filter((e) => {
    if (e.disabled || e.tabIndex < 0 || e.type === 'hidden' || !e.checkVisibility({ visibilityProperty: true })) return false;
    if (e.type !== 'radio') return true;
    const group = `${e.form?.action} ${e.name}`;
    return !seen.has(group) && seen.add(group);
  }).map((e, i) => {
    e.dataset.stop = i;
    e.dataset.look = look(e);
    return e.outerHTML.slice(0, 90);
  });
}, LOOK);

// What has the focus, and whether one can see that it has.
const focused = (page) => page.evaluate((source) => {
  const e = document.activeElement, look = eval(source);
  if (!e || e === document.body) return null;
  const first = e.type === 'radio' ? document.querySelector(`input[name="${e.name}"][data-stop]`) ?? e : e;
  const box = e.getBoundingClientRect();
  return {
    stop: first.dataset.stop, html: e.outerHTML.slice(0, 90),
    shown: e.matches('.ds-skip-link') || look(e) !== first.dataset.look,
    there: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}, LOOK);

// A page nobody has touched: the next Tab goes to its first stop.
const fresh = (page) => page.goto(page.url().replace(/#.*/, ''));

async function inOrder(page) {
  await fresh(page);
  const all = await stops(page);
  must(all.length > 3, `only ${all.length} stops`);
  for (const [i, html] of all.entries()) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    must(at, `Tab number ${i + 1} went nowhere, not to ${html}`);
    must(at.stop === String(i), `Tab number ${i + 1} went to ${at.html}, not to ${html}`);
    must(at.shown, `the focus cannot be seen on ${at.html}`);
    must(at.there, `out of sight with the focus: ${at.html}`);
  }
  await page.keyboard.press('Tab');
  const after = await focused(page);
  must(after === null || after.stop === '0', `the last Tab went to ${after?.html}: a trap`);
  if (after === null) await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  must((await focused(page)).stop === '0', 'there is no way back');
}

async function skips(page) {
  await fresh(page);
  await page.keyboard.press('Tab');
  await says(page, /^Hopp til innholdet$/);
  await page.keyboard.press('Enter');
  await until(() => page.url().endsWith('#innhold'), 'the skip link leads nowhere');
  await page.keyboard.press('Tab');
  must(await page.evaluate(() => document.getElementById('innhold').contains(document.activeElement)), 'the skip link skips nothing');
}

// Tabs until the focus is where the selector says.
async function tabTo(page, selector) {
  for (let i = 0; i < 120; i++) {
    if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${selector}`);
}

async function joins(page, site) {
  await tabTo(page, '#kode');
  await page.keyboard.type(site.links.kode);
  await tabTo(page, 'button[name=rolle][value="1"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/s\/1$/);
}

async function answers(page) {
  await tabTo(page, 'input[name=valg]');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  must(await page.locator('[name=valg]').nth(1).isChecked(), 'the arrow does not choose');
  await tabTo(page, 'form.svarskjema button');
  await page.keyboard.press('Enter');
  await says(page, 'Takk, svaret ditt er lagret');
  await tabTo(page, '.ditt a');
  await page.keyboard.press('Enter');
  await says(page, 'Send svar');
}

// A button that is pressed keeps the focus when the page around it is replaced.
async function leads(page) {
  await tabTo(page, '#k-neste-knapp');
  await page.keyboard.press('Enter');
  await says(page, /svarte? før runden ble lukket/);
  await until(() => page.evaluate(() => document.activeElement.id === 'k-neste-knapp'), 'the focus was lost');
  await page.keyboard.press('Space');
  await says(page, 'Forventninger til dagene', 'main h1');
  await tabTo(page, '#k-imp');
  await page.keyboard.type('Hva nå?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await says(page, 'Hva nå?', 'main h1');
  must(await page.inputValue('#k-imp') === '', 'the field still has the question');
  await tabTo(page, '#k-konkl');
  await page.keyboard.type('Enige.');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await says(page, 'Lagret.', '#melding');
  await page.reload();
  must(await page.inputValue('#k-konkl') === 'Enige.', 'what was agreed was not saved');
}

export async function byKeyboard(browser, binary) {
  const site = await lillevik(binary, 1);
  const phone = await window(browser, site, { size: PHONE });
  const console = await window(browser, site, { size: CONSOLE });

  await phone.goto(site.base);
  await lead(console, site);
  await test('keyboard: the join page in order', () => inOrder(phone));
  await test('keyboard: the join page skips', () => skips(phone));
  await test('keyboard: joins', () => joins(phone, site));
  await test('keyboard: the phone in order', () => inOrder(phone));
  await test('keyboard: the phone skips', () => skips(phone));
  await test('keyboard: answers and changes the answer', () => answers(phone));
  await test('keyboard: the console in order', () => inOrder(console));
  await test('keyboard: the console skips', () => skips(console));
  await test('keyboard: leads', () => leads(console));
  await phone.context().close();
  await console.context().close();
  await site.stop();
}
