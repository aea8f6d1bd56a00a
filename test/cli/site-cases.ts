import type { ErrorCode } from "../../src/errors.ts";

const many = Array.from({ length: 10_001 }, (_, index) => `{"site":"s${index}"}`).join(",");

/** The lists of sites by the code of what is wrong with them, each with the end of its name. */
const badLists: Partial<Record<ErrorCode, [end: string, content: string][]>> = {
  "site-id-form": [
    ["csv", "site,products\n../etc,ias\n"],
    ["csv", "site,products\nCafé,ias\n"],
    ["jsonl", '{"site":"shop.","products":["ias"]}\n'],
  ],
  "site-id-device": [
    ["csv", "site,products\ncon,ias\n"],
    ["yaml", "- site: LPT1.north\n  products: [ias]\n"],
  ],
  "site-without-choice": [
    ["csv", "site,products\nShop-1,\n"],
    ["jsonl", '{"site":"Shop-1"}\n'],
    ["yaml", "- site: Shop-1\n  products: []\n"],
  ],
  "site-without-powershell": [
    ["csv", "site,products,os\nShop-1,ias,windows-2000-server\n"],
    ["csv", "site,products\nShop-1,sbs-2000\n"],
  ],
  "product-not-on-system": [
    ["csv", "site,products\nShop-1,isa-2000\n"],
    ["csv", "site,products,os\nShop-1,h323-gatekeeper,windows-server-2022\n"],
  ],
  "system-conflict": [["csv", "site,products,os\nShop-1,all,windows-server-2003\n"]],
  "no-backend": [["csv", "site,products,os\nShop-1,ias,windows-server-2008\n"]],
  "cell-without-column": [["csv", "site,products\nShop-1,ias,5000\n"]],
  "line-too-long": [["jsonl", `{"site":"${"x".repeat(2_000_000)}"}\n`]],
  "csv-quote-open": [["csv", 'site,products\n"Shop-1,ias\n']],
  "csv-quote-inside": [["csv", 'site,products\n"Shop"-1,ias\n']],
  "json-line": [
    ["jsonl", "{'site':'Shop-1'}\n"],
    ["jsonl", '{"site":"Shop-1",\n"products":["ias"]}\n'],
  ],
  "sites-too-many": [["json", `[${many}]`]],
  "sites-form": [["txt", "site,products\nShop-1,ias\n"]],
  "sites-none": [
    ["csv", "site,products\n"],
    ["yaml", "[]\n"],
  ],
};

const listName = (code: string, index: number, end: string) => `${code}-sites-${index + 1}.${end}`;

const init = ["init", "--site", "Shop-2", "--product", "ias"];

const ofInit: Partial<Record<ErrorCode, string[][]>> = {
  "answers-needed": [["init"], ["init", "--site", "Shop-2"]],
  "sites-form-unwritten": [
    [...init, "-o", "sites.txt"],
    [...init, "-o", "-"],
  ],
  "sites-column-missing": [[...init, "--port", "5000", "--os", "windows-server-2022", "-o", "narrow.csv"]],
  "sites-not-extended": [[...init, "-o", "brackets.yaml"]],
  "sites-locked": [[...init, "-o", "locked.csv"]],
};

/** Command lines for the errors about lists of sites; at --strict the first one ends the build. */
export const siteCases: Partial<Record<ErrorCode, string[][]>> = {
  ...ofInit,
  "fleet-locked": [["build", "narrow.csv", "-o", "busy"]],
  "not-a-seal": [["build", "narrow.csv", "-o", "damaged"]],
  ...Object.fromEntries(
    Object.entries(badLists).map(([code, lists]) => [
      code,
      lists.map(([end], index) => ["build", listName(code, index, end), "--strict"]),
    ]),
  ),
};

/** The lists that these command lines name. */
export const siteFiles: Record<string, string> = {
  "narrow.csv": "site,products\nShop-1,ias\n",
  "brackets.yaml": "[{ site: Shop-1, products: [ias] }]\n",
  ...Object.fromEntries(
    Object.entries(badLists).flatMap(([code, lists]) =>
      lists.map(([end, content], index) => [listName(code, index, end), content]),
    ),
  ),
};
