// build.mjs OUT - makes what browsers fetch, in the folder OUT.
//
// Style sheets are bundled from Designsystemet and css/, the script is minified, everything
// gets a hash of its content in its address and a gzipped twin where that is smaller.
// OUT/assets.txt lists it all for tool/embed.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const esbuild = await import('esbuild').catch(() => {
  console.error('assets: the packages are missing; run `make`, or `npm ci` in assets/');
  process.exit(1);
});

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};
const BROWSERS = ['chrome105', 'firefox121', 'safari15.4'];     // the first with :has()

const rows = [];

// Writes a file and its gzipped twin; returns its address.
function put(name, bytes) {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
  const dot = name.lastIndexOf('.');
  const address = `/_/${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
  if (rows.some((row) => row[2] === address)) return address;
  const gzip = gzipSync(bytes, { level: 9 });
  const smaller = gzip.length < bytes.length * 0.95;
  writeFileSync(join(out, name), bytes);
  if (smaller) writeFileSync(join(out, `${name}.gz`), gzip);
  rows.push([name, TYPES[name.slice(dot + 1)], address, hash, name, smaller ? `${name}.gz` : '']);
  return address;
}

// A font in a style sheet becomes an asset of its own.
const fonts = {
  name: 'fonts',
  setup(build) {
    build.onResolve({ filter: /\.woff2$/ }, (args) => {
      const bytes = readFileSync(join(here, 'node_modules', args.path));
      return { path: put(basename(args.path), bytes), external: true };
    });
  },
};

// Tokens of the theme that nothing in the sheet uses, and those that only they used, are left
// out: the first page has no bytes to spare.
function without_unused(css) {
  const used = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((m) => m[1]));
  const kept = css.replace(/(--ds-[\w-]+):[^;{}]*(;|(?=\}))/g, (all, name) => used.has(name) ? all : '');
  return kept === css ? css : without_unused(kept);
}

async function bundle(name) {
  const made = await esbuild.build({
    entryPoints: [join(here, name)],
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    target: name.endsWith('.css') ? BROWSERS : ['es2021'],
    plugins: [fonts],
  });
  const text = made.outputFiles[0].text;
  put(name, Buffer.from(name.endsWith('.css') ? without_unused(text) : text));
}

mkdirSync(out, { recursive: true });
for (const name of ['telefon.css', 'full.css', 'sjekk.css', 'direkte.js', 'klargjoering.js', 'sjekk.js', 'kopier.js']) await bundle(name);
put('merke.svg', readFileSync(join(here, 'merke.svg')));
writeFileSync(join(out, 'assets.txt'), rows.map((row) => `${row.join('\t')}\n`).join(''));
