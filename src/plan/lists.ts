/**
 * Gives the items of a list option: repeated, or separated by commas or blanks. PowerShell makes blanks of the commas
 * where npm's portkeep.ps1 stands before the program.
 */
export function addItems(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(/[\s,]+/).filter((item) => item !== "")];
}

/**
 * Gives the own ports of a list option, separated alike. A comma or blank inside a label stays, unless a range comes
 * after it; in double quotes, which no label holds, it always stays.
 */
export function addPorts(text: string, before: readonly string[] = []): string[] {
  const [first = "", ...rest] = text.trim().split(/([\s,]+)/);
  const ports = [first];
  for (let index = 0; index < rest.length; index += 2) {
    const [separator = "", piece = ""] = rest.slice(index);
    const last = ports.at(-1) ?? "";
    if (continuesPort(last, piece)) ports.push(`${ports.pop()}${separator}${piece}`);
    else if (piece !== "") ports.push(piece);
  }
  return [...before, ...ports.map((port) => port.replace(/^([^=]*=)\s*"([^"]*)"$/, "$1$2"))];
}

/** Gives own ports as one text, which `addPorts` divides into these. */
export function joinPorts(ports: readonly string[]): string {
  return ports.map(asOnePort).join(" ");
}

/** Gives own ports in the form that `addPorts` reads as these alone, whatever port comes after them. */
export function asOnePort(port: string): string {
  return addPorts(`${port} 1`)[0] === port ? port : port.replace(/=(.*)/, '="$1"');
}

function continuesPort(port: string, piece: string): boolean {
  if (/^[^=]*=\s*"[^"]*$/.test(port) || piece.startsWith("=")) return true;
  return port.includes("=") && !/^\d+(-\d+)?(=|$)/.test(piece);
}
