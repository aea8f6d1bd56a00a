import type { Connection } from "./connection.ts";
import { type HostKind, launch } from "./launch.ts";
import { registryRoots } from "./registryRoots.ts";
import type {
  Act,
  Evaluation,
  Finding,
  Found,
  Kind,
  LintOptions,
  Listing,
  RawFound,
  RunOptions,
  RunResult,
  SignatureOptions,
  SignatureReport,
  Stop,
  Value,
} from "./wire.ts";

const defaultTimeoutMs = 200_000;

/** The PowerShell engine in a process of its own, with a typed method for each of its operations. */
export class Host {
  readonly kind: HostKind;
  readonly #connection: Connection;
  readonly #timeoutMs: number;

  constructor(kind: HostKind, connection: Connection, timeoutMs: number) {
    this.kind = kind;
    this.#connection = connection;
    this.#timeoutMs = timeoutMs;
  }

  get pid() {
    return this.#connection.pid;
  }

  get isOpen() {
    return this.#connection.isOpen;
  }

  readonly kill = () => this.#connection.kill();
  readonly close = () => this.#connection.close();

  /** Runs a script file as `powershell -File` would. */
  async run(script: string, options: RunOptions = {}): Promise<RunResult> {
    const reply = await this.#send({ op: "run", script, ...options });
    return { ...(reply.result as Omit<RunResult, "stray">), stray: reply.stray };
  }

  /** Runs up to right before the nth statement and stays there; undefined when it ended before that. */
  async runToStop(script: string, n: number, options: RunOptions = {}): Promise<Stop | undefined> {
    const reply = await this.#send({ op: "run", script, ...options, stopAt: n });
    return reply.stop;
  }

  /** Runs a piece of PowerShell on the given variables. */
  evaluate(
    code: string,
    variables: Record<string, string | string[] | string[][]> = {},
  ): Promise<Evaluation> {
    return this.#ask({ op: "evaluate", code, variables });
  }

  /** Gives what breaks the rules of host/Linting/Linter.cs in a script's text. */
  lint(script: string, options: LintOptions = {}): Promise<Finding[]> {
    return this.#ask({ op: "lint", script, ...options });
  }

  /** Gives what .NET finds in a signed script. */
  signature(script: Uint8Array, options: SignatureOptions = {}): Promise<SignatureReport> {
    return this.#ask({ op: "signature", base64: Buffer.from(script).toString("base64"), ...options });
  }

  /** Does one registry or file operation. */
  act(act: Act): Promise<void> {
    return this.#ask("key" in act ? { ...act, key: ownKey(act.key) } : act);
  }

  readonly registry = {
    get: (key: string, name: string): Promise<Found> =>
      this.#ask({ op: "registry.get", key: ownKey(key), name }),
    getRaw: (key: string, name: string): Promise<RawFound> =>
      this.#ask({ op: "registry.getRaw", key: ownKey(key), name }),
    list: (key: string): Promise<Listing> => this.#ask({ op: "registry.list", key: ownKey(key) }),
    set: (key: string, name: string, kind: Kind, value: Value) =>
      this.act({ op: "registry.set", key, name, kind, value }),
    setRaw: (key: string, name: string, type: number, bytes: Uint8Array) =>
      this.act({ op: "registry.setRaw", key, name, type, base64: Buffer.from(bytes).toString("base64") }),
    delete: (key: string, name: string) => this.act({ op: "registry.delete", key, name }),
    deleteKey: (key: string) => this.act({ op: "registry.deleteKey", key }),
    createKey: (key: string) => this.act({ op: "registry.createKey", key }),
  };

  async #ask<T>(request: object): Promise<T> {
    return (await this.#send(request)).result as T;
  }

  async #send(request: object) {
    const reply = await this.#connection.send(request, this.#timeoutMs);
    if (reply.error !== undefined) {
      throw new Error(reply.error);
    }
    return reply;
  }
}

function ownKey(key: string): string {
  return registryRoots.reduce((result, [from, to]) => result.replace(from, to), key);
}

/** Starts a host of its caller's own. */
export async function startHost(kind: HostKind, timeoutMs = defaultTimeoutMs): Promise<Host> {
  return new Host(kind, await launch(kind), timeoutMs);
}
