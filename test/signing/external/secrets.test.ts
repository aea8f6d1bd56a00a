import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseSignCommand } from "../../../src/signing/external/command.ts";
import { concealer, secretsIn, withoutSecrets } from "../../../src/signing/external/secrets.ts";

const hidden = (command: string) => withoutSecrets(parseSignCommand(command).words);

describe("a command is shown", () => {
  test.each([
    ["pkcs11-tool --pin 9182 --login", "pkcs11-tool --pin *** --login", ["9182"]],
    ["pkcs11-tool -p 9182", "pkcs11-tool -p ***", ["9182"]],
    ["pkcs11-tool --so-pin 9182 --new-pin=12ab", "pkcs11-tool --so-pin *** --new-pin=***", ["9182", "12ab"]],
    ["signtool sign /f a.pfx /p s3cret {file}", "signtool sign /f a.pfx /p *** {file}", ["s3cret"]],
    ["osslsigncode sign -pass s3cret -in {file}", "osslsigncode sign -pass *** -in {file}", ["s3cret"]],
    ["jsign --storepass s3cret --keypass=k3y", "jsign --storepass *** --keypass=***", ["s3cret", "k3y"]],
    ["openssl x -passin pass:s3cret", "openssl x -passin ***", ["pass:s3cret"]],
    ["openssl x -x pass:s3cret", "openssl x -x pass:***", ["s3cret"]],
    [
      "AzureSignTool sign -kvs s3cret -kva t0ken",
      "AzureSignTool sign -kvs *** -kva ***",
      ["s3cret", "t0ken"],
    ],
    ["a --azure-key-vault-client-secret s3cret", "a --azure-key-vault-client-secret ***", ["s3cret"]],
    ["a --access-token=t0ken --api-key k3y", "a --access-token=*** --api-key ***", ["t0ken", "k3y"]],
    ["a pkcs11:token=t;pin-value=9182&x", "a pkcs11:token=t;pin-value=***&x", ["9182"]],
    ["a https://me:s3cret@host/x", "a https://me:***@host/x", ["s3cret"]],
    ["a --pin 'two words' b", "a --pin *** b", ["two words"]],
    ["sh -c 'tool\n  --pin\n9182'", 'sh -c "tool --pin ***"', ["9182"]],
    ["sh -c 'tool --pin 9182 {hash}'", 'sh -c "tool --pin *** {hash}"', ["9182"]],
    [`pwsh -Command "x -Password 'abcd'"`, `pwsh -Command "x -Password ***"`, ["abcd"]],
  ])("without secrets: %s", (command, shown, secrets) => {
    expect(hidden(command)).toEqual({ shown, secrets });
  });

  test.each([
    ["openssl pkeyutl -sign -inkey key.pem -in {hash} -pkeyopt digest:{hash-name}"],
    ["pkcs11-tool --token-label portkeep --label release --id 01"],
    [String.raw`tool P:\keys\a.pfx --port 443 --print --pinned --input {file}`],
    ["osslsigncode sign -p {file}"],
    ["pkcs11-tool --login --pin env:HSM_PIN"],
    ["openssl pkeyutl -passin file:secret.txt"],
  ])("whole where there are none: %s", (command) => {
    expect(hidden(command)).toEqual({ shown: command, secrets: [] });
  });

  test("with quotes where a word holds blanks or nothing, and cut at 500 characters", () => {
    expect(hidden(`a 'b c' ""`).shown).toBe('a "b c" ""');
    expect(hidden(`a ${"x".repeat(1000)}`).shown).toHaveLength(500);
  });
});

test.each([
  [
    { SIGN_PASSWORD: "a", AWS_SECRET_ACCESS_KEY: "b", GITHUB_TOKEN: "c", HSM_PIN: "d", api_key: "e" },
    "abcde",
  ],
  [{ PIN: "a", KEYPASS: "b", MYSQL_PWD: "c", GOOGLE_CREDENTIALS: "d" }, "abcd"],
  [{ PWD: "a", OLDPWD: "b", PATH: "c", SHIPPING: "d", PINE: "e" }, ""],
  [{ TOKEN: undefined }, ""],
])("variables with a secret's name: %j", (env, values) => {
  expect(secretsIn(env).join("")).toBe(values);
});

describe("what a command wrote is shown", () => {
  test.each([
    ["without a secret", ["s3cret"], "is s3cret, xs3cretx", "is ***, x***x"],
    ["without a secret that is a part of another", ["s3cret", "s3cret-long"], "s3cret-long", "***"],
    ["without a secret in a URL", ["a/b+c d"], "?sig=a%2Fb%2Bc%20d&x", "?sig=***&x"],
    ["without a secret in JSON", ['a"b\\c'], String.raw`{"p":"a\"b\\c"}`, '{"p":"***"}'],
    ["without a line of a long secret", ["line one\nline two"], "it holds line two.", "it holds ***."],
    ["without signs of patterns being patterns", ["a.*b", "$&$&"], "a.*b axxb $&$&", "*** axxb ***"],
    ["whole where a guess is too short to mean anything", ["no", "1"], "no 1", "no 1"],
    ["whole where there is no secret", [""], "all of it", "all of it"],
  ])("%s", (_, secrets, text, shown) => {
    expect(concealer(secrets)(text)).toBe(shown);
  });

  test("without the secret, whatever it is and wherever it stands", () => {
    const secrets = fc.string({ minLength: 4, unit: fc.constantFrom(..."\"'\\%+/.$& \n\u20acab") });
    fc.assert(
      fc.property(secrets, fc.string(), fc.string(), (secret, before, after) => {
        expect(concealer([secret])(`${before}${secret}${after}`)).not.toContain(secret);
      }),
    );
  });
});
