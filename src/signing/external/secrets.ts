import type { Words } from "./command.ts";

const mark = "***";
const shortestGuess = 4;
const longestShown = 500;

/** What is no secret where one would stand: a placeholder, or where to find the secret. */
const reference = /^(?:\{[\w-]+\}|(?:env|file|fd):.*)$/i;
const flagNames =
  "p|pw|kp|kvs|kva|[\\w-]*(?:pass|passwd|password|passphrase|passin|secret|token|credentials?)|(?:[\\w-]*-)?pin|[\\w-]*(?:api|access|account|shared)-?key";
/** An argument after which a secret comes. */
const flag = new RegExp(`^(?:--?|/)(?:${flagNames})$`, "i");
/** Arguments that hold a secret themselves: what is before it, and it. */
const assignments = [
  new RegExp(`^((?:--?|/)(?:${flagNames})[=:])(.+)$`, "i"),
  /^((?:pass|password|pin|secret|token)[=:])(.+)$/i,
  /(pin-value=)([^&;]+)/i,
  /(:\/\/[^/\s:@]*:)([^/\s@]+)(?=@)/,
];

/** Gives a command as it may be shown, at most 500 characters, and the secrets that are left out there. */
export function withoutSecrets(words: Words): { shown: string; secrets: string[] } {
  const secrets: string[] = [];
  const hide = (secret: string) => {
    secrets.push(secret.replace(/^["']|["';]+$/g, ""));
    return mark;
  };
  const hidden = hideIn(words, hide);
  const shown = hidden.map((word) => (/\s|^$/.test(word) ? `"${word}"` : word)).join(" ");
  return { shown: shown.slice(0, longestShown), secrets };
}

function hideIn(words: readonly string[], hide: (secret: string) => string): string[] {
  return words.map((word, index) => {
    if (flag.test(words[index - 1] ?? "") && !reference.test(word)) return hide(word);
    // A word with blanks may be a whole command for a shell.
    if (/\s/.test(word)) return hideIn(word.split(/\s+/), hide).join(" ");
    return assignments.reduce(
      (text, form) => text.replace(form, (_, before: string, secret: string) => before + hide(secret)),
      word,
    );
  });
}

/** Gives the values of the variables that have the name of a secret. */
export function secretsIn(env: NodeJS.ProcessEnv): string[] {
  return Object.entries(env).flatMap(([name, value = ""]) =>
    /pass|pwd|secret|token|credential|key|(^|_)pin(_|$)/i.test(name) && !/^(OLD)?PWD$/i.test(name)
      ? [value]
      : [],
  );
}

/**
 * Gives a function that puts `***` in the place of secrets, also where they are written as in a URL or in JSON, and
 * of each line of those that have several. They are guesses, which count from 4 characters on.
 */
export function concealer(secrets: readonly string[]): (text: string) => string {
  const lines = secrets.flatMap((secret) => secret.split(/\r?\n/));
  const all = [...secrets, ...lines].filter(({ length }) => length >= shortestGuess);
  const forms = [...new Set(all.flatMap(formsOf))];
  // A secret may be a part of another one.
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((shown, secret) => shown.replaceAll(secret, mark), text);
}

function formsOf(secret: string): string[] {
  const url = encodeURIComponent(Buffer.from(secret).toString());
  return [secret, url, JSON.stringify(secret).slice(1, -1)];
}
