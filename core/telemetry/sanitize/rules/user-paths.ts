// User names in paths. The shape of the path stays, for it is what a reader needs: `/Users/***/Documents/file.txt`.

import { atNeedles, type Hide, type RedactionRule, skip } from "../rule.ts";
import type { Scan } from "../scan.ts";

const SPECIFICATION = "specification.md, Data Sanitization Rules, 1";

// A name with spaces ends at the next separator ("Ada Lovelace/"); without one it ends at the first space.
const POSIX_NAME = /[^\s/\\"'`<>|:*]{1,64}(?: [A-Z][^\s/\\"'`<>|:*]{0,63}){1,3}(?=\/)|[^\s/\\"'`<>|:*,;()[\]{}]{1,64}/y;
const WINDOWS_NAME =
  /[^\s/\\¥₩"'`<>|:*]{1,64}(?: [^\s/\\¥₩"'`<>|:*]{1,64}){1,3}(?=[\\/¥₩])|[^\s/\\¥₩"'`<>|:*,;()[\]{}]{1,64}/y;

const POSIX_HOMES = ["/Users/", "/home/"];
/** Up to the page; a longer address has none of these. */
const WEB_ADDRESS = /(?<=\b(?:https?|wss?|ftp):\/\/[^\s"'`]{0,260})/iy;

/** Names that a machine gives and that tell nothing about a person. */
const SHARED_NAMES = new Set(["shared", "public", "default", "all users", "runner", "runneradmin", ".", ".."]);
const isPersonal = (name: string): boolean => !SHARED_NAMES.has(name.toLowerCase());

export const posixHome: RedactionRule = {
  id: "posix-home",
  placeholder: "***",
  needles: ["/users/", "/home/"],
  patterns: [POSIX_NAME, WEB_ADDRESS],
  find: posixHomes,
  source: SPECIFICATION,
  samples: {
    hidden: [
      ["/Users/john/", "/Users/***/"],
      ["File not found: /Users/john/Documents/file.txt", "File not found: /Users/***/Documents/file.txt"],
      [
        "ENOENT: no such file or directory, open '/home/ada/app/a.ts'",
        "ENOENT: no such file or directory, open '/home/***/app/a.ts'",
      ],
      ["cannot read /Users/Ada Lovelace/notes.md", "cannot read /Users/***/notes.md"],
      ["file:///Users/ada/a.mjs:3:1", "file:///Users/***/a.mjs:3:1"],
      ["/mnt/c/Users/ada/repo", "/mnt/c/Users/***/repo"],
      ["cd /home/ada: no such directory", "cd /home/***: no such directory"],
      ["/home/ada", "/home/***"],
      ["GET https://example.com/a: cannot write /home/ada/a", "GET https://example.com/a: cannot write /home/***/a"],
      ["get('http://example.com/', '/Users/ada/a')", "get('http://example.com/', '/Users/***/a')"],
    ],
    kept: [
      "/srv/app/a.ts",
      "/Users/Shared/a.txt",
      "GET https://example.com/home/page failed",
      "wss://a/home/page was closed",
      `HTTPS://example.com/${"a".repeat(200)}/home/page`,
      "/HOME/page",
      "/home/runner/work/a.ts",
    ],
  },
};

function posixHomes({ text }: Scan, places: readonly number[], hide: Hide): void {
  for (const place of places) {
    const home = POSIX_HOMES.find((path) => text.startsWith(path, place));
    if (home === undefined) continue;
    const start = place + home.length;
    const end = skip(POSIX_NAME, text, start);
    // A web address has pages called /home/...; a file address has homes.
    if (end === undefined || skip(WEB_ADDRESS, text, place) !== undefined) continue;
    if (isPersonal(text.slice(start, end))) hide(start, end);
  }
}

export const windowsHome: RedactionRule = {
  id: "windows-home",
  placeholder: "***",
  needles: ["\\users", "/users", "\\documents and settings", "/documents and settings", "\\home\\", "users¥", "users₩"],
  // Without a drive it may be a share, or WSL's `\\\\wsl$\\Ubuntu\\home`. Fonts for Japanese and Korean have ¥ and ₩ for the back slash.
  ...atNeedles(
    /(?<=(?<!\w|\*{3})[A-Za-z]:[\\/]{0,3})\/(?:Users|Documents and Settings)[\\/]{1,4}|\\(?:Users|Documents and Settings|home)[\\/]{1,4}|(?<=[¥₩])Users[¥₩]/iy,
    WINDOWS_NAME,
    isPersonal,
  ),
  source: SPECIFICATION,
  samples: {
    hidden: [
      ["open 'C:\\Users\\ada\\repo\\a.ts'", "open 'C:\\Users\\***\\repo\\a.ts'"],
      ['"C:\\\\Users\\\\ada\\\\repo"', '"C:\\\\Users\\\\***\\\\repo"'],
      ["C:/Users/ada/repo", "C:/Users/***/repo"],
      ["C:\\Users\\Ada Lovelace\\a.txt", "C:\\Users\\***\\a.txt"],
      ["\\\\wsl$\\Ubuntu\\home\\ada\\a.ts", "\\\\wsl$\\Ubuntu\\home\\***\\a.ts"],
      ["\\\\files\\Users\\ada\\a.txt", "\\\\files\\Users\\***\\a.txt"],
      ["C:¥Users¥ada¥a.txt", "C:¥Users¥***¥a.txt"],
      ["D:\\Documents and Settings\\ada\\a.txt", "D:\\Documents and Settings\\***\\a.txt"],
    ],
    kept: ["C:\\Program Files\\nodejs\\node.exe", "C:\\Users\\Public\\a.txt"],
  },
};

export const tildeHome: RedactionRule = {
  id: "tilde-home",
  placeholder: "***",
  needles: ["~"],
  ...atNeedles(/(?<![\w/.~]|\*{3})~/y, /[A-Za-z_][\w.-]{0,31}(?=\/)/y),
  source: "POSIX shell, tilde expansion: ~login/ is the home of login",
  samples: {
    hidden: [["cannot stat ~ada/notes.txt", "cannot stat ~***/notes.txt"]],
    kept: ["~/notes.txt", "lodash@~4.17.21/package", "HEAD~1"],
  },
};

export const dashedHome: RedactionRule = {
  id: "dashed-home",
  placeholder: "***",
  needles: ["-users-", "-home-"],
  ...atNeedles(
    /(?:(?<![\w*-])|(?<=\b[A-Za-z]-))-(?:Users|home)-(?!\*{3})/y,
    /[^\s/\\"'`<>|:*,;()[\]{}-]{1,64}/y,
    isPersonal,
  ),
  source: "agents name a project's folder after its path: ~/.claude/projects/-Users-ada-src-repo",
  samples: {
    hidden: [
      [
        "open '~/.claude/projects/-Users-ada-src-repo/a.jsonl'",
        "open '~/.claude/projects/-Users-***-src-repo/a.jsonl'",
      ],
      ["projects/C--Users-ada-repo", "projects/C--Users-***-repo"],
    ],
    kept: ["smart-home-page", "list-users-by-name", "--users-file"],
  },
};
