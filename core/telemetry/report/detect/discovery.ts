// What can be remarkable about a failure besides what it is. One file a kind; each says its threshold and why.

import type { Severity } from "../rule.ts";
import type { Scene } from "./scene.ts";
import type { Subject } from "./subject.ts";

export type DiscoveryKind =
  | "back"
  | "framework-bug"
  | "everywhere"
  | "retry-storm"
  | "burst"
  | "parallel"
  | "back-after-quiet"
  | "rising"
  | "one-agent"
  | "time-of-day"
  | "new"
  | "recurring";

export interface Discovery {
  kind: DiscoveryKind;
  severity: Severity;
  /** One sentence, with its figures. */
  evidence: string;
  cause: string;
  /** What a developer would do first. */
  suggestion: string;
}

export type Detector = (subject: Subject, scene: Scene) => Discovery | undefined;

/** Events from which a regularity is one: under five, chance makes any. It is the measure of the project's own goal too. */
export const ENOUGH = 5;
