// The same report every Monday, by the system's own scheduler: as files to install, or a line to paste.

import { join } from "node:path";
import { cronLine } from "../cron.ts";

export const SCHEDULERS = ["cron", "systemd", "launchd"] as const;
export type Scheduler = (typeof SCHEDULERS)[number];

export interface Schedule {
  /** Files to write, by absolute path; none for cron. */
  files: { path: string; text: string }[];
  /** What to run then, without a shell. */
  commands: readonly (readonly string[])[];
  /** For crontab(1). */
  line: string;
}

const NAME = "12-factor-telemetry-report";

/** `command`: program and arguments, absolute; `home`: where the user's schedulers look. */
export function scheduleOf(scheduler: Scheduler, command: readonly string[], home: string): Schedule {
  if (scheduler === "cron")
    return {
      files: [],
      commands: [],
      line: cronLine("0 9 * * 1", command, NAME),
    };
  if (scheduler === "systemd") {
    const folder = join(home, ".config", "systemd", "user");
    return {
      files: [
        {
          path: join(folder, `${NAME}.service`),
          text: `[Unit]\nDescription=Weekly report of local error telemetry\n\n[Service]\nType=oneshot\nExecStart=${command.map(systemdQuoted).join(" ")}\n`,
        },
        {
          path: join(folder, `${NAME}.timer`),
          text: `[Unit]\nDescription=Weekly report of local error telemetry\n\n[Timer]\nOnCalendar=Mon 09:00\nPersistent=true\n\n[Install]\nWantedBy=timers.target\n`,
        },
      ],
      commands: [
        ["systemctl", "--user", "daemon-reload"],
        ["systemctl", "--user", "enable", "--now", `${NAME}.timer`],
      ],
      line: "",
    };
  }
  const path = join(home, "Library", "LaunchAgents", `${NAME}.plist`);
  return { files: [{ path, text: plistOf(command) }], commands: [["launchctl", "load", "-w", path]], line: "" };
}

/** systemd.service(5), Command Lines: specifiers and variables are doubled. */
const systemdQuoted = (word: string): string =>
  `"${word.replace(/["\\]/g, "\\$&").replaceAll("%", "%%").replaceAll("$", "$$$$")}"`;

function plistOf(command: readonly string[]): string {
  const words = command.map((word) => `    <string>${word.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${NAME}</string>
  <key>ProgramArguments</key>
  <array>
${words.join("\n")}
  </array>
  <key>StartCalendarInterval</key>
  <dict>
    <key>Weekday</key>
    <integer>1</integer>
    <key>Hour</key>
    <integer>9</integer>
  </dict>
</dict>
</plist>
`;
}
