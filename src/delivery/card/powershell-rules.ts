import type { Rules } from "./rules.ts";

const parameters = [
  [
    "`-Action`",
    "`Apply`; `Test`, which changes nothing; `Report`, the same with risk and events; `Restore`, which brings back what stood before the first `Apply`",
  ],
  [
    "`-Reboot`",
    "`Never`: the exit code tells; `IfNeeded`: starts a restart if this run made one necessary, at most one in 24 hours",
  ],
  ["`-RebootDelaySeconds`", "the warning time before that restart; 60"],
  [
    "`-RebootExitCode`",
    "`3010`; `0` for tools that take every other code as failure: the result still tells",
  ],
  ["`-RestartDns`", "`Never`; `IfNeeded`, where a restart of the DNS Server is enough"],
  ["`-BackupDirectory`, `-LogFile`", "a full path on a fixed disk"],
  ["`-Force`", "with `Restore`: also over somebody's later change, after a new backup"],
  ["`-WhatIf`, `-Confirm`, `-Verbose`", "as everywhere in PowerShell"],
];

const exitCodes = [
  ["0", "nothing to do, or done, and no restart is pending"],
  ["1", "Test, Report and WhatIf: ports are missing"],
  ["3010", "the value is right, and a restart of the machine is needed before it takes effect"],
  ["3011", "the same, but a restart of the DNS Server is enough"],
  ["1641", "a restart was started"],
  ["5", "not an administrator, or access denied"],
  ["13", "the present value has the wrong registry type: nothing was changed"],
  ["50", "this Windows has no such setting: nothing was changed"],
  ["87", "a bad parameter, or ranges that would leave too few ports: nothing was changed"],
  ["1603", "failed: nothing was changed, or the old value was put back; the message says which"],
  ["1618", "another run is at work: nothing was changed"],
];

/** What a card says of every PowerShell script. */
export const powerShellRules: Rules = {
  parameters,
  input: `The variables PORTKEEP_ACTION, PORTKEEP_REBOOT, PORTKEEP_REBOOTDELAYSECONDS, PORTKEEP_REBOOTEXITCODE and
PORTKEEP_RESTARTDNS of its environment are read too. A parameter counts first, then its variable, then what the
script was made with.`,
  exitCodes,
  refusers: "PowerShell itself, or a policy,",
};
