// What a single word of a message stands for, told from its shape: a path, a number, a name. A word of the language and a
// code, which is what an error is called (ENOENT, TS2339, rate_limit_exceeded), stand for themselves.

export type Kind =
  | "path"
  | "url"
  | "uuid"
  | "time"
  | "hex"
  | "dur"
  | "size"
  | "int"
  | "version"
  | "host"
  | "email"
  | "name"
  | "flag"
  | "id"
  | "hidden";

/** undefined: it stands for itself. Shapes that need a look at the whole word are asked only when its letters allow them. */
export function shapeOf(word: string): Kind | undefined {
  const signs = signsOf(word);
  if (signs === 0) return word.startsWith("XXXX") ? "hidden" : undefined;
  if (signs & Sign.star && word.includes("***")) return hiddenKind(word);
  if (signs & Sign.colon && word.includes("://")) return "url";
  if (signs & Sign.slash) return slashed(word);
  return (signs & Sign.digit ? numberKind(word) : undefined) ?? nameKind(word, signs);
}

function nameKind(word: string, signs: number): Kind | undefined {
  if (signs & Sign.dash && FLAG.test(word)) return "flag";
  if (signs & Sign.at) return EMAIL.test(word) ? "email" : "name";
  if (signs & Sign.dot) return dotted(word);
  if (signs & (Sign.underscore | Sign.digit)) return isCode(word, signs) ? undefined : "name";
  if (signs & Sign.hump) return ID.test(word) ? "id" : "name";
  return signs & Sign.colon && word.length > 2 ? "name" : undefined;
}

const isCode = (word: string, signs: number): boolean =>
  signs & Sign.underscore ? CODE.test(word) : CODE_WITH_DIGITS.test(word);

const Sign = { digit: 1, slash: 2, dot: 4, underscore: 8, colon: 16, at: 32, star: 64, dash: 128, hump: 256 };

/** Which of the letters that make a word more than a word it has; 0 for most words. */
function signsOf(word: string): number {
  let signs = 0;
  let lower = false;
  const first = word.charCodeAt(0);
  const startsLow = first >= 97 && first <= 122;
  for (let index = 0; index < word.length; index++) {
    const code = word.charCodeAt(index);
    if (code >= 97 && code <= 122) lower = true;
    else if (code >= 65 && code <= 90) {
      if (lower && startsLow) signs |= Sign.hump;
    } else signs |= signOf(code);
  }
  if (first === 45) signs |= Sign.dash;
  return signs;
}

function signOf(code: number): number {
  if (code >= 48 && code <= 57) return Sign.digit;
  if (code === 47 || code === 92) return Sign.slash;
  if (code === 46) return Sign.dot;
  if (code === 95) return Sign.underscore;
  if (code === 58) return Sign.colon;
  if (code === 64) return Sign.at;
  return code === 42 ? Sign.star : 0;
}

const HIDDEN_KINDS: Readonly<Record<string, Kind>> = { IP: "host", EMAIL: "email" };

function hiddenKind(word: string): Kind {
  if (word.includes("/") || word.includes("\\")) return "path";
  return HIDDEN_KINDS[/\*{3}([A-Z]+)\*{3}/.exec(word)?.[1] ?? ""] ?? "hidden";
}

const PROTOCOL = /^HTTPS?\/\d/;
const RATIO = /^\d+\/\d+$/;
/** "and/or", "read/write", "EOF/EPIPE" */
const EITHER = /^[A-Za-z]{1,16}\/[A-Za-z]{1,16}$/;

function slashed(word: string): Kind | undefined {
  if (RATIO.test(word)) return "int";
  return EITHER.test(word) || PROTOCOL.test(word) || word === "/" || word === "\\" ? undefined : "path";
}

