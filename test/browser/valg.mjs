// An election on the page: pages as axe sees them, a secretary by keyboard whose result follows
// while she types, the same without JavaScript, and the language kept with all that is written.
import { CONSOLE, PHONE, lillevik, must, press, says, test, window } from './browser.mjs';
import { pagesAreRight } from './sider.mjs';

const fields = (of) => new URLSearchParams(of).toString();
const list = (liste, stemmer, ...navn) => fields({ liste, stemmer, navn: navn.join('\n') });
const LISTS = [
  list('Ap og SV', '13', 'Per Li, M', 'Ola Moe, M', 'Bo Vik, M', 'Kari Dal, K', 'Jon Bø, M', 'Eva Nes, K', 'Ida Ås, K', 'Une Lie, K'),
  list('Høyre', '9', 'Åse Eng, K', 'Nils Berg, M', 'Liv Rud, K', 'Arne Sand, M', 'Gro Holm, K'),
  list('Bygdelista', '2', 'Leif Tveit, M'),
].join('&');
const SETTLED = `?organ=utvalg&plasser=7&dato=2027-10-14&${LISTS}`;
const LOT = '?organ=formannskap&plasser=3&liste=Ap&stemmer=6&navn=&liste=SV&stemmer=3&navn=&liste=H&stemmer=3&navn=';
const BLANKS = '?verv=ordforer&kandidat=Kari&stemmer=12&kandidat=Nils&stemmer=10&blanke=5';
const INNSTILLING = '?' + fields({ organ: 'utvalg', plasser: '5', dato: '2027-10-14', for: '26', blanke: '1',
  medlemmer: 'Ap:\nKari Vik, K\nPer Bø, M\nH:\nEva Nes, K\nOla Lie, M\nJon Rud, M', varamedlemmer: 'Ap:\nIda Moe, K\nUne Li, K\nH:\nTor Eng, M' });
const HOPES = '?' + [['organ', 'formannskap'], ['plasser', '5'], ...[['Ap og SV', '12', 'Per Li, M\nOla Moe, M', 'nei', 'Ap, SV', '2', '3', '2'],
  ['SV', '3', 'Bo Vik, M\nIda Ås, K', 'ja', '', '', '', ''], ['Sp', '3', 'Jo Bø, M\nUne Lie, K\nUlv Rud, M\nLiv Eng, K', '', '', '', '', '']]
  .flatMap((l) => ['liste', 'stemmer', 'navn', 'signert', 'bak', 'gruppe_k', 'gruppe_m', 'venter'].map((f, i) => [f, l[i]])),
  ['froe', 'Brann 2-1'], ['liste_tom', 'neste_kvotient']].map(([k, v]) => fields({ [k]: v })).join('&');
const CONTROL = '?organ=kontrollutvalg&plasser=5&' + LISTS;
const NEW = '?verv=ordforer&kandidat=Kari&stemmer=9&stemmer2=9&kandidat=Nils&stemmer=9&stemmer2=8&kandidat=Eva&stemmer=&stemmer2=9&froe=x';
const LEAVES = '?organ=utvalg&plass=medlem&grunn=ut&kvinner=2&menn=1&gaar=K&foreslaatt=M&andre=ja&rekke=Ida%0ABo&uten=Bo&ny=Kai';
const POST = '?organ=utvalg&myndighet=ja&stemmerett=nei&bosatt=ja&samtykke=ja&stilling=usikker';
const WRONG = '?plasser=mange&liste=A&stemmer=1,5&navn=Per&liste=A&stemmer=&navn=';

async function typed(page, site) {
  await page.goto(site.base + '/valg/forholdsvalg');
  await page.getByLabel('Antall medlemmer').fill('3');
  for (const [i, [name, votes]] of [['Ap', '6'], ['SV', '3'], ['H', '3']].entries()) {
    await page.locator('[name=liste]').nth(i).fill(name);
    await page.locator('[name=stemmer]').nth(i).fill(votes);
  }
}

async function followsWhileWritten(browser, site) {
  const page = await window(browser, site, { size: CONSOLE });
  await typed(page, site);
  await says(page, 'Her må det trekkes lodd', '#resultat');
  must(page.url().includes('liste=SV'), 'the address does not follow');
  await page.getByLabel('Trukket').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await says(page, 'Trukket: H.', '#resultat');
  await press(page, 'Nynorsk');
  await says(page, 'Trekt: H.', '#resultat');
  must(await page.locator('[name=liste]').nth(1).inputValue() === 'SV', 'the lists went with the language');
  await page.context().close();
}

