import type { ChainFaultTexts } from "../verify/chain-fault-texts.ts";
import { allOf, grouped } from "./words.ts";

/** What is wrong with a certificate in a chain, in English. The sentence begins with the certificate. */
export const chainFaults: ChainFaultTexts = {
  "not-yet-valid": ({ from }) => `is not valid before ${from}`,
  expired: ({ until }) => `has not been valid since ${until}`,
  untrusted: () => "leads to none of the trusted roots; a certificate between them may be missing",
  "not-an-authority": () => "is not the certificate of an authority, and has issued another one",
  "may-not-issue": () => "has a key usage that does not allow it to issue certificates",
  "path-too-long": ({ allowed }) =>
    `may stand above no more than ${grouped(allowed)} other authorities, and stands above more`,
  "usage-not-allowed": ({ usage, allowed }) =>
    `is not for ${usages[usage] ?? usage}${allowed.length > 0 ? `, only for ${allOf(allowed.map((oid) => usages[oid] ?? oid))}` : ""}`,
  "usage-not-exclusive": ({ usage }) => `is not for ${usages[usage] ?? usage} alone, as it has to be`,
  "may-not-sign": () => "has a key usage that does not allow signatures",
  "critical-extension": ({ oids }) =>
    `has a critical limit that portkeep does not judge (${allOf(oids)}), so it cannot be accepted`,
  "weak-hash": () => "is itself signed with a hash that proves nothing any more",
  "weak-key": ({ bits }) => `has a key of ${grouped(bits)} bits, which is too short`,
};

const usages: Record<string, string> = {
  "1.3.6.1.5.5.7.3.3": "code signing",
  "1.3.6.1.5.5.7.3.8": "timestamps",
  "1.3.6.1.5.5.7.3.1": "servers",
  "1.3.6.1.5.5.7.3.2": "clients",
  "1.3.6.1.5.5.7.3.4": "e-mail",
};
