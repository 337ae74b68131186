import { referenceOfConsequences } from "./oracle/consequences-model.ts";
import { playSeason } from "./oracle/consequences-play.ts";
import { officePolicy } from "./oracle/consequences-today.ts";
import { seasonProcesses } from "./oracle/season-processes.ts";
const [seed, bloc, mode="base"] = process.argv.slice(2);
const reference = (await referenceOfConsequences())!;
const plan = reference.season2x2(Number(seed), { policy: officePolicy });
const processes = seasonProcesses({ blocs: plan.blocs, flag: reference.flag, certificate: reference.certificate } as never);
const p = await playSeason({ reference, plan, processes, mode: mode as never });
for (const e of p.log) {
  const s = e.metadata.stream, d: any = e.data;
  const day = e.metadata.recordedAt.slice(0,10);
  if (s === `ChairRotation-rot-${bloc}`) console.log(day, e.metadata.actor, e.type, JSON.stringify({...d, policy: undefined, roster: undefined, order: undefined}).slice(0,260));
  else if (s === `Bloc-${bloc}` && !/Constit|Bylaws/.test(e.type)) console.log(day, "BLOC", e.type, JSON.stringify(d).slice(0,160));
  else if (s.startsWith("Ballot-") && /(chair|deputy)-/.test(s) && s.includes(`-${bloc}-`) && /Certified|Annulled|Challenge|RunOffCalled|Confirmed|Acclaim/.test(e.type)) console.log(day, s, e.type, d.outcome?.elected ?? "", d.follows?.kind ?? "", d.certification ?? "");
  else if (s.startsWith(`Conference-conf-${bloc}`) && /Closed|Cancelled|Adjourned|Convened|ConferenceOpened/.test(e.type)) console.log(day, s, e.type);
}
for (const t of p.told) if (t.process === "seat-chair") console.log("TOLD", t.type, t.rejection, t.id, t.bySeason);
for (const o of p.open) if (o.process === "seat-chair") console.log("OPEN", o.law, o.key, JSON.stringify(o.what), o.refusal ? JSON.stringify(o.refusal) : "");
