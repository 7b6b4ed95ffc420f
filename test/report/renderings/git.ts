// Failures of git and GitHub, each as several producers' logs and versions tell it, with other values. As same-failures.ts.

export const GIT_RENDERINGS: Readonly<Record<string, readonly string[]>> = {
  "git-index-lock/unable": [
    "fatal: Unable to create '/srv/x/.git/index.lock': File exists.",
    "Error: Command failed: git add -A\nfatal: Unable to create '/home/ci/repo/.git/index.lock': File exists.\n\nAnother git process seems to be running in this repository, e.g.\nan editor opened by 'git commit'. Please make sure all processes\nare terminated then try again.",
    "GitCommandError: Cmd('git') failed due to: exit code(128)\n  cmdline: git commit -m x\n  stderr: 'fatal: Unable to create '/app/.git/index.lock': File exists.'",
  ],
  "git-dirty-tree/local-changes": [
    "error: Your local changes to the following files would be overwritten by merge:\n\tpackage-lock.json\nPlease commit your changes or stash them before you merge.\nAborting",
    "error: Your local changes to the following files would be overwritten by merge:\n\tsrc/a.ts\n\tsrc/b.ts\nPlease commit your changes or stash them before you merge.\nAborting\nUpdating 1a2b3c4..5d6e7f8",
    "Updating 0a1b2c3..4d5e6f7\nerror: Your local changes to the following files would be overwritten by merge:\n        README.md\nPlease commit your changes or stash them before you merge.\nAborting",
  ],
  "git-dirty-tree/unstaged": [
    "error: cannot pull with rebase: You have unstaged changes.\nerror: Please commit or stash them.",
    "Command failed: git pull --rebase origin main\nerror: cannot pull with rebase: You have unstaged changes.\nerror: please commit or stash them.",
  ],
  "git-dirty-tree/rebase-unstaged": [
    "error: cannot rebase: You have unstaged changes.\nerror: Please commit or stash them.",
    "error: cannot rebase: You have unstaged changes.",
  ],
  "git-merge-conflict/content": [
    "Auto-merging src/app.ts\nCONFLICT (content): Merge conflict in src/app.ts\nAutomatic merge failed; fix conflicts and then commit the result.",
    "CONFLICT (content): Merge conflict in pnpm-lock.yaml",
    "Auto-merging docs/a b.md\nCONFLICT (content): Merge conflict in docs/a b.md",
  ],
  "git-merge-conflict/could-not-apply": [
    "error: could not apply 3f2a1b0... Add retry to the client",
    "Rebasing (3/9)\nerror: could not apply 0123abc... refactor: split module",
  ],
  "git-not-a-repo/plain": [
    "fatal: not a git repository (or any of the parent directories): .git",
    "[git] fatal: not a git repository (or any of the parent directories): .git",
    "2026-07-08 12:13:14 | ERROR | git_tool | fatal: not a git repository (or any of the parent directories): .git",
    "failed to run git: fatal: not a git repository (or any of the parent directories): .git",
  ],
  "git-auth-failed/username": [
    "fatal: could not read Username for 'https://github.com': terminal prompts disabled",
    "remote: Repository access\nfatal: could not read Username for 'https://gitlab.example.com': terminal prompts disabled",
  ],
  "git-auth-failed/password-removed": [
    "remote: Support for password authentication was removed on August 13, 2021.\nremote: Please see https://docs.github.com/get-started/getting-started-with-git/about-remote-repositories#cloning-with-https-urls for information on currently recommended modes of authentication.\nfatal: Authentication failed for 'https://github.com/a/b.git/'",
    "remote: Support for password authentication was removed on August 13, 2021. Please use a personal access token instead.\nfatal: Authentication failed for 'https://github.com/x/y.git/'",
  ],
  "git-push-rejected/gh013": [
    "remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: Review all repository rules at https://github.com/a/b/rules?ref=refs%2Fheads%2Fmain\n ! [remote rejected] main -> main (push declined due to repository rule violations)\nerror: failed to push some refs to 'https://github.com/a/b.git'",
    "remote: error: GH013: Repository rule violations found for refs/heads/release.",
  ],
  "git-push-rejected/protected": [
    "remote: error: GH006: Protected branch update failed for refs/heads/main.\nremote: error: Changes must be made through a pull request.\nTo https://github.com/a/b\n ! [remote rejected] main -> main (protected branch hook declined)",
    "remote: error: GH006: Protected branch update failed for refs/heads/develop.",
  ],
  "git-push-rejected/large-file": [
    "remote: error: File data/model.bin is 210.33 MB; this exceeds GitHub's file size limit of 100.00 MB",
    "remote: error: File a/b.zip is 131.00 MB; this exceeds GitHub's file size limit of 100.00 MB\nremote: error: GH001: Large files detected. You may want to try Git Large File Storage - https://git-lfs.github.com.",
  ],
  "git-branch-exists/named": [
    "fatal: a branch named 'agent/run-17' already exists",
    "fatal: A branch named 'feature-x' already exists.",
    "Preparing worktree (new branch 'task-9')\nfatal: a branch named 'task-9' already exists",
  ],
  "git-branch-in-use/used-by": [
    "fatal: 'main' is already used by worktree at '/srv/wt/main'",
    "Preparing worktree (checking out 'dev')\nfatal: 'dev' is already used by worktree at '/home/u/dev'",
    "git worktree add failed: fatal: 'feature/a' is already used by worktree at 'C:/work/a'",
  ],
  "git-branch-in-use/delete": [
    "error: Cannot delete branch 'topic' checked out at '/srv/wt/topic'",
    "error: Cannot delete branch 'x/y' checked out at '/home/u/x'",
  ],
  "git-ref-not-found/pathspec": [
    "error: pathspec 'release/2.0' did not match any file(s) known to git",
    "Error: The process '/usr/bin/git' failed: error: pathspec 'master' did not match any file(s) known to git",
  ],
  "git-ref-not-found/remote-ref": [
    "fatal: couldn't find remote ref refs/heads/feature-z",
    "fatal: couldn't find remote ref main",
    "Error: fatal: couldn't find remote ref pull/44/head",
  ],
  "git-ref-not-found/src-refspec": [
    "error: src refspec main does not match any",
    "error: src refspec feature/login does not match any\nerror: failed to push some refs to 'origin'",
  ],
  "git-dubious-ownership/plain": [
    "fatal: detected dubious ownership in repository at '/__w/app/app'\nTo add an exception for this directory, call:\n\n\tgit config --global --add safe.directory /__w/app/app",
    "fatal: detected dubious ownership in repository at 'C:/dev/x'",
    "git rev-parse failed: fatal: detected dubious ownership in repository at '/github/workspace'",
  ],
  "git-identity-unknown/author": [
    'Author identity unknown\n\n*** Please tell me who you are.\n\nRun\n\n  git config --global user.email "you@example.com"\n  git config --global user.name "Your Name"\n\nto set your account\'s default identity.\nOmit --global to set the identity only in this repository.\n\nfatal: unable to auto-detect email address (got \'root@abc.(none)\')',
    "Author identity unknown\n\n*** Please tell me who you are.",
  ],
  "git-identity-unknown/empty-ident": [
    "fatal: empty ident name (for <runner@fv-az1.internal>) not allowed",
    "fatal: empty ident name (for <>) not allowed",
  ],
  "git-remote-not-found/not-found": [
    "remote: Repository not found.\nfatal: repository 'https://github.com/acme/private.git/' not found",
    "Cloning into 'tools'...\nremote: Repository not found.\nfatal: repository 'https://github.com/foo/tools/' not found",
  ],
  "git-remote-not-found/origin": [
    "fatal: 'origin' does not appear to be a git repository\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.",
    "fatal: 'upstream' does not appear to be a git repository",
  ],
  "git-commit-failed/gpg": [
    "error: gpg failed to sign the data\nfatal: failed to write commit object",
    "error: gpg failed to sign the data:\n[GNUPG:] KEY_CONSIDERED 0123456789ABCDEF 2\ngpg: signing failed: Inappropriate ioctl for device\n\nfatal: failed to write commit object",
  ],
  "git-usage/unknown-option": ["fatal: unrecognized argument: --foo", "fatal: unrecognized argument: --no-pager-x"],
  "git-usage/not-versioned": [
    "fatal: not under version control, source=a.txt, destination=b.txt",
    "fatal: not under version control, source=src/x.ts, destination=lib/x.ts",
  ],
  "gh-rate-limit/user": [
    "gh: API rate limit exceeded for user ID 12345. (HTTP 403)",
    "HttpError: API rate limit exceeded for user ID 987.",
    "GraphQL: API rate limit exceeded for user ID 4.",
    "API rate limit exceeded for user ID 55. If you reach out to GitHub Support for help, please include the request ID ABCD:1234:56789 and timestamp 2026-01-01 00:00:00 UTC.",
  ],
  "gh-secondary-rate-limit/gh": [
    "You have exceeded a secondary rate limit. Please wait a few minutes before you try again. (HTTP 403)",
    "gh: You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID A:B:C. (HTTP 403)",
    "HttpError: You have exceeded a secondary rate limit. Please wait a few minutes before you try again.",
  ],
  "gh-not-found/graphql": [
    "GraphQL: Could not resolve to a Repository with the name 'acme/tool'. (repository)",
    "Could not resolve to a Repository with the name 'foo/bar'.",
    "gh: Could not resolve to a Repository with the name 'a/b'. (repository)",
  ],
  "gh-not-authenticated/login": [
    "To get started with GitHub CLI, please run:  gh auth login\nAlternatively, populate the GH_TOKEN environment variable with a GitHub API authentication token.",
    "To get started with GitHub CLI, please run: gh auth login",
  ],
  "gh-not-authenticated/bad-credentials": [
    "gh: Bad credentials (HTTP 401)",
    "HttpError: Bad credentials",
    '{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}',
    "HTTP 401: Bad credentials (https://api.github.com/graphql)\nTry authenticating with:  gh auth login",
  ],
  "gh-not-accessible/integration": [
    "HttpError: Resource not accessible by integration",
    "gh: Resource not accessible by integration (HTTP 403)",
    "GraphQL: Resource not accessible by integration (addComment)",
    "Error: Resource not accessible by integration - https://docs.github.com/rest/issues/comments#create-an-issue-comment",
    "##[error]Resource not accessible by integration",
  ],
  "git-ssh-publickey/gitlab": [
    "git@gitlab.com: Permission denied (publickey,keyboard-interactive).\nfatal: Could not read from remote repository.",
    "deploy@10.0.0.3: Permission denied (publickey,keyboard-interactive).",
  ],
  "git-push-rejected/non-ff": [
    "To github.com:me/x.git\n ! [rejected]        main -> main (non-fast-forward)\nerror: failed to push some refs to 'github.com:me/x.git'\nhint: Updates were rejected because the tip of your current branch is behind\nhint: its remote counterpart. If you want to integrate the remote changes,\nhint: use 'git pull' before pushing again.",
    "$ git push origin dev\nTo https://github.com/you/y\n ! [rejected]        dev -> dev (non-fast-forward)\nerror: failed to push some refs to 'https://github.com/you/y'\nhint: Updates were rejected because the tip of your current branch is behind\nhint: its remote counterpart. Integrate the remote changes (e.g.\nhint: 'git pull ...') before pushing again.",
  ],
  "git-dirty-tree/checkout": [
    "error: Your local changes to the following files would be overwritten by checkout:\n\tapp/main.py\nPlease commit your changes or stash them before you switch branches.\nAborting",
    "GitError: git checkout main failed\nerror: Your local changes to the following files would be overwritten by checkout:\n\tsrc/a.rs\n\tsrc/b.rs\nPlease commit your changes or stash them before you switch branches.\nAborting",
  ],
  "git-dirty-tree/untracked-merge": [
    "error: The following untracked working tree files would be overwritten by merge:\n\tdist/index.js\nPlease move or remove them before you merge.\nAborting",
    "From github.com:a/b\n * branch            main       -> FETCH_HEAD\nerror: The following untracked working tree files would be overwritten by merge:\n\t.env.example\nPlease move or remove them before you merge.",
  ],
  "git-merge-conflict/add-add": [
    "CONFLICT (add/add): Merge conflict in src/new.ts",
    "Auto-merging a.md\nCONFLICT (add/add): Merge conflict in a.md\nAutomatic merge failed; fix conflicts and then commit the result.",
  ],
  "git-detached-head/push": [
    "fatal: You are not currently on a branch.\nTo push the history leading to the current (detached HEAD)\nstate now, use\n\n    git push origin HEAD:<name-of-remote-branch>",
    "2026-03-01T10:00:00Z [git] fatal: You are not currently on a branch.",
  ],
  "git-ref-not-found/invalid-reference": [
    "fatal: invalid reference: feature/agents",
    "git worktree add: fatal: invalid reference: origin/release-2",
  ],
  "git-remote-not-found/ssh": [
    "ERROR: Repository not found.\nfatal: Could not read from remote repository.\n\nPlease make sure you have the correct access rights\nand the repository exists.",
    "Cloning into 'abc'...\nERROR: Repository not found.\nfatal: Could not read from remote repository.",
  ],
  "gh-not-found/404": [
    "gh: Not Found (HTTP 404)",
    "HttpError: Not Found",
    "HTTP 404: Not Found (https://api.github.com/repos/a/b)",
  ],
  "gh-not-authenticated/not-logged": [
    "You are not logged into any GitHub hosts. To log in, run: gh auth login",
    "You are not logged into any GitHub hosts. Run gh auth login to authenticate.",
  ],
};
