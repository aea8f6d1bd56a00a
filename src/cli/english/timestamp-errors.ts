import type { TimestampFault } from "../../signing/timestamp/faults.ts";
import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { failureText, type TimestampFailureTexts } from "../verify/timestamp-failure-texts.ts";
import { timestampFaults } from "./signature-faults.ts";
import { counted, grouped } from "./words.ts";

/** What can go wrong with a timestamp, in English. */
export const timestampErrors = {
  "timestamp-address": ({ address, problem }) => `${quoted(address)} ${addressProblems[problem]}`,
  "timestamp-failed": ({ attempts }) =>
    `no authority gave a timestamp, so the script was not signed.${attempts
      .map(({ address, failure }) => `\n  ${printable(address)}: ${failureText(failure, failures)}`)
      .join(
        "",
      )}\nTry again later, give one more address with --timestamp, or sign without it: the signature then ends with its certificate.`,
} satisfies Partial<ErrorTexts>;

const addressProblems = {
  form: "is not an address. Give it in full, such as http://timestamp.example.com.",
  scheme: "is neither an http nor an https address, and no other is used for timestamps. Check it.",
  credentials:
    "was given with a user name or a password, which would be seen by others in the command line. Leave them out: an authority that asks for them cannot be used.",
};

const failures: TimestampFailureTexts = {
  timeout: ({ seconds }) => `It gave no whole answer within ${counted(seconds, "second")}.`,
  connection: ({ cause }) =>
    `It could not be reached (${printable(cause)}). Check the name, the network and the proxy.`,
  "http-status": ({ status, retryAfterSeconds }) =>
    `It answered with HTTP status ${status}${
      retryAfterSeconds === null
        ? ""
        : ` and asked to be left alone for ${counted(retryAfterSeconds, "second")}`
    }.`,
  "redirect-limit": ({ limit }) => `It leads on to other addresses more than ${grouped(limit)} times.`,
  "redirect-target": ({ address }) =>
    `It leads on to ${address ? printable(address) : "something"}, which is no http address or holds a password.`,
  "not-a-reply": ({ type }) =>
    type.toLowerCase() === "text/html"
      ? "It answered with a web page. The address may be wrong, or the network asks to log in."
      : `It answered with ${type ? quoted(type) : "something without a type"}, which is no timestamp. Check the address.`,
  "reply-too-large": ({ limit }) =>
    `It answered with more than ${grouped(limit)} bytes, which is no timestamp.`,
  "reply-unreadable": () => "Its answer cannot be read as a timestamp.",
  refused: ({ status, text, reasons }) =>
    `It refused (status ${status}${reasons.length > 0 ? `, ${reasons.join(", ")}` : ""})${text ? ` and says ${quoted(text)}` : ""}.`,
  "nonce-differs": () => "Its answer is not for this request, but an old one or somebody else's.",
  "clocks-differ": ({ authority, here }) =>
    `Its clock says ${authority} and the one here says ${here}, more than a day apart. Set the one that is wrong.`,
  "token-faulty": ({ fault }) => faultText(fault),
};

function faultText({ code, facts }: TimestampFault): string {
  return (timestampFaults[code] as (facts: unknown) => string)(facts);
}
