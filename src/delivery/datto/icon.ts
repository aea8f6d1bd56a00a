/** A shield with a keyhole: PNG, 48 by 48 pixels, RGBA, as Datto RMM has its icons. */
export const icon: Uint8Array = Buffer.from(
  [
    "iVBORw0KGgoAAAANSUhEUgAAADAAAAAwCAYAAABXAvmHAAAAh0lEQVR42u3auw3AIBAEUTpxR+7H1ZvcCZzEmRs0K5HzAj5iac2Y",
    "nFz381YaAgQIECBAgIDI+AYDGKU0YDYCMgDRCBBwGsBdyINs4VVi9eQFCCAB8Iu4DCDrLPht8gIqAKKIjKsE/pldwE4Evq1BV07o",
    "3gxd/qEbTHQNi+6SsaU4tt33H8RJ6eGryjAi/GvlAAAAAElFTkSuQmCC",
  ].join(""),
  "base64",
);
