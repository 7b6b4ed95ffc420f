// Docker, Compose and Kubernetes.

import type { FailureRule } from "../rule.ts";
import { ONCE, TWICE } from "./scopes.ts";

export const CONTAINER_RULES: readonly FailureRule[] = [
  {
    id: "docker-socket-permission",
    title: "No permission for Docker's socket in {repos}",
    match: {
      any: [
        /docker\.sock.{0,200}permission denied/i,
        /permission denied.{0,120}docker (?:daemon|api|socket|\.sock)/i,
        /permission denied.{0,200}docker\.sock/i,
      ],
    },
    scope: ONCE,
    severity: "high",
    cause: "The user that runs the agent is not in the docker group.",
    suggestion: "sudo usermod -aG docker $USER, then log in again (or use rootless Docker)",
    docs: "https://docs.docker.com/engine/install/linux-postinstall/",
    noise: "environment",
    samples: {
      match: [
        "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock",
        "dial unix /var/run/docker.sock: connect: permission denied",
      ],
      noMatch: ["Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?"],
    },
  },
  {
    id: "docker-daemon-down",
    title: "Docker is not running in {repos}",
    match: {
      any: [
        "cannot connect to the docker daemon",
        "is the docker daemon running",
        "docker daemon is not running",
        "docker desktop is not running",
        /docker(?:_engine|\.sock|desktop\w{0,20}).{0,80}(?:no such file|cannot find the file|connection refused)/i,
        "error while fetching server api version",
        "failed to connect to the docker api",
        "docker desktop is unable to start",
        "could not find a valid docker environment",
      ],
    },
    scope: ONCE,
    severity: "high",
    cause: "The daemon does not run here, or DOCKER_HOST and the context point elsewhere.",
    suggestion: "Start Docker, or mount its socket into the container that needs it (docker context ls)",
    docs: "https://docs.docker.com/engine/daemon/troubleshoot/",
    noise: "environment",
    samples: {
      match: [
        "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
        "error during connect: open //./pipe/docker_engine: The system cannot find the file specified.",
      ],
      noMatch: ["dial unix /var/run/docker.sock: connect: permission denied", "connect ECONNREFUSED 127.0.0.1:5432"],
    },
  },
  {
    id: "docker-image-not-found",
    title: "Images that cannot be pulled in {repos}",
    match: {
      any: [
        "pull access denied",
        "manifest unknown",
        /manifest for .{1,200} not found/i,
        "no such image",
        "unable to find image",
        "repository does not exist or may require",
        "no matching manifest for",
        "imagepullbackoff",
        "errimagepull",
        "unauthorized: authentication required",
        "denied: requested access to the resource is denied",
      ],
    },
    scope: ONCE,
    severity: "medium",
    cause: "Name or tag is wrong, the registry wants a login, or there is no image for this processor.",
    suggestion: "Check name and tag, docker login, and --platform linux/amd64 where only that exists",
    docs: "https://docs.docker.com/reference/cli/docker/image/pull/",
    samples: {
      match: [
        "Error response from daemon: pull access denied for acme/app, repository does not exist or may require 'docker login'",
        "manifest for python:3.99 not found: manifest unknown",
      ],
      noMatch: [
        "toomanyrequests: You have reached your pull rate limit.",
        "Error: ENOENT: no such file or directory, open 'package.json'",
      ],
    },
  },
  {
    id: "docker-build-failed",
    title: "Image builds that fail in {repos}",
    match: {
      any: [
        "failed to solve",
        "failed to compute cache key",
        /did not complete successfully: exit code/i,
        "dockerfile parse error",
        "failed to read dockerfile",
        "unable to prepare context",
        "returned a non-zero code",
      ],
    },
    scope: TWICE,
    severity: "medium",
    cause: "A step of the Dockerfile failed, or a file it copies is not in the build context (.dockerignore).",
    suggestion: "Run it with --progress=plain and mend the first step that fails; check the build context",
    docs: "https://docs.docker.com/build/building/best-practices/",
    samples: {
      match: [
        'ERROR: failed to solve: process "/bin/sh -c npm ci" did not complete successfully: exit code: 1',
        'failed to compute cache key: "/dist" not found',
      ],
      noMatch: ["ERROR: Failed building wheel for lxml"],
    },
  },
  {
    id: "container-name-in-use",
    title: "Container names taken in {repos}",
    match: {
      any: [
        /the container name .{1,120} is already in use/i,
        "network with name",
        "volume is in use",
        "has active endpoints",
        "no such container",
        /container .{1,80} is not running/i,
        "pool overlaps with other one on this address space",
      ],
    },
    scope: TWICE,
    severity: "low",
    cause: "An earlier run left its container, or the one that is meant has ended.",
    suggestion: "Run with --rm, or docker rm -f NAME before; look at docker ps -a",
    docs: "https://docs.docker.com/reference/cli/docker/container/run/",
    samples: {
      match: [
        'Conflict. The container name "/db" is already in use by container "1a2b".',
        "Error response from daemon: No such container: db",
      ],
      noMatch: ["Bind for 0.0.0.0:5432 failed: port is already allocated"],
    },
  },
  {
    id: "compose-invalid",
    title: "Compose files that Docker refuses in {repos}",
    match: {
      any: [
        "no configuration file provided",
        /services\.\w{1,40}.{0,80}(?:additional propert|must be|undefined)/i,
        "compose file",
        "depends on undefined service",
        "refers to undefined",
        "the compose.yaml",
      ],
      all: [/invalid|not found|no configuration|undefined|additional|must be|unsupported|error/i],
    },
    scope: TWICE,
    severity: "low",
    cause: "There is no Compose file in this folder, or it has a key or a reference that Compose does not know.",
    suggestion: "Run it where compose.yaml lies (or -f FILE), and check it with docker compose config",
    docs: "https://docs.docker.com/reference/compose-file/",
    samples: {
      match: [
        "no configuration file provided: not found",
        'service "web" depends on undefined service "db": invalid compose project',
      ],
      noMatch: ["unknown shorthand flag: 'd' in -d"],
    },
  },
  {
    id: "kubernetes-refuses",
    title: "Kubernetes refuses in {repos}",
    match: {
      any: [
        /Error from server \((?:NotFound|Forbidden|BadRequest|AlreadyExists|Conflict|Invalid)\)/,
        "crashloopbackoff",
        "the connection to the server localhost:8080 was refused",
        "unable to connect to the server",
        "you must be logged in to the server",
        "no kind is registered",
        "no matches for kind",
        "current-context is not set",
      ],
    },
    scope: TWICE,
    severity: "medium",
    cause: "The context points to another cluster or namespace, the account may not, or the pod itself fails.",
    suggestion: "Check kubectl config current-context and the namespace, then kubectl describe what it names",
    docs: "https://kubernetes.io/docs/tasks/debug/",
    samples: {
      match: [
        'Error from server (NotFound): pods "web-1" not found',
        "Back-off restarting failed container: CrashLoopBackOff",
      ],
      noMatch: ["connect ECONNREFUSED 127.0.0.1:8080"],
    },
  },
];
