// Somebody who never saw it leads the first items with a clicker: at the console, and at the
// wall that was opened from it.
import { PHONE, WALL, lead, lillevik, must, press, says, test, until, window } from './browser.mjs';

const click = (page) => page.keyboard.press('PageDown');
const clickBack = (page) => page.keyboard.press('PageUp');
const next = (console) => console.locator('[data-tast=neste]');

// The next press is the one the button speaks of.
async function clicks(page, console, says_, then) {
  await until(async () => (await next(console).innerText()).trim().startsWith(says_),
    async () => `the button says ${await next(console).innerText()}, not ${says_}`);
  await click(page);
  await then();
}

async function joins(phone, site) {
  await phone.goto(site.links.deltaker);
  await press(phone, 'Folkevalgt');
  await phone.waitForURL(/\/s\/1$/);
}

async function votes(phone) {
  await phone.locator('[name=valg]').first().check();
  await press(phone, 'Send svar');
  await says(phone, 'Takk, svaret ditt er lagret');
}

async function starts({ console, wall, phone }) {
  await says(wall, 'Velkommen', 'h1');
  await clicks(console, console, 'Start: Velkommen', () => says(wall, 'Velkommen til to dager sammen', 'h1'));
  await says(phone, 'Velkommen til to dager sammen', 'h1');
  await clicks(console, console, 'Gå til neste: Prøvespørsmål', () => says(phone, 'Spørsmålet åpnes snart'));
}

async function opensAndCloses({ console, wall, phone }) {
  await clicks(console, console, 'Åpne for svar', () => says(phone, 'Send svar'));
  await votes(phone);
  await says(console, /^1 av \d+ har svart/);
  await clicks(console, console, 'Lukk runden', () => says(phone, 'Runden er lukket'));
  await says(wall, '100', '#flate');
  await clicks(console, console, 'Gå til neste: Forventninger', () => says(wall, 'Spørsmålet åpnes snart', '#flate'));
}

// How much each screen says is left, in seconds.
const left = (page) => page.locator('time[data-slutt]').first().innerText().then((t) => {
  const [m, s] = t.split(':').map(Number);
  return m * 60 + s;
});

async function sameClock({ console, wall, phone }) {
  const pages = [phone, wall, console];
  const seen = async () => Promise.all(pages.map(left));
  const agree = (all, least, most) => Math.max(...all) - Math.min(...all) <= 1 &&
    Math.min(...all) > least && Math.max(...all) <= most;

  await clicks(console, console, 'Åpne for svar', () => says(phone, 'Send svar'));
  for (const page of pages) await page.locator('time[data-slutt]').first().waitFor();
  let last;
  await until(async () => agree(last = await seen(), 170, 180), () => `the clocks say ${last}`);
  await console.keyboard.press('t');
  await until(async () => agree(last = await seen(), 220, 240), () => `a minute later the clocks say ${last}`);
}

async function blackens({ console, wall }) {
  for (const key of ['b', '.']) {
    await console.keyboard.press(key);
    await wall.locator('#svart .svart').waitFor();
    await until(async () => await console.getAttribute('#k-svart', 'aria-pressed') === 'true', 'the console does not know');
    await console.keyboard.press(key);
    await wall.locator('#svart .svart').waitFor({ state: 'detached' });
    await until(async () => await console.getAttribute('#k-svart', 'aria-pressed') === 'false', 'the console does not know');
  }
}

// The roster comes to the rostrum, one press each; the rest is skipped.
async function givesTheFloor({ console, wall }) {
  const speaker = () => wall.locator('.tale-navn').innerText();
  await clicks(wall, console, 'Start runden', () => wall.locator('.tale-klokke time').waitFor());
  const first = await speaker();
  const second = () => until(async () => await speaker() !== first, 'the same has the floor');
  await clicks(wall, console, 'Neste: ', second);
  await says(console, `Angre: gi ordet tilbake til ${first}`);
  await clickBack(wall);
  await until(async () => await speaker() === first, 'the floor was not given back');
  await clicks(wall, console, 'Neste: ', second);
  await press(console, 'Gå til neste');
  await says(console, 'Tema 1: Samfunnsoppdraget', 'main h1');
}

