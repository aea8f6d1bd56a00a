import { encodeMultiString, utf16 } from "./multi-string.ts";

/** What may stand in the value before the first Apply; no list means that there is no value. */
export interface Before {
  title: string;
  list?: readonly string[];
  /** Where they are not what a program that keeps to the rules would write for the list. */
  bytes?: Uint8Array;
}

const entries = (count: number, entry: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => entry(i));

const lists: Record<string, readonly string[]> = {
  "an empty list": [],
  "somebody else's entry": ["3343-3343"],
  "somebody else's entries, in no order": ["50000-50010", "3343-3343", "1433-1434", "42-42"],
  "a part of what is wanted": ["1812-1813", "4500-4500"],
  "all that is wanted": ["1645-1646", "1701-1701", "1812-1813", "2883-2883", "4500-4500"],
  "all that is wanted, in no order": ["4500-4500", "1812-1813", "1645-1646", "2883-2883", "1701-1701"],
  "all that is wanted, twice": ["1645-1646", "1701-1701", "1812-1813", "2883-2883", "4500-4500", "1701-1701"],
  "all that is wanted, and what cannot be read": [
    "1645-1646",
    "x",
    "1701-1701",
    "1812-1813",
    "2883-2883",
    "4500-4500",
    "",
  ],
  "one range over all that is wanted": ["1025-5000"],
  "every port": ["0-65535"],
  "neighbours entered one by one": ["1645-1645", "1646-1646", "1812-1812", "1813-1813"],
  "neighbours of what is wanted": ["1644-1644", "1647-1700", "1814-1814"],
  "overlapping ranges": ["1000-1700", "1650-1900", "1-65535", "1812-1812"],
  "a range within another": ["1000-2000", "1100-1200"],
  "the same entry twice": ["9000-9001", "9000-9001"],
  "the ends of the port numbers": ["0-0", "65535-65535"],
  "blanks around": [" 3343-3343", "1812-1813 ", "\t4500-4500 \t"],
  "leading zeros": ["01645-01646", "000000000001701-1701", "0-00000"],
  "entries that are no ranges": [
    "4000",
    "5000-4000",
    "1-65536",
    "a-b",
    "1-2-3",
    "1 - 2",
    "-5",
    "1-",
    "+1-2",
    "1,2",
    "100000-100001",
  ],
  "blanks alone": [" ", "\t"],
  "empty strings": ["", "3343-3343", "", ""],
  "an empty string alone": [""],
  "an empty string before what is wanted": [
    "",
    "1645-1646",
    "1701-1701",
    "1812-1813",
    "2883-2883",
    "4500-4500",
  ],
  "digits of other scripts": ["\u0661-\u0662", "\uff11-\uff12", "1812-181\u0663"],
  "other blanks around": ["\u00a01-2", "3-4\u2003", "5-6\n", "\r7-8", "9-10\v"],
  "quotes, backslashes and signs of other syntaxes": [
    '"',
    "'",
    "\\",
    "\\u0041",
    '","',
    "[",
    "]",
    "$(1)",
    "%PATH%",
    "absent",
    "a=b",
  ],
  "control characters": ["\u0001", "\u001b[31m", "\r\n", "\u007f\u0085"],
  "letters of other scripts": ["é", "Ω", "漢字", "😀", "\u2019", "\ufeff", "\uffff"],
  "letters that ignoring case takes for ASCII": ["\u212a", "\u0130", "\u0131", "\u017f"],
  "half a surrogate pair": ["\ud800", "a\udc00b"],
  "a very long entry": ["x".repeat(4000), `${"0".repeat(2000)}1-2`],
  "500 entries": entries(500, (i) => `${5000 + 4 * i}-${5001 + 4 * i}`),
  "500 neighbours": entries(500, (i) => `${6000 - i}-${6000 - i}`),
};

const malformed: Before[] = [
  { title: "no terminator", list: ["3343-3343"], bytes: utf16("3343-3343") },
  { title: "no terminator of the list", list: ["3343-3343"], bytes: utf16("3343-3343\0") },
  { title: "an odd byte too few", list: ["3343-3343"], bytes: encodeMultiString(["3343-3343"]).slice(0, -1) },
  { title: "half a character", list: ["3343-3343"], bytes: utf16("3343-3343").slice(0, -1) },
  {
    title: "an odd byte too many",
    list: ["1-2", "\u0041"],
    bytes: Buffer.concat([utf16("1-2\0"), Buffer.from("A")]),
  },
  { title: "no bytes at all", list: [], bytes: new Uint8Array() },
  { title: "an empty string in the middle", list: ["1-2", "", "4-5"], bytes: utf16("1-2\0\x004-5\0\0") },
  { title: "a terminator too many", list: ["1-2", ""], bytes: utf16("1-2\0\0\0") },
];

export const befores: Before[] = [
  { title: "no value" },
  ...Object.entries(lists).map(([title, list]) => ({ title, list })),
  ...malformed.map(({ title, ...rest }) => ({ title: `malformed bytes: ${title}`, ...rest })),
];
