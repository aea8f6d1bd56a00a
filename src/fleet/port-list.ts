/**
 * Gives the own ports in a text in which blanks separate them. A blank inside a label stays, unless a range comes
 * after it; in double quotes, which no label holds, it always stays.
 */
export function splitPorts(text: string): string[] {
  const ports: string[] = [];
  for (const piece of text.trim().split(/\s+/)) {
    const last = ports.at(-1);
    if (last !== undefined && continuesLabel(last, piece)) ports[ports.length - 1] = `${last} ${piece}`;
    else ports.push(piece);
  }
  return ports.map((port) => port.replace(/^([^=]*=)"([^"]*)"$/, "$1$2"));
}

/** Gives own ports as one text, which `splitPorts` divides into these. Of blanks in a row in a label, one stays. */
export function joinPorts(ports: readonly string[]): string {
  return ports
    .map((port) => (splitPorts(port).length === 1 ? port : port.replace(/=(.*)/, '="$1"')))
    .join(" ");
}

function continuesLabel(port: string, piece: string): boolean {
  if (/^[^=]*="[^"]*$/.test(port)) return true;
  return port.includes("=") && !/^\d+(?:-\d+)?(?:=|$)/.test(piece);
}
