import type { ErrorTexts } from "../text/error-text.ts";
import { printable, quoted } from "../text/words.ts";
import { chainFaultText } from "../verify/chain-fault-texts.ts";
import { chainFaults } from "./chain-faults.ts";
import { allOf, counted, grouped } from "./words.ts";

/** What can be wrong with keys and certificates, in Dutch. */
export const keyErrors = {
  "certificate-unreadable": () =>
    "dit is geen certificaat dat te lezen is. Geef een .cer-, .crt-, .pem- of .p7b-bestand; een .pfx of .p12 hoort bij --sign-pfx.",
  "certificate-missing": ({ found }) =>
    `er staat geen certificaat in${found.length > 0 ? `, alleen ${allOf(found.map(quoted))}` : ""}. Geef een .cer-, .crt-, .pem- of .p7b-bestand.`,
  "too-many-certificates": ({ limit }) =>
    `er staan meer dan ${grouped(limit)} certificaten in. Houd dat van de ondertekenaar en die tussen dat en de wortel.`,
  "pfx-unreadable": () =>
    "dit is geen PFX (PKCS#12) die te lezen is: het is iets anders, of beschadigd. Geef een .pfx- of .p12-bestand; een PEM-bestand hoort bij --sign-key.",
  "pfx-wrong-password": ({ empty }) =>
    empty
      ? "er hoort een wachtwoord bij. Geef het met --sign-password-file of --sign-password-env, of wanneer ernaar wordt gevraagd."
      : "het wachtwoord past niet. Controleer het, ook de hoofdletters, en of het het goede bestand is.",
  "pfx-unsupported": ({ oid }) =>
    `het is niet beveiligd met een wachtwoord, maar voor een certificaat of een groep gebruikers (${printable(oid)}). Exporteer het opnieuw met een wachtwoord.`,
  "pfx-without-key": ({ certificates }) =>
    `er ${certificates === 1 ? "staat" : "staan"} ${counted(certificates, "certificaat", "certificaten")} in, en geen privesleutel. Exporteer het opnieuw, samen met de sleutel.`,
  "pfx-several-keys": ({ count }) =>
    `er staan ${grouped(count)} privesleutels in, dus het is niet duidelijk welke moet ondertekenen. Exporteer de bedoelde naar een eigen bestand.`,
  "key-missing": ({ found }) =>
    `er staat geen privesleutel in, alleen ${allOf(found.map(quoted))}. ${
      found.includes("PKCS12") ? "Geef dit bestand met --sign-pfx." : "Geef het bestand met de privesleutel."
    }`,
  "several-keys": ({ count }) =>
    `er staan ${grouped(count)} privesleutels in. Zet die moet ondertekenen in een eigen bestand.`,
  "key-unreadable": () =>
    "dit is geen privesleutel die te lezen is: het is iets anders, of beschadigd. Geef een sleutel als PKCS#8, PKCS#1 of SEC1, in PEM of DER.",
  "key-encrypted": () =>
    "de sleutel is versleuteld. Geef het wachtwoord met --sign-password-file of --sign-password-env, of wanneer ernaar wordt gevraagd.",
  "key-wrong-password": () => "het wachtwoord past niet op de sleutel. Controleer het, ook de hoofdletters.",
  "key-cipher-unsupported": ({ cipher }) =>
    `de sleutel is versleuteld op een manier die portkeep niet kent (${printable(cipher)}). Versleutel hem opnieuw, met AES: een PEM met openssl pkcs8 -topk8, een PFX door opnieuw te exporteren.`,
  "key-too-costly": ({ limit }) =>
    `het wachtwoord proberen zou meer dan ${grouped(limit)} hashrondes kosten. Exporteer het opnieuw met minder; een miljoen is ruim genoeg.`,
  "key-unsupported": (facts) =>
    `scripts zijn niet te ondertekenen met ${keyName(facts)}. Gebruik een RSA-sleutel van 2048 tot 4096 bits, of een op P-256 of P-384.`,
  "key-without-certificate": ({ certificates }) =>
    certificates === 0
      ? "er is geen certificaat bij de sleutel. Geef het certificaat dat ervoor is uitgegeven."
      : `van ${counted(certificates, "certificaat", "certificaten")} hoort er geen bij de privesleutel. Geef het certificaat dat ervoor is uitgegeven.`,
  "certificate-unfit": ({ subject, fault }) =>
    `het certificaat van ${quoted(subject)} ${chainFaultText(fault, chainFaults)}. Onderteken met een dat voor het ondertekenen van code is en nu geldt.`,
  "hash-not-for-key": () =>
    "SHA-1 is voor Windows Server 2003, en dat kan een handtekening met een ECDSA-sleutel niet beoordelen. Gebruik een RSA-sleutel, of --hash sha256.",
  "hash-forbidden": ({ hash }) =>
    `het beleid van OpenSSL op deze machine staat handtekeningen met ${hash} niet toe. Gebruik een andere --hash, of onderteken op een andere machine.`,
} satisfies Partial<ErrorTexts>;

function keyName({ type, bits, curve }: { type: string; bits: number | null; curve: string | null }): string {
  const size = bits === null ? "" : ` van ${grouped(bits)} bits`;
  return `een sleutel van het type ${printable(type)}${size}${curve === null ? "" : ` op ${printable(curve)}`}`;
}
