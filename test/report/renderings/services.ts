// Failures of network, databases, containers, browsers, packages, each as several producers' logs and versions tell it, with other values. As same-failures.ts.

export const SERVICES_RENDERINGS: Readonly<Record<string, readonly string[]>> = {
  "conn-refused/node": [
    "Error: connect ECONNREFUSED 127.0.0.1:11434",
    "FetchError: request to http://localhost:8080/v1 failed, reason: connect ECONNREFUSED ::1:8080",
    "TypeError: fetch failed\n    at node:internal/deps/undici/undici:12618:11 {\n  cause: Error: connect ECONNREFUSED 127.0.0.1:3000\n      at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1555:16) {\n    errno: -111,\n    code: 'ECONNREFUSED',\n    syscall: 'connect',\n    address: '127.0.0.1',\n    port: 3000\n  }\n}",
    "AxiosError: connect ECONNREFUSED 10.0.0.4:443",
    "[redis] Redis connection error: connect ECONNREFUSED 127.0.0.1:6379",
  ],
  "conn-refused/py": [
    "ConnectionRefusedError: [Errno 111] Connection refused",
    "requests.exceptions.ConnectionError: HTTPConnectionPool(host='localhost', port=11434): Max retries exceeded with url: /api/generate (Caused by NewConnectionError('<urllib3.connection.HTTPConnection object at 0x7f1>: Failed to establish a new connection: [Errno 111] Connection refused'))",
    "httpx.ConnectError: [Errno 111] Connection refused",
    "urllib3.exceptions.MaxRetryError: HTTPConnectionPool(host='10.1.1.1', port=80): Max retries exceeded with url: /x (Caused by NewConnectionError(\"HTTPConnection(host='10.1.1.1', port=80): Failed to establish a new connection: [Errno 111] Connection refused\"))",
  ],
  "conn-refused/go": [
    "dial tcp 127.0.0.1:11434: connect: connection refused",
    'Post "http://127.0.0.1:11434/api/chat": dial tcp 127.0.0.1:11434: connect: connection refused',
    '2026/01/01 00:00:00 Get "http://localhost:9090/healthz": dial tcp [::1]:9090: connect: connection refused',
  ],
  "conn-refused/curl": [
    "curl: (7) Failed to connect to localhost port 8080 after 0 ms: Couldn't connect to server",
    "curl: (7) Failed to connect to 10.0.0.1 port 443 after 2041 ms: Couldn't connect to server",
  ],
  "conn-refused/httpx-all": [
    "httpx.ConnectError: All connection attempts failed",
    "ConnectError: All connection attempts failed",
    "2026-01-01 ERROR mcp: All connection attempts failed",
  ],
  "conn-refused/rust": [
    "error sending request for url (http://localhost:3000/): error trying to connect: tcp connect error: Connection refused (os error 111)",
    "Error: error sending request for url (http://127.0.0.1:8000/v1): error trying to connect: tcp connect error: Connection refused (os error 111)",
  ],
  "conn-reset/node": [
    "Error: read ECONNRESET",
    "Error: read ECONNRESET\n    at TLSWrap.onStreamRead (node:internal/stream_base_commons:217:20) {\n  errno: -104,\n  code: 'ECONNRESET',\n  syscall: 'read'\n}",
    "2026-01-01T00:00:00Z [error] upstream: read ECONNRESET",
  ],
  "conn-reset/socket-hang-up": [
    "Error: socket hang up",
    "FetchError: request to https://api.x.com/v1 failed, reason: socket hang up",
    "AxiosError: socket hang up",
    "Error: socket hang up\n    at connResetException (node:internal/errors:720:14) {\n  code: 'ECONNRESET'\n}",
  ],
  "conn-reset/py": [
    "ConnectionResetError: [Errno 104] Connection reset by peer",
    "2026-01-01 00:00:00 ERROR x: [Errno 104] Connection reset by peer",
  ],
  "conn-reset/py-aborted": [
    "requests.exceptions.ConnectionError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
    "urllib3.exceptions.ProtocolError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))",
  ],
  "conn-reset/aiohttp": [
    "aiohttp.client_exceptions.ServerDisconnectedError: Server disconnected",
    "ServerDisconnectedError: Server disconnected",
  ],
  "conn-reset/py-remote-disconnected": [
    "http.client.RemoteDisconnected: Remote end closed connection without response",
    "urllib3.exceptions.ProtocolError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
  ],
  "conn-timeout/node-undici": [
    "ConnectTimeoutError: Connect Timeout Error (attempted address: api.openai.com:443, timeout: 10000ms)",
    "TypeError: fetch failed {\n  [cause]: ConnectTimeoutError: Connect Timeout Error (attempted addresses: 1.2.3.4:443, timeout: 10000ms)\n      at onConnectTimeout (node:internal/deps/undici/undici:2602:28) {\n    code: 'UND_ERR_CONNECT_TIMEOUT'\n  }\n}",
    "Connect Timeout Error (attempted address: registry.npmjs.org:443, timeout: 5000ms)",
  ],
  "conn-timeout/node": [
    "Error: connect ETIMEDOUT 104.18.6.192:443",
    "FetchError: request to https://x/y failed, reason: connect ETIMEDOUT 1.2.3.4:443",
    "npm ERR! code ETIMEDOUT\nnpm ERR! syscall connect\nnpm ERR! errno ETIMEDOUT\nnpm ERR! network request to https://registry.npmjs.org/x failed, reason: connect ETIMEDOUT 104.16.1.1:443",
  ],
  "conn-timeout/py-read": [
    "requests.exceptions.ReadTimeout: HTTPSConnectionPool(host='api.x.com', port=443): Read timed out. (read timeout=30)",
    "ReadTimeout: HTTPConnectionPool(host='localhost', port=11434): Read timed out. (read timeout=120)",
  ],
  "conn-timeout/go": [
    "dial tcp 1.2.3.4:443: i/o timeout",
    'Get "https://registry-1.docker.io/v2/": dial tcp 54.1.1.1:443: i/o timeout',
    "2026/01/01 00:00:00 fetch: dial tcp [2001:db8::1]:443: i/o timeout",
  ],
  "conn-failed-generic/fetch": [
    "TypeError: fetch failed",
    "TypeError: fetch failed\n    at node:internal/deps/undici/undici:13392:13\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)",
    "[provider] Request failed: TypeError: fetch failed",
  ],
  "conn-failed-generic/openai": [
    "openai.APIConnectionError: Connection error.",
    "APIConnectionError: Connection error.",
    "litellm.InternalServerError: InternalServerError: OpenAIException - Connection error.",
    "API Error: Connection error.",
  ],
  "dns-not-found/node": [
    "Error: getaddrinfo ENOTFOUND api.openai.com",
    "FetchError: request to https://registry.npmjs.org/x failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org",
    "npm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error errno ENOTFOUND\nnpm error network request to https://registry.npmjs.org/foo failed, reason: getaddrinfo ENOTFOUND registry.npmjs.org",
    "2026-01-01T00:00:00.000Z ERROR getaddrinfo ENOTFOUND postgres",
  ],
  "dns-not-found/py": [
    "socket.gaierror: [Errno -2] Name or service not known",
    "httpx.ConnectError: [Errno -2] Name or service not known",
    "requests.exceptions.ConnectionError: HTTPSConnectionPool(host='api.foo.bar', port=443): Max retries exceeded with url: / (Caused by NameResolutionError(\"<urllib3.connection.HTTPSConnection object at 0x7f>: Failed to resolve 'api.foo.bar' ([Errno -2] Name or service not known)\"))",
  ],
  "dns-not-found/py-temporary": [
    "socket.gaierror: [Errno -3] Temporary failure in name resolution",
    "httpx.ConnectError: [Errno -3] Temporary failure in name resolution",
    "ERROR: could not reach host: [Errno -3] Temporary failure in name resolution",
  ],
  "dns-not-found/curl": [
    "curl: (6) Could not resolve host: api.example.com",
    "curl: (6) Could not resolve host: github.com",
  ],
  "dns-not-found/go": [
    "dial tcp: lookup api.openai.com: no such host",
    'Get "https://x.example.com/": dial tcp: lookup x.example.com on 127.0.0.11:53: no such host',
    "2026/01/01 00:00:00 dial tcp: lookup redis on 10.96.0.10:53: no such host",
  ],
  "tls-cert/py": [
    "ssl.SSLCertVerificationError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)",
    "httpx.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1000)",
    "requests.exceptions.SSLError: HTTPSConnectionPool(host='x.y', port=443): Max retries exceeded with url: / (Caused by SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1129)')))",
    "<urlopen error [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:997)>",
  ],
  "tls-cert/node-self-signed": [
    "Error: self-signed certificate in certificate chain",
    "npm ERR! code SELF_SIGNED_CERT_IN_CHAIN\nnpm ERR! errno SELF_SIGNED_CERT_IN_CHAIN\nnpm ERR! request to https://registry.npmjs.org/x failed, reason: self-signed certificate in certificate chain",
    "FetchError: request to https://x/ failed, reason: self signed certificate in certificate chain",
  ],
  "tls-cert/node-leaf": [
    "Error: unable to verify the first certificate",
    "FetchError: request to https://intra/ failed, reason: unable to verify the first certificate",
    "Error: unable to verify the first certificate {\n  code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'\n}",
  ],
  "tls-cert/go": [
    "x509: certificate signed by unknown authority",
    'Get "https://reg.local/v2/": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    'Post "https://x/": x509: certificate signed by unknown authority',
  ],
  "tls-cert/curl": [
    "curl: (60) SSL certificate problem: unable to get local issuer certificate\nMore details here: https://curl.se/docs/sslcerts.html",
    "curl: (60) SSL certificate problem: unable to get local issuer certificate",
  ],
  "proxy-error/py": [
    "requests.exceptions.ProxyError: HTTPSConnectionPool(host='api.x.com', port=443): Max retries exceeded with url: /v1 (Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden')))",
    "urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded with url: /simple/ (Caused by ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 403 Forbidden')))",
  ],
  "http-5xx/requests-502": [
    "requests.exceptions.HTTPError: 502 Server Error: Bad Gateway for url: https://api.x.com/v1",
    "HTTPError: 502 Server Error: Bad Gateway for url: http://localhost/x",
  ],
  "http-5xx/requests-503": [
    "requests.exceptions.HTTPError: 503 Server Error: Service Unavailable for url: https://api.x.com/v1",
    "HTTPError: 503 Server Error: Service Unavailable for url: https://a/b?c=d",
  ],
  "http-5xx/httpx-503": [
    "httpx.HTTPStatusError: Server error '503 Service Unavailable' for url 'https://a.b/c'\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/503",
    "HTTPStatusError: Server error '503 Service Unavailable' for url 'http://localhost:8000/v1/x'",
  ],
  "http-5xx/axios-502": [
    "AxiosError: Request failed with status code 502",
    "Error: Request failed with status code 502",
    "[api] Request failed with status code 502",
  ],
  "service-rate-limit/telegram": [
    "telegram.error.RetryAfter: Flood control exceeded. Retry in 31 seconds",
    "RetryAfter: Flood control exceeded. Retry in 5.0 seconds",
    "2026-01-01 ERROR bot: Flood control exceeded. Retry in 120 seconds",
  ],
  "db-locked/sqlite": [
    "sqlite3.OperationalError: database is locked",
    "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database is locked\n[SQL: UPDATE runs SET status=? WHERE id=?]\n[parameters: ('done', 4)]\n(Background on this error at: https://sqlalche.me/e/20/e3q8)",
    "peewee.OperationalError: database is locked",
    "2026-01-01 00:00:00 ERROR store: database is locked",
  ],
  "db-missing-table/sqlite": [
    "sqlite3.OperationalError: no such table: sessions",
    "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) no such table: runs\n[SQL: SELECT * FROM runs]",
  ],
  "db-missing-table/sqlite-column": [
    "sqlite3.OperationalError: no such column: started_at",
    "sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) no such column: agents.kind\n[SQL: SELECT agents.kind FROM agents]",
  ],
  "db-missing-table/pg": [
    'psycopg2.errors.UndefinedTable: relation "events" does not exist\nLINE 1: SELECT * FROM events\n                      ^',
    'sqlalchemy.exc.ProgrammingError: (psycopg2.errors.UndefinedTable) relation "public.runs" does not exist\nLINE 2: FROM runs\n             ^\n\n[SQL: SELECT 1]',
    'error: relation "users" does not exist\n    at Parser.parseErrorMessage (/srv/node_modules/pg-protocol/dist/parser.js:285:98)',
    'asyncpg.exceptions.UndefinedTableError: relation "jobs" does not exist',
  ],
  "db-constraint/pg-unique": [
    'psycopg2.errors.UniqueViolation: duplicate key value violates unique constraint "users_email_key"\nDETAIL:  Key (email)=(a@b.c) already exists.',
    'error: duplicate key value violates unique constraint "runs_pkey"',
    'ERROR:  duplicate key value violates unique constraint "idx_a"\nDETAIL:  Key (id)=(4) already exists.',
  ],
  "db-constraint/sqlite-unique": [
    "sqlite3.IntegrityError: UNIQUE constraint failed: users.email",
    "sqlalchemy.exc.IntegrityError: (sqlite3.IntegrityError) UNIQUE constraint failed: runs.id\n[SQL: INSERT INTO runs (id) VALUES (?)]",
    "SqliteError: UNIQUE constraint failed: tools.name",
  ],
  "docker-daemon-down/cannot": [
    "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
    "ERROR: Cannot connect to the Docker daemon at unix:///home/u/.docker/run/docker.sock. Is the docker daemon running?",
    "docker compose up failed: Cannot connect to the Docker daemon at tcp://127.0.0.1:2375. Is the docker daemon running?",
  ],
  "docker-permission/sock": [
    'permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Get "http://%2Fvar%2Frun%2Fdocker.sock/v1.24/containers/json": dial unix /var/run/docker.sock: connect: permission denied',
    'Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock: Post "http://%2Fvar%2Frun%2Fdocker.sock/v1.45/build": dial unix /var/run/docker.sock: connect: permission denied',
  ],
  "playwright-browser-missing/launch": [
    "Error: browserType.launch: Executable doesn't exist at /root/.cache/ms-playwright/chromium-1155/chrome-linux/chrome\n╔═════════════════════════════════════════════════════════════════════════╗\n║ Looks like Playwright Test or Playwright was just installed or updated. ║",
    "playwright._impl._errors.Error: BrowserType.launch: Executable doesn't exist at /home/u/.cache/ms-playwright/firefox-1466/firefox/firefox",
  ],
  "playwright-timeout/locator": [
    "TimeoutError: locator.click: Timeout 30000ms exceeded.\nCall log:\n  - waiting for locator('#submit')",
    'playwright._impl._errors.TimeoutError: Locator.click: Timeout 5000ms exceeded.\nCall log:\n  - waiting for get_by_role("button")',
    "Error: locator.waitFor: Timeout 10000ms exceeded.",
  ],
  "playwright-timeout/goto": [
    'TimeoutError: page.goto: Timeout 30000ms exceeded.\nCall log:\n  - navigating to "http://x/", waiting until "load"',
    "playwright._impl._errors.TimeoutError: Page.goto: Timeout 60000ms exceeded.",
  ],
  "playwright-strict-mode/locator": [
    "Error: locator.click: Error: strict mode violation: getByText('Save') resolved to 3 elements:\n    1) <button>Save</button>",
    'playwright._impl._errors.Error: Locator.click: Error: strict mode violation: get_by_role("link") resolved to 12 elements',
  ],
  "npm-registry-404/get": [
    "npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/@acme%2fagents - Not found\nnpm error 404\nnpm error 404  '@acme/agents@^1.0.0' is not in this registry.",
    "npm ERR! 404 Not Found - GET https://registry.npmjs.org/left-padd - Not found",
    'npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://npm.pkg.github.com/x - npm package "x" does not exist under owner "y"',
  ],
  "npm-registry-404/pnpm": [
    "ERR_PNPM_FETCH_404  GET https://registry.npmjs.org/foo: Not Found - 404",
    " ERR_PNPM_FETCH_404  GET https://registry.npmjs.org/@a%2Fb: Not Found - 404\n\nThis error happened while installing a direct dependency of /srv",
  ],
  "npm-exec-not-found/npx": [
    "npm error could not determine executable to run",
    "npm ERR! could not determine executable to run\n\nnpm ERR! A complete log of this run can be found in:\nnpm ERR!     /root/.npm/_logs/2026.log",
  ],
  "engine-mismatch/npm-warn": [
    "npm WARN EBADENGINE Unsupported engine {\nnpm WARN EBADENGINE   package: 'vite@7.0.0',\nnpm WARN EBADENGINE   required: { node: '>=20' },\nnpm WARN EBADENGINE   current: { node: 'v18.19.0', npm: '10.2.3' }\nnpm WARN EBADENGINE }",
    "npm warn EBADENGINE Unsupported engine {\nnpm warn EBADENGINE   package: 'commander@14.0.0',\nnpm warn EBADENGINE   required: { node: '>=20' },\nnpm warn EBADENGINE   current: { node: 'v18.1.0', npm: '8.0.0' }\nnpm warn EBADENGINE }",
  ],
  "engine-mismatch/yarn": [
    'error vite@7.0.0: The engine "node" is incompatible with this module. Expected version "^20.19.0 || >=22.12.0". Got "18.20.4"',
    'error @isaacs/balanced-match@4.0.1: The engine "node" is incompatible with this module. Expected version "20 || >=22". Got "18.17.1"\nerror Found incompatible module.',
  ],
  "npm-peer-deps/resolve": [
    "npm error code ERESOLVE\nnpm error ERESOLVE could not resolve\nnpm error\nnpm error While resolving: a@1.0.0\nnpm error Found: react@19.0.0",
    "npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree\nnpm ERR!\nnpm ERR! Found: typescript@5.0.0",
  ],
  "pip-no-matching/no-match": [
    "ERROR: Could not find a version that satisfies the requirement torch==2.9 (from versions: 2.0.0, 2.1.0)\nERROR: No matching distribution found for torch==2.9",
    "ERROR: No matching distribution found for my-agent>=3",
  ],
  "pip-externally-managed/pip": [
    "error: externally-managed-environment\n\n× This environment is externally managed\n╰─> To install Python packages system-wide, try apt install\n    python3-xyz, where xyz is the package you are trying to\n    install.",
    "error: externally-managed-environment",
  ],
  "wheel-build-failed/pip": [
    "ERROR: Failed building wheel for tokenizers",
    "  error: subprocess-exited-with-error\n  \n  × Building wheel for lxml (pyproject.toml) did not run successfully.\n  │ exit code: 1\n  ╰─> [3 lines of output]\n  note: This error originates from a subprocess, and is likely not a problem with pip.\n  ERROR: Failed building wheel for lxml\nFailed to build lxml",
  ],
  "python-version-mismatch/pip": [
    "ERROR: Package 'my-tool' requires a different Python: 3.9.7 not in '>=3.10'",
    "ERROR: Package 'x' requires a different Python: 3.13.0 not in '<3.13,>=3.10'",
  ],
  "conn-refused/pg": [
    'psycopg2.OperationalError: connection to server at "localhost" (127.0.0.1), port 5432 failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?',
    'sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) connection to server at "db" (172.18.0.2), port 5432 failed: Connection refused\n\tIs the server running on that host and accepting TCP/IP connections?',
  ],
  "conn-refused/redis-py": [
    "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
    "ConnectionError: Error 111 connecting to redis:6379. Connection refused.",
  ],
  "conn-refused/win": [
    "ConnectionRefusedError: [WinError 10061] No connection could be made because the target machine actively refused it",
    "httpx.ConnectError: [WinError 10061] No connection could be made because the target machine actively refused it",
  ],
  "conn-refused/aiohttp": [
    "aiohttp.client_exceptions.ClientConnectorError: Cannot connect to host localhost:8080 ssl:default [Connect call failed ('127.0.0.1', 8080)]",
    "Cannot connect to host 10.0.0.9:443 ssl:default [Connect call failed ('10.0.0.9', 443)]",
  ],
  "conn-reset/win": [
    "ConnectionResetError: [WinError 10054] An existing connection was forcibly closed by the remote host",
    "[asyncio] ERROR [WinError 10054] An existing connection was forcibly closed by the remote host",
  ],
  "conn-reset/bun": [
    "The socket connection was closed unexpectedly. For more information, pass `verbose: true` in the second argument to fetch()",
    "API Error: The socket connection was closed unexpectedly. For more information, pass `verbose: true` in the second argument to fetch()",
  ],
  "conn-reset/java": [
    "java.net.SocketException: Connection reset",
    "Caused by: java.net.SocketException: Connection reset",
  ],
  "conn-timeout/py-110": [
    "TimeoutError: [Errno 110] Connection timed out",
    "OSError: [Errno 110] Connection timed out",
    "2026-01-01 fetch ERROR [Errno 110] Connection timed out",
  ],
  "dns-not-found/py-mac": [
    "socket.gaierror: [Errno 8] nodename nor servname provided, or not known",
    "httpx.ConnectError: [Errno 8] nodename nor servname provided, or not known",
  ],
  "dns-not-found/eai-again": [
    "Error: getaddrinfo EAI_AGAIN registry.npmjs.org",
    "npm ERR! code EAI_AGAIN\nnpm ERR! syscall getaddrinfo\nnpm ERR! errno EAI_AGAIN\nnpm ERR! request to https://registry.npmjs.org/x failed, reason: getaddrinfo EAI_AGAIN registry.npmjs.org",
    "web-1  | Error: getaddrinfo EAI_AGAIN db",
  ],
  "tls-cert/expired": [
    "Error: certificate has expired",
    "FetchError: request to https://x/y failed, reason: certificate has expired",
    "npm ERR! code CERT_HAS_EXPIRED\nnpm ERR! errno CERT_HAS_EXPIRED\nnpm ERR! request to https://registry.npmjs.org/z failed, reason: certificate has expired",
  ],
  "http-5xx/nginx": [
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>",
    "<html>\n<head><title>502 Bad Gateway</title></head>\n<body>\n<center><h1>502 Bad Gateway</h1></center>\n<hr><center>cloudflare</center>\n</body>\n</html>",
  ],
  "http-5xx/axios-503": [
    "AxiosError: Request failed with status code 503",
    "[sync] Request failed with status code 503",
  ],
  "db-missing-table/mysql": [
    "pymysql.err.ProgrammingError: (1146, \"Table 'app.users' doesn't exist\")",
    "sqlalchemy.exc.ProgrammingError: (pymysql.err.ProgrammingError) (1146, \"Table 'x.jobs' doesn't exist\")\n[SQL: SELECT 1]",
  ],
  "db-constraint/sqlite-not-null": [
    "sqlite3.IntegrityError: NOT NULL constraint failed: runs.agent",
    "SqliteError: NOT NULL constraint failed: users.name",
  ],
  "playwright-timeout/expect": [
    "Error: expect(locator).toBeVisible() failed\n\nLocator: getByText('Hi')\nExpected: visible\nTimeout: 5000ms",
    "Error: expect(locator).toBeVisible() failed\n\nLocator:  locator('#a')\nExpected: visible\nReceived: <element(s) not found>\nTimeout:  10000ms",
  ],
  "npm-exec-not-found/missing-script": [
    'npm error Missing script: "dev"\nnpm error\nnpm error To see a list of scripts, run:\nnpm error   npm run',
    'npm ERR! Missing script: "lint"',
  ],
  "dependency-conflict/pip": [
    "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.\nfoo 1.0 requires bar<2, but you have bar 2.1 which is incompatible.",
    "ERROR: pip's dependency resolver does not currently take into account all the packages that are installed. This behaviour is the source of the following dependency conflicts.\nlangchain 0.1 requires pydantic<2, but you have pydantic 2.7 which is incompatible.",
  ],
  "dependency-conflict/pip-impossible": [
    "ERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts",
    "ERROR: Cannot install a==1 and b==2 because these package versions have conflicting dependencies.\nERROR: ResolutionImpossible: for help visit https://pip.pypa.io/en/latest/topics/dependency-resolution/#dealing-with-dependency-conflicts",
  ],
};