const NUMBER = /^[-+~#$]?\d[\d,_]*(?:\.\d+)?%?$|^\d{1,9}-\d{1,9}$/;
const DUR =
  /^[-+~]?\d+(?:\.\d+)?(?:ns|us|µs|ms|msecs?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)(?:\d+(?:\.\d+)?(?:ms|s|m|h))*$/;
const SIZE = /^\d+(?:\.\d+)?(?:[kKMGTP]i?)?[bB](?:ytes)?$|^\d+(?:\.\d+)?[kMG]$/;
const VERSION = /^[v^~=<>]*\d+(?:\.\d+){1,3}(?:[-.+]?[A-Za-z][\w.+-]*)?$|^v\d+(?:\.\d+)*$/;
const TIME = /^\d{4}-\d\d-\d\d(?:T[\d:.,+Z-]+)?$|^\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[ap]m|Z)?$|^\d{1,2}[ap]m$/i;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const HEX = /^0x[0-9a-f]+$|^(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}$/i;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$|^(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?:\d+)?$/i;

function numberKind(word: string): Kind | undefined {
  if (NUMBER.test(word)) return "int";
  if (DUR.test(word)) return "dur";
  if (SIZE.test(word)) return "size";
  if (TIME.test(word)) return "time";
  if (ADDRESS.test(word) || HOST_PORT.test(word)) return "host";
  if (VERSION.test(word)) return "version";
  if (UUID.test(word)) return "uuid";
  if (HEX.test(word)) return "hex";
  return ID.test(word) ? "id" : undefined;
}

/** Of a request, a tool call, a session: letters and digits as they came. */
const ID =
  /^[a-z]{2,12}[_-][A-Za-z0-9]{16,}$|^(?:[a-z]{2,12}[_-])?(?=[A-Za-z0-9]*\d[A-Za-z0-9]*[A-Za-z])(?=[A-Za-z0-9]*[A-Z]|[A-Za-z0-9]{16})[A-Za-z0-9]{8,}$/;
const FLAG = /^--?[A-Za-z][\w-]*$/;
const EMAIL = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;
const HOST_PORT = /^[\w.-]+:\d{2,5}$/;
const HOST = /^(?:[\w-]+\.)+(?:com|org|net|io|dev|ai|app|co|local|internal|sh|cloud|gov|edu|de|uk|eu)$/i;
const FILE =
  /\.(?:[cm]?[jt]sx?|py[cdx]?|rs|go|rb|java|kt|cs?|cpp|h|hpp|php|sh|ps1|bat|cmd|exe|dll|so|node|json[lc5]?|ya?ml|toml|ini|cfg|conf|env|lock|log|md|txt|csv|tsv|xml|html?|css|scss|vue|svelte|astro|sql|db|sqlite3?|pdf|png|jpe?g|gif|svg|zip|t?gz|tar|whl|xlsx?|docx?|ipynb|pem|key|crt|sock|pid|tmp|bak|git|po|proto|tex|ttf|wasm|map|dat|bin|pkl|pth?|safetensors|gguf|onnx|h5|parquet|npy)$/i;
const ABBREVIATION = /^[A-Za-z](?:\.[A-Za-z])+$|^\.+$|^\w+\.{3}$/;

function dotted(word: string): Kind | undefined {
  if (ABBREVIATION.test(word)) return undefined;
  if (HOST.test(word)) return "host";
  return FILE.test(word) ? "path" : "name";
}

/** An error's name: EAI_AGAIN, ERR_MODULE_NOT_FOUND, rate_limit_exceeded. The name of a setting is none. */
const CODE =
  /^uv_\w+$|^(?!\w*_(?:KEY|TOKEN|SECRET|URL|URI|HOST|PORT|PATH|DIR|ID|PASSWORD|MODEL|ENDPOINT|REGION|HOME)$)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^(?:invalid|unsupported|missing|insufficient|unknown|context|rate|content)_\w+$|_(?:error|exceeded|failed|denied|required|found|timeout|filter|quota|expired|reached)$/;
const CODE_WITH_DIGITS = /^[A-Z]{1,6}-?\d{1,5}$|^(?:utf|UTF|iso|ISO|sha|base|md|http|cp)-?\d+$/;
