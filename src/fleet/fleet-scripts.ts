import { sha256 } from "../delivery/sha256.ts";
import type { TargetName } from "../delivery/targets.ts";
import type { PortkeepError } from "../errors.ts";
import type { Choice } from "../plan/choice.ts";
import { fileName } from "../plan/file-name.ts";
import { makePlan, type Plan } from "../plan/plan.ts";
import { formatRange } from "../ports/range.ts";
import { renderScript } from "../script/render.ts";
import type { System } from "../table/table.ts";
import { type FleetBundle, makeFleetBundles } from "./bundles.ts";
import type { Copy, ScriptStore } from "./store.ts";

/** One of the different scripts of a fleet. */
export interface FleetScript {
  /** The SHA-256 of its unsigned text. */
  id: string;
  /** Each as `low-high`. */
  ranges: string[];
  /** For which it was made; null where the choice names none. */
  system: System | null;
  /** Without its content; null until it is there. */
  copy: Omit<Copy, "content"> | null;
  bundles: FleetBundle[];
  /** Why it has no bundle for other tools. */
  faults: PortkeepError[];
}

export interface FleetScriptOptions {
  store: ScriptStore;
  version: string;
  targets: readonly TargetName[];
  /** How many scripts may be under way. They are signed while the list is read further; more would only take memory. */
  atOnce: number;
}

/** Makes the scripts of a fleet, each once, several at a time. */
export class FleetScripts {
  readonly all: FleetScript[] = [];
  readonly #byId = new Map<string, number>();
  readonly #underWay = new Set<Promise<void>>();
  readonly #options: FleetScriptOptions;
  #failure: unknown = null;

  constructor(options: FleetScriptOptions) {
    this.#options = options;
  }

  /** Gives the number of the script for a choice, which may have to be made yet. Throws what planning and rendering throw. */
  numberOf(choice: Choice): number {
    const plan = makePlan(choice);
    const { bytes, settingsId } = renderScript(plan, this.#options.version);
    const id = sha256(bytes);
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const ranges = plan.ranges.map(formatRange);
    const script = { id, ranges, system: plan.system, copy: null, bundles: [], faults: [] };
    const number = this.all.push(script) - 1;
    this.#byId.set(id, number);
    const work = this.#make(script, { plan, settingsId, bytes }).catch((error: unknown) => {
      this.#failure ??= error;
    });
    this.#underWay.add(work);
    void work.then(() => this.#underWay.delete(work));
    return number;
  }

  get isBusy(): boolean {
    return this.#underWay.size >= this.#options.atOnce;
  }

  /** Settles when one more can be made. Throws what signing and writing throw. */
  async room(): Promise<void> {
    while (this.isBusy) await Promise.race(this.#underWay);
    if (this.#failure) throw this.#failure;
  }

  /** Settles when nothing is under way. Throws likewise. */
  async done(): Promise<void> {
    await Promise.all(this.#underWay);
    if (this.#failure) throw this.#failure;
  }

  async #make(
    script: FleetScript,
    { plan, settingsId, bytes }: { plan: Plan; settingsId: string; bytes: Uint8Array },
  ): Promise<void> {
    if (this.#failure) return;
    const { store, version, targets } = this.#options;
    const { content, ...copy } = await store.put(bytes);
    script.copy = copy;
    const name = fileName(plan, settingsId).replace(/\.ps1$/, "");
    const given = { id: script.id, name, version, settingsId, plan, copy: { content, ...copy } };
    Object.assign(script, await makeFleetBundles(targets, given, store));
  }
}
