// A note that is one's own: it stays on the phone, and no request ever holds it.  And the pulse:
// one key, one tap, at once on the console and on the wall only when it is shown.
import { PHONE, WALL, lead, lillevik, must, says, test, until, window } from './browser.mjs';

const SECRET = 'bare-mellom-meg-og-telefonen';

const field = (html, name) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];

// Goes to the first item of that kind, as the console's form would.
async function goTo(page, site, slag) {
  const plan = await (await page.request.get(`${site.base}/samling/1/rapport.json`)).json();
  const html = await (await page.request.get(`${site.base}/samling/1/konsoll`)).text();
  const number = plan.punkter.findIndex((p) => p.slag === slag) + 1;
  const seen = Object.fromEntries(['token', 'sett', 'runde', 'fase'].map((name) => [name, field(html, name)]));
  const r = await page.request.post(`${site.base}/samling/1/styr`, {
    headers: { Origin: site.base, 'X-Bit': '1' }, form: { ...seen, handling: `gaatil ${number}` } });
  must(r.status() === 200, `gaatil: ${r.status()}`);
}

async function keepsANote(phone, console_, site) {
  const sent = [];

  phone.on('request', (r) => sent.push(`${r.url()} ${r.postData() ?? ''} ${JSON.stringify(r.headers())}`));
  await goTo(console_, site, 'refleksjon');
  await says(phone, 'Notat til deg selv');
  const note = phone.locator('textarea');
  await note.fill(SECRET);
  await phone.keyboard.press('Enter');
  await phone.reload();
  must((await note.inputValue()).startsWith(SECRET), 'the note was not kept');
  // The hall moves on: nothing holds the page back, and coming back brings the note back.
  await phone.locator('h1').click();
  await goTo(console_, site, 'kommunetorg');
  await says(phone, 'Barnehage');
  must(await phone.locator('#nytt').count() === 0, 'the note held the page back');
  await goTo(console_, site, 'refleksjon');
  await until(async () => (await note.count()) === 1 && (await note.inputValue()).startsWith(SECRET), 'the note is gone');
  await phone.getByRole('button', { name: 'Slett notatet' }).click();
  must(await note.inputValue() === '', 'the note is still there');
  await phone.reload();
  must(await note.inputValue() === '', 'the note has come back');
  must(sent.length > 4 && !sent.some((r) => r.includes(SECRET)), 'the note left the phone');
}

async function takesThePulse(phone, wall, console_) {
  await console_.reload();
  await console_.keyboard.press('1');
  await says(phone, 'Hvordan er tempoet?', 'h1');
  await phone.getByRole('button', { name: 'Passe' }).click();
  await says(phone, 'Takk, svaret ditt er lagret');
  await says(wall, 'Hvordan er tempoet?', 'h1');
  await console_.keyboard.press('PageDown');
  await says(console_, '100', '#k-svar');
  must(!(await wall.locator('#flate').innerText()).includes('100'), 'the wall has the result already');
  await console_.keyboard.press('r');
  await says(wall, '100', '#flate');
  for (const [key, asked] of [['2', 'Henger du med?'], ['3', 'Ja eller nei?']]) {
    await console_.keyboard.press(key);
    await says(phone, asked, 'h1');
    await says(console_, asked, 'main');    // a key on what stood before is refused
  }
}

export async function keepsToItself(browser, binary) {
  const site = await lillevik(binary, 1);
  const console_ = await window(browser, site), wall = await window(browser, site, { size: WALL });
  const phone = await window(browser, site, { size: PHONE, cookies: [site.cookies[0]] });

  try {
    await lead(console_, site);
    await wall.goto(site.links.lerret);
    await phone.goto(`${site.base}/s/1`);
    await test('note: stays on the phone', () => keepsANote(phone, console_, site));
    await test('pulse: one key, one tap', () => takesThePulse(phone, wall, console_));
    const complaints = [phone, wall, console_].flatMap((page) => page.complaints);
    must(complaints.length === 0, complaints.join('\n'));
  } finally {
    await site.stop();
  }
}
