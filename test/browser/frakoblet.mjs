// The net goes, the server dies, questions change while somebody writes: what was typed and
// sent arrives exactly once, and every screen comes right by itself.
import { PHONE, WALL, lead, lillevik, must, press, says, test, until, window } from './browser.mjs';

const WAITS = /^Frakoblet\. Svaret er lagret på telefonen/;
const THANKS = 'Takk, svaret ditt er lagret';
const LONG = 20000;      // what a browser may use to come back by itself

const field = (phone) => phone.locator('[name=tekst]').first();
const send = (phone) => press(phone, 'Send svar');

// Whatever the phone sent that a server answered, by name of field.
function sentBy(phone) {
  const sent = [];
  phone.on('response', (r) => {
    if (r.request().method() === 'POST' && r.status() < 500) sent.push(new URLSearchParams(r.request().postData()));
  });
  return sent;
}

async function ask(console, question) {
  await console.getByLabel('Spør om noe nå').fill(question);
  await press(console, 'Ordsky');
  await says(console, question, 'main h1');
}

// The lines of the question asked last, with how many wrote each, once five have answered.
async function lines(console, site, title, from = 1) {
  for (let i = from; i <= 4; i++) await site.answer(i, ['tekst', 'hav']);
  const report = await console.request.get(`${site.base}/samling/1/rapport.json`).then((r) => r.json());
  const item = report.punkter.find((p) => p.tittel === title);
  return Object.fromEntries(item.runder[0].linjer.map((l) => [l.linje, l.antall]));
}

async function onceIsOnce(console, site, title, word) {
  const found = await lines(console, site, title);
  must(found[word] === 1 && found.hav === 4 && Object.keys(found).length === 2,
    `the report has ${JSON.stringify(found)}`);
}

async function offline({ phone, console, site }) {
  await ask(console, 'Uten nett?');
  await says(phone, 'Uten nett?', 'h1');
  await phone.context().setOffline(true);
  await field(phone).fill('tillit');
  await send(phone);
  await says(phone, WAITS);
  await field(phone).fill('tillitt');
  await send(phone);
  await says(phone, WAITS);
  must(await field(phone).inputValue() === 'tillitt', 'what was typed is gone');
  const sent = sentBy(phone);
  await phone.context().setOffline(false);
  await says(phone, THANKS, 'main', LONG);
  await says(phone, 'tillitt', '.ordliste');
  await onceIsOnce(console, site, 'Uten nett?', 'tillitt');
  must(sent.length === 1, `sent ${sent.length} times`);
}

