/** A value below HKEY_LOCAL_MACHINE. */
export interface RegistryValue {
  key: string;
  name: string;
  value: string | number | Uint8Array;
}

/** Gives the contents of a Registry.pol file, in the form of [MS-GPREG] 2.2.1. */
export function registryPolicy(values: readonly RegistryValue[]): Uint8Array {
  return Buffer.concat([Buffer.from("PReg"), uint32(1), ...values.map(entry)]);
}

function entry({ key, name, value }: RegistryValue): Buffer {
  const [type, data] = typed(value);
  const fields = [text(`${key}\0`), text(`${name}\0`), uint32(type), uint32(data.length), data];
  return Buffer.concat([text("["), ...fields.flatMap((field) => [text(";"), field]).slice(1), text("]")]);
}

/** Gives the number of a value's type, such as REG_SZ, and its bytes. */
function typed(value: RegistryValue["value"]): [type: number, data: Uint8Array] {
  if (typeof value === "string") return [1, text(`${value}\0`)];
  return typeof value === "number" ? [4, uint32(value)] : [3, value];
}

function text(value: string): Buffer {
  return Buffer.from(value, "utf16le");
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
