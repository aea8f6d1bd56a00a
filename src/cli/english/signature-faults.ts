import type { SignerFault } from "../../signing/cms/signer.ts";
import { printable } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import type { TimestampFaultTexts } from "../verify/timestamp-fault-texts.ts";
import { chainFaults } from "./chain-faults.ts";

/** In what a signature fails, in English. */
export const signerFaults: Record<SignerFault, string> = {
  "certificate-missing": "The signer's certificate is not in the signature.",
  "hash-unknown": "The signature uses a hash that is not known here, or not trusted any more.",
  "content-type": "What was signed is not said to be of the right kind.",
  "message-digest": "The hash in it is not that of what it is for.",
  "signature-algorithm": "The kind of signature does not fit the signer's key and the hash.",
  signature: "The signature was not made with the signer's key, or was changed.",
};

/** What is wrong with a timestamp, in English. */
export const timestampFaults: TimestampFaultTexts = {
  "timestamp-unreadable": () => "The timestamp cannot be read.",
  "timestamp-signature-bad": ({ fault }) => `The timestamp's own signature is bad. ${signerFaults[fault]}`,
  "timestamp-for-another": () => "The timestamp is for another signature.",
  "timestamp-signer-unnamed": () => "The timestamp does not name the certificate it was signed with.",
  "timestamp-authority-unfit": ({ subject, fault }) =>
    `The timestamp is not accepted: at its time, the certificate of ${printable(subject)} ${chainFaultText(fault, chainFaults)}.`,
};
