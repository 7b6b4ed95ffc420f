// API tokens: by the shape that a provider gives them, and by the words that stand before them.

import type { RedactionRule } from "../rule.ts";

/**
 * Prefix, then what follows it. Facts from the providers' documentation and from gitleaks' rule file (MIT).
 * A prefix that also starts ordinary words asks for more characters behind it.
 */
const SHAPES: readonly (readonly [provider: string, shape: string])[] = [
  ["Anthropic", "sk-ant-[\\w-]{8,256}"],
  ["OpenAI", "sk-(?:proj-|svcacct-|admin-|or-v1-)[\\w-]{8,256}"],
  ["OpenAI and others", "sk-[A-Za-z0-9]{6,256}"],
  ["GitHub", "gh[pousr]_[A-Za-z0-9]{16,255}"],
  ["GitHub", "github_pat_[A-Za-z0-9_]{20,255}"],
  ["GitLab", "gl(?:pat|dt|ptt|cbt|rt|soat|ft|oas)-[\\w-]{16,64}"],
  ["Slack", "xox[abeprs]-[A-Za-z0-9-]{8,255}"],
  ["Slack", "xapp-[A-Za-z0-9-]{8,255}"],
  ["Stripe", "[sr]k_(?:live|test)_[A-Za-z0-9]{8,255}"],
  ["Stripe", "whsec_[A-Za-z0-9+/=]{16,128}"],
  ["AWS", "(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}"],
  ["Google", "AIza[\\w-]{30,40}"],
  ["Google", "ya29\\.[\\w-]{16,512}"],
  ["Google", "GOCSPX-[\\w-]{16,64}"],
  ["npm", "npm_[A-Za-z0-9]{30,64}"],
  ["PyPI", "pypi-[\\w-]{16,512}"],
  ["Hugging Face", "hf_[A-Za-z0-9]{16,64}"],
  ["Groq", "gsk_[A-Za-z0-9]{16,128}"],
  ["xAI", "xai-[A-Za-z0-9]{16,128}"],
  ["SendGrid", "SG\\.[\\w-]{16,64}\\.[\\w-]{16,64}"],
  ["DigitalOcean", "do[opr]_v1_[a-f0-9]{32,128}"],
  ["Docker", "dckr_[po]at_[\\w-]{16,64}"],
  ["Vault", "hv[sbr]\\.[\\w-]{16,256}"],
  ["JSON Web Token (RFC 7519)", "eyJ[\\w-]{8,2048}\\.eyJ[\\w-]{4,3072}(?:\\.[\\w-]{0,1024})?"],
];

export const providerToken: RedactionRule = {
  id: "provider-token",
  placeholder: "***TOKEN***",
  needles: [
    ..."sk- ghp_ gho_ ghu_ ghs_ ghr_ github_pat_ glpat- gldt- glptt- glcbt- glrt- glsoat- glft- gloas- xox xapp-".split(
      " ",
    ),
    ..."k_live_ k_test_ whsec_ akia asia abia acca aiza ya29. gocspx- npm_ pypi- hf_ gsk_ xai- sg. _v1_ dckr_ hv eyj".split(
      " ",
    ),
  ],
  pattern: new RegExp(`(?<![A-Za-z0-9_])(?:${SHAPES.map(([, shape]) => shape).join("|")})`, "g"),
  // "sk-learn", "sk-toggleable" and "task-..." are words: a key of the bare form holds a digit.
  accepts: (secret) => !/^sk-[a-z]+$/.test(secret),
  source: "specification.md, Data Sanitization Rules, 2; github.com/gitleaks/gitleaks config/gitleaks.toml",
  samples: {
    hidden: [
      ["Incorrect API key provided: sk-abc123def456", "Incorrect API key provided: ***TOKEN***"],
      [`401 with ghp_${"a1B2".repeat(9)}`, "401 with ***TOKEN***"],
      [`x-api-key sk-ant-api03-${"Ab1-".repeat(8)}`, "x-api-key ***TOKEN***"],
      [`key AKIA${"ABCDEFGH12345678"} denied`, "key ***TOKEN*** denied"],
      [`jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${"Ab1_".repeat(8)} expired`, "jwt ***TOKEN*** expired"],
    ],
    kept: [
      "No module named 'sk-learn'",
      "task-abc123def456 failed",
      "npm_config_registry is not set",
      "commit 3f786850e387550fdab836ed7e6dc881de23001b",
    ],
  },
};

