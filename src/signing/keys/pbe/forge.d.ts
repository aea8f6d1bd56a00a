// The two parts of node-forge that are needed; its index loads all of it.
declare module "node-forge/lib/rc2.js" {
  import { rc2 } from "node-forge";
  export default rc2;
}

declare module "node-forge/lib/util.js" {
  import { util } from "node-forge";
  export default util;
}
