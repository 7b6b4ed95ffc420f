// Addresses of people and machines: e-mail, IPv4, IPv6.

import { byPattern, type Hide, type RedactionRule } from "../rule.ts";

/** RFC 5321 section 4.5.3.1: at most 64 characters before the sign. */
const LOCAL_PART = /(?<![\w.%+-]|\*{3})[\w.%+-]{1,64}$/;
const DOMAIN = /(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}(?![\w-]|\*{3})/y;

export const email: RedactionRule = {
  id: "email",
  placeholder: "***EMAIL***",
  signs: "@",
  needles: [],
  find: emails,
  patterns: [LOCAL_PART, DOMAIN],
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

/** From one `@` to the next, for most characters of most texts begin no address. */
function emails(text: string, hide: Hide): boolean {
  let isQuestion = false;
  for (let sign = text.indexOf("@"); sign !== -1; sign = text.indexOf("@", sign + 1)) {
    DOMAIN.lastIndex = sign + 1;
    if (!DOMAIN.test(text)) continue;
    isQuestion = true;
    const before = text.slice(Math.max(0, sign - 320), sign);
    const local = LOCAL_PART.exec(before)?.[0];
    if (local === undefined || isNoAddress(local, text.slice(sign + 1, sign + 4), before)) continue;
    hide(sign - local.length, DOMAIN.lastIndex);
  }
  return isQuestion;
}

/** git@github.com is a server's; icon@2x.png is a file; https://ada:pw@host.org has credentials. */
function isNoAddress(local: string, domain: string, before: string): boolean {
  return local.toLowerCase() === "git" || /^\dx\./i.test(domain) || /:(?:\\?\/){2}[^\s/]{0,256}$/.test(before);
}

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
const ADDRESS = `${OCTET}(?:\\.${OCTET}){3}`;

export const ipv4: RedactionRule = {
  id: "ipv4",
  placeholder: "***IP***",
  signs: ".",
  digits: 4,
  needles: [],
  // A range or a list of addresses is one finding, for what stands behind "1-" or "1/" alone is a version.
  // A version has four parts too ("Chrome version 120.0.0.0"); 0.0.0.0 and 127.0.0.1 tell nothing about anybody.
  ...byPattern(
    new RegExp(
      `(?<![\\w.@-]|[\\d*][-/]|\\*{3})${ADDRESS}(?:[-/]${ADDRESS}){0,512}(?![\\w-]|\\.(?:\\d|\\*{3})|\\*{3})`,
      "g",
    ),
    (address, before) =>
      !/(?:\bv|version|release|build|rev|chrome|==|[a-z]\/)[\s:="']{0,2}$/i.test(before) &&
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

export const ipv6: RedactionRule = {
  id: "ipv6",
  placeholder: "***IP***",
  signs: ":",
  hint: /::|(?:[\dA-Fa-f]{1,4}:){5}/,
  needles: [],
  // "std::string" and "::1" are not somebody's; a time has only digits and two colons and no "::".
  ...byPattern(
    new RegExp(
      `(?<![\\w:.]|\\*{3})(?:(?:${HEX}:){7}${HEX}|(?:${HEX}:){1,6}(?::${HEX}){0,4}:?${ADDRESS}|::(?:[Ff]{4}:)?${ADDRESS}|(?:${HEX}:){1,6}:(?:${HEX}(?::${HEX}){0,5})?|::${HEX}(?::${HEX}){0,6})(?:%[\\w.-]{1,16})?(?![\\w:]|\\*{3})`,
      "g",
    ),
    (address) => /\d/.test(address) && address !== "::1",
  ),
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
