/**
 * Gives the items of a list option: repeated, or separated by commas or blanks. PowerShell makes blanks of the commas
 * where npm's portkeep.ps1 stands before the program.
 */
export function addItems(text: string, before: readonly string[] = []): string[] {
  return [...before, ...text.split(/[\s,]+/).filter((item) => item !== "")];
}

/**
 * Gives the own ports of a list option, separated alike. What follows a label is part of it, but for a range with a
 * label of its own, and for any range after a comma or a line break; in double quotes, which no label holds, everything is.
 */
export function addPorts(text: string, before: readonly string[] = []): string[] {
  return [...before, ...splitPorts(text, (separator) => (/[,\n]/.test(separator) ? range : labelledRange))];
}

/** Gives the own ports in a cell or an answer. There a blank is what separates them: any range after it is the next. */
export function portsInCell(text: string): string[] {
  return splitPorts(text, () => range);
}

/** Gives own ports as one text, which `portsInCell` divides into these. */
export function joinPorts(ports: readonly string[]): string {
  const inCell = (port: string) => (portsInCell(`${port} 1`)[0] === port ? port : inQuotes(port));
  return ports.map(inCell).join(" ");
}

/** Gives own ports in the form that `addPorts` reads as these alone, whatever comes after them. */
export function asOnePort(port: string): string {
  return addPorts(`${port},1`)[0] === port ? port : inQuotes(port);
}

const range = /^\d+(-\d+)?(=|$)/;
const labelledRange = /^\d+(-\d+)?=/;
const quoted = /^([^=]*=)\s*"([^"]*)"$/;

/** `nextAfter` gives, for what separates two pieces, how the next port begins behind a label. */
function splitPorts(text: string, nextAfter: (separator: string) => RegExp): string[] {
  const [first = "", ...rest] = text.trim().split(/([\s,]+)/);
  const ports = [first];
  for (let index = 0; index < rest.length; index += 2) {
    const [separator = "", piece = ""] = rest.slice(index);
    const last = ports.at(-1) ?? "";
    const next = quoted.test(last) ? range : nextAfter(separator);
    if (isOpen(last, piece) || (last.includes("=") && !next.test(piece)))
      ports.push(`${ports.pop()}${separator}${piece}`);
    else if (piece !== "") ports.push(piece);
  }
  return ports.map((port) => port.replace(quoted, "$1$2"));
}

function isOpen(port: string, piece: string): boolean {
  return piece.startsWith("=") || /^[^=]*=\s*"[^"]*$/.test(port);
}

function inQuotes(port: string): string {
  return port.replace(/=(.*)/, '="$1"');
}
