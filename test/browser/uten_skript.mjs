// JavaScript is off, on a phone and on the console: everything works by forms, and every page
// says what happened.
import { CONSOLE, PHONE, lead, lillevik, must, press, says, test, window } from './browser.mjs';

const OTHERS = 4;

const menu = (phone, name) => phone.locator('nav.bunn').getByRole('link', { name, exact: true }).click();
const heading = (page) => page.locator('main h1').innerText();

async function goTo(console, title) {
  for (const folded of await console.locator('nav details:not([open]) summary').all()) await folded.click();
  await press(console, new RegExp(`^Gå til: ${title}`));
  await says(console, title, 'main h1');
}

async function joins(phone, site) {
  await phone.goto(site.base);
  await phone.getByLabel('Kode').fill(site.links.kode);
  await press(phone, 'Folkevalgt');
  await says(phone, 'Send svar');
}

async function votes(phone) {
  await press(phone, 'Send svar');
  await says(phone, /Velg/, '[role=alert]');
  await phone.locator('[name=valg]').first().check();
  await press(phone, 'Send svar');
  await says(phone, 'Takk, svaret ditt er lagret');
  const first = await phone.locator('.ordliste li').innerText();
  await phone.getByRole('link', { name: 'Endre svaret' }).click();
  must(await phone.locator('[name=valg]').first().isChecked(), 'the old answer is not in the form');
  await phone.locator('[name=valg]').nth(1).check();
  await press(phone, 'Send svar');
  await says(phone, 'Takk, svaret ditt er lagret');
  must(await phone.locator('.ordliste li').innerText() !== first, 'the answer did not change');
}

async function writes(phone, words, others) {
  await menu(phone, 'Nå');
  const field = phone.locator('[name=tekst]');
  for (const [i, word] of words.entries()) await field.nth(i).fill(word);
  await press(phone, 'Send svar');
  await says(phone, 'Takk, svaret ditt er lagret');
  must((await phone.locator('.ordliste li').allInnerTexts()).join() === words.join(), 'the thanks do not repeat the words');
  await phone.getByRole('link', { name: 'Endre svaret' }).click();
  must(await field.first().inputValue() === words[0], 'the old words are not in the form');
  for (const [i, word] of others.entries()) await field.nth(i).fill(word);
  await press(phone, 'Send svar');
  await says(phone, others[0], '.ordliste');
}

async function aroundThePhone(phone) {
  await menu(phone, 'Program');
  await says(phone, 'Velkommen til to dager sammen', '.dagsprogram');
  must(await phone.locator('.dagsprogram').count() === 2, 'the programme has not two days');
  await menu(phone, 'Rapport');
  await says(phone, /rapport/i, 'main');
  await menu(phone, 'Mer');
  await press(phone, 'Administrasjonen');
  must(await phone.getByRole('button', { name: 'Administrasjonen' }).getAttribute('aria-pressed') === 'true', 'the role did not change');
  await press(phone, 'Folkevalgt');
  await phone.getByRole('link', { name: 'Velg navn' }).click();
  await phone.getByLabel('Navn').selectOption({ label: 'Marit Naustbakk (Bygdelista)' });
  await press(phone, 'Lagre');
  await says(phone, 'Du har sagt at du er Marit Naustbakk.');
  await press(phone, 'Nynorsk');
  must(await phone.locator('html').getAttribute('lang') === 'nn', 'not in nynorsk');
  await press(phone, 'Bokmål');
}

// A result of free texts is shown to nobody before five have answered.
async function othersAnswer(site, words) {
  for (let i = 0; i < OTHERS; i++) await site.answer(i, ['tekst', words[i % words.length]]);
}

async function leadsAVote(console) {
  await console.getByRole('link', { name: 'Oppdater' }).click();
  await says(console, '1 av 5 har svart');
  await press(console, 'Lukk runden');
  await says(console, '1 svarte før runden ble lukket');
  await press(console, /^Gå til neste: Forventninger/);
  await says(console, 'Forventninger til dagene', 'main h1');
}

