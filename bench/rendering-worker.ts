import { makePlan } from "../src/plan/plan.ts";
import { logic } from "../src/script/logic.ts";
import { renderScript } from "../src/script/render.ts";
import { settingsOf } from "../src/script/settings.ts";
import { fillScript, fillSettings } from "../src/script/templates.ts";
import english from "../templates/messages.en.json" with { type: "json" };
import { middle } from "./row.ts";

const batch = 500;
const script = renderScript(plan(0), "1.0.0").bytes;
let sum = 0;

/** A plan of its own for each number. */
function plan(index: number) {
  return makePlan({ products: ["sbs-2003-standard"], ports: [`${5000 + (index % 50_000)}=Backup agent`] });
}

let index = 0;
function repeat(work: (index: number) => { length: number }) {
  return () => {
    for (let count = 0; count < batch; count++) sum += work(index++).length;
  };
}

const times = await middle(60, {
  scripts: repeat((index) => renderScript(plan(index), "1.0.0").bytes),
  concat: repeat(() => Buffer.concat([script, script])),
  template: repeat((index) => {
    const settings = fillSettings(settingsOf(plan(index), "1.0.0"));
    return new TextEncoder().encode(
      fillScript({ settings, messages: english, logic }).replaceAll("\n", "\r\n"),
    );
  }),
});
const rates = Object.fromEntries(Object.entries(times).map(([name, ms]) => [name, (1000 * batch) / ms]));
if (sum > 0) console.log(JSON.stringify(rates));