export const authorization: RedactionRule = {
  id: "authorization",
  placeholder: "***TOKEN***",
  needles: ["bearer", "basic", "authorization", "cookie"],
  pattern:
    /(\b(?:bearer |basic |authorization["']?\s{0,2}[:=]\s{0,2}["']?(?:[A-Za-z]{3,10} )?|(?:set-)?cookie["']?\s{0,2}:\s{0,2}["']?))[\w.~+/=%;,$-]{8,2048}(?: [\w.~-]{1,64}=[\w.~+/=%;,$-]{1,512}){0,32}/gi,
  accepts: (secret) => /\d|=/.test(secret),
  source: "RFC 9110 section 11.4 (credentials), RFC 6265 section 4.2 (Cookie)",
  samples: {
    hidden: [
      ["Authorization: Bearer abc.def-123456", "Authorization: Bearer ***TOKEN***"],
      ["sent 'authorization': 'Basic dXNlcjpwYXNz12=='", "sent 'authorization': 'Basic ***TOKEN***'"],
      ["Cookie: session=abcdef123; theme=dark", "Cookie: ***TOKEN***"],
    ],
    kept: ["Bearer authentication is required", "basic understanding of the format", "authorization: required"],
  },
};

/** Words that stand where a secret would and are none. */
const NO_SECRET =
  /^(?:true|false|null|none|nil|undefined|missing|invalid|required|expected|expired|empty|unknown|string|str|number|int|object|bool|boolean|error|failed|not|is|was|and|the|must|should|cannot|count|limit|exceeded|length|type|\d{1,6}|[.…]{1,8})$/i;

export const namedSecret: RedactionRule = {
  id: "named-secret",
  placeholder: "***TOKEN***",
  needles: ["pass", "pwd", "secret", "token", "api", "key", "credential"],
  pattern:
    /((?:pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key|credentials?)["'\\]{0,3}(?:\s{0,2}(?:=>|:=|[:=])\s{0,2}|(?<=--[\w-]{1,40}) )["'\\]{0,3})[^\s"'`,;&)}\]\\]{4,512}/gi,
  accepts: (secret) => !NO_SECRET.test(secret) && !/^(?:\*{3}|[<${[(/.])/.test(secret),
  source: "OWASP Logging Cheat Sheet, data to exclude; notes on peers: the family that most tools miss",
  samples: {
    hidden: [
      ["login failed: password=hunter2!", "login failed: password=***TOKEN***"],
      ['{"api_key": "abcd1234"}', '{"api_key": "***TOKEN***"}'],
      ["curl --token abcd1234 failed", "curl --token ***TOKEN*** failed"],
      ["DB_PASSWORD: s3cr3t!", "DB_PASSWORD: ***TOKEN***"],
    ],
    kept: [
      "token limit exceeded",
      "Unexpected token: expected ';'",
      "api_key: missing",
      "password=undefined",
      "max_tokens: 4096",
      "KeyError: 'password'",
    ],
  },
};

export const privateKey: RedactionRule = {
  id: "private-key",
  placeholder: "***TOKEN***",
  needles: ["-----begin"],
  pattern:
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY[^-]{0,20}-----[\s\S]{0,4096}?(?:-----END [A-Z ]{0,40}KEY[^-]{0,20}-----|$)/g,
  source: "RFC 7468; a key that was cut has no END line",
  samples: {
    hidden: [
      [
        "bad key -----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY----- given",
        "bad key ***TOKEN*** given",
      ],
      ["-----BEGIN PRIVATE KEY-----\nMIIE", "***TOKEN***"],
    ],
    kept: ["-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"],
  },
};

export const urlCredentials: RedactionRule = {
  id: "url-credentials",
  placeholder: "***URL-CREDENTIALS***",
  needles: ["://"],
  pattern: /(\b[a-z][a-z0-9+.-]{1,15}:\/\/)[^\s/"'`<>]{1,256}(?=@)/gi,
  source: "RFC 3986 section 3.2.1",
  samples: {
    hidden: [
      [
        "fatal: unable to access 'https://ada:pw123@github.com/x/y.git'",
        "fatal: unable to access 'https://***URL-CREDENTIALS***@github.com/x/y.git'",
      ],
      ["https://ada:p@ss@example.com/x", "https://***URL-CREDENTIALS***@example.com/x"],
      ["postgres://app:s3cret@db:5432/main refused", "postgres://***URL-CREDENTIALS***@db:5432/main refused"],
    ],
    kept: ["https://registry.npmjs.org/@scope/pkg", "see https://example.com/a or write to team"],
  },
};
