import type { Plan } from "./plan.ts";

const mostProducts = 4;

/** Gives a name that tells the choices; the settings id in it keeps different choices apart. */
export function fileName({ recipe }: Plan, settingsId: string): string {
  const parts = [
    "portkeep",
    recipe.action === "Apply" ? "" : recipe.action.toLowerCase(),
    recipe.os ?? "",
    productPart(recipe.products),
    portPart(recipe.ports),
    settingsId.slice(0, 8),
  ];
  return `${parts.filter((part) => part !== "").join("-")}.${recipe.format ?? "ps1"}`;
}

/** Says whether Windows takes a file's name for a device, with any ending. */
export function isDeviceName(name: string): boolean {
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name);
}

function productPart(products: readonly string[]): string {
  return products.length > mostProducts ? `${products.length}-products` : products.join("-");
}

function portPart(ports: readonly string[]): string {
  const [first, ...others] = ports;
  if (first === undefined) return "";
  if (others.length > 0) return `${ports.length}-own-ranges`;
  const [range] = first.split("=");
  return `port-${range}`;
}
