// GitHub: its API, the gh program, Actions.

import type { FailureRule } from "../rule.ts";
import { ONCE, TWICE } from "./scopes.ts";

export const GITHUB_RULES: readonly FailureRule[] = [
  {
    id: "github-secondary-rate-limit",
    title: "GitHub's secondary rate limit in {repos}",
    match: { any: ["secondary rate limit", "abuse detection mechanism", "was submitted too quickly"] },
    scope: ONCE,
    severity: "medium",
    cause: "Too many requests at once, or too much created in a short time; waiting for the hour does not help.",
    suggestion: "Send writes one after the other, a second apart, and wait as retry-after says",
    docs: "https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api",
    samples: {
      match: [
        "HTTP 403: You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
        "You have triggered an abuse detection mechanism.",
      ],
      noMatch: ["API rate limit exceeded for user ID 1234."],
    },
  },
  {
    id: "github-rate-limit",
    title: "GitHub's rate limit used up in {repos}",
    match: {
      any: [
        /API rate limit (?:already )?exceeded/i,
        "github.com/rest/overview/rate-limits",
        /x-ratelimit-remaining\W{1,5}0\b/i,
      ],
    },
    scope: ONCE,
    severity: "medium",
    cause: "60 requests an hour without an account, 5000 with one, and all agents of one account share them.",
    suggestion: "Authenticate and cache; wait until x-ratelimit-reset (gh api rate_limit)",
    docs: "https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api",
    samples: {
      match: [
        "HTTP 403: API rate limit exceeded for 203.0.113.9.",
        "GraphQL: API rate limit already exceeded for user ID 1.",
      ],
      noMatch: ["You have exceeded a secondary rate limit.", "RateLimitError: Rate limit reached for gpt-4o"],
    },
  },
  {
    id: "github-not-authenticated",
    title: "gh is not logged in in {repos}",
    match: {
      any: [
        "gh auth login",
        "not logged into any github hosts",
        "not logged in to any github hosts",
        "gh_token environment variable",
        /(?:HTTP 401: )?\bBad credentials\b/i,
        /requires authentication.{0,80}github|github.{0,120}requires authentication/i,
        "your authentication token is invalid",
      ],
    },
    scope: ONCE,
    severity: "high",
    cause: "The process that runs gh has no token, or an old one.",
    suggestion: "gh auth login, or put GH_TOKEN into the environment that starts the agent",
    docs: "https://cli.github.com/manual/gh_auth_login",
    noise: "environment",
    samples: {
      match: [
        "To get started with GitHub CLI, please run: gh auth login",
        "HTTP 401: Bad credentials (https://api.github.com/graphql)",
        "You are not logged into any GitHub hosts.",
      ],
      noMatch: [
        "fatal: could not read Username for 'https://github.com'",
        "HTTP 403: Resource not accessible by integration",
      ],
    },
  },
  {
    id: "github-token-lacks-permission",
    title: "A GitHub token may not do that in {repos}",
    match: {
      any: [
        "resource not accessible by",
        "must have admin rights",
        /your token has not been granted the required scopes/i,
        /(?:this api operation needs|missing required scope|requires the) .{0,60}scope/i,
        "resource protected by organization saml",
        "github actions is not permitted to create or approve pull requests",
        "upgrade to github pro",
        /does not have (?:the correct permissions|permission) to (?:execute|create|push|merge)/i,
      ],
    },
    scope: ONCE,
    severity: "high",
    cause: "The token is valid and has not the permission; a workflow's token may read only unless it says otherwise.",
    suggestion: "Give it the permission: `permissions:` in the workflow, or the token's scopes",
    docs: "https://docs.github.com/en/actions/security-for-github-actions/security-guides/automatic-token-authentication",
    noise: "environment",
    samples: {
      match: [
        "HttpError: Resource not accessible by integration",
        "GraphQL: Resource not accessible by personal access token (createPullRequest)",
        'error: your authentication token is missing required scopes: this API operation needs the "read:project" scope',
      ],
      noMatch: ["HTTP 401: Bad credentials", "You have exceeded a secondary rate limit."],
    },
  },
  {
    id: "github-not-found",
    title: "GitHub finds no such thing in {repos}",
    match: {
      any: [
        /^HttpError\n(?:HttpError: )?Not Found\b/,
        /Could not resolve to an? (?:Repository|PullRequest|Issue|User|node|Organization|ProjectV2|issue or pull request)/i,
        /HTTP 404: Not Found \(https:\/\/api\.github/i,
        /gh: Not Found/i,
        "no pull requests found for branch",
        /could not find any workflows? named/i,
        "none of the git remotes configured for this repository point to a known github host",
        "no git remotes found",
        "no default remote repository has been set",
        /release not found|label .{1,80} not found/i,
      ],
    },
    scope: TWICE,
    severity: "low",
    cause: "The owner, the name or the number is wrong, or the account in use may not see it.",
    suggestion: "Check owner/name and the active account (gh auth status, gh repo set-default)",
    docs: "https://cli.github.com/manual/gh_repo_set-default",
    samples: {
      match: [
        "GraphQL: Could not resolve to a Repository with the name 'acme/ap'. (repository)",
        "gh: Not Found (HTTP 404)",
        'no pull requests found for branch "login"',
      ],
      noMatch: ["remote: Repository not found.", "getaddrinfo ENOTFOUND api.github.com"],
    },
  },
  {
    id: "github-validation-failed",
    title: "GitHub refused what was asked in {repos}",
    match: {
      any: [
        /HTTP 422: /,
        /Validation Failed.{0,200}(?:github|documentation_url|HTTP 422)/i,
        /a pull request for branch .{1,200} already exists/i,
        /No commits between /i,
        "pull request is not mergeable",
        "base branch policy prohibits the merge",
        "pull request is in clean status",
        /head sha can't be blank/i,
        /can ?not (?:approve|request changes on) your own pull request/i,
      ],
    },
    scope: TWICE,
    severity: "low",
    cause:
      "The request was understood and does not fit: there is such a pull request, nothing to merge, or a rule against it.",
    suggestion: "Look whether it exists already (gh pr list --head BRANCH) and what the branch's rules ask",
    docs: "https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api",
    samples: {
      match: [
        "HTTP 422: Validation Failed (https://api.github.com/repos/acme/app/pulls)",
        'a pull request for branch "login" into branch "main" already exists',
        "GraphQL: No commits between main and login (createPullRequest)",
      ],
      noMatch: ["pydantic_core._pydantic_core.ValidationError: 1 validation error for User"],
    },
  },
];
