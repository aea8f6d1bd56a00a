export { help } from "./help.ts";
export { reports } from "./reports.ts";
