import type { SignerFault } from "../../signing/cms/signer.ts";
import { printable } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import type { TimestampFaultTexts } from "../verify/timestamp-fault-texts.ts";
import { chainFaults } from "./chain-faults.ts";

/** In what a signature fails, in Dutch. */
export const signerFaults: Record<SignerFault, string> = {
  "certificate-missing": "Het certificaat van de ondertekenaar zit niet in de handtekening.",
  "hash-unknown": "De handtekening gebruikt een hash die hier niet bekend is, of niet meer wordt vertrouwd.",
  "content-type": "Van wat is ondertekend, staat er niet dat het van de goede soort is.",
  "message-digest": "De hash erin is niet die van waar ze bij hoort.",
  "signature-algorithm": "De soort handtekening past niet bij de sleutel van de ondertekenaar en de hash.",
  signature: "De handtekening is niet gemaakt met de sleutel van de ondertekenaar, of is gewijzigd.",
};

/** What is wrong with a timestamp, in Dutch. */
export const timestampFaults: TimestampFaultTexts = {
  "timestamp-unreadable": () => "Het tijdstempel is niet te lezen.",
  "timestamp-signature-bad": ({ fault }) =>
    `De handtekening van het tijdstempel zelf deugt niet. ${signerFaults[fault]}`,
  "timestamp-for-another": () => "Het tijdstempel hoort bij een andere handtekening.",
  "timestamp-signer-unnamed": () => "Het tijdstempel noemt niet het certificaat waarmee het is ondertekend.",
  "timestamp-authority-unfit": ({ subject, fault }) =>
    `Het tijdstempel wordt niet aanvaard. Op dat tijdstip: het certificaat van ${printable(subject)} ${chainFaultText(fault, chainFaults)}.`,
};
