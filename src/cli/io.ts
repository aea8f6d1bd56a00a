/** What a run may touch of the process it runs in. */
export interface Io {
  stdout: Output;
  stderr: Output;
  /** Where relative paths start. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
}

interface Output {
  write(chunk: string | Uint8Array): unknown;
}