async function worksWithoutScript(browser, site) {
  const page = await window(browser, site, { size: PHONE, js: false });
  await typed(page, site);
  await press(page, 'Legg til en liste');
  must(await page.locator('[name=liste]').count() === 5, 'there is no box for another list');
  await press(page, 'Regn ut');
  await says(page, 'Her må det trekkes lodd', '#resultat');
  await page.getByLabel('Trukket').selectOption('SV');
  await press(page, 'Bruk loddet');
  await says(page, 'Trukket: SV.', '#resultat');
  await page.getByRole('link', { name: 'Vis protokollen' }).click();
  await says(page, 'etter loddtrekning', 'article');
  await page.getByRole('link', { name: 'Tilbake til oppgjøret' }).click();
  await says(page, 'Trukket: SV.', '#resultat');
  await page.context().close();
}

async function isKeptAndOpened(browser, site) {
  const page = await window(browser, site, { size: PHONE, js: false });
  await page.goto(site.base + '/valg/forholdsvalg');
  await page.getByText('Lim inn partier').click();
  await page.locator('#partier').fill('Ap 6\nSV;3\nH, 3');
  await press(page, 'Fyll radene');
  await page.getByLabel('Antall medlemmer').fill('3');
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Last ned som fil (JSON)')]);
  await page.goto(site.base + '/valg/aapne');
  await page.locator('#fil').setInputFiles(await file.path());
  await press(page, 'Åpne');
  await says(page, 'Her må det trekkes lodd', '#resultat');
  must(await page.locator('[name=liste]').nth(2).inputValue() === 'H', 'the lists are not in the file');
  await page.goto(site.base + '/valg/aapne');
  await page.locator('#fil').setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await press(page, 'Åpne');
  await says(page, 'Filen kan ikke leses', '#fil-f');
  await page.context().close();
}

async function saysWhoComesIn(browser, site, js) {
  const page = await window(browser, site, { size: PHONE, js });
  const answer = async (label) => {
    await page.getByLabel(label, { exact: true }).check();
    if (!js) await press(page, 'Videre');
  };
  await page.goto(site.base + '/valg/etterpaa');
  await page.getByLabel('Hvilket organ eller verv').selectOption('utvalg');
  if (!js) await press(page, 'Videre');
  await says(page, 'Hvilken plass', '#resultat');
  await answer('Et medlem');
  await says(page, 'Hva har skjedd?', '#resultat');
  await answer('Er borte fra et møte');
  await says(page, 'kalles inn fra den gruppen', '#resultat');
  await page.locator('#rekke').fill('Ida\nBo');
  if (!js) await press(page, 'Videre');
  await says(page, 'Kalles inn:', '#resultat');
  await page.context().close();
}

export async function electsABody(browser, binary) {
  const site = await lillevik(binary);

  await pagesAreRight(browser, site, 'election', { pages: [
    ['front', '/valg', CONSOLE], ['front on a phone', '/valg', PHONE],
    ['empty', '/valg/forholdsvalg', CONSOLE], ['settled', '/valg/forholdsvalg' + SETTLED, CONSOLE],
    ['settled on a phone', '/valg/forholdsvalg' + SETTLED, PHONE], ['lot', '/valg/forholdsvalg' + LOT, PHONE],
    ['questions', '/valg/forholdsvalg' + HOPES, CONSOLE], ['questions on a phone', '/valg/forholdsvalg' + HOPES, PHONE],
    ['a kontrollutvalg', '/valg/forholdsvalg' + CONTROL, PHONE], ['questions in a protocol', '/valg/protokoll' + HOPES, PHONE],
    ['a lot with a seed', '/valg/flertallsvalg' + NEW, PHONE],
    ['wrong', '/valg/forholdsvalg' + WRONG, CONSOLE], ['protocol', '/valg/protokoll' + SETTLED, CONSOLE],
    ['majority', '/valg/flertallsvalg' + BLANKS, PHONE],
    ['a section', '/lov/kommuneloven/7-6', PHONE], ['a file', '/valg/aapne', PHONE],
    ['an avtalevalg', '/valg/avtalevalg' + INNSTILLING, PHONE], ['somebody leaves', '/valg/etterpaa' + LEAVES, PHONE],
    ['who can be elected', '/valg/valgbarhet' + POST, CONSOLE], ['on a phone who', '/valg/valgbarhet' + POST, PHONE],
    ['training', '/valg/oving', PHONE],
  ] });
  await test('the result follows while a secretary types', () => followsWhileWritten(browser, site));
  await test('an election is settled without JavaScript', () => worksWithoutScript(browser, site));
  await test('an election is pasted, kept as a file and opened again', () => isKeptAndOpened(browser, site));
  await test('questions open each other', () => saysWhoComesIn(browser, site, true));
  await test('questions open each other without JavaScript', () => saysWhoComesIn(browser, site, false));
  await site.stop();
}