async function leadsACloud(console, phone, site) {
  await press(console, 'Åpne for svar');
  await says(console, '0 av 5 har svart');
  await writes(phone, ['mot', 'tillit', 'kaffe'], ['vågemot']);
  await othersAnswer(site, ['vind', 'hav']);
  await console.getByRole('link', { name: 'Oppdater' }).click();
  await says(console, 'vågemot', '#k-svar');
  await press(console, /minutt/);
  await says(console, /igjen av 04:00/);
  await press(console, 'Lukk runden');
  await says(console, '5 svarte før runden ble lukket');
}

async function leadsADilemma(console, phone) {
  await goTo(console, 'Rødt eller grønt lys');
  await press(console, 'Åpne del 1 for svar');
  await menu(phone, 'Nå');
  await votes(phone);
  await press(console, 'Lukk runden');
  await press(console, 'Vis resultatet');
  await says(console, 'Resultat vises');
  await menu(phone, 'Nå');
  await says(phone, 'Runden er lukket. Takk for svarene!');
  await press(console, 'Resultat vises');
  await says(console, 'Vis resultatet');
}

async function leadsAList(console, phone, site) {
  await goTo(console, 'Lettere å lede');
  await press(console, 'Åpne for svar');
  await writes(phone, ['Buss til bygda', 'Fiber'], ['Buss til alle bygdene']);
  await othersAnswer(site, ['Skole', 'Vei', 'Sykehjem']);
  await console.getByRole('link', { name: 'Oppdater' }).click();
  await press(console, 'Skjul «Buss til alle bygdene»');
  await says(console, 'Vis', '#k-svar tr.skjult');
  await console.getByLabel(/Hva ble vi enige om/).fill('Vi prøver én rute til');
  await press(console, 'Lagre');
  await says(console, 'Lagret.', '#melding');
  must(await console.getByLabel(/Hva ble vi enige om/).inputValue() === 'Vi prøver én rute til', 'what was agreed is not kept');
}

async function asksSomethingElse(console, phone) {
  await console.getByLabel('Spør om noe nå').fill('Skal vi ta pause?');
  await press(console, 'Ja eller nei');
  await says(console, 'Skal vi ta pause?', 'main h1');
  await menu(phone, 'Nå');
  await says(phone, 'Skal vi ta pause?', 'h1');
  await console.locator('summary', { hasText: 'Tell hender' }).click();
  await console.getByLabel('Ja', { exact: true }).fill('4');
  await press(console, 'Lagre tallene');
  await says(console, 'Lagret.', '#melding');
  await says(console, '4 av 5 har svart');
  await press(console, 'Svart');
  await says(console, 'Slå på igjen');
}

export async function worksWithoutScript(browser, binary) {
  const site = await lillevik(binary, OTHERS);
  const phone = await window(browser, site, { js: false, size: PHONE });
  const console = await window(browser, site, { js: false, size: CONSOLE });
  await lead(console, site);

  await test('without script: joins', () => joins(phone, site));
  await test('without script: votes and changes the vote', () => votes(phone));
  await test('without script: programme, more, name', () => aroundThePhone(phone));
  await test('without script: leads a vote', () => leadsAVote(console));
  await test('without script: leads a word cloud', () => leadsACloud(console, phone, site));
  await test('without script: leads a dilemma', () => leadsADilemma(console, phone));
  await test('without script: leads an open question', () => leadsAList(console, phone, site));
  await test('without script: asks something nobody had planned', () => asksSomethingElse(console, phone));
  await test('without script: a phone leaves', async () => {
    await phone.goto(`${site.base}/s/1/mer`);
    await press(phone, 'Forlat samlingen');
    must(await heading(phone) === 'Bli med på samlingen', 'not out');
  });
  await test('without script: no complaints', () => {
    const all = [...phone.complaints, ...console.complaints].filter((c) => !/status of 4\d\d/.test(c));
    must(all.length === 0, all.join('\n'));
  });
  await phone.context().close();
  await console.context().close();
  await site.stop();
}
