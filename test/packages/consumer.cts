// The types, as a program sees them that is no module.

import { TelemetryCollector } from "12-factor-telemetry";

export const id: string = new TelemetryCollector({ repo: "consumer" }).record(new Error("lost"), { agent: "A" });
