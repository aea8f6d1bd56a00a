import { expect } from "vitest";

const text = expect.any(String);
const yesNo = expect.any(Boolean);
const number = expect.any(Number);
const texts = expect.toSatisfy(
  (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  "a list of texts",
);
/** Binary data travels as base64. */
const binary = expect.stringMatching(/^(?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
const oneOf = (...values: string[]) => expect.toBeOneOf(values);

/** The properties of Microsoft Graph's types and what each may hold, from the reference at learn.microsoft.com/graph. */
const types: Record<string, Record<string, unknown>> = {
  // beta, Create deviceHealthScript
  deviceHealthScript: {
    publisher: text,
    version: text,
    displayName: text,
    description: text,
    detectionScriptContent: binary,
    remediationScriptContent: binary,
    runAsAccount: oneOf("system", "user"),
    enforceSignatureCheck: yesNo,
    runAs32Bit: yesNo,
    roleScopeTagIds: texts,
  },
  // v1.0, Create win32LobApp
  win32LobApp: {
    displayName: text,
    description: text,
    publisher: text,
    isFeatured: yesNo,
    privacyInformationUrl: text,
    informationUrl: text,
    owner: text,
    developer: text,
    notes: text,
    fileName: text,
    setupFilePath: text,
    installCommandLine: text,
    uninstallCommandLine: text,
    applicableArchitectures: oneOf("none", "x86", "x64", "arm", "neutral"),
    minimumSupportedWindowsRelease: text,
    installExperience: expect.any(Object),
    returnCodes: expect.any(Array),
    rules: expect.any(Array),
  },
  win32LobAppInstallExperience: {
    runAsAccount: oneOf("system", "user"),
    deviceRestartBehavior: oneOf("basedOnReturnCode", "allow", "suppress", "force"),
  },
  win32LobAppReturnCode: {
    returnCode: number,
    type: oneOf("failed", "success", "softReboot", "hardReboot", "retry"),
  },
  // Its displayName, runAsAccount and comparisonValue are not for detection.
  win32LobAppPowerShellScriptRule: {
    ruleType: oneOf("detection", "requirement"),
    enforceSignatureCheck: yesNo,
    runAs32Bit: yesNo,
    scriptContent: binary,
    operationType: oneOf("notConfigured", "string", "dateTime", "integer", "float", "version", "boolean"),
    operator: oneOf("notConfigured", "equal", "notEqual", "greaterThan", "greaterThanOrEqual", "lessThan"),
  },
};

/** Checks that an object has only properties that Graph documents for its type, each with a value it may have. */
export function expectGraphType(object: object, type: string): void {
  const { "@odata.type": name = `#microsoft.graph.${type}`, ...properties } = object as Record<
    string,
    unknown
  >;
  expect(name).toBe(`#microsoft.graph.${type}`);
  const documented = types[type] ?? {};
  const wanted = Object.keys(properties).map((key) => [key, documented[key] ?? `not in ${type}`]);
  expect(properties).toEqual(Object.fromEntries(wanted));
}
