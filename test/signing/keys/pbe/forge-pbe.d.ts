declare module "node-forge/lib/pbe.js" {
  import type { md, util } from "node-forge";

  const pbe: {
    /** Without a password, not even the zero that closes one is hashed. */
    generatePkcs12Key(
      password: string | null,
      salt: util.ByteStringBuffer,
      id: number,
      iterations: number,
      length: number,
      hash?: md.MessageDigest,
    ): util.ByteStringBuffer;
  };
  export default pbe;
}