async function unavailable({ phone, console, site }) {
  await ask(console, 'Full disk?');
  await says(phone, 'Full disk?', 'h1');
  await phone.route('**/s/1/svar', (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<section id="melding"></section>' }));
  await field(phone).fill('ro');
  await send(phone);
  await says(phone, WAITS);
  must(!await phone.getByText(THANKS).isVisible(), 'thanks for what was not saved');
  await phone.reload();
  await says(phone, WAITS);
  must(await field(phone).inputValue() === 'ro', 'a reload lost what was typed');
  const sent = sentBy(phone);
  await phone.unroute('**/s/1/svar');
  await says(phone, THANKS, 'main', LONG);
  await onceIsOnce(console, site, 'Full disk?', 'ro');
  must(sent.length === 1, `sent ${sent.length} times`);
}

async function twice({ phone, console, site }) {
  await ask(console, 'To ganger?');
  await says(phone, 'To ganger?', 'h1');
  await field(phone).fill('dobbelt');
  await phone.getByRole('button', { name: 'Send svar' }).dblclick();
  await says(phone, THANKS);
  await onceIsOnce(console, site, 'To ganger?', 'dobbelt');
}

async function reloaded({ phone, console }) {
  await ask(console, 'På nytt?');
  await says(phone, 'På nytt?', 'h1');
  await field(phone).fill('halvferdig tan');
  await phone.reload();
  must(await field(phone).inputValue() === 'halvferdig tan', 'a reload lost what was typed');
}

async function newQuestion({ phone, console }) {
  await ask(console, 'Hva skjer nå?');
  await says(phone, /Nytt spørsmål er åpnet/);
  must(await field(phone).inputValue() === 'halvferdig tan', 'the new question wiped what was typed');
  await says(phone, 'På nytt?', 'h1');
  await field(phone).press('End');
  await phone.keyboard.type('ke');
  await send(phone);                 // that round is closed: said so, with the text
  await says(phone, /Runden ble lukket før svaret kom fram/, '[role=alert]');
  await says(phone, 'halvferdig tanke', '.ditt');
  await says(phone, 'Hva skjer nå?', 'h1');
  must(await field(phone).inputValue() === '', 'an old answer stands in the field of a new question');
}

async function bringsTheNew({ phone, console }) {
  await phone.reload();
  await field(phone).fill('uferdig');
  await ask(console, 'Og nå?');
  await press(phone, /Nytt spørsmål er åpnet/);
  await says(phone, 'Og nå?', 'h1');
  must(await field(phone).inputValue() === '', 'the text followed to another question');
}

// The same question is asked of all the time; only the counter beside it moves.
async function othersAnswer({ phone, console, site }) {
  await field(phone).fill('skriver ennå');
  await lines(console, site, 'Og nå?');
  await site.answer(5, ['tekst', 'fjell']);
  await says(phone, '5 har svart');
  must(await field(phone).inputValue() === 'skriver ennå', 'an answer of others wiped what was typed');
  must(!await phone.locator('#nytt').isVisible(), 'a notice for nothing');
}

async function killed({ phone, wall, console, site }) {
  await ask(console, 'Etter krasjet?');
  await phone.reload();
  await says(phone, 'Etter krasjet?', 'h1');
  await says(wall, 'Etter krasjet?', 'h1');
  for (let i = 1; i <= 4; i++) await site.answer(i, ['tekst', 'hav']);
  await site.kill('SIGKILL');
  for (const page of [phone, wall, console]) await says(page, 'Frakoblet – prøver igjen', '[data-nettstatus]', LONG);
  await field(phone).fill('seig');
  await send(phone);
  await says(phone, WAITS);
  await site.start();
  await says(phone, THANKS, 'main', LONG);
  await until(async () => await wall.innerText('.svarteller .tall') === '5', 'the wall did not come back', LONG);
  await console.locator('html[data-nett=paa]').waitFor({ timeout: LONG });
  const found = await lines(console, site, 'Etter krasjet?', 5);
  must(found.seig === 1 && found.hav === 4, `after the crash the report has ${JSON.stringify(found)}`);
}

// What happened before they were back is on every screen without a touch.
async function movedMeanwhile({ phone, wall, console, site }) {
  await site.kill('SIGKILL');
  await says(phone, 'Frakoblet – prøver igjen', '[data-nettstatus]', LONG);
  await site.start();
  const form = Object.fromEntries(await console.locator('input[form=styr]').evaluateAll((all) => all.map((f) => [f.name, f.value])));
  form.token = await console.locator('#styr [name=token]').inputValue();
  await console.request.post(`${site.base}/samling/1/styr`, {
    headers: { Origin: site.base }, form: { ...form, handling: 'neste' },
  });
  await says(phone, 'Runden er lukket', 'main', LONG);
  await says(wall, 'hav', '#flate', LONG);
  await says(console, /^5 svarte før runden ble lukket/, 'main', LONG);
  await press(console, /^Gå til neste/);
  await says(wall, 'Forventninger til dagene', 'h1');
  await says(phone, 'Forventninger til dagene', 'h1');
}

export async function survivesTheNetwork(browser, binary) {
  const site = await lillevik(binary, 6);
  const phone = await window(browser, site, { size: PHONE, cookies: [site.cookies[0]] });
  const wall = await window(browser, site, { size: WALL });
  const console = await window(browser, site);
  const hall = { phone, wall, console, site };

  await phone.goto(`${site.base}/s/1`);
  await wall.goto(site.links.lerret);
  await lead(console, site);
  await test('network: an answer given offline is sent once', () => offline(hall));
  await test('network: 503 is tried again, across a reload', () => unavailable(hall));
  await test('network: a double click counts once', () => twice(hall));
  await test('network: a reload keeps what is typed', () => reloaded(hall));
  await test('network: a new question wipes nothing', () => newQuestion(hall));
  await test('network: the notice brings the new question', () => bringsTheNew(hall));
  await test('network: answers of others wipe nothing', () => othersAnswer(hall));
  await test('network: the server is killed and comes back', () => killed(hall));
  await test('network: the day moved on meanwhile', () => movedMeanwhile(hall));
  for (const page of [phone, wall, console]) await page.context().close();
  await site.stop();
}
