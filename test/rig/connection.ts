import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import type { Stop } from "./wire.ts";

interface Reply {
  id: number;
  result?: unknown;
  error?: string;
  event?: "stopped";
  stop?: Stop;
  /** What the programs that a script started wrote to the host's own standard output. */
  stray: string;
}

interface Waiting {
  resolve: (reply: Reply) => void;
  reject: (error: Error) => void;
}

/** A host process and the requests it has not answered yet. */
export class Connection {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exit: Promise<void>;
  #open = true;
  #reason?: string;
  #lastId = 0;
  #talk = "";
  #stray = "";

  constructor(command: string, options: string[], env: NodeJS.ProcessEnv, cwd: string) {
    this.#process = spawn(command, options, { env, cwd, stdio: "pipe" });
    this.#exit = new Promise((resolve) => {
      const ended = (reason: string) => {
        this.#open = false;
        process.off("exit", this.#end);
        this.#fail(this.#reason ?? reason);
        resolve();
      };
      this.#process.on("error", (error) => ended(error.message));
      this.#process.on("exit", (code, signal) => ended(`it ended (${signal ?? code})`));
    });
    this.#process.stdin.on("error", () => {});
    this.#process.stderr.on("data", (text) => {
      this.#talk = `${this.#talk}${text}`.slice(0, 4000);
    });
    createInterface(this.#process.stdout).on("line", (line) => this.#receive(line));
    process.once("exit", this.#end);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Gives the host's reply; without one in time the host is ended, and has ended when this throws. */
  async send(request: object, timeoutMs: number): Promise<Reply> {
    if (!this.#open) {
      throw new Error("The host has ended.");
    }
    const id = ++this.#lastId;
    const reply = new Promise<Reply>((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
    this.#process.stdin.write(`${JSON.stringify({ ...request, id })}\n`);
    const timer = setTimeout(() => {
      this.#reason = `no reply within ${timeoutMs} ms to ${JSON.stringify(request).slice(0, 300)}`;
      this.#end();
    }, timeoutMs);
    try {
      return await reply;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets the host end by itself after its last request. */
  async close(): Promise<void> {
    this.#process.stdin.end();
    await this.#exit;
  }

  /** Ends the process that runs the engine, at once, wherever it is. */
  async kill(): Promise<void> {
    this.#end();
    await this.#exit;
  }

  readonly #end = () => {
    this.#process.kill("SIGKILL");
  };

  #receive(line: string): void {
    if (!line.startsWith('{"id":')) {
      this.#stray += line && `${line}\n`;
      return;
    }
    const reply = { ...JSON.parse(line), stray: this.#stray } as Reply;
    this.#stray = "";
    this.#waiting.get(reply.id)?.resolve(reply);
    this.#waiting.delete(reply.id);
  }

  #fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) {
      reject(new Error(`The host did not answer: ${reason}.\n${this.#talk}`));
    }
    this.#waiting.clear();
  }
}
