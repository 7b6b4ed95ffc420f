// Hands failures to 12-factor-telemetry, which records them on this machine. Remove: telemetry hook uninstall opencode
import { spawn } from "node:child_process";

const command = "COMMAND";

function hand(payload) {
  const hook = spawn(command, { shell: true, stdio: ["pipe", "ignore", "ignore"] });
  hook.on("error", () => {});
  hook.stdin.on("error", () => {});
  hook.stdin.end(JSON.stringify(payload));
}

export const TwelveFactorTelemetry = async ({ directory }) => ({
  event: async ({ event }) => {
    const { part, error, sessionID } = event.properties ?? {};
    const common = { cwd: directory, session_id: sessionID ?? part?.sessionID };
    if (event.type === "session.error") hand({ ...common, error });
    if (event.type !== "message.part.updated" || part?.type !== "tool") return;
    const isFailed =
      part.state?.status === "error" || (part.state?.status === "completed" && part.state.metadata?.exit > 0);
    if (isFailed) hand({ ...common, part });
  },
});
