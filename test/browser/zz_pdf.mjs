import { launch, window, PHONE } from './browser.mjs';
const site={base:'http://127.0.0.1:8481'};
const b=await launch();
for (const [name, lang, js, path] of [['hit','nb',true,['Nei','Ja']],['skjonn','nb',true,['Nei','Nei','!Ektefelle, forlovet eller samboer','Samboer','Videre','Nei','Nei, ingenting','Som folkevalgt','Nei','Nei']],['skjonn2','nb',true,['Nei','Nei','!Ektefelle, forlovet eller samboer','Samboer','Videre','Nei','Nei, ingenting','Som folkevalgt','Nei','Nei']],['blank','nn',false,['Nei','Ja']]]) {
 const p=await window(b,site,{size:PHONE,lang,js});
 await p.goto(site.base+'/habilitet/sjekk');
 for (const a of path) { if(a[0]=='!') await p.locator('summary',{hasText:a.slice(1)}).filter({visible:true}).click(); else await p.getByRole('link',{name:a,exact:true}).filter({visible:true}).click(); }
 if (name==='skjonn') { await p.getByLabel('en part står deg nær',{exact:true}).check(); await p.getByLabel('Sak',{exact:true}).fill('Sak 12/27 Fradeling, Lillevik'); }
 await p.pdf({path:`/tmp/sj-${name}.pdf`, preferCSSPageSize:true, printBackground:false});
 await p.context().close();
}
await b.close();