// What comes next is at the wall alone: open a vote, close it, show what came, hide it, go on.
async function atTheWall({ console, wall, phone, site }) {
  await clicks(console, console, 'Lukk runden', () => says(phone, 'Runden er lukket'));
  const goes = (title) => clicks(wall, console, `Gå til neste: ${title.slice(0, 20)}`, () => says(console, title, 'main h1'));
  await goes('Presentasjon fra talerstolen');
  await givesTheFloor({ console, wall });
  await goes('Hva er egentlig kommunepolitikk?');
  await clicks(wall, console, 'Åpne for svar', () => says(phone, 'Send svar'));
  await votes(phone);
  await clicks(wall, console, 'Lukk runden', () => says(wall, 'Resultatet kommer snart'));
  must(!await wall.locator('table.stolper').isVisible(), 'the result is shown before it is revealed');
  await clicks(wall, console, 'Vis resultatet', () => says(console, 'Resultat vises'));
  await says(wall, /svart/, 'main');
  await clickBack(wall);
  await until(async () => (await next(console).innerText()).trim() === 'Vis resultatet', 'the result is not hidden again');
  await wall.keyboard.press('r');
  await says(console, 'Resultat vises');
  await clicks(wall, console, 'Gå til neste: Pause', () => says(phone, 'Pause', 'h1'));
  await clickBack(wall);
  await says(console, 'Hva er egentlig kommunepolitikk?', 'main h1');
  await wall.keyboard.press('b');
  await wall.locator('#svart .svart').waitFor();
  await wall.keyboard.press('.');
  await wall.locator('#svart .svart').waitFor({ state: 'detached' });
}

// Two who lead press at the same moment; the one who was late is told.
async function together(browser, { console, wall, site }) {
  const other = await window(browser, site);
  await lead(other, site);
  const title = (page) => page.locator('main h1').innerText();
  await clicks(console, console, 'Gå til neste: Pause', () => says(console, 'Pause', 'main h1'));
  await says(other, 'Pause', 'main h1');
  await Promise.all([click(console), click(other)]);
  for (const page of [console, other]) await says(page, 'Åtte utfordringer', 'main h1');
  await says(wall, 'Åtte utfordringer', 'h1');
  const told = async () => (await Promise.all([console, other].map((p) => p.locator('#melding').innerText()))).filter((t) => t.includes('Noen var før deg'));
  await until(async () => (await told()).length === 1, async () => `told: ${await told()}`);
  must(await title(console) === await title(other), 'they see different items');
  await other.context().close();
}

// Letters typed into a field lead nothing.
async function typing({ console }) {
  const before = await console.locator('main h1').innerText();
  const asks = console.getByLabel('Spør om noe nå');
  await asks.focus();
  await console.keyboard.type('b.t r');
  must(await asks.inputValue() === 'b.t r', 'the field lost letters');
  must(await console.getAttribute('#k-svart', 'aria-pressed') === 'false', 'typing turned the wall black');
  await asks.fill('');
  await asks.blur();
  must(await console.locator('main h1').innerText() === before, 'typing moved the day');
}

export async function ledByClicker(browser, binary) {
  const site = await lillevik(binary);
  const console = await window(browser, site);
  const phone = await window(browser, site, { size: PHONE });
  await lead(console, site);
  const [wall] = await Promise.all([
    console.context().waitForEvent('page'), console.locator('a[href$="/lerret"]').click()]);
  await wall.setViewportSize(WALL);
  const hall = { console, wall, phone, site };

  await test('clicker: starts the samling', async () => {
    await joins(phone, site);
    await starts(hall);
  });
  await test('clicker: opens, closes, goes on', () => opensAndCloses(hall));
  await test('clicker: one clock, one minute more, everywhere', () => sameClock(hall));
  await test('clicker: black and back', () => blackens(hall));
  await test('clicker: leads at the wall', () => atTheWall(hall));
  await test('clicker: two press at once, one step', () => together(browser, hall));
  await test('clicker: typing is not leading', () => typing(hall));
  await console.context().close();
  await phone.context().close();
  await site.stop();
}
