// How much it takes: keys of the one who leads, taps of those who answer.  What one may do
// without looking is counted, so that a redesign that costs a key more is seen.
import { PHONE, lead, lillevik, must, press, says, test, until, window } from './browser.mjs';

// Keys and taps since the last count.
function counted(page) {
  let n = 0;
  return {
    key: (k) => { n++; return page.keyboard.press(k); },
    type: (text) => page.keyboard.type(text),       // the question itself is not counted
    tap: (spot) => { n++; return spot.click(); },
    spent: () => { const was = n; n = 0; return was; },
  };
}

const costs = (name, hand, most, act) => test(`effort: ${name}`, async () => {
  hand.spent();
  await act();
  const n = hand.spent();
  must(n <= most, `${name} took ${n}, at most ${most}`);
  console.log(`    ${name}: ${n}`);
});

const nextSays = (console_, what) => until(async () => (await console_.locator('[data-tast=neste]').innerText()).includes(what),
  `the next key does not say ${what}`);

export async function takesLittle(browser, binary) {
  const site = await lillevik(binary);
  try {
    const console_ = await window(browser, site), phone = await window(browser, site, { size: PHONE });
    const leader = counted(console_), person = counted(phone);

    await lead(console_, site);
    await console_.keyboard.press('PageDown');
    await nextSays(console_, 'Gå til neste');
    await console_.keyboard.press('PageDown');
    await nextSays(console_, 'Åpne for svar');
    await costs('a prepared question', leader, 1, async () => {
      await leader.key('PageDown');
      await nextSays(console_, 'Lukk runden');
    });
    await costs("a participant's first answer", person, 3, async () => {
      await phone.goto(site.links.deltaker);
      await person.tap(phone.getByRole('button', { name: 'Folkevalgt' }));
      await person.tap(phone.locator('.valgrad').first());
      await person.tap(phone.getByRole('button', { name: 'Send svar' }));
      await says(phone, 'Takk, svaret ditt er lagret');
    });
    await costs('a two-minute timer', leader, 1, async () => {
      await leader.key('k');
      await until(async () => /^(02:00|01:5\d)$/.test(await phone.locator('time[data-slutt]').first().innerText().catch(() => '')),
        'the phone has no two minutes');
    });
    await costs('an improvised question', leader, 2, async () => {
      await leader.key('o');
      await leader.type('Hva tar vi med oss?');
      await leader.key('Enter');
      await says(phone, 'Hva tar vi med oss?', 'h1');
      await says(phone, 'Send svar');
    });
    await phone.locator('[name=tekst]').first().fill('bolyst');
    await press(phone, 'Send svar');
    await console_.keyboard.press('PageDown');
    await costs('a reveal', leader, 1, async () => {
      await leader.key('r');
      await until(async () => (await console_.locator('[data-tast=vis]').getAttribute('aria-pressed')) !== null, 'nothing is shown');
    });
    await costs('the report', leader, 0, async () => {
      await console_.goto(`${site.base}/samling/1/rapport`);
      await until(async () => (await console_.locator('main').innerHTML()).includes('bolyst'), 'the answer is not in the report');
    });
  } finally {
    await site.stop();
  }
}
