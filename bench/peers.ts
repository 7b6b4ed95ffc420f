// Who else records errors in a Node process, each as its own guide has it: what to import, how to begin, how one error is recorded.
// Sources of scripts, for import and first capture are measured in fresh processes; bench/record.ts runs the same in its own.

export interface Peer {
  name: string;
  /** Of the package. */
  specifier: string;
  /** Body of a function of `module` and of `folder`, a directory of its own. Answers a function that records `message` or `error`. */
  begin: string;
}

const FIELDS = `{ repo: "pin-citer", agent: "IssueProcessorAgent", error_type: "FileNotFoundError", context: { operation: "read", file_type: "json", retry_count: 0 } }`;

export const OURS: Peer = {
  name: "recordError",
  specifier: "12-factor-telemetry",
  begin: `
    const telemetry = new module.TelemetryCollector({ dir: folder + "/data", repo: "pin-citer", enabled: true });
    const context = { operation: "read", file_type: "json", retry_count: 0 };
    return (message) => telemetry.recordError("pin-citer", "IssueProcessorAgent", "FileNotFoundError", message, context);`,
};

/** An error with its stack, as Sentry takes it. */
export const OURS_WITH_STACK: Peer = {
  ...OURS,
  name: "record(error)",
  begin: `
    const telemetry = new module.TelemetryCollector({ dir: folder + "/data", repo: "pin-citer", enabled: true });
    const where = { agent: "IssueProcessorAgent", operation: "read", file_type: "json", retry_count: 0 };
    return (message, error) => telemetry.record(error, where);`,
};

export const PINO: Peer = {
  name: "pino, sync",
  specifier: "pino",
  begin: `
    const log = module.default(module.default.destination({ dest: folder + "/log", sync: true }));
    return (message) => log.error(${FIELDS}, message);`,
};

export const WINSTON: Peer = {
  name: "winston, file",
  specifier: "winston",
  begin: `
    const { createLogger, format, transports } = module.default;
    const log = createLogger({ format: format.combine(format.timestamp(), format.json()), transports: [new transports.File({ filename: folder + "/log" })] });
    return (message) => log.error(message, ${FIELDS});`,
};

export const SENTRY: Peer = {
  name: "Sentry, no-op transport",
  specifier: "@sentry/node",
  begin: `
    const transport = () => ({ send: () => Promise.resolve({}), flush: () => Promise.resolve(true) });
    module.init({ dsn: "https://key@localhost/1", transport });
    return (message, error) => module.captureException(error, { tags: ${FIELDS.replace(/context: (\{[^}]*\})/, "operation: 'read'")} });`,
};

export const APPEND: Peer = {
  name: "fs.appendFileSync",
  specifier: "node:fs",
  begin: `
    const line = JSON.stringify({ timestamp: new Date().toISOString(), ...${FIELDS} }).slice(0, -1);
    return (message) => module.appendFileSync(folder + "/log", line + ',"error_message":' + JSON.stringify(message) + "}\\n");`,
};

export const PEERS: readonly Peer[] = [OURS, PINO, WINSTON, SENTRY, APPEND];
