import { AsnProp, AsnPropTypes } from "@peculiar/asn1-schema";
import { PKIStatusInfo } from "@peculiar/asn1-tsp";
import { parseAsn1 } from "../asn1.ts";
import { AuthorityFailure } from "./failure.ts";

const longestText = 200;

/** TimeStampResp of RFC 3161; its token is kept as the bytes that it is. */
class TimeStampResp {
  status = new PKIStatusInfo();
  timeStampToken?: ArrayBuffer;
}
AsnProp({ type: PKIStatusInfo })(TimeStampResp.prototype, "status");
AsnProp({ type: AsnPropTypes.Any, optional: true })(TimeStampResp.prototype, "timeStampToken");

/** Gives the token of a reply as DER. Throws AuthorityFailure: `refused`, `reply-unreadable`. */
export function readReply(der: Uint8Array): Uint8Array {
  const { status, timeStampToken } = parse(der);
  // 0 is granted; 1 is granted with changes, which is for the token's checks to judge.
  if (status.status !== 0 && status.status !== 1) throw refusal(status);
  if (!timeStampToken) throw unreadable();
  return new Uint8Array(timeStampToken);
}

function parse(der: Uint8Array): TimeStampResp {
  try {
    return parseAsn1(der, TimeStampResp);
  } catch {
    throw unreadable();
  }
}

function unreadable(): AuthorityFailure {
  return new AuthorityFailure({ code: "reply-unreadable", facts: {} });
}

function refusal({ status, statusString, failInfo }: PKIStatusInfo): AuthorityFailure {
  const text = (statusString ?? []).join(" ").slice(0, longestText);
  const bits = new Uint8Array(failInfo?.value ?? new ArrayBuffer(0));
  const reasons = Object.entries(refusalReasons).flatMap(([name, bit]) =>
    (bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7)) ? name : [],
  );
  return new AuthorityFailure({ code: "refused", facts: { status: Number(status), text, reasons } });
}

// The place of each bit in PKIFailureInfo. (asn1-tsp has their names too, and gives wrong ones for most.)
const refusalReasons = {
  badAlg: 0,
  badRequest: 2,
  badDataFormat: 5,
  timeNotAvailable: 14,
  unacceptedPolicy: 15,
  unacceptedExtension: 16,
  addInfoNotAvailable: 17,
  systemFailure: 25,
};
