import fc from "fast-check";
import { backendChoices, type Choice } from "../../src/plan/choice.ts";

const label = fc.string({
  unit: fc.constantFrom(..."abcXYZ019 ._,()/:+-"),
  maxLength: 64,
});

const ownPorts = fc
  .tuple(fc.integer({ min: 1025, max: 1300 }), fc.nat({ max: 9 }), label)
  .map(([low, length, text]) => `${low}-${low + length}${text && `=${text}`}`);

/** Choices that a plan can be made for, some of them with overlapping own ports. */
export const choices: fc.Arbitrary<Choice> = fc
  .record(
    {
      products: fc.uniqueArray(fc.constantFrom("sbs-2003-standard", "ias", "l2tp", "autd", "ipsec"), {
        minLength: 1,
      }),
      ports: fc.array(ownPorts, { maxLength: 8 }),
      backend: fc.constantFrom(...backendChoices),
      action: fc.constantFrom("Apply" as const, "Test" as const, "Report" as const, "Restore" as const),
      reboot: fc.constantFrom("Never" as const, "IfNeeded" as const),
      restartDns: fc.constantFrom("Never" as const, "IfNeeded" as const),
      rebootExitCode: fc.constantFrom(3010 as const, 0 as const),
      locale: fc.constantFrom("en" as const, "nl" as const),
      newline: fc.constantFrom("crlf" as const, "lf" as const),
      allowWide: fc.boolean(),
    },
    { requiredKeys: ["products"] },
  )
  // A bundle is for a system that has ReservedPorts alone.
  .map((choice) =>
    choice.products.includes("sbs-2003-standard") ? { ...choice, backend: "auto" as const } : choice,
  );
