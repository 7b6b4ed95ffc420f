// Addresses of people and machines: e-mail, IPv4, IPv6, MAC.

import { isRunCharacter } from "../characters.ts";
import { type Hide, inNumbers, type RedactionRule, skip } from "../rule.ts";
import type { Scan } from "../scan.ts";

/** Characters; RFC 5321 section 4.5.3.1. */
const LOCAL_PART = 64;
const DOMAIN = /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}(?![\w-]|\*{3})/y;

export const email: RedactionRule = {
  id: "email",
  placeholder: "***EMAIL***",
  needles: ["@"],
  find: emails,
  patterns: [DOMAIN],
  source: "specification.md, Data Sanitization Rules, 3; RFC 5321 section 4.5.3.1 for the lengths",
  samples: {
    hidden: [
      ["user@example.com", "***EMAIL***"],
      ["no account for <ada.lovelace+x@mail.example.co.uk>.", "no account for <***EMAIL***>."],
    ],
    kept: [
      "left-pad@1.3.0 not found",
      "@scope/pkg@2.0.0",
      "git@github.com: Permission denied (publickey).",
      "icon@2x.png",
      "@decorator",
    ],
  },
};

/** Back from the sign, and on from it. */
function emails({ text }: Scan, signs: readonly number[], hide: Hide): void {
  for (const sign of signs) {
    const start = localStart(text, sign);
    if (start === undefined) continue;
    const end = skip(DOMAIN, text, sign + 1);
    if (end !== undefined && !isNoAddress(text, start, sign)) hide(start, end);
  }
}

function localStart(text: string, sign: number): number | undefined {
  const least = Math.max(0, sign - LOCAL_PART - 1);
  let start = sign;
  while (start > least && isLocal(text.charCodeAt(start - 1))) start--;
  return start === sign || sign - start > LOCAL_PART || text.startsWith("***", start - 3) ? undefined : start;
}

/** A letter, a digit, or one of `_-+.%`. */
function isLocal(unit: number): boolean {
  return (isRunCharacter(unit) && unit !== 0x3d) || unit === 0x2e || unit === 0x25;
}

