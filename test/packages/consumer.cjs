// By `require()`, as a program does that is no module.

const { BaseAgent, TelemetryCollector } = require("12-factor-telemetry");
const { readEvents } = require("12-factor-telemetry/store");

const telemetry = new TelemetryCollector({ repo: "consumer", enabled: true });
telemetry.record(new Error("mail to ada@example.com was lost"), { agent: BaseAgent.name });
process.stdout.write(
  `${JSON.stringify([...readEvents(process.env.TELEMETRY_DIR)].map((event) => event.error_message))}\n`,
);
