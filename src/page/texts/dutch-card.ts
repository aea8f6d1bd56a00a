/** The parameters of every script of PowerShell, each with its meaning as Markdown, in Dutch. */
export const parameters = [
  [
    "`-Action`",
    "`Apply`; `Test`, dat niets wijzigt; `Report`, hetzelfde met risico en gebeurtenissen; `Restore`, dat terugzet wat er voor de eerste `Apply` stond",
  ],
  [
    "`-Reboot`",
    "`Never`: de exitcode zegt het; `IfNeeded`: start een herstart als deze run die nodig maakte, hooguit een in 24 uur",
  ],
  ["`-RebootDelaySeconds`", "hoe lang van tevoren het voor die herstart waarschuwt, in seconden; 60"],
  [
    "`-RebootExitCode`",
    "`3010`; `0` voor tools die elke andere code als mislukt zien: het resultaat zegt het dan nog",
  ],
  ["`-RestartDns`", "`Never`; `IfNeeded`, waar een herstart van de DNS-server genoeg is"],
  ["`-BackupDirectory`, `-LogFile`", "een volledig pad op een vaste schijf"],
  ["`-Force`", "met `Restore`: ook over een latere wijziging van iemand anders heen, na een nieuwe back-up"],
  ["`-WhatIf`, `-Confirm`, `-Verbose`", "zoals overal in PowerShell"],
];

/** Its exit codes, likewise. */
export const exitCodes = [
  ["0", "niets te doen, of gedaan, en er staat geen herstart open"],
  ["1", "Test, Report en WhatIf: er ontbreken poorten"],
  ["3010", "de waarde klopt, en geldt pas na een herstart van de machine"],
  ["3011", "hetzelfde, maar een herstart van de DNS-server is genoeg"],
  ["1641", "er is een herstart gestart"],
  ["5", "geen administrator, of toegang geweigerd"],
  ["13", "de waarde heeft nu het verkeerde registertype: er is niets gewijzigd"],
  ["50", "deze Windows heeft zo'n instelling niet: er is niets gewijzigd"],
  ["87", "een verkeerde parameter, of bereiken die te weinig poorten overlaten: er is niets gewijzigd"],
  [
    "1603",
    "mislukt: er is niets gewijzigd, of de oude waarde is teruggezet; de melding zegt welk van de twee",
  ],
  ["1618", "een andere run is bezig: er is niets gewijzigd"],
];
