// All groups of a time, as a list to narrow, sort and walk through.

import type { JSX } from "preact";
import type { GroupList, GroupRow } from "../../group-rows.ts";
import type { Choices, Overview } from "../../overview.ts";
import type { Sort } from "../../question.ts";
import { changed, go, pathTo } from "../state/address.ts";
import { useAnswer } from "../state/answer.ts";
import { Filters } from "./filters.tsx";
import { Answered, Nothing } from "./notice.tsx";
import { Sparkline } from "./sparkline.tsx";
import { Text } from "./text.tsx";
import { ago, courseOf, number, stateWords, times, trendBrief, trendWords } from "./words.ts";

const SORTS: readonly (readonly [Sort, string])[] = [
  ["count", "Most errors"],
  ["last", "Last seen"],
  ["first", "First seen"],
  ["change", "Grown most"],
  ["repos", "Most repositories"],
];

export function GroupsPage({ query }: { query: URLSearchParams }): JSX.Element {
  const answer = useAnswer<GroupList>(`/api/groups?${query}`);
  const choices = useChoices(query);
  return (
    <>
      <h1 class="hidden">Groups</h1>
      <Filters view="groups" query={query} choices={choices} />
      <Answered answer={answer}>
        {({ total, events, rows }) =>
          rows.length === 0 ? (
            <Nothing isFiltered={[...query.keys()].some((name) => !["since", "until", "sort"].includes(name))} />
          ) : (
            <>
              <div class="bar">
                <p role="status" data-figure="groups">
                  {number(total)} {total === 1 ? "group" : "groups"}, {times(events)}
                  {total > rows.length && `; the first ${number(rows.length)} are shown: filters find the others`}
                </p>
                <label>
                  <span>Sort by</span>
                  <select
                    value={query.get("sort") ?? "count"}
                    onChange={({ currentTarget }) =>
                      go(pathTo("groups", changed(query, { sort: currentTarget.value })))
                    }
                  >
                    {SORTS.map(([sort, words]) => (
                      <option key={sort} value={sort}>
                        {words}
                      </option>
                    ))}
                  </select>
                </label>
              </div>
              <ul class="rows">
                {rows.map((row) => (
                  <Row key={row.id} row={row} query={query} />
                ))}
              </ul>
            </>
          )
        }
      </Answered>
    </>
  );
}

/** Of the whole time: a filter may be exchanged for another. */
function useChoices(query: URLSearchParams): Choices | undefined {
  const time = new URLSearchParams([...query].filter(([name]) => name === "since" || name === "until"));
  return useAnswer<Overview>(`/api/overview?${time}`).value?.choices;
}

function Row({ row, query }: { row: GroupRow; query: URLSearchParams }): JSX.Element {
  const { id, type, template, repos, agents, count, trend, state, slices, first_seen, last_seen } = row;
  return (
    <li class="row">
      <div class="what">
        <a data-row href={pathTo("group", query, id)}>
          <strong>
            <Text limit={80}>{type}</Text>
          </strong>{" "}
          <Text limit={240}>{template}</Text>
        </a>
        <p class="facts">
          <span class={`state ${state}`}>{stateWords(state)}</span>
          <Text limit={120}>{repos.join(", ")}</Text>
          <span class="dim">
            <Text limit={120}>{agents.join(", ")}</Text>
          </span>
        </p>
      </div>
      <Sparkline counts={slices} />
      <div class="count">
        <strong>{number(count)}</strong> <span class="hidden">errors</span>
        <span class={courseOf(trend)} title={trendWords(trend)}>
          {trendBrief(trend)}
        </span>
      </div>
      <div class="when dim">
        <span title={last_seen}>{ago(last_seen)}</span>
        <span title={first_seen}>first {ago(first_seen)}</span>
      </div>
    </li>
  );
}
