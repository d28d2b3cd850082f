// Group work on three phones, a wall and a console: two sit in the same group, the pen goes from
// one to the other, the net goes, others save; nothing that somebody writes is lost.
import { PHONE, SMALL_WALL, WALL, lead, lillevik, must, press, says, test, until, window } from './browser.mjs';
import { pagesAreRight } from './sider.mjs';

const LONG = 20000;
const SAVED = /\d punkt(er)? er lagret\./;

const field = (phone, nr = 1) => phone.getByLabel(`Punkt ${nr}`, { exact: true });
const typed = (phone, nr) => field(phone, nr).inputValue();
const next = (console) => console.locator('#k-naa [data-tast=neste]').click();

async function begin({ ola, kari, per, console, wall }) {
  await console.getByRole('button', { name: /^Gå til: Gruppearbeid: Hva skal være politikk/ }).click();
  await says(ola, 'Gruppene vises snart. La siden stå åpen.');
  await next(console);
  await says(wall, 'Gruppe', '.gruppetavle');
  for (const [phone, nr] of [[ola, '1'], [kari, '1'], [per, '2']]) {
    await phone.getByLabel('Hvilken gruppe sitter du i?').selectOption(nr);
    await press(phone, 'Jeg sitter i denne gruppen');
    await says(phone, nr, '.gruppenr');
  }
  await next(console);
  await says(ola, 'Runde.', '.gruppefase');
  await says(wall, /0[67]:\d\d/, '.nedtelling');
  await says(ola, /0[67]:\d\d/, '#teller');
}

async function oneWrites({ ola, kari }) {
  await press(ola, 'Jeg skriver for gruppen');
  await says(kari, 'En annen telefon i gruppen skriver.');
  await field(ola).fill('Flere lærlinger');
  await press(ola, 'Lagre');
  await says(ola, '1 punkt er lagret.');
  await says(kari, 'Flere lærlinger', '.gruppepunkter');
}

async function othersSave({ ola, per }) {
  await field(ola, 2).fill('Buss til');
  await press(per, 'Jeg skriver for gruppen');
  await field(per).fill('Kaia');
  await press(per, 'Lagre');
  await says(per, SAVED);
  await ola.waitForTimeout(2500);
  must(await typed(ola, 2) === 'Buss til', 'another group wiped what was typed');
  must(!await ola.locator('#nytt').isVisible(), 'a notice for what is not one\'s own');
}

async function withoutNet({ ola, kari }) {
  await ola.context().setOffline(true);
  await field(ola, 2).fill('Buss til bygda');
  await press(ola, 'Lagre');
  await says(ola, /^Frakoblet\./, 'form');
  must(await typed(ola, 2) === 'Buss til bygda', 'what was typed is gone');
  await ola.context().setOffline(false);
  await says(ola, '2 punkter er lagret.', 'main', LONG);
  await says(kari, 'Buss til bygda', '.gruppepunkter', LONG);
}

async function thePenIsTaken({ ola, kari }) {
  await field(ola, 3).fill('Halvferdig tan');
  await press(kari, 'Ta over');
  await until(async () => (await field(kari, 2).count()) && await typed(kari, 2) === 'Buss til bygda',
    'who took over does not see what is saved');
  await ola.waitForTimeout(2500);
  must(await typed(ola, 3) === 'Halvferdig tan', 'who lost the pen lost the text');
  await press(ola, 'Lagre');
  await says(ola, /^Det er en annen som skriver for gruppen nå\./, '[role=alert]');
  must(await typed(ola, 3) === 'Halvferdig tan', 'the text did not stay in its field');
  await press(ola, 'Ta over pennen og lagre');
  await says(ola, '3 punkter er lagret.');
  await says(kari, 'Halvferdig tan', '.gruppepunkter');
}

