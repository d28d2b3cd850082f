// klargjoering.js - what only the browser can measure before a samling: how long the server
// takes to answer, whether the two clocks agree, and whether a sound is heard.
// The page says all it can without it.

const net = document.getElementById('k-nett');
const clock = document.getElementById('k-ur');
const sound = document.getElementById('k-lyd');
const ROUNDS = 7;
const SLOW = 400;                       // ms: longer is felt
const WRONG = 3;                        // seconds that two clocks may differ

function say(row, text, good) {
  row.querySelector('.klar-sagt').textContent = text;
  const tag = row.querySelector('.ds-tag');
  tag.dataset.color = good ? 'success' : 'warning';
  tag.textContent = good ? net.dataset.iorden : net.dataset.gjoer;
}

// One question: how long it took, and how far our clock is ahead of the server's.
async function ask() {
  const began = performance.now();
  const reply = await fetch(net.dataset.puls, { cache: 'no-store' });
  if (!reply.ok) throw new Error(reply.status);
  const server = Number(await reply.text());
  const took = performance.now() - began;
  return { took, ahead: Date.now() - took / 2 - server };
}

async function measure() {
  const found = [];
  try {
    for (let i = 0; i < ROUNDS; i++) found.push(await ask());
  } catch {
    say(net, net.dataset.borte, false);
    return;
  }
  found.sort((a, b) => a.took - b.took);
  const middle = Math.round(found[ROUNDS >> 1].took);
  const seconds = Math.round(Math.abs(found[0].ahead) / 1000);
  say(net, (middle > SLOW ? net.dataset.treg : net.dataset.god).replace('%s', middle), middle <= SLOW);
  say(clock, seconds > WRONG ? clock.dataset.feil.replace('%s', seconds) : clock.dataset.god, seconds <= WRONG);
}

function play() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const loud = audio.createGain();
  tone.frequency.value = 660;
  loud.gain.setValueAtTime(0.4, audio.currentTime);
  loud.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.8);
  tone.connect(loud).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 0.8);
  tone.onended = () => audio.close();
  sound.querySelector('.klar-sagt').textContent = sound.dataset.spilt;
}

if (net) {
  const button = sound.querySelector('button');
  button.hidden = false;
  button.addEventListener('click', play);
  measure();
}
