import fc from "fast-check";
import { expect, test } from "vitest";
import { type RegistryValue, registryPolicy } from "../../../src/delivery/gpo/registry-policy.ts";
import { readBySamba } from "./samba/readers.ts";
import { installSamba } from "./samba/tools.ts";

await installSamba();

const values: RegistryValue[] = [
  { key: "Software\\Policies\\A", name: "Blob", value: Uint8Array.of(0, 1, 0x5b, 0x3b, 0x5d, 0xff) },
  { key: "Software\\Policies\\B", name: "Number", value: 0xfffffffe },
  { key: "Software\\Policies\\B", name: "Text", value: "AllSigned; [not] the end" },
];
const whole = registryPolicy(values);

test("one value is, to the byte, what [MS-GPREG] 2.2.1 says", () => {
  const bytes = registryPolicy([{ key: "A", name: "b", value: 1 }]);
  const header = "50526567 01000000";
  const entry = "5b00 41000000 3b00 62000000 3b00 04000000 3b00 04000000 3b00 01000000 5d00";
  expect(Buffer.from(bytes).toString("hex")).toBe(`${header}${entry}`.replaceAll(" ", ""));
});

test("Samba reads each value with its key, name and type", async () => {
  const { xml } = await readBySamba("pol", whole);
  const read = [
    ...xml.matchAll(/type_name="(\w+)">\s*<Key>(.*)<\/Key>\s*<ValueName>(.*)<\/ValueName>\s*<Value>(.*)</g),
  ];
  expect(read.map(([, ...fields]) => fields)).toEqual([
    ["REG_BINARY", "Software\\Policies\\A", "Blob", "AAFbO13/"],
    ["REG_DWORD", "Software\\Policies\\B", "Number", "4294967294"],
    ["REG_SZ", "Software\\Policies\\B", "Text", "AllSigned; [not] the end"],
  ]);
});

test("Samba writes the same bytes again", async () => {
  expect((await readBySamba("pol", whole)).written.equals(whole)).toBe(true);
});

test("a file that is cut off is none to Samba", async () => {
  await expect(readBySamba("pol", whole.subarray(0, -4))).rejects.toThrow(/Traceback/);
});

test("whatever the values, Samba reads all of them, and writes the same bytes", async () => {
  const word = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 20 });
  const value = fc.oneof(word, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 300 }));
  // One file of many, since each start of Samba's reader takes long.
  const many = fc.sample(fc.record({ key: word, name: word, value }), 500);
  const bytes = registryPolicy(many);
  const { xml, written } = await readBySamba("pol", bytes);
  expect(xml).toContain('num_entries="500"');
  expect(written.equals(bytes)).toBe(true);
});
