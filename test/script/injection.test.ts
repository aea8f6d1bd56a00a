import fc from "fast-check";
import { expect, test } from "vitest";
import { PortkeepError } from "../../src/errors.ts";
import { makePlan, type Plan } from "../../src/plan/plan.ts";
import { renderScript } from "../../src/script/render.ts";
import { hostileTexts } from "../plan/hostile-texts.ts";
import { sharedHost } from "../rig/shared.ts";

const printable = hostileTexts.map((value) => value.replace(/[^ -~]/g, "").replace(/\{+/g, "{"));

/** For each script: the number of parse errors, all tokens but the single-quoted literals, and those. */
const parse = `
foreach ($script in $scripts) {
  $tokens = $errors = $null
  [void][System.Management.Automation.Language.Parser]::ParseInput($script, [ref]$tokens, [ref]$errors)
  $shape = New-Object System.Text.StringBuilder
  $literals = New-Object System.Text.StringBuilder
  foreach ($token in $tokens) {
    if ($token.Kind -eq 'StringLiteral') {
      [void]$shape.Append("|literal")
      [void]$literals.Append("|").Append($token.Value)
    } else {
      [void]$shape.Append("|").Append($token.Text)
    }
  }
  [string]$errors.Count
  $shape.ToString()
  $literals.ToString()
}`;

/** Gives a plan that holds a text where the table's and the user's texts stand, whatever it is. */
function planWith(who: string): Plan {
  const plan = makePlan({ products: ["ias"], ports: ["5000"] });
  return {
    ...plan,
    recipe: { ...plan.recipe, ports: [`5000-5000=${who}`] },
    system: { id: "x", name: who, version: "5.2", powershell: true, backends: ["reserved-ports"] },
    ranges: plan.ranges.map((range) => ({
      ...range,
      reasons: range.reasons.map((reason) => ({ ...reason, who })),
    })),
  };
}

/** The script without its messages and logic, which are the same text in every one. */
function settingsPart(plan: Plan): string {
  const script = new TextDecoder().decode(renderScript(plan, "1.0.0").bytes);
  const end = script.search(/^ +Messages += @\{/m);
  expect(end).toBeGreaterThan(0);
  return script.slice(0, end);
}

test("whatever a text holds, the engine sees one literal with that value and nothing else", async () => {
  const texts = ["Backup agent", ...fc.sample(printable, { numRuns: 5000, seed: 956189 })];
  const host = await sharedHost("linux");
  const { output } = await host.evaluate(parse, { scripts: texts.map((who) => settingsPart(planWith(who))) });
  const [errors, shape, literals] = [output[0], output[1], output[2] ?? ""];
  expect(errors).toBe("1");
  for (const [index, who] of texts.entries()) {
    expect(output.slice(3 * index, 3 * index + 2), who).toEqual([errors, shape]);
    expect(withoutIds(output[3 * index + 2] ?? "")).toBe(
      // In the recipe, which is JSON, the text stands as JSON writes it.
      withoutIds(literals)
        .replaceAll("=Backup agent", () => `=${JSON.stringify(who).slice(1, -1)}`)
        .replaceAll("Backup agent", () => who),
    );
  }
});

/** The settings id is a hash, so it differs from choice to choice. */
function withoutIds(literals: string): string {
  return literals.replace(/\|[0-9a-f]{16}\|/, "|id|");
}

test("a label that is not plain text is refused, and no other error comes of it", () => {
  fc.assert(
    fc.property(hostileTexts, (label) => {
      try {
        makePlan({ ports: [`5000=${label}`] });
        expect(label.trim()).toMatch(/^[A-Za-z0-9 ._,()/:+-]{0,64}$/);
      } catch (error) {
        if (!(error instanceof PortkeepError)) throw error;
        expect(["label-characters", "label-too-long"]).toContain(error.code);
      }
    }),
    { numRuns: 5000, seed: 812873 },
  );
});

test.each(["\u2019", "\n", "\0", "\u202e", "{{"])(
  "a text with %j never gets into a script, whoever let it through",
  (who) => {
    expect(() => renderScript(planWith(who), "1.0.0")).toThrow(RangeError);
  },
);
