import { expect, test } from "vitest";
import { resourceXml } from "../../../src/delivery/datto/resource.ts";
import { sharedHost } from "../../rig/shared.ts";
import { unsignedPackage } from "../package.ts";

await sharedHost("linux");

const xml = resourceXml(unsignedPackage({ products: ["ias"] }));
const uid = /<uid>(.+)<\/uid>/.exec(xml)?.[1] ?? "";

/** A variable as three exports of Datto RMM have it (TechCollective/DattoRMM_Components, tools/README.md). */
function variable(index: number, name: string, value: string, options: readonly string[] = []): string {
  const choices = options.map(
    (option, place) => `        <selectionKeyValue idx="${place}">
            <name>${option}</name>
            <value>${option}</value>
        </selectionKeyValue>
`,
  );
  return `    <variable idx="${index}">
        <name>${name}</name>
${choices.join("")}        <type>${options.length > 0 ? "map" : "string"}</type>
        <direction>false</direction>
        <description>DESCRIPTION</description>
        <defaultVal>${value}</defaultVal>
    </variable>
`;
}

/** The whole, as they have it. */
const exported = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<component info="CentraStage Component">
    <general>
        <name>Reserve UDP ports (reserve-ports) [WIN]</name>
        <category>applications</category>
        <description>DESCRIPTION</description>
        <uid>UID</uid>
        <hash/>
        <version>1</version>
        <timeout>900</timeout>
        <securityLevel>1</securityLevel>
        <installType>powershell</installType>
        <uninstallType/>
    </general>
${[
  variable(0, "PORTKEEP_ACTION", "Apply", ["Apply", "Test", "Report", "Restore"]),
  variable(1, "PORTKEEP_REBOOT", "Never", ["Never", "IfNeeded"]),
  variable(2, "PORTKEEP_REBOOTDELAYSECONDS", "60"),
  variable(3, "PORTKEEP_REBOOTEXITCODE", "3010", ["3010", "0"]),
  variable(4, "PORTKEEP_RESTARTDNS", "Never", ["Never", "IfNeeded"]),
].join("")}</component>`;

test("it is as Datto writes it, down to indents and the missing newline at the end", () => {
  const shape = xml
    .replace(/<description>[^<]+<\/description>/g, "<description>DESCRIPTION</description>")
    .replace(uid, "UID");
  expect(shape).toBe(exported);
});

test("its identifier is a UUID, the same for the same script alone", () => {
  const other = resourceXml(unsignedPackage({ products: ["l2tp"] }));
  expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(resourceXml(unsignedPackage({ products: ["ias"] }))).toContain(uid);
  expect(other).not.toContain(uid);
});

test("every variable is one that the script reads, with the value that it has without it", () => {
  const choice = { products: ["ias"], action: "Test", reboot: "IfNeeded", restartDns: "IfNeeded" } as const;
  const defaults = resourceXml(unsignedPackage(choice)).matchAll(/<defaultVal>(.*)<\/defaultVal>/g);
  expect([...defaults].map(([, value]) => value)).toEqual(["Test", "IfNeeded", "60", "3010", "IfNeeded"]);
});

test("whatever needs a port comes out of .NET's parser as it was", async () => {
  const given = unsignedPackage({ products: ["ias"] });
  const [reason] = given.plan.ranges.flatMap(({ reasons }) => reasons);
  if (!reason) throw new Error("there is no reason");
  reason.who = `R&D's <"agent"> ]]>`;
  const code = `$document = [System.Xml.XmlDocument]::new()
    $document.LoadXml($xml)
    $document.component.general.description`;
  const { output } = await (await sharedHost("linux")).evaluate(code, { xml: resourceXml(given) });
  expect(output.join("\n")).toContain(reason.who);
});
