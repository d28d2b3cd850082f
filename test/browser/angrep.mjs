// angrep.mjs - sixty texts that would like to be a program, and the eye that sees whether one was.
import { must, until } from './browser.mjs';

export const ATTACKS = [
  '<script>__xss=1</script>', '"><script>__xss=1</script>', "'><script>__xss=1</script>",
  '</textarea><script>__xss=1</script>', '</title><script>__xss=1</script>',
  '</script><script>__xss=1</script>', '</style><script>__xss=1</script>',
  '--><script>__xss=1</script>', ']]><script>__xss=1</script>', '</text><script>__xss=1</script>',
  '<scr<script>ipt>__xss=1</scr</script>ipt>', '<script src=//ond.example/x.js></script>',
  '<img src=x onerror=__xss=1>', '"><img src=x onerror=__xss=1>', "'><img src=x onerror='__xss=1'>",
  '<svg onload=__xss=1>', '<svg/onload=__xss=1>', '</svg><svg onload=__xss=1>',
  '<svg><script>__xss=1</script></svg>', '<svg><animate onbegin=__xss=1 attributeName=x dur=1s>',
  '<svg><a xlink:href="javascript:__xss=1"><text y=9>x</text></a></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=__xss=1>#x">',
  '<svg><foreignObject><img src=x onerror=__xss=1></foreignObject>',
  '<math href="javascript:__xss=1">x</math>', '<iframe src="javascript:__xss=1">',
  '<iframe srcdoc="<script>parent.__xss=1</script>">', '<object data="javascript:__xss=1">',
  '<embed src="javascript:__xss=1">', '<body onload=__xss=1>', '<input autofocus onfocus=__xss=1>',
  '<details open ontoggle=__xss=1>', '<video><source onerror=__xss=1></video>',
  '<marquee onstart=__xss=1>x</marquee>', '" onmouseover="__xss=1', "' onmouseover='__xss=1",
  '" autofocus onfocus="__xss=1', 'x" onfocus=__xss=1 autofocus tabindex=1 y="',
  '" style="animation-name:x" onanimationstart="__xss=1', '` onmouseover=`__xss=1',
  'javascript:__xss=1', 'JaVaScRiPt:__xss=1//', 'java\tscript:__xss=1', '&#106;avascript:__xss=1',
  '&lt;script&gt;__xss=1&lt;/script&gt;', '&#60;script&#62;__xss=1&#60;/script&#62;',
  'data:text/html,<script>__xss=1</script>', 'data:text/html;base64,PHNjcmlwdD5fX3hzcz0xPC9zY3JpcHQ+',
  "{{ constructor.constructor('__xss=1')() }}", '{{{ body }}} {{/}} % end', '${__xss=1} <%= __xss=1 %>',
  "';__xss=1;//", '"};__xss=1;//', '<style>*{background:url(javascript:__xss=1)}</style>',
  '<link rel=stylesheet href=//ond.example/x.css>', '<base href=//ond.example/>',
  '<meta http-equiv=refresh content="0;url=javascript:__xss=1">',
  '<button formaction=javascript:__xss=1>x</button>', '\u202e<script>__xss=2</script>\u202c',
  'x\u2028__xss=1\u2029</script>', '\uff1cscript\uff1e__xss=1\uff1c/script\uff1e',
];

// For fields that have no room for more.
const SHORT = ['"><x>', "'><x>", '<x y=1>', '</script>', '{{ s }}', '&lt;x&gt;', '%s%n%d', '" y="'];

// Number n of those that fit; in turn, all of them come.
export function attack(n, room = Infinity) {
  const fit = ATTACKS.filter((a) => a.length <= room);
  const all = fit.length ? fit : SHORT;
  return all[n % all.length];
}

// ---- the eye ----

const bare = (text) => text.replace(/[\s\p{C}]/gu, '');
const wanted = ATTACKS.map(bare);

// Held in the page before anything of it runs.
export const GUARD = `window.__csp = [];
document.addEventListener('securitypolicyviolation', (e) => __csp.push(e.violatedDirective + ' ' + e.blockedURI));`;

// What is on the page: things nobody drew, and all that can be read.
const look = () => {
  const foreign = [];
  let text = document.documentElement.textContent;
  for (const e of document.querySelectorAll('*')) {
    const tag = e.localName;
    if (/^(iframe|object|embed|base|math|style|animate|marquee|video|audio|foreignobject)$/i.test(tag) || e instanceof HTMLUnknownElement ||
        (tag === 'script' && !e.src.startsWith(location.origin + '/_/')) ||
        (tag === 'link' && !e.href.startsWith(location.origin + '/_/')) || (tag === 'meta' && e.httpEquiv)) foreign.push(e.outerHTML.slice(0, 150));
    for (const a of e.attributes) {
      const url = /^(href|src|action|formaction|data|xlink:href)$/.test(a.name) && /^\s*(javascript|data|vbscript):/i.test(a.value);
      if (a.name.startsWith('on') || a.name === 'style' || a.name === 'y' && tag !== 'text' && !e.closest('svg') || (url && tag !== 'img')) foreign.push(e.outerHTML.slice(0, 150));
      text += ' ' + a.value;
    }
    if (e.matches('textarea, input')) text += ' ' + e.value;
  }
  return { ran: window.__xss !== undefined || frames.length > 0, csp: window.__csp, foreign, text };
};

// Which attacks have been read where; an attack nobody ever saw proves nothing.
export const seen = {};

// A form that was refused, with dates and numbers that are none.
const EXPECTED = /status of 4\d\d|does not conform to the required format|cannot be parsed/;

// `texts`: what must be read there, as it was typed.
export async function isHarmless(page, where, ...texts) {
  let now;
  await until(async () => {
    now = await page.evaluate(look);
    return texts.every((t) => bare(now.text).includes(bare(t)));
  }, () => `${where}: one of ${texts.join('   ')} is not on it: ${bare(now.text).slice(0, 300)}`);
  const { ran, csp, foreign, text } = now;
  must(!ran, `${where}: a script ran`);
  must(csp.length === 0, `${where}: against the policy: ${csp.slice(0, 3)}`);
  must(foreign.length === 0, `${where}: ${foreign.slice(0, 3).join(' | ')}`);
  const complaints = page.complaints.filter((c) => !EXPECTED.test(c));
  must(complaints.length === 0, `${where}: ${complaints.slice(0, 3).join(' | ')}`);
  const read = bare(text);
  seen[where] ??= new Set();
  wanted.forEach((a, i) => read.includes(a) && seen[where].add(i));
}

// All sixty have been on this kind of page, `but` those that were too long for it.
export function allSeen(where, room = Infinity) {
  const missed = ATTACKS.filter((a, i) => a.length <= room && !seen[where]?.has(i));
  must(missed.length === 0, `never on ${where}: ${missed.length}, such as ${missed.slice(0, 3).join('   ')}`);
}
