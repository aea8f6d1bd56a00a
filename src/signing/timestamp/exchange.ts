import { redirectTarget, shownAddress } from "./address.ts";
import { AuthorityFailure } from "./failure.ts";
import { retryAfterSeconds } from "./retry-after.ts";

const queryType = "application/timestamp-query";
const replyType = "application/timestamp-reply";
const largestReply = 256 * 1024;
const mostRedirects = 5;
// Those that let a query be sent again; 303 would turn it into a plain visit.
const redirects = [301, 302, 307, 308];

/**
 * Sends a query to an authority and gives the bytes of its reply. `timeoutMs` is for the whole of it, redirects and
 * body included. Throws AuthorityFailure.
 */
export async function exchange(
  address: URL,
  query: Uint8Array<ArrayBuffer>,
  timeoutMs: number,
): Promise<Uint8Array> {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new AuthorityFailure({ code: "timeout", facts: { seconds: timeoutMs / 1000 } })),
    timeoutMs,
  );
  try {
    return await replyOf(await post(address, query, controller.signal));
  } catch (error) {
    controller.signal.throwIfAborted();
    if (error instanceof AuthorityFailure) throw error;
    throw new AuthorityFailure({ code: "connection", facts: { cause: causeOf(error) } });
  } finally {
    clearTimeout(timer);
    // Closes the connection where an answer was not read to its end.
    controller.abort();
  }
}

async function post(first: URL, query: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<Response> {
  let address = first;
  for (let count = 0; count <= mostRedirects; count++) {
    const response = await fetch(address, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": queryType, accept: replyType },
      body: query,
      signal,
    });
    if (!redirects.includes(response.status)) return response;
    const location = response.headers.get("location");
    const target = redirectTarget(location, address);
    if (!target) throw new AuthorityFailure({ code: "redirect-target", facts: { address: shown(location) } });
    address = target;
  }
  throw new AuthorityFailure({ code: "redirect-limit", facts: { limit: mostRedirects } });
}

async function replyOf({ status, headers, body }: Response): Promise<Uint8Array> {
  if (status !== 200) {
    const facts = { status, retryAfterSeconds: retryAfterSeconds(headers.get("retry-after")) };
    throw new AuthorityFailure({ code: "http-status", facts });
  }
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  if (type.trim().toLowerCase() !== replyType) {
    throw new AuthorityFailure({ code: "not-a-reply", facts: { type: type.trim().slice(0, 80) } });
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > largestReply) {
      throw new AuthorityFailure({ code: "reply-too-large", facts: { limit: largestReply } });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function shown(location: string | null): string {
  return location && URL.canParse(location) ? shownAddress(new URL(location)) : "";
}

/** Gives the code of the innermost cause; fetch itself only says that it failed. */
function causeOf(error: unknown): string {
  const { cause, code, message } = error as { cause?: unknown; code?: unknown; message?: unknown };
  if (cause) return causeOf(cause);
  return String(code ?? message).slice(0, 80);
}
