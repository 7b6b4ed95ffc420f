// User names in paths. The shape of the path stays, for it is what a reader needs: `/Users/***/Documents/file.txt`.

import { byPattern, type RedactionRule } from "../rule.ts";

const SPECIFICATION = "specification.md, Data Sanitization Rules, 1";

// A name with spaces ends at the next separator ("Ada Lovelace/"); without one it ends at the first space.
const POSIX_NAME =
  /(?:[^\s/\\"'`<>|:*]{1,64}(?: [A-Z][^\s/\\"'`<>|:*]{0,63}){1,3}(?=\/)|[^\s/\\"'`<>|:*,;()[\]{}]{1,64})/.source;
const WINDOWS_NAME =
  /(?:[^\s/\\"'`<>|:*]{1,64}(?: [^\s/\\"'`<>|:*]{1,64}){1,3}(?=[\\/])|[^\s/\\"'`<>|:*,;()[\]{}]{1,64})/.source;

/** Names that a machine gives and that tell nothing about a person. */
const SHARED_NAMES = new Set(["shared", "public", "default", "all users", "runner", "runneradmin", ".", ".."]);
const isPersonal = (name: string): boolean => !SHARED_NAMES.has(name.toLowerCase());

/** A web address has pages called /home/...; a file address has homes. */
const isWebAddress = (before: string): boolean => /\b(?:https?|wss?|ftp):\/\/[^\s"'`]{1,256}$/i.test(before);

export const posixHome: RedactionRule = {
  id: "posix-home",
  placeholder: "***",
  signs: "/",
  needles: ["/users/", "/home/"],
  ...byPattern(
    new RegExp(`(?<lead>/(?:Users|home)/)${POSIX_NAME}`, "g"),
    (name, before) => isPersonal(name) && !isWebAddress(before),
  ),
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
    ],
    kept: [
      "/srv/app/a.ts",
      "/Users/Shared/a.txt",
      "GET https://example.com/home/page failed",
      "/home/runner/work/a.ts",
    ],
  },
};

export const windowsHome: RedactionRule = {
  id: "windows-home",
  placeholder: "***",
  signs: ":",
  needles: [":\\", ":/users", ":/documents"],
  ...byPattern(
    new RegExp(
      `(?<lead>(?<!\\w|\\*{3})[A-Za-z]:[\\\\/]{1,4}(?:Users|Documents and Settings)[\\\\/]{1,4})${WINDOWS_NAME}`,
      "gi",
    ),
    isPersonal,
  ),
  source: SPECIFICATION,
  samples: {
    hidden: [
      ["open 'C:\\Users\\ada\\repo\\a.ts'", "open 'C:\\Users\\***\\repo\\a.ts'"],
      ['"C:\\\\Users\\\\ada\\\\repo"', '"C:\\\\Users\\\\***\\\\repo"'],
      ["C:/Users/ada/repo", "C:/Users/***/repo"],
      ["C:\\Users\\Ada Lovelace\\a.txt", "C:\\Users\\***\\a.txt"],
      ["D:\\Documents and Settings\\ada\\a.txt", "D:\\Documents and Settings\\***\\a.txt"],
    ],
    kept: ["C:\\Program Files\\nodejs\\node.exe", "C:\\Users\\Public\\a.txt"],
  },
};

export const tildeHome: RedactionRule = {
  id: "tilde-home",
  placeholder: "***",
  signs: "~/",
  needles: ["~"],
  ...byPattern(/(?<lead>(?<![\w/.~]|\*{3})~)[A-Za-z_][\w.-]{0,31}(?=\/)/g),
  source: "POSIX shell, tilde expansion: ~login/ is the home of login",
  samples: {
    hidden: [["cannot stat ~ada/notes.txt", "cannot stat ~***/notes.txt"]],
    kept: ["~/notes.txt", "lodash@~4.17.21/package", "HEAD~1"],
  },
};
