// The rostrum: phones ask for the floor, the chair orders the queue with a mouse and without, and
// every clock goes past zero together.
import { PHONE, WALL, lead, lillevik, must, press, says, test, until, window } from './browser.mjs';

const ITEM = 'Korte innlegg fra gruppene';
const rows = (console_) => console_.locator('.tale-liste .tale-rad').allInnerTexts();

async function joins(phone, site, name) {
  await phone.goto(site.links.deltaker);
  await press(phone, 'Folkevalgt');
  await phone.waitForURL(/\/s\/1$/);
  if (!name) return;
  await phone.goto(`${site.base}/s/1/meg`);
  await phone.selectOption('#navn', { index: name });
  await press(phone, 'Lagre');
  await phone.goto(`${site.base}/s/1`);
}

// Ten seconds for a speech, and asked for from the phone: written in the editor.
async function edits(console_, site) {
  await console_.goto(`${site.base}/samling/1`);
  await console_.getByRole('link', { name: ITEM }).click();
  await console_.fill('#o_sekunder', '10');
  await console_.fill('#o_replikker', '1');
  await console_.check('#o_telefon');
  await press(console_, 'Lagre');
  await console_.goto(`${site.base}/samling/1/konsoll`);
}

async function asks({ console_, wall, named, nameless, plain }) {
  await press(console_, /^Start: /);
  await says(console_, 'Velkommen til to dager', 'main h1');
  await console_.getByRole('button', { name: `Gå til: ${ITEM}` }).click();
  await says(wall, 'Be om ordet på telefonen.');
  await press(named, 'Be om ordet');
  await says(named, 'Du har bedt om ordet, og er neste.');
  await nameless.fill('#tale-skrevet', 'Siri Synnevåg');
  await press(nameless, 'Be om ordet');
  await says(nameless, 'Det er 1 foran deg.');
  await plain.reload();
  await plain.fill('#tale-skrevet', 'Uten Skript');
  await press(plain, 'Be om ordet');
  await says(plain, 'Det er 2 foran deg.');
  await says(wall, 'Uten Skript', '.tale-koe');
}

async function orders({ console_ }) {
  const order = (...names) => until(async () => {
    const seen = await rows(console_);
    return names.every((n, i) => seen[i]?.startsWith(n)) && seen.length === names.length;
  }, async () => `the queue is ${await rows(console_)}`);
  const [, ...rest] = await rows(console_);
  must(rest.length === 2, 'three wait');
  await console_.locator('.tale-liste li').nth(2).dragTo(console_.locator('.tale-liste li').nth(1));
  await order('', 'Uten Skript', 'Siri');
  await console_.getByRole('button', { name: 'Flytt opp: Siri Synnevåg' }).press('Enter');
  await order('', 'Siri', 'Uten Skript');
  await console_.fill('#tale-ny', 'Gruppe 1-2');
  await console_.locator('#tale-ny').press('Enter');
  await order('', 'Siri', 'Uten Skript', 'Gruppe 1', 'Gruppe 2');
}

async function goesOver({ console_, wall, named, nameless }) {
  await console_.keyboard.press('PageDown');
  await says(named, 'Du har ordet');
  await says(nameless, 'Du har bedt om ordet, og er neste.');
  await press(nameless, 'Be om replikk');
  await says(wall, 'replikk', '.tale-koe');
  const clocks = [wall.locator('.flate .tale-klokke time'), named.locator('.tale-klokke time'),
    console_.locator('.tale-styr .tale-klokke time')];
  const seen = () => Promise.all(clocks.map((c) => c.innerText()));
  await until(async () => (await seen()).every((t) => t.startsWith('+0:0')), async () => `the clocks say ${await seen()}`, 15000);
  await says(wall, 'Tiden er ute', '.flate');
  await says(named, 'Tiden er ute');
  await press(console_, '30 sekunder');
  await says(wall, /0:(30|29)/, '.flate .tale-klokke');
  await press(console_, 'Pause');
  await says(wall, 'Klokka står', '.flate');
}

export async function atTheRostrum(browser, binary) {
  const site = await lillevik(binary);
  const open = (o) => window(browser, site, o);
  const all = {
    console_: await open({}), wall: await open({ size: WALL }), named: await open({ size: PHONE }),
    nameless: await open({ size: PHONE }), plain: await open({ size: PHONE, js: false }),
  };

  await lead(all.console_, site);
  await edits(all.console_, site);
  await all.wall.goto(site.links.lerret);
  await joins(all.named, site, 2);
  await joins(all.nameless, site);
  await joins(all.plain, site);
  await test('rostrum: phones ask for the floor', () => asks(all));
  await test('rostrum: the queue is ordered', () => orders(all));
  await test('rostrum: the clock goes over', () => goesOver(all));
  await test('rostrum: nothing to complain of', async () => {
    for (const page of Object.values(all)) must(page.complaints.length === 0, page.complaints.join('; '));
  });
  await site.stop();
}
