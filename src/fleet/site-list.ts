const blockSize = 2 ** 20;
/** The longest id, with the byte that tells its length. */
const most = 65;

/**
 * Sites in the order of their list, each with a number, which is that of its script. No two have the same id, ignoring
 * case. Ids are kept as bytes and found by a hash, and compared whole: some 35 bytes a site, where strings in a Set
 * take three times as much.
 */
export class SiteList {
  #count = 0;
  #blocks: Buffer[] = [];
  #end = 0;
  #starts = new Uint32Array(1024);
  #wheres = new Uint32Array(1024);
  #scripts = new Int32Array(1024);
  /** Numbers of sites, counted from 1, at the place of their id's hash or after it. */
  #slots = new Uint32Array(4096);

  get length(): number {
    return this.#count;
  }

  /** Adds a site, without a script, and gives null; or gives where the one stands that has this id. */
  add(id: string, where: number): { where: number } | null {
    let slot = this.#slotOf(hashOf(id));
    for (let number = this.#slots[slot]; number; number = this.#slots[slot]) {
      if (this.#isAt(number - 1, id)) return { where: this.#wheres[number - 1] ?? 0 };
      slot = this.#slotOf(slot + 1);
    }
    if (this.#count === this.#starts.length) this.#grow();
    this.#starts[this.#count] = this.#write(id);
    this.#wheres[this.#count] = where;
    this.#scripts[this.#count] = -1;
    this.#slots[slot] = ++this.#count;
    if (2 * this.#count > this.#slots.length) this.#spread();
    return null;
  }

  /** Says which script the site has that was added last. */
  setScript(script: number): void {
    this.#scripts[this.#count - 1] = script;
  }

  /** Gives each site's id, as it was written, and the number of its script, -1 without one. */
  *[Symbol.iterator](): Generator<[id: string, script: number]> {
    for (let index = 0; index < this.#count; index++) {
      yield [this.#read(index).toString("latin1"), this.#scripts[index] ?? -1];
    }
  }

  /** Gives the number of each site's script, -1 without one. */
  scripts(): Int32Array {
    return this.#scripts.subarray(0, this.#count);
  }

  #slotOf(hash: number): number {
    return hash & (this.#slots.length - 1);
  }

  #read(index: number): Buffer {
    const start = this.#starts[index] ?? 0;
    const block = this.#blocks[Math.floor(start / blockSize)] ?? Buffer.alloc(1);
    const offset = (start % blockSize) + 1;
    return block.subarray(offset, offset + (block[offset - 1] ?? 0));
  }

  #isAt(index: number, id: string): boolean {
    const bytes = this.#read(index);
    if (bytes.length !== id.length) return false;
    for (let at = 0; at < id.length; at++) {
      if (lower(bytes[at] ?? 0) !== lower(id.charCodeAt(at))) return false;
    }
    return true;
  }

  #write(id: string): number {
    if ((this.#end % blockSize) + most > blockSize) this.#end = this.#blocks.length * blockSize;
    if (this.#end === this.#blocks.length * blockSize) this.#blocks.push(Buffer.alloc(blockSize));
    const start = this.#end;
    const block = this.#blocks.at(-1) ?? Buffer.alloc(blockSize);
    const offset = start % blockSize;
    block[offset] = id.length;
    block.write(id, offset + 1, "latin1");
    this.#end += id.length + 1;
    return start;
  }

  #grow(): void {
    this.#starts = doubled(this.#starts, new Uint32Array(2 * this.#count));
    this.#wheres = doubled(this.#wheres, new Uint32Array(2 * this.#count));
    this.#scripts = doubled(this.#scripts, new Int32Array(2 * this.#count));
  }

  #spread(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let index = 0; index < this.#count; index++) {
      let slot = this.#slotOf(hashOf(this.#read(index).toString("latin1")));
      while (this.#slots[slot]) slot = this.#slotOf(slot + 1);
      this.#slots[slot] = index + 1;
    }
  }
}

function doubled<Values extends Uint32Array | Int32Array>(old: Values, wider: Values): Values {
  wider.set(old);
  return wider;
}

/** FNV-1a of an id in lower case, mixed so that its low bits depend on all of it. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ lower(id.charCodeAt(at)), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Gives a sign of an id in lower case; of these signs, no other two become one. */
function lower(code: number): number {
  return code | 0x20;
}
