// The catalogue of known failures. Of several rules that recognise an event, the first is its family.
// Adding a rule: CONTRIBUTING.md.

import { type Catalogue, catalogueOf } from "../recognise.ts";
import { malformedJson, rateLimit } from "./model-providers.ts";
import { agentsImport, fileNotFound, frameworkMissingMethod, gitIndexLock, permissionDenied } from "./specification.ts";

export const CATALOGUE: Catalogue = catalogueOf([
  gitIndexLock,
  agentsImport,
  permissionDenied,
  fileNotFound,
  frameworkMissingMethod,
  rateLimit,
  malformedJson,
]);
