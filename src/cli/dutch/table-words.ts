import type { tableWords as english } from "../english/table-words.ts";

/** What the built-in table says in English. A test finds each of its conditions and notes here. */
const built = new Map([
  ["ISA Server 2000 only", "alleen ISA Server 2000"],
  ["ISA Server 2000 or ISA Server 2004", "ISA Server 2000 of ISA Server 2004"],
  [
    "ISA Server 2004 uses TCP here (KB 832017); its UDP port is reserved because the article asks for it",
    "ISA Server 2004 gebruikt hier TCP (KB 832017); de UDP-poort wordt gereserveerd omdat het artikel erom vraagt",
  ],
  [
    "as installed; UdpPortPolicy 0 or wdsutil can move it",
    "zoals geleverd; met UdpPortPolicy 0 of wdsutil zijn het andere",
  ],
  [
    "the values of the example; use the site's own",
    "de waarden uit het voorbeeld; neem die van de eigen site",
  ],
  [
    "the port is set when BigFix is deployed; this is the usual one",
    "de poort wordt gekozen bij de uitrol van BigFix; dit is de gebruikelijke",
  ],
]);

/** How rows of the conflict table read in Dutch. */
export const tableWords: typeof english = {
  classes: {
    documented: "beschreven",
    "default-range": "standaardbereik",
    "moved-range": "verplaatst bereik",
  },
  said: (text) => built.get(text) ?? text,
};
