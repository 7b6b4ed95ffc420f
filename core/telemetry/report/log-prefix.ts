// What a log, a shell, a test runner, a collector of logs puts before what it was told: time, level, logger, service, position.

export function withoutPrefixes(text: string): string {
  const first = text.charCodeAt(0) | 32;
  if (first >= 97 && first <= 122 && !LETTER_PREFIX.test(text)) return text;
  let rest = text;
  for (let found = PREFIX.exec(rest); found !== null && found[0].length < rest.length; found = PREFIX.exec(rest))
    rest = rest.slice(found[0].length);
  return rest;
}

const PREFIX = new RegExp(
  `^(?:${[
    "::(?:error|warning)[^:\\n]{0,200}::", // a command of GitHub Actions
    "[^\\p{L}\\p{N}\"'`<{/\\\\.~$@_*%&([-]+", // bullets, emoji, rulers
    "[-*](?=\\s|[\\p{L}])", // "- item"
    "\\((?=[^()]{1,400}$|\\p{Ll}+ \\p{Ll}+ [^()]{1,400}\\()", // "(cannot import", whose end is on another line
    "\\([a-z]+_[a-z_]+\\)(?=\\s)", // "(content_filter) "
    "hint:(?=\\s)",
    "\\[\\d{4}-\\d\\d-\\d\\d[^\\][\\n]{1,80}\\](?=.)", // [time: level/process]
    "[[(]?\\d{4}[-/]\\d\\d[-/]\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?:Z| ?[+-]\\d\\d:?\\d\\d)?)?[\\])]?(?=\\W)",
    "\\[?\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?\\]?(?=\\W)",
    "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2} \\d\\d:\\d\\d:\\d\\d(?:(?: \\S{1,64}){1,2}:(?=\\s))?", // journald: host, unit
    '\\[(?!Errno|WinError|SSL|ERR_|E(?!RROR\\])[A-Z]{3,}|Error\\b|<|")[^\\][\\n]{1,80}\\](?=.)', // [tag]
    "(?:[Ee]rror|ERROR|FATAL(?: ERROR)?|[Ff]atal|CRITICAL|WARN(?:ING)?|[Ww]arning|INFO|DEBUG|E|panic|err)(?:(?::|\\s{1,4}[-|:])(?=\\s)|\\s{1,4}(?=[\\w.]{1,80}:\\s))",
    "(?:ERROR|CRITICAL|WARN(?:ING)?|INFO|DEBUG)\\s{1,8}(?=\\S+ \\S)",
    "\\d{1,3}\\):(?=\\s)", // "(reached max retries: 4): "
    "[\\w.:/-]{1,64}\\s{1,4}(?:ERROR|FATAL|CRITICAL|WARN(?:ING)?)(?=\\s{1,4}[\\p{L}\"'\\[{])", // logger, level
    "<urlopen error (?=\\[)",
    "\\[SSL: \\w{1,80}\\](?=\\s)",
    "\\[(?=(?:[A-Z]\\w{1,80}(?:Error|Exception|Rejection)|Error): )", // node's "[Error: ...] {"
    "(?:ERROR|CRITICAL|WARNING|INFO|DEBUG):[\\w.]{1,64}:(?=\\S)", // Python's logging.basicConfig
    "[\\w.<>]{1,80}:[\\w.<>]{1,80}:\\d{1,7} -(?=\\s)", // loguru: module, function, line
    "[EFW]\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{1,9}\\s{1,8}\\d{1,8} [\\w.-]{1,80}:\\d{1,7}\\]", // klog
    "\\d{1,8} --- \\[[^\\]\\n]{1,80}\\] [\\w.$]{1,120}\\s{0,40}:(?=\\s)", // Spring: process, thread, logger
    "E\\s{3,8}(?=\\S)", // pytest
    "@?[\\w-]{1,40}/[\\w./-]{1,80}(?::[\\w-]{1,40}| (?:build|test|dev|start|lint|install|prepare|postinstall)):(?=\\s)", // turbo, pnpm
    "[\\w./-]{1,200}\\.rb:\\d{1,7}:in [`'][^'\\n]{1,80}':(?=\\s)",
    "std(?:err|out):\\s['\"]?(?=[a-z]+: )",
    "[\\w.-]{1,60}\\s{1,20}\\|(?=\\s)", // docker compose: service
    "npm (?:ERR!|error|WARN|warn)(?=\\s)",
    "(?:notsup|enoent|missing|JSON\\.parse) (?=[A-Z])", // npm's code again, in small letters
    "\\(node:\\d{1,10}\\)",
    "Uncaught(?: \\(in promise\\))?:?(?=\\s)",
    "[\\w./@\\\\-]{1,200}\\.[a-z]{1,4}(?::\\d{1,7}){1,2}:?(?=\\s)", // app.js:12:3
    "(?:\\S{1,200})?\\(\\d{1,7},\\d{1,7}\\):(?=\\s)", // a.ts(1,2):
    "\\(eval\\):\\d{1,7}:(?=\\s)",
    "(?:\\S{0,64}/)?(?:ba|z|da|k|fi)?sh(?:: -c)?(?::(?: line)? ?\\d{1,7})?:(?=\\s)", // the shell that could not
    "\\((?:\\w{1,64}\\.)+[A-Z]\\w{1,80}\\)(?=\\s)", // SQLAlchemy: (sqlite3.OperationalError)
  ].join("|")})\\s*`,
  "u",
);

/** What a prefix that begins with a letter has to be; most texts begin with a word and a space. */
const LETTER_PREFIX =
  /^(?:npm|Uncaught|ERROR|FATAL|CRITICAL|WARN|WARNING|INFO|DEBUG|notsup|enoent|missing|JSON\.parse|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) |^\S{1,64}\s{1,20}(?:ERROR|FATAL|CRITICAL|WARN|\||- |(?:build|test|dev|start|lint|install|prepare|postinstall): )|^E(?:\s{3}|\d{4} )|^[A-Z]{4,8}:[\w.]{1,64}:\S|^\S{1,200}\.rb:|^\S{1,300}:(?:\s|$)|^\S{1,200}(?:\(\d|:\d+ )/;
