import type { TelemetryEvent } from "12-factor-telemetry/event";
import type { JSX } from "preact";
import type { GroupView } from "../../group.ts";
import { useAnswer } from "../state/answer.ts";
import { Answered } from "./notice.tsx";
import { Text } from "./text.tsx";
import { moment } from "./words.ts";

/** Events as they are stored: cleaned of everything private before they were written. */
export function Examples({ group, query }: { group: GroupView; query: URLSearchParams }): JSX.Element {
  const answer = useAnswer<{ events: TelemetryEvent[] }>(`/api/groups/${group.id}/examples?${query}`);
  return (
    <section class="card wide" aria-labelledby="examples">
      <h2 id="examples">Newest events</h2>
      <Answered answer={answer}>
        {({ events }) => (
          <ol class="examples">
            {withoutRepeats(events).map(({ event, repeats }) => (
              <li key={`${event.telemetry_id} ${event.timestamp} ${event.repo}`}>
                <Example event={event} />
                {repeats > 0 && <p class="dim">and {repeats} just like it before</p>}
              </li>
            ))}
          </ol>
        )}
      </Answered>
    </section>
  );
}

/** Ten times the same text tells no more than once. */
function withoutRepeats(events: readonly TelemetryEvent[]): { event: TelemetryEvent; repeats: number }[] {
  const told: { event: TelemetryEvent; repeats: number; words: string }[] = [];
  for (const event of events) {
    const { telemetry_id: _id, timestamp: _at, ...rest } = event;
    const words = JSON.stringify(rest);
    const last = told.at(-1);
    if (last?.words === words) last.repeats++;
    else told.push({ event, repeats: 0, words });
  }
  return told;
}

function Example({ event }: { event: TelemetryEvent }): JSX.Element {
  const { timestamp, repo, agent, error_message, context, stack = [], cause = [], commit, telemetry_id, count } = event;
  const facts = Object.entries(context).map(([key, value]) => `${key}=${value}`);
  return (
    <>
      <p class="facts">
        <time dateTime={timestamp}>{moment(timestamp)}</time>
        <Text limit={120}>{`${repo}, ${agent}`}</Text>
        <code>{telemetry_id}</code>
        {count !== undefined && <span>stands for {count}</span>}
        {commit !== undefined && <code>{commit.slice(0, 7)}</code>}
      </p>
      <pre>
        <Text>{error_message}</Text>
      </pre>
      {cause.map(({ error_type, error_message: told }) => (
        <p key={error_type + told}>
          caused by <Text limit={600}>{`${error_type}: ${told}`}</Text>
        </p>
      ))}
      {facts.length > 0 && (
        <p class="dim">
          <Text limit={800}>{facts.join("  ")}</Text>
        </p>
      )}
      {stack.length > 0 && (
        <details>
          <summary>{stack.length === 1 ? "1 frame" : `${stack.length} frames`}</summary>
          <pre>
            <Text>{stack.join("\n")}</Text>
          </pre>
        </details>
      )}
    </>
  );
}
