import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import { onTestFinished } from "vitest";
import type { Issued } from "../certificates.ts";
import { type AuthorityOptions, opensslReply } from "./openssl-ts.ts";

/** One request as it arrived, and the place to answer it. */
interface Visit {
  request: IncomingMessage;
  body: Buffer;
  response: ServerResponse;
}

/** What the authority does with a request. */
export type Behaviour = (visit: Visit) => void | Promise<void>;

export interface LocalAuthority {
  url: string;
  visits: Visit[];
  /** How many requests were under way at once, at most. */
  most: number;
}

/** Starts an authority on this machine; each request meets the next behaviour, and the last one for good. */
export async function localAuthority(...behaviours: Behaviour[]): Promise<LocalAuthority> {
  const authority: LocalAuthority = { url: "", visits: [], most: 0 };
  let underWay = 0;
  const server = createServer(async (request, response) => {
    const visit = { request, body: Buffer.concat(await request.toArray()), response };
    const behave = behaviours[Math.min(authority.visits.push(visit), behaviours.length) - 1];
    authority.most = Math.max(authority.most, ++underWay);
    response.once("close", () => underWay--);
    await behave?.(visit);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  authority.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return authority;
}

/** Gives the address of a place where nobody listens. */
export async function deserted(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}/`;
}

/** Answers as `openssl ts` does. */
export function signs(authority: Issued, options?: AuthorityOptions): Behaviour {
  return answers((query) => opensslReply(query, authority, options));
}

export const replyHeaders = { "content-type": "application/timestamp-reply" };

/** Answers with what `make` makes of the query. */
export function answers(
  make: (query: Buffer) => Uint8Array | Promise<Uint8Array>,
  headers: Record<string, string> = replyHeaders,
): Behaviour {
  return async ({ body, response }) => {
    response.writeHead(200, headers).end(await make(body));
  };
}

export function status(code: number, headers: Record<string, string> = {}): Behaviour {
  return ({ response }) => void response.writeHead(code, headers).end("no timestamp here");
}

export const html: Behaviour = ({ response }) => {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  response.end("<!DOCTYPE html><title>Log in to the network</title>".padEnd(100_000));
};

export const hangs: Behaviour = () => {};

/** Begins to answer, and goes on byte by byte without an end. */
export const trickles: Behaviour = async ({ response }) => {
  response.writeHead(200, replyHeaders);
  while (!response.destroyed) {
    response.write("0");
    await setTimeout(5);
  }
};

export const resets: Behaviour = ({ request }) => void request.socket.resetAndDestroy();

/** Promises more bytes than it sends. */
export function cutsOff(bytes: Uint8Array): Behaviour {
  return ({ request, response }) => {
    response.writeHead(200, { ...replyHeaders, "content-length": String(bytes.length + 100) });
    response.write(bytes, () => request.socket.end());
  };
}

export function redirects(location: string, code = 307): Behaviour {
  return status(code, { location });
}
