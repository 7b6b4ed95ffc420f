// Who may ask the dashboard, and what. Pure: a request's line and headers in, a refusal out.
//
// A page of another site in the user's own browser, another user of this machine, and a name that an attacker lets point to
// 127.0.0.1 all reach the port. So: the literal address as Host, our own page as Origin, the browser's own word on where a
// request comes from, and a token for everything that says something of the store.

import type { IncomingMessage } from "node:http";
import { isToken } from "./token.ts";

export interface Door {
  /** `127.0.0.1:4321`: the only Host that is answered. */
  authority: string;
  token: string;
}

export interface Refusal {
  status: 400 | 401 | 403 | 405 | 415;
  why: string;
}

export type Knock = Pick<IncomingMessage, "method" | "url" | "headersDistinct">;

/** Data and words; all else is the page itself, the same for everybody. */
export const DATA = "/api/";

/** Undefined: come in. The first check that refuses speaks. */
export function refusalOf({ method = "", url = "", headersDistinct }: Knock, door: Door): Refusal | undefined {
  const isData = url.startsWith(DATA);
  const asked: Asked = {
    ...{ method, url, isData, isWord: isData && method === "POST" },
    header: (name) => headersDistinct[name]?.join(","), // two of them are never the one that is wanted
  };
  return CHECKS.find(({ refuses }) => refuses(asked, door));
}

export const pathOf = (url: string): string => url.split("?", 1)[0] ?? "";

interface Asked {
  method: string;
  url: string;
  isData: boolean;
  /** Whether something is to be changed. */
  isWord: boolean;
  header(name: string): string | undefined;
}

interface Check extends Refusal {
  refuses(asked: Asked, door: Door): boolean;
}

const CHECKS: readonly Check[] = [
  {
    status: 403,
    why: "the dashboard has another address",
    refuses: ({ header }, { authority }) => header("host") !== authority,
  },
  {
    // A proxy's form of address, `//host`, climbing and hidden characters: nothing of ours is asked so.
    status: 400,
    why: "no address of this dashboard",
    refuses: ({ url }) => !/^\/(?!\/)[\w./~:+@,*%=&?-]{0,2000}$/.test(url) || /\.\.|%2e|%2f|%5c|%00/i.test(pathOf(url)),
  },
  { status: 400, why: "nothing is upgraded here", refuses: ({ header }) => header("upgrade") !== undefined },
  {
    status: 403,
    why: "another origin",
    refuses: ({ header, isWord }, { authority }) =>
      header("origin") !== `http://${authority}` && (isWord || header("origin") !== undefined),
  },
  {
    status: 405,
    why: "this method is not answered",
    refuses: ({ method, isWord }) => method !== "GET" && method !== "HEAD" && !isWord,
  },
  { status: 403, why: "another site", refuses: isForeign },
  {
    status: 401,
    why: "open the dashboard with the address that the terminal shows",
    refuses: ({ isData, header }, { token }) =>
      isData && !isToken(/^Bearer ([0-9a-f]{64})$/.exec(header("authorization") ?? "")?.[1], token),
  },
  {
    status: 415,
    why: "words come as application/json",
    refuses: ({ isWord, header }) => isWord && header("content-type") !== "application/json",
  },
];

/**
 * By the browser's word, where it gives one (Fetch Metadata; every browser since 2023). The page itself may be opened from
 * anywhere: from the redirect file, which is another site, and there is nothing in it.
 */
function isForeign({ header, isData }: Asked): boolean {
  const site = header("sec-fetch-site");
  if (site === undefined || site === "same-origin") return false;
  const isOpening = header("sec-fetch-mode") === "navigate" && header("sec-fetch-dest") === "document";
  return isData || !(isOpening || site === "none");
}
