// browser.mjs - what the browser tests share: a running Samling on Lillevik, a browser that
// reaches nothing else, and a list of what went right and wrong.
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const PHONE = { width: 390, height: 844 };
export const CONSOLE = { width: 1280, height: 800 };
export const WALL = { width: 1920, height: 1080 };
export const SMALL_WALL = { width: 1280, height: 720 };

// ---- results ----

export const results = { passed: 0, failed: 0 };

export async function test(name, body) {
  try {
    await body();
    results.passed++;
  } catch (e) {
    results.failed++;
    console.log(`FAILED ${name}\n    ${String(e.message ?? e).split('\n').join('\n    ')}`);
  }
}

export function must(what, why) {
  if (!what) throw new Error(why);
}

// Asks until the answer is yes; what it was is returned.
export async function until(ask, why, ms = 6000) {
  for (const end = Date.now() + ms; ;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(typeof why === 'function' ? await why() : why);
    await new Promise((r) => setTimeout(r, 25));
  }
}

// Waits until the page shows these words.
export async function says(page, words, where = 'body', ms = 6000) {
  const spot = page.locator(where).getByText(words).filter({ visible: true }).first();
  await spot.waitFor({ timeout: ms }).catch(async () => {
    const seen = (await page.locator(where).first().innerText({ timeout: 500 }).catch(() => 'nothing')).replace(/\s+/g, ' ');
    throw new Error(`${page.url()} does not say ${words}, but: ${seen.slice(0, 600)}`);
  });
}

// Presses the button with this text, or one that matches.
export const press = (page, name) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).first().click();

// ---- a Samling ----

const freePort = () => new Promise((done) => {
  const s = createServer().listen(0, '127.0.0.1', () => {
    const { port } = s.address();
    s.close(() => done(port));
  });
});

// Lillevik on a free port, with links and the cookies of so many phones.  Without phones the
// samling has not begun; with them its second item is open for answers.
export async function lillevik(binary, phones = 0) {
  const dir = mkdtempSync(join(tmpdir(), 'samling-browser-'));
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const links = JSON.parse(execFileSync(binary, ['demo', '--data', join(dir, 'data'), '--base', base, '--json',
    ...(phones ? ['--deltakere', String(phones), '--kaker', join(dir, 'kaker')] : [])]));
  const cookies = phones ? readFileSync(join(dir, 'kaker'), 'utf8').trim().split('\n') : [];
  let server, said = '';
  const start = async () => {
    server = spawn(binary, ['serve', '--data', join(dir, 'data'), '--listen', `127.0.0.1:${port}`],
      { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (bytes) => { said += bytes; });
    for (let i = 0; i < 200; i++) {
      if (await fetch(base).then((r) => r.ok, () => false)) return;
      await new Promise((r) => setTimeout(r, 25));
    }
    throw new Error('the server did not start');
  };
  const kill = (signal) => new Promise((done) => {
    server.once('exit', done);
    server.kill(signal);
  });
  // The phone with cookie number i answers the round that is open, by plain HTTP.
  const answer = async (i, ...fields) => {
    const page = await fetch(`${base}/s/1`, { headers: { Cookie: cookies[i] } }).then((r) => r.text());
    const value = (name) => page.match(`name="${name}" value="([^"]*)"`)?.[1] ?? '';
    const r = await fetch(base + links.svar, {
      method: 'POST', redirect: 'manual', headers: { Cookie: cookies[i], Origin: base },
      body: new URLSearchParams([['token', value('token')], ['runde', value('runde')], ...fields]),
    });
    must(r.status === 303, `phone ${i} could not answer: ${r.status}`);
  };
  await start();
  return {
    base, links, cookies, start, kill, answer,
    data: join(dir, 'data'),
    log: () => said,
    // An address that logs this person in, once.
    loginLink: (email) => execFileSync(binary, ['lenke', '--data', join(dir, 'data'), '--epost', email,
      '--base', base]).toString().match(/http\S+/)[0],
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) await kill('SIGTERM');
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

// ---- a browser ----

export const launch = () => chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });

// A person's window.  What the browser complains of, and every request that leaves the
// site, is kept in page.complaints.
export async function window(browser, site, { size = CONSOLE, dark = false, lang = 'nb', cookies = [],
  js = true, script } = {}) {
  const context = await browser.newContext({
    viewport: size, colorScheme: dark ? 'dark' : 'light', locale: lang === 'nn' ? 'nn-NO' : 'nb-NO',
    javaScriptEnabled: js, reducedMotion: 'reduce',
  });
  const given = [...cookies, `spraak=${lang}`].map((c) => {
    const [name, ...value] = c.split('=');
    return { name, value: value.join('='), url: site.base };
  });
  context.setDefaultTimeout(10000);
  await context.addCookies(given);
  if (script) await context.addInitScript(script);    // not held to the page's policy
  const page = await context.newPage();
  page.complaints = [];
  page.on('console', (m) => {
    if (['error', 'warning'].includes(m.type())) page.complaints.push(m.text());
  });
  page.on('pageerror', (e) => page.complaints.push(`script: ${e.message}`));
  page.on('request', (r) => {
    if (!r.url().startsWith(site.base) && !r.url().startsWith('data:')) page.complaints.push(`left the site: ${r.url()}`);
  });
  return page;
}

// Logs in by a link: a GET shows a button, the POST is the login.
export async function logIn(page, link) {
  await page.goto(link);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForLoadState();
}

// Opens the console by the link of a co-leader.
export async function lead(page, site) {
  await logIn(page, site.links.konsoll);
  await page.waitForURL(/konsoll$/);
}
