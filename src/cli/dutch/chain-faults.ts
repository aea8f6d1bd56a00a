import type { ChainFaultTexts } from "../verify/chain-fault-texts.ts";
import { allOf, grouped } from "./words.ts";

/** What is wrong with a certificate in a chain, in Dutch. The sentence begins with the certificate. */
export const chainFaults: ChainFaultTexts = {
  "not-yet-valid": ({ from }) => `is niet geldig voor ${from}`,
  expired: ({ until }) => `is niet meer geldig sinds ${until}`,
  untrusted: () => "leidt naar geen van de vertrouwde wortels; er kan een certificaat tussen ontbreken",
  "not-an-authority": () => "is niet het certificaat van een autoriteit, en heeft toch een ander uitgegeven",
  "may-not-issue": () => "heeft een sleutelgebruik dat het uitgeven van certificaten niet toestaat",
  "path-too-long": ({ allowed }) =>
    `mag boven hooguit ${grouped(allowed)} andere autoriteiten staan, en staat boven meer`,
  "usage-not-allowed": ({ usage, allowed }) =>
    `is niet voor ${usages[usage] ?? usage}${allowed.length > 0 ? `, alleen voor ${allOf(allowed.map((oid) => usages[oid] ?? oid))}` : ""}`,
  "usage-not-exclusive": ({ usage }) => `is niet uitsluitend voor ${usages[usage] ?? usage}, zoals het hoort`,
  "may-not-sign": () => "heeft een sleutelgebruik dat handtekeningen niet toestaat",
  "critical-extension": ({ oids }) =>
    `heeft een kritieke beperking die portkeep niet beoordeelt (${allOf(oids)}), en is dus niet te aanvaarden`,
  "weak-hash": () => "is zelf ondertekend met een hash die niets meer bewijst",
  "weak-key": ({ bits }) => `heeft een sleutel van ${grouped(bits)} bits, en dat is te kort`,
};

const usages: Record<string, string> = {
  "1.3.6.1.5.5.7.3.3": "het ondertekenen van code",
  "1.3.6.1.5.5.7.3.8": "tijdstempels",
  "1.3.6.1.5.5.7.3.1": "servers",
  "1.3.6.1.5.5.7.3.2": "clients",
  "1.3.6.1.5.5.7.3.4": "e-mail",
};
