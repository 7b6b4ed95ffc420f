// The catalogue of known failures. Of several rules that recognise an event, the first is its family: the specific stands
// before the general, and what only says how a failure came (a timeout, an exit code) last. Adding a rule: CONTRIBUTING.md.

import { type Catalogue, catalogueOf } from "../recognise.ts";
import type { FailureRule } from "../rule.ts";
import { AGENT_RULES } from "./agents.ts";
import { BROWSER_RULES } from "./browsers.ts";
import { CODING_AGENT_RULES } from "./coding-agents.ts";
import { CONTAINER_RULES } from "./containers.ts";
import { DATA_RULES } from "./data-formats.ts";
import { DATABASE_RULES } from "./databases.ts";
import { GIT_RULES } from "./git.ts";
import { GITHUB_RULES } from "./github.ts";
import { MCP_RULES } from "./mcp.ts";
import { MODEL_RULES } from "./models.ts";
import { LATE_MODEL_RULES } from "./models-late.ts";
import { NETWORK_RULES } from "./network.ts";
import { LATE_NODE_RULES, NODE_RULES } from "./node.ts";
import { PACKAGE_RULES } from "./packages.ts";
import { LATE_PYTHON_RULES, PYTHON_RULES } from "./python.ts";
import { LATE_SHELL_RULES, SHELL_RULES } from "./shell.ts";
import { agentsImport, fileNotFound, frameworkMissingMethod, gitIndexLock, permissionDenied } from "./specification.ts";
import { LATE_FILE_RULES, SYSTEM_RULES } from "./system.ts";

const BUILT_IN: readonly FailureRule[] = [
  gitIndexLock,
  agentsImport,
  ...MCP_RULES,
  ...CODING_AGENT_RULES,
  ...GITHUB_RULES,
  ...GIT_RULES,
  ...CONTAINER_RULES,
  ...SYSTEM_RULES,
  ...BROWSER_RULES,
  ...PACKAGE_RULES,
  ...DATABASE_RULES,
  ...MODEL_RULES,
  ...AGENT_RULES,
  ...DATA_RULES,
  ...LATE_MODEL_RULES,
  ...NETWORK_RULES,
  ...SHELL_RULES,
  ...NODE_RULES,
  ...PYTHON_RULES,
  frameworkMissingMethod,
  permissionDenied,
  fileNotFound,
  ...LATE_FILE_RULES,
  ...LATE_NODE_RULES,
  ...LATE_PYTHON_RULES,
  ...LATE_SHELL_RULES,
];

/** The bundle has it ready instead: `bundle.mjs`. */
export const CATALOGUE: Catalogue = catalogueOf(BUILT_IN);
