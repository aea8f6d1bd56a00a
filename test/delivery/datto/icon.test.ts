import { crc32, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { icon } from "../../../src/delivery/datto/icon.ts";

const bytes = Buffer.from(icon);

/** Gives the chunks of a PNG file, as its specification describes them, after checking their checksums. */
function chunksOf(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const typed = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(typed));
    chunks.set(typed.toString("latin1", 0, 4), typed.subarray(4));
    at += 12 + length;
  }
  return chunks;
}

test("it is a PNG of 48 by 48 pixels, with eight bits each for red, green, blue and transparency", () => {
  expect(bytes.subarray(0, 8)).toEqual(Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
  const chunks = chunksOf(bytes);
  expect([...chunks.keys()]).toEqual(["IHDR", "IDAT", "IEND"]);
  expect([...(chunks.get("IHDR") ?? [])]).toEqual([0, 0, 0, 48, 0, 0, 0, 48, 8, 6, 0, 0, 0]);
});

test("it has all its pixels, and is neither empty nor one block of colour", () => {
  const pixels = inflateSync(chunksOf(bytes).get("IDAT") ?? Buffer.of());
  expect(pixels.length).toBe(48 * (1 + 48 * 4));
  const colours = new Set(
    Array.from({ length: 48 * 48 }, (_, n) => {
      const at = 1 + Math.floor(n / 48) * 193 + (n % 48) * 4;
      return pixels.toString("hex", at, at + 4);
    }),
  );
  expect(colours.size).toBe(3);
});