/** git@github.com is a server's; icon@2x.png is a file; https://ada:pw@host.org has credentials. */
function isNoAddress(text: string, start: number, sign: number): boolean {
  if (sign - start === 3 && /^git$/i.test(text.slice(start, sign))) return true;
  if (/^\dx\./i.test(text.slice(sign + 1, sign + 4))) return true;
  return /:(?:\\?\/){2}[^\s/]{0,256}$/.test(text.slice(Math.max(0, start - 260), start));
}

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`;

export const ipv4: RedactionRule = {
  id: "ipv4",
  placeholder: "***IP***",
  needles: [],
  // A range or a list of addresses is one finding, for what stands behind "1-" or "1/" alone is a version.
  // A version has four parts too ("Chrome version 120.0.0.0"); 0.0.0.0 and 127.0.0.1 tell nothing about anybody.
  ...inNumbers(
    4,
    new RegExp(
      `(?<![\\w.@-]|[\\d*][-/]|\\*{3})${ADDRESS}(?:[-/]${ADDRESS}){0,512}(?![\\w-]|\\.(?:\\d|\\*{3})|\\*{3})`,
      "y",
    ),
    (address, before) =>
      !/(?:\bv|version|release|build|rev|chrome|==|[a-z]\/)[\s:="']{0,2}$/i.test(before.slice(-12)) &&
      !/^(?:0\.0\.0\.0|127\.0\.0\.1)$/.test(address),
  ),
  source: "specification.md, Data Sanitization Rules, 4",
  samples: {
    hidden: [
      ["192.168.1.1", "***IP***"],
      ["connect ECONNREFUSED 10.0.0.7:5432", "connect ECONNREFUSED ***IP***:5432"],
      ["http://172.16.4.9/status", "http://***IP***/status"],
      ["no route to 10.0.0.1-10.0.0.9", "no route to ***IP***"],
    ],
    kept: [
      "version 1.2.3.4",
      "v10.0.19041.1",
      "Chrome/120.0.0.0",
      "connect ECONNREFUSED 127.0.0.1:11434",
      "section 1.2.3.4.5",
      "numpy==1.26.4",
    ],
  },
};

const HEX = "[0-9A-Fa-f]{1,4}";

const FULL = `(?:${HEX}:){7}${HEX}`;
const MAPPED = `(?:${HEX}:){1,6}(?::${HEX}){0,4}:?${ADDRESS}|::(?:[Ff]{4}:)?${ADDRESS}`;
const SHORT = `(?:${HEX}:){1,6}:(?:${HEX}(?::${HEX}){0,5})?|::${HEX}(?::${HEX}){0,6}`;
const ADDRESS_6 = new RegExp(
  `(?<![\\w:.]|\\*{3})(?:${FULL}|${MAPPED}|${SHORT})(?:%[\\w.-]{1,16})?(?![\\w:]|\\*{3})`,
  "y",
);

export const ipv6: RedactionRule = {
  id: "ipv6",
  placeholder: "***IP***",
  needles: [":"],
  patterns: [ADDRESS_6],
  find: addresses6,
  source: "specification.md, Data Sanitization Rules, 4; RFC 4291 section 2.2",
  samples: {
    hidden: [
      ["connect ENETUNREACH 2001:db8:85a3::8a2e:370:7334", "connect ENETUNREACH ***IP***"],
      ["[fe80::1%eth0]:443", "[***IP***]:443"],
      ["2001:0db8:85a3:0000:0000:8a2e:0370:7334 timed out", "***IP*** timed out"],
    ],
    kept: ["at 10:30:00", "std::vector<int>", "listen ::1", "a.ts:10:5", "Foo::bar"],
  },
};

/** From the first colon of an address: every other one is at most five characters behind the one before it. */
function addresses6({ text }: Scan, colons: readonly number[], hide: Hide): void {
  let done = 0;
  for (let index = 1; index < colons.length; index++) {
    const colon = colons[index - 1] as number;
    if (colon < done || (colons[index] as number) - colon > 5) continue;
    const start = hexStart(text, colon);
    const end = skip(ADDRESS_6, text, start);
    // "std::string" and "::1" are not somebody's; a time has only digits and two colons and no "::".
    if (end === undefined || !/\d/.test(text.slice(start, end)) || text.slice(start, end) === "::1") continue;
    hide(start, end);
    done = end;
  }
}

function hexStart(text: string, colon: number): number {
  let start = colon;
  while (start > Math.max(0, colon - 4) && /[\dA-Fa-f]/.test(text[start - 1] as string)) start--;
  return start;
}

const DEVICE_ADDRESS = /(?<![\w:-]|\*{3})(?:[\dA-Fa-f]{2}([:-]))(?:[\dA-Fa-f]{2}\1){4}[\dA-Fa-f]{2}(?![\w:-]|\*{3})/y;

export const deviceAddress: RedactionRule = {
  id: "mac-address",
  placeholder: "***MAC***",
  needles: [":", "-"],
  patterns: [DEVICE_ADDRESS],
  find: deviceAddresses,
  source: "IEEE 802, EUI-48",
  samples: {
    hidden: [["arp who-has 00:1B:44:11:3A:B7", "arp who-has ***MAC***"]],
    kept: ["at 10:20:30", "00:1B:44:11"],
  },
};

/** Five signs with two characters between any two. */
function deviceAddresses({ text }: Scan, signs: readonly number[], hide: Hide): void {
  for (let index = 4; index < signs.length; index++) {
    const first = signs[index - 4] as number;
    if ((signs[index] as number) - first !== 12) continue;
    const end = skip(DEVICE_ADDRESS, text, first - 2);
    if (first >= 2 && end !== undefined) hide(first - 2, end);
  }
}
