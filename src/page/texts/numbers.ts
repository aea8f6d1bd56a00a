import type { PortRange } from "../../ports/range.ts";

/** Gives the ways in which a language writes numbers, days and lists. */
export function numbersOf(language: string) {
  const whole = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumSignificantDigits: 2 });
  const tenths = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(language, { type: "disjunction" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return {
    anyOf: (items: readonly string[]) => list.format(items),
    grouped: (value: number) => whole.format(value),
    /** Gives a probability; only what is certain is 100 %. */
    odds: (value: number) => {
      if (value < 1 && value >= 0.9995) return `> ${tenths.format(0.999)}`;
      return (value >= 0.99 ? tenths : percent).format(value);
    },
    /** Gives the day of an ISO 8601 time, and the text itself where it is none. */
    day: (time: string) => (Number.isNaN(Date.parse(time)) ? time : day.format(new Date(time))),
  };
}

/** Gives ports as a person reads them: a single one without its end. */
export function portsText({ low, high }: PortRange): string {
  return low === high ? String(low) : `${low}\u2013${high}`;
}
