import type { JSX } from "preact";
import { useLiveness } from "../state/live.ts";
import { Text } from "./text.tsx";

/** Errors as they are recorded, the newest first. */
export function Feed(): JSX.Element {
  const { newest, isOn } = useLiveness();
  return (
    <section class="card" aria-labelledby="feed">
      <h2 id="feed">As they happen</h2>
      {newest.length === 0 && (
        <p class="dim">
          {isOn ? "Waiting for the next error." : "Not connected: new errors are shown when it is back."}
        </p>
      )}
      <ol class="feed" data-feed>
        {newest.map(({ key, timestamp, repo, agent, error_type, error_message }) => (
          <li key={key}>
            <time dateTime={timestamp}>{new Date(timestamp).toLocaleTimeString("en-GB")}</time>
            <span class="what">
              <strong>
                <Text limit={60}>{error_type}</Text>
              </strong>{" "}
              <Text limit={160}>{error_message}</Text>
            </span>
            <span class="who dim">
              <Text limit={80}>{`${repo}, ${agent}`}</Text>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
