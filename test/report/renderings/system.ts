// Failures of files, processes, shells, each as several producers' logs and versions tell it, with other values. As same-failures.ts.

export const SYSTEM_RENDERINGS: Readonly<Record<string, readonly string[]>> = {
  "file-not-found/py-errno2": [
    "FileNotFoundError: [Errno 2] No such file or directory: '/app/config/settings.toml'",
    "2026-03-04 08:11:09,331 ERROR loader.py:88 Failed to read prompt: [Errno 2] No such file or directory: 'prompts/system.md'",
    'Traceback (most recent call last):\n  File "/home/u/run.py", line 12, in <module>\n    main()\n  File "/home/u/run.py", line 8, in main\n    with open(path) as f:\nFileNotFoundError: [Errno 2] No such file or directory: \'out/report.json\'',
    "worker-1  | FileNotFoundError: [Errno 2] No such file or directory: '/data/cache/index.bin'",
    "Error executing tool read_file: [Errno 2] No such file or directory: '/workspace/notes.txt'",
  ],
  "file-not-found/node-enoent-scandir": [
    "Error: ENOENT: no such file or directory, scandir '/srv/agents/plugins'",
    "[Error: ENOENT: no such file or directory, scandir './skills'] {\n  errno: -2,\n  code: 'ENOENT',\n  syscall: 'scandir',\n  path: './skills'\n}",
    "2026-05-01T09:00:01.004Z error: [plugin-loader] ENOENT: no such file or directory, scandir 'C:\\Users\\dev\\.agent\\plugins'",
  ],
  "file-not-found/go-open": [
    "open /etc/agent/config.yaml: no such file or directory",
    "2026/02/03 10:11:12 failed to load config: open config.yaml: no such file or directory",
    "panic: open ./testdata/golden.json: no such file or directory",
  ],
  "permission-denied/go": [
    "open /var/lib/agent/state.db: permission denied",
    "2026/01/09 11:00:00 could not write state: open /root/.agent/state.json: permission denied",
  ],
  "permission-denied/node-eacces": [
    "Error: EACCES: permission denied, open '/var/log/agent.log'",
    "[2026-04-05T10:00:00.000Z] ERROR (worker/4412): EACCES: permission denied, mkdir '/data/runs/17'",
    "app_1  | Error: EACCES: permission denied, unlink '/srv/cache/tmp.lock'\napp_1  |     at Object.unlinkSync (node:fs:1871:11)",
    "Unhandled error: Error: EACCES: permission denied, rename '/opt/a' -> '/opt/b'",
  ],
  "permission-denied/node-eperm": [
    "Error: EPERM: operation not permitted, unlink 'C:\\Users\\me\\AppData\\Local\\Temp\\x.node'",
    "EPERM: operation not permitted, rename 'C:\\proj\\node_modules\\.a' -> 'C:\\proj\\node_modules\\a'",
    "[main] Error: EPERM: operation not permitted, mkdir 'D:\\data'",
  ],
  "permission-denied/sh": [
    "bash: ./deploy.sh: Permission denied",
    "/bin/bash: line 1: /usr/local/bin/agent: Permission denied",
    "sh: 1: ./scripts/run.sh: Permission denied",
  ],
  "permission-denied/win-error-5": [
    "PermissionError: [WinError 5] Access is denied: 'C:\\\\Users\\\\x\\\\AppData\\\\Local\\\\agent\\\\cache'",
    "ERROR: Could not clean up: [WinError 5] Access is denied: 'D:\\\\tmp\\\\build'",
  ],
  "command-not-found/windows": [
    "'uvx' is not recognized as an internal or external command,\r\noperable program or batch file.",
    "'npx' is not recognized as an internal or external command, operable program or batch file.",
    "Command failed: claude --version\n'claude' is not recognized as an internal or external command,\noperable program or batch file.",
  ],
  "command-not-found/powershell": [
    "The term 'pnpm' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.",
    "uv : The term 'uv' is not recognized as the name of a cmdlet, function, script file, or operable program. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.\nAt line:1 char:1",
  ],
  "command-not-found/spawn": [
    "Error: spawn uvx ENOENT",
    'MCP server "github" failed to start: spawn docker ENOENT',
    "2026-06-06T01:02:03.456Z [filesystem] [error] spawn npx ENOENT",
    "Error: spawn /usr/local/bin/rg ENOENT\n    at ChildProcess._handle.onexit (node:internal/child_process:286:19)\n    at onErrorNT (node:internal/child_process:484:16)",
  ],
  "command-not-found/go-exec": [
    'exec: "gopls": executable file not found in $PATH',
    'fork/exec failed: exec: "docker": executable file not found in $PATH',
    '2026/09/08 07:06:05 start lsp: exec: "rust-analyzer": executable file not found in $PATH',
  ],
  "is-a-directory/node": [
    "Error: EISDIR: illegal operation on a directory, read",
    "[tool:read] EISDIR: illegal operation on a directory, read",
    "EISDIR: illegal operation on a directory, open '/srv/x'",
  ],
  "is-a-directory/py": [
    "IsADirectoryError: [Errno 21] Is a directory: '/srv/data'",
    "Tool read failed: [Errno 21] Is a directory: 'src'",
  ],
  "file-busy-windows/win32": [
    "PermissionError: [WinError 32] The process cannot access the file because it is being used by another process: 'C:\\\\x\\\\log.txt'",
    "Could not rotate log: [WinError 32] The process cannot access the file because it is being used by another process: 'app.log' -> 'app.log.1'",
  ],
  "file-busy-windows/node-ebusy": [
    "Error: EBUSY: resource busy or locked, rename 'C:\\a\\b.json' -> 'C:\\a\\c.json'",
    "EBUSY: resource busy or locked, unlink 'D:\\x.sqlite'",
    "npm ERR! code EBUSY\nnpm ERR! syscall rename\nnpm ERR! path C:\\p\\node_modules\\esbuild\nnpm ERR! errno -4082\nnpm ERR! EBUSY: resource busy or locked, rename 'C:\\p\\node_modules\\esbuild' -> 'C:\\p\\node_modules\\.esbuild-x1'",
  ],
  "disk-full/py": [
    "OSError: [Errno 28] No space left on device",
    "2026-01-02 03:04:05,678 ERROR [writer] flush failed: [Errno 28] No space left on device: '/var/data/run.jsonl'",
    'Traceback (most recent call last):\n  File "a.py", line 1, in <module>\nOSError: [Errno 28] No space left on device',
  ],
  "disk-full/node": [
    "Error: ENOSPC: no space left on device, write",
    "npm ERR! code ENOSPC\nnpm ERR! syscall write\nnpm ERR! errno -28\nnpm ERR! nospc ENOSPC: no space left on device, write",
    "ENOSPC: no space left on device, copyfile '/a' -> '/b'",
  ],
  "disk-full/docker-build": [
    "write /var/lib/docker/tmp/GetImageBlob123: no space left on device",
    "ERROR: failed to register layer: write /usr/lib/x.so: no space left on device",
  ],
  "watchers-limit/node": [
    "Error: ENOSPC: System limit for number of file watchers reached, watch '/srv/app/src'",
    "[vite] Internal server error: ENOSPC: System limit for number of file watchers reached, watch '/home/u/p/index.html'",
    "Watchpack Error (watcher): Error: ENOSPC: System limit for number of file watchers reached, watch '/x'",
  ],
  "too-many-open-files/node": [
    "Error: EMFILE: too many open files, open '/srv/a.json'",
    "EMFILE: too many open files, watch",
    "[Error: EMFILE: too many open files, open 'b'] {\n  errno: -24,\n  code: 'EMFILE',\n  syscall: 'open',\n  path: 'b'\n}",
  ],
  "too-many-open-files/rust": [
    "Too many open files (os error 24)",
    "error: failed to open file `/home/u/.cache/uv/x`: Too many open files (os error 24)",
  ],
  "too-many-open-files/go": [
    "accept tcp [::]:8080: accept4: too many open files",
    "http: Accept error: accept tcp 0.0.0.0:3000: accept4: too many open files; retrying in 5ms",
  ],
  "port-in-use/node": [
    "Error: listen EADDRINUSE: address already in use :::8080",
    "Error: listen EADDRINUSE: address already in use 127.0.0.1:4317\n    at Server.setupListenHandle [as _listen2] (node:net:1817:16) {\n  code: 'EADDRINUSE',\n  errno: -98,\n  syscall: 'listen',\n  address: '127.0.0.1',\n  port: 4317\n}",
    "[proxy] Failed to start: listen EADDRINUSE: address already in use 0.0.0.0:3100",
  ],
  "port-in-use/py": [
    "OSError: [Errno 98] Address already in use",
    "ERROR:    [Errno 98] Address already in use",
    "OSError: [Errno 98] Address already in use: ('127.0.0.1', 5000)",
  ],
  "port-in-use/uvicorn": [
    "ERROR:    [Errno 98] error while attempting to bind on address ('0.0.0.0', 8000): address already in use",
    "ERROR:    [Errno 98] error while attempting to bind on address ('127.0.0.1', 9090): address already in use",
  ],
  "port-in-use/go": [
    "listen tcp :8080: bind: address already in use",
    "2026/01/01 00:00:00 listen tcp 127.0.0.1:9000: bind: address already in use",
    "panic: listen tcp 0.0.0.0:50051: bind: address already in use",
  ],
  "oom-killed/exit-137": ["Process exited with code 137", "[worker 3] Process exited with code 137"],
  "subprocess-nonzero/called": [
    "subprocess.CalledProcessError: Command '['docker', 'build', '.']' returned non-zero exit status 2.",
    "2026-01-01 11:11:11,111 ERROR build: Command '['cargo', 'test']' returned non-zero exit status 2.",
  ],
  "subprocess-timeout/py": [
    "TimeoutExpired: Command '['pytest', '-q']' timed out after 300 seconds",
    "subprocess.TimeoutExpired: Command 'sleep 100' timed out after 5 seconds",
    "Tool bash failed: Command '['bash', '-c', 'x']' timed out after 119.99999 seconds",
  ],
  "cli-unknown-option/illegal": [
    "sed: illegal option -- r\nusage: sed script [-EHalnru] [-i extension] [file ...]",
    "sed: illegal option -- z",
  ],
  "cli-unknown-option/gnu": [
    "grep: unrecognized option '--foo'\nUsage: grep [OPTION]... PATTERNS [FILE]...",
    "grep: unrecognized option '--exclud-dir=x'",
  ],
  "cli-unknown-option/node": [
    "error: unknown option '--verbos'",
    "error: unknown option '--no-cache'\n(Did you mean --cache?)",
  ],
  "shell-syntax/bash": [
    "bash: -c: line 3: syntax error near unexpected token `fi'",
    "/bin/bash: -c: line 0: syntax error near unexpected token `('",
    "bash: -c: line 1: syntax error near unexpected token `newline'\nbash: -c: line 1: `foo >'",
  ],
  "shell-syntax/eof": [
    "bash: -c: line 12: unexpected EOF while looking for matching `\"'",
    "/bin/bash: line 3: unexpected EOF while looking for matching `''",
  ],
  "crlf-bad-interpreter/bash": [
    "bash: ./run.sh: /bin/bash^M: bad interpreter: No such file or directory",
    "-bash: ./scripts/a.sh: /bin/bash^M: bad interpreter: No such file or directory",
  ],
  "ps-execution-policy/ps": [
    "npm : File C:\\Program Files\\nodejs\\npm.ps1 cannot be loaded because running scripts is disabled on this system. For more information, see about_Execution_Policies at https:/go.microsoft.com/fwlink/?LinkID=135170.",
    "File C:\\Users\\x\\AppData\\Roaming\\npm\\claude.ps1 cannot be loaded because running scripts is disabled on this system.",
    ".\\venv\\Scripts\\Activate.ps1 : File D:\\p\\venv\\Scripts\\Activate.ps1 cannot be loaded because running scripts is disabled on this system. For more information, see about_Execution_Policies",
  ],
  "python-broken-env/required-file": [
    "bash: /srv/.venv/bin/pytest: cannot execute: required file not found",
    "/bin/bash: line 1: /home/u/.venv/bin/pip: cannot execute: required file not found",
  ],
  "project-manifest-missing/cargo": [
    "error: could not find `Cargo.toml` in `/srv/x` or any parent directory",
    "error: could not find `Cargo.toml` in `/home/u` or any parent directory",
  ],
  "project-manifest-missing/gomod": [
    "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
    "go: go.mod file not found in current directory or any parent directory",
  ],
  "lock-held/apt": [
    "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 1234 (apt-get)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?",
    "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 99 (unattended-upgr)",
  ],
  "command-not-found/zsh": ["zsh: command not found: bun", "zsh:12: command not found: timeout"],
  "command-not-found/bash-line": [
    "/bin/bash: line 7: fd: command not found",
    "bash: line 1: pytest: command not found",
    "bash: gh: command not found",
  ],
  "subprocess-nonzero/npm-lifecycle": [
    "npm error Lifecycle script `build` failed with error:\nnpm error code 1\nnpm error path /srv/a\nnpm error workspace a@1.0.0\nnpm error location /srv/a\nnpm error command failed\nnpm error command sh -c tsc",
    "npm ERR! Lifecycle script `test` failed with error: \nnpm ERR! Error: command failed \nnpm ERR!   in workspace: b@0.1.0 \nnpm ERR!   at location: /x/b",
  ],
  "subprocess-timeout/claude-bash": [
    "Command timed out after 2m 0.0s",
    "Command timed out after 10m 0.0s",
    "Error: Command timed out after 30s",
  ],
  "permission-denied/py": [
    "PermissionError: [Errno 13] Permission denied: '/etc/hosts'",
    "Traceback (most recent call last):\n  File \"/x/y.py\", line 5, in z\nPermissionError: [Errno 13] Permission denied: '/root/.cache'",
    "INFO:     save failed -> [Errno 13] Permission denied: 'logs/a.log'",
  ],
  "oom-killed/sigkill": [
    "Command was killed with SIGKILL (Forced termination): npm run build",
    "Error: Command was killed with SIGKILL (Forced termination): vite build",
  ],
  "port-in-use/python-http": [
    "OSError: [Errno 48] Address already in use",
    "ERROR: server: [Errno 48] Address already in use",
  ],
  "port-in-use/docker": [
    "Error response from daemon: driver failed programming external connectivity on endpoint web_1 (0123456789abcdef): Bind for 0.0.0.0:8080 failed: port is already allocated",
    "docker: Error response from daemon: driver failed programming external connectivity on endpoint quirky_x (fedcba9876543210): Bind for 0.0.0.0:5432 failed: port is already allocated.",
  ],
  "too-many-open-files/py": [
    "OSError: [Errno 24] Too many open files: '/proc/1/stat'",
    "asyncio ERROR socket.accept() out of system resource: [Errno 24] Too many open files",
  ],
  "file-not-found/claude": [
    "File does not exist.",
    "<tool_use_error>File does not exist.</tool_use_error>",
    "Error: File does not exist.",
  ],
  "shell-syntax/zsh": ["zsh: parse error near `)'", "(eval):1: parse error near `&&'", "zsh:3: parse error near `do'"],
  "shell-glob-no-match/zsh": ["zsh: no matches found: src/*.spec.ts", "(eval):2: no matches found: test[0-9]"],
  "cli-unknown-option/gh-args": ["accepts at most 1 arg(s), received 3", "gh: accepts at most 1 arg(s), received 2"],
};
