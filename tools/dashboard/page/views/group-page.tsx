// One group: how it went, what it is, where it happens, what to do, and what the user says of it.

import type { JSX } from "preact";
import type { GroupView } from "../../group.ts";
import { changed, go, pathTo } from "../state/address.ts";
import { type Answer, useAnswer } from "../state/answer.ts";
import { Examples } from "./examples.tsx";
import { Filters } from "./filters.tsx";
import { Answered } from "./notice.tsx";
import { Plot } from "./plot.tsx";
import { SayWord } from "./say-word.tsx";
import { Scroll } from "./scroll.tsx";
import { Shared } from "./shared.tsx";
import { Template } from "./template.tsx";
import { Text } from "./text.tsx";
import { ago, courseOf, moment, number, stateWords, times, trendWords } from "./words.ts";

export function GroupPage({ id, query }: { id: string; query: URLSearchParams }): JSX.Element {
  // A history is worth more than a week; whoever came with a time of their own keeps it.
  const asked = query.has("since") ? query : changed(query, { since: "30d" });
  const answer = useAnswer<GroupView>(`/api/groups/${id}?${asked}`);
  return (
    <>
      <div class="bar">
        <a class="up" href={pathTo("groups", query)}>
          ← All groups
        </a>
        <Filters view="group" id={id} query={asked} choices={undefined} />
      </div>
      <Answered answer={answer}>{(group) => <Found group={group} query={asked} answer={answer} />}</Answered>
    </>
  );
}

interface Props {
  group: GroupView;
  query: URLSearchParams;
  answer: Answer<GroupView>;
}

function Found({ group, query, answer }: Props): JSX.Element {
  const { id, type, template, axis, counts, turns, state, standing, trend, count, pattern, rule } = group;
  const brush = (since: number, until: number) =>
    go(pathTo("group", changed(query, { since: String(since), until: String(until) }), id));
  const advice = pattern?.suggestion || rule?.suggestion || "";
  return (
    <article class="grid">
      <header class="wide">
        <h1>
          <Text limit={120}>{type}</Text>
        </h1>
        <p class="template">
          <Template text={template} />
        </p>
        <p class="facts">
          <span class={`state ${state}`}>{stateWords(state)}</span>
          <span>{times(count)}</span>
          <span class={courseOf(trend)}>{trendWords(trend)}</span>
          <span title={group.first_seen}>
            first {trend.previous > 0 ? "in this time " : ""}
            {ago(group.first_seen)}
          </span>
          <span title={group.last_seen}>last {ago(group.last_seen)}</span>
          <code>{id}</code>
        </p>
        {standing !== null && standing.evidence !== "" && (
          <p>
            <Text limit={400}>{standing.evidence}</Text>
          </p>
        )}
      </header>
      <section class="card wide" aria-labelledby="history">
        <h2 id="history">History</h2>
        <Plot
          label="Errors of this group over time"
          axis={axis}
          series={[{ name: type, counts }]}
          turns={turns}
          onBrush={brush}
        />
        <ol class="turns" aria-label="Turning points">
          {turns.map(({ at, what }) => (
            <li key={`${at} ${what}`}>
              <strong>{what}</strong> {moment(at)}
            </li>
          ))}
        </ol>
      </section>
      <div class="beside wide">
        <section class="card start" aria-labelledby="todo">
          <h2 id="todo">What to do</h2>
          {advice === "" ? (
            <p class="dim">No rule knows this failure yet, and nothing remarkable was found about it in this time.</p>
          ) : (
            <p class="advice">
              <strong>Do:</strong> <Text limit={800}>{advice}</Text>
            </p>
          )}
          {pattern !== null && (
            <p class="dim">
              <Text limit={400}>{pattern.evidence}</Text>
            </p>
          )}
          <RuleSteps group={group} />
        </section>
        <SayWord group={group} onSaid={answer.again} />
        <section class="card" aria-labelledby="where">
          <h2 id="where">Where</h2>
          <Places group={group} query={query} />
        </section>
      </div>
      <Examples group={group} query={query} />
      <Shared group={group} />
    </article>
  );
}

function RuleSteps({ group: { rule, frames } }: { group: GroupView }): JSX.Element {
  return (
    <>
      {rule !== null && (
        <>
          <p class="dim">
            Rule <code>{rule.id}</code>: {rule.cause}
          </p>
          {rule.steps.length > 0 && (
            <ol>
              {rule.steps.map((step) => (
                <li key={step}>
                  <Text>{step}</Text>
                </li>
              ))}
            </ol>
          )}
          {rule.docs !== null && (
            <p>
              Documentation: <code>{rule.docs}</code>
            </p>
          )}
        </>
      )}
      {frames.length > 0 && (
        <>
          <h3>Frames</h3>
          <pre>
            <Text>{frames.join("\n")}</Text>
          </pre>
        </>
      )}
    </>
  );
}

function Places({ group, query }: { group: GroupView; query: URLSearchParams }): JSX.Element {
  return (
    <Scroll label="Where it happens">
      <table>
        <thead>
          <tr>
            <th scope="col">Repository</th>
            <th scope="col">Agent</th>
            <th scope="col">Errors</th>
            <th scope="col">Last</th>
          </tr>
        </thead>
        <tbody>
          {group.places.map(({ repo, agent, type, count, last_seen }) => (
            <tr key={`${repo} ${agent} ${type} ${last_seen}`}>
              <td>
                <a href={pathTo("groups", changed(query, { repo }))}>
                  <Text limit={60}>{repo}</Text>
                </a>
              </td>
              <td>
                <Text limit={80}>{agent}</Text>
              </td>
              <td>{number(count)}</td>
              <td title={last_seen}>{ago(last_seen)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {group.commits.length > 0 && (
        <p class="dim">
          Commits: <Text>{group.commits.map(({ name, count }) => `${name.slice(0, 7)} (${count})`).join(", ")}</Text>
        </p>
      )}
    </Scroll>
  );
}
