/** Bytes of ids are kept in blocks of so many, and what else there is of sites in blocks for so many sites. */
const idBlock = 2 ** 20;
const siteBlock = 2 ** 16;
/** The longest id, with the byte that tells its length. */
const most = 65;

/** What there is of a site, by its place among the numbers of that site. */
const [start, hash, where, script] = [0, 1, 2, 3] as const;
const fields = 4;

/**
 * Sites in the order of their list, each with the number of its script. No two have the same id, ignoring case. Ids
 * are kept as bytes and found by a hash, then compared whole: some 40 bytes a site, where a Set of strings takes
 * three times as much. Blocks are added and never copied, so that nothing waits for the garbage collector.
 */
export class SiteList {
  #count = 0;
  #end = 0;
  readonly #ids: Buffer[] = [];
  readonly #sites: Uint32Array[] = [];
  /** Numbers of sites, counted from 1, at the place of their id's hash or after it. */
  #slots = new Uint32Array(4096);

  get length(): number {
    return this.#count;
  }

  /** Adds a site, without a script, and gives null; or gives where the one stands that has this id. */
  add(id: string, at: number): { where: number } | null {
    const wanted = hashOf(id);
    let slot = wanted & (this.#slots.length - 1);
    for (let number = this.#slots[slot]; number; number = this.#slots[slot]) {
      if (this.#get(number - 1, hash) === wanted && sameIgnoringCase(this.#id(number - 1), id)) {
        return { where: this.#get(number - 1, where) };
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    if (this.#count % siteBlock === 0) this.#sites.push(new Uint32Array(siteBlock * fields));
    const index = this.#count++;
    this.#set(index, start, this.#write(id));
    this.#set(index, hash, wanted);
    this.#set(index, where, at);
    this.#slots[slot] = this.#count;
    if (2 * this.#count > this.#slots.length) this.#spread();
    return null;
  }

  /** Says which script the site has that was added last. */
  setScript(number: number): void {
    this.#set(this.#count - 1, script, number + 1);
  }

  /** Gives each site's id, as it was written, with the number of its script, -1 without one. */
  *[Symbol.iterator](): Generator<[id: string, script: number]> {
    for (let index = 0; index < this.#count; index++) yield [this.#id(index), this.scriptAt(index)];
  }

  /** Gives the number of a site's script, -1 without one. */
  scriptAt(index: number): number {
    return this.#get(index, script) - 1;
  }

  /** Gives where a site stands. */
  whereAt(index: number): number {
    return this.#get(index, where);
  }

  #get(index: number, field: number): number {
    return this.#sites[Math.floor(index / siteBlock)]?.[(index % siteBlock) * fields + field] ?? 0;
  }

  #set(index: number, field: number, value: number): void {
    const block = this.#sites[Math.floor(index / siteBlock)];
    if (block) block[(index % siteBlock) * fields + field] = value;
  }

  #id(index: number): string {
    const at = this.#get(index, start);
    const block = this.#ids[Math.floor(at / idBlock)];
    const offset = (at % idBlock) + 1;
    return block?.toString("latin1", offset, offset + (block[offset - 1] ?? 0)) ?? "";
  }

  #write(id: string): number {
    if ((this.#end % idBlock) + most > idBlock) this.#end = this.#ids.length * idBlock;
    if (this.#end === this.#ids.length * idBlock) this.#ids.push(Buffer.alloc(idBlock));
    const at = this.#end;
    const block = this.#ids.at(-1);
    block?.writeUInt8(id.length, at % idBlock);
    block?.write(id, (at % idBlock) + 1, "latin1");
    this.#end += id.length + 1;
    return at;
  }

  #spread(): void {
    const slots = new Uint32Array(2 * this.#slots.length);
    for (let index = 0; index < this.#count; index++) {
      let slot = this.#get(index, hash) & (slots.length - 1);
      while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = index + 1;
    }
    this.#slots = slots;
  }
}

/** Gives the hash FNV-1a of an id in lower case, mixed so that its low bits depend on all of it. */
function hashOf(id: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) sum = Math.imul(sum ^ lower(id.charCodeAt(at)), 0x01000193);
  return (sum ^ (sum >>> 15)) >>> 0;
}

function sameIgnoringCase(one: string, other: string): boolean {
  return one === other || one.toLowerCase() === other.toLowerCase();
}

/** Gives a sign in lower case; of the signs of an id, no two others become one. */
function lower(code: number): number {
  return code | 0x20;
}