async function plenary({ ola, per, console, wall }) {
  must(!await wall.getByText('Flere lærlinger').count(), 'the hall sees what is the group\'s own');
  await field(ola, 3).fill('Flere busser til ');
  await next(console);
  await says(ola, /^Gruppearbeidet er i en ny fase\./, '#nytt');
  must(await typed(ola, 3) === 'Flere busser til ', 'the text is gone with the phase');
  await press(ola, /^Gruppearbeidet er i en ny fase\./);
  await says(ola, 'Bli enige.', '.gruppefase');
  must(await typed(ola, 3) === 'Flere busser til ', 'the text did not come along');
  await press(ola, 'Lagre');
  await next(console);
  await says(wall, 'Flere lærlinger', '.gruppepunkter');
  await says(ola, 'Nå er det gruppen din som legger fram.');
  await says(per, 'Flere lærlinger', '.gruppepunkter');
  await console.getByRole('button', { name: 'Skjul «Buss til bygda»' }).click();
  await until(async () => !await wall.getByText('Buss til bygda').count(), 'hidden, and still on the wall');
}

// The whole way on a phone and a console without the script.
async function withoutScript(browser, site) {
  const console = await window(browser, site, { js: false });
  const phone = await window(browser, site, { size: PHONE, cookies: [site.cookies[3]], js: false });
  await lead(console, site);
  await console.getByRole('button', { name: /^Gå til: Gruppearbeid: Slik vil vi/ }).first().click();
  await press(console, 'Lag og vis gruppene');
  await press(console, /^Start runden/);
  await phone.goto(`${site.base}/s/1`);
  await phone.getByLabel('Hvem er du?').selectOption({ index: 2 });
  await press(phone, 'Finn gruppen min');
  const find = phone.getByRole('button', { name: 'Finn en gruppe til meg' });
  if (await find.count()) await find.click();
  await press(phone, 'Jeg skriver for gruppen');
  await field(phone).fill('Møter i grendene');
  await press(phone, 'Lagre');
  await says(phone, '1 punkt er lagret.');
  await phone.context().close();
  await console.context().close();
}

export async function groupsWork(browser, binary) {
  const site = await lillevik(binary, 6);
  const open = (i) => window(browser, site, { size: PHONE, cookies: [site.cookies[i]] });
  const all = { ola: await open(0), kari: await open(1), per: await open(2) };
  try {
    all.console = await window(browser, site);
    await lead(all.console, site);
    all.wall = await window(browser, site, { size: WALL });
    await all.wall.goto(site.links.lerret);
    for (const phone of [all.ola, all.kari, all.per]) await phone.goto(`${site.base}/s/1`);
    const look = () => pagesAreRight(browser, site, 'groups', {
      cookies: [site.cookies[0]],
      pages: [['phone', '/s/1', PHONE], ['lerret', site.links.lerret, WALL], ['lerret', site.links.lerret, SMALL_WALL]],
    });
    await test('groups: begin', () => begin(all));
    const scenes = { oneWrites, othersSave, withoutNet, thePenIsTaken };
    for (const [name, scene] of Object.entries(scenes)) await test(`groups: ${name}`, () => scene(all));
    await look();
    await test('groups: plenary', () => plenary(all));
    await look();
    await test('groups: without script', () => withoutScript(browser, site));
    const item = await all.console.evaluate(() => document.querySelector('[name=sett]').value);
    await pagesAreRight(browser, site, 'groups', {
      enter: (page) => lead(page, site),
      pages: [
        ['all', '/samling/1/grupper', { width: 1280, height: 800 }],
        ['one', `/samling/1/grupper/${item}`, { width: 1280, height: 800 }],
        ['one narrow', `/samling/1/grupper/${item}`, { width: 320, height: 800 }],
        ['print', `/samling/1/grupper/${item}/utskrift`, { width: 1280, height: 800 }],
        ['console', '/samling/1/konsoll', { width: 1280, height: 800 }],
      ],
    });
  } finally {
    for (const page of Object.values(all)) await page.context().close();
    await site.stop();
  }
}
