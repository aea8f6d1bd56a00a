import type { Rules } from "./rules.ts";

/** What a card says of every VBScript. */
export const vbsRules: Rules = {
  parameters: [
    [
      "`/Action:`",
      "`Apply`; `Test`, which changes nothing; `Restore`, which brings back what stood before the first `Apply`",
    ],
    ["`/Reboot:`", "`Never`, and nothing else: the exit code tells"],
    [
      "`/RebootExitCode:`",
      "`3010`; `0` for tools that take every other code as failure: the result still tells",
    ],
    ["`/Force`", "with `Restore`: also over somebody's later change, after a new backup"],
  ],
  input: `They stand behind the name of the script: \`/Action:Test\`; a hyphen does as well as the slash. No variable of its
environment is read.`,
  exitCodes: [
    ["0", "nothing to do, or done, and no restart is pending"],
    ["1", "Test: ports are missing"],
    ["3010", "the value is right, and a restart of the machine is needed before it takes effect"],
    ["5", "not an administrator, or access denied"],
    ["13", "the present value has the wrong registry type: nothing was changed"],
    ["50", "this Windows is none of version 5: nothing was changed"],
    [
      "87",
      "a bad parameter, or not run by cscript.exe, or ranges that would leave too few ports: nothing was changed",
    ],
    ["1603", "failed: nothing was changed, or the old value was put back; the message says which"],
    ["1618", "another run is at work: nothing was changed"],
  ],
  refusers: "Windows Script Host itself, or a policy,",
};
