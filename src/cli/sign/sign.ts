import { resolve } from "node:path";
import type { Command } from "@commander-js/extra-typings";
import { PortkeepError, throwAt } from "../../errors.ts";
import { replaceFile } from "../../files/write.ts";
import { decodeScript } from "../../script/decode.ts";
import { formatOf, unifyLines } from "../../script/parts.ts";
import { checkEnding } from "../check-ending.ts";
import { checkStdin, readInput } from "../input.ts";
import type { Session } from "../io.ts";
import { addCommand } from "../options.ts";
import { report } from "../report.ts";
import { addSigningOptions, signingFiles } from "./options.ts";

// Far more than portkeep's own scripts have; other people's may be large.
const largest = 16_000_000;
// In other files Windows looks for a signature of another form, or for none.
const endings = [".ps1", ".psm1", ".psd1"] as const;

/** Adds `sign`: a signature under a script. */
export function addSign(program: Command, session: Session): void {
  const { json, sign: help } = session.help;
  const command = addCommand(program, "sign", help).argument("<script>", help.script);
  addSigningOptions(command, session.help)
    .option("-o, --output <file>", help.output)
    .option("--json", json)
    .action(async (file, { output = file, json, ...choice }) => {
      const { requireSigner } = await import("./signer.ts");
      const { describeSigned, sayOfSigned, signReporter } = await import("./report.ts");
      const { systemMadeFor } = await import("./made-for.ts");
      const { io } = session;
      if (json && output === "-") throw new PortkeepError("stdout-taken", {});
      checkStdin({ SCRIPT: file, ...signingFiles(choice) });
      const script = await readInput(file, largest, io);
      if (formatOf(unifyLines(decodeScript(script).text).lines) === "vbs")
        throw new PortkeepError("vbs-not-signed", {}, { file });
      const place = output === file ? { file } : { option: "--output" };
      await checkEnding(output, endings, io.cwd).catch(throwAt(place));
      const signer = await requireSigner(choice, session);
      try {
        const signed = await signer.sign(script).catch(throwAt({ file }));
        if (output === "-") io.stdout.write(signed);
        else await replaceFile(resolve(io.cwd, output), signed);
        const result = { file: output, ...describeSigned(signed) };
        if (output !== "-") report("sign", result, { json, session, reporter: signReporter });
        io.stderr.write(sayOfSigned(result, systemMadeFor(script), session.reports));
      } finally {
        await signer.close();
      }
    });
}
