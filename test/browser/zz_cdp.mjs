import { launch, window, PHONE } from './browser.mjs';
const site={base:'http://127.0.0.1:8481'};
const b=await launch();
const p=await window(b,site,{size:PHONE});
const c=await p.context().newCDPSession(p); await c.send('Network.enable');
c.on('Network.responseReceived',e=>console.log(e.response.url.slice(-40),e.response.status,'disk',e.response.fromDiskCache,'prefetch',e.response.fromPrefetchCache,e.response.encodedDataLength));
c.on('Network.requestServedFromCache',e=>console.log('mem',e.requestId));
p.on('requestfinished',async r=>{console.log('REQ',r.url().slice(-30),JSON.stringify(await r.sizes()), JSON.stringify(r.timing()))});
await p.goto(site.base+'/habilitet/sjekk',{waitUntil:'networkidle'});
console.log('----');
for (const a of ['Nei','Nei']) {await p.getByRole('link',{name:a,exact:true}).filter({visible:true}).click(); await p.waitForTimeout(600);}
await b.close();
