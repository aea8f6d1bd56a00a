import { expect, test, vi } from "vitest";
import { zip } from "../../src/delivery/zip.ts";
import { unzip } from "./unzip.ts";

const entries = [
  { path: "b/second.txt", bytes: Buffer.from("second\r\n") },
  { path: "[first].bin", bytes: Buffer.from([0, 255, 13, 10]) },
  { path: "empty", bytes: Buffer.of() },
];

test("what is packed comes out of .NET's unpacker as it was, in the same order", async () => {
  const unpacked = await unzip(zip(entries));
  expect([...unpacked]).toEqual(entries.map(({ path, bytes }) => [path, bytes]));
});

test("the same entries give the same archive, whatever the time and its zone", () => {
  const zone = process.env.TZ;
  const archive = zip(entries);
  vi.useFakeTimers({ now: new Date("2040-06-01") });
  process.env.TZ = "Pacific/Kiritimati";
  try {
    expect(Buffer.from(zip(entries))).toEqual(Buffer.from(archive));
  } finally {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
