// Is it getting better, what comes first, where does it fail.

import type { JSX } from "preact";
import type { Overview } from "../../overview.ts";
import { changed, go, pathTo } from "../state/address.ts";
import { useAnswer } from "../state/answer.ts";
import { Feed } from "./feed.tsx";
import { Filters } from "./filters.tsx";
import { HeatMap } from "./heat-map.tsx";
import { Answered, Nothing } from "./notice.tsx";
import { Patterns, StartHere } from "./patterns.tsx";
import { Plot } from "./plot.tsx";
import { Runs } from "./runs.tsx";
import { Score } from "./score.tsx";
import { Text } from "./text.tsx";
import { courseOf, number, trendWords } from "./words.ts";

export function OverviewPage({ query }: { query: URLSearchParams }): JSX.Element {
  const answer = useAnswer<Overview>(`/api/overview?${query}`);
  const isFiltered = ["repo", "agent", "type"].some((name) => query.has(name));
  return (
    <>
      <h1 class="hidden">Overview</h1>
      <Filters view="overview" query={query} choices={answer.value?.choices} />
      <Answered answer={answer}>
        {(overview) =>
          overview.summary.total_errors === 0 && overview.summary.trend.previous === 0 ? (
            <>
              <Nothing isFiltered={isFiltered} />
              <Feed />
            </>
          ) : (
            <Found overview={overview} query={query} />
          )
        }
      </Answered>
    </>
  );
}

function Found({ overview, query }: { overview: Overview; query: URLSearchParams }): JSX.Element {
  const { axis, bars, before, first, patterns, pattern_count, heat, rates, skipped } = overview;
  const brush = (since: number, until: number) =>
    go(pathTo("overview", changed(query, { since: String(since), until: String(until) })));
  return (
    <div class="grid">
      <Totals overview={overview} query={query} />
      <section class="card wide" aria-labelledby="over-time">
        <h2 id="over-time">Errors over time</h2>
        <Plot
          label="Errors over time, by repository"
          axis={axis}
          series={bars.map(({ repo, counts }) => ({ name: repo || "others", counts }))}
          before={before}
          onBrush={brush}
        >
          <Legend overview={overview} query={query} />
        </Plot>
      </section>
      <div class="beside wide">
        <StartHere pattern={first} query={query} />
        <Patterns patterns={patterns} total={pattern_count} query={query} />
        <Feed />
        <Runs rates={rates} />
        <Score />
      </div>
      <HeatMap heat={heat} query={query} />
      {skipped.torn + skipped.foreign > 0 && (
        <p class="dim wide">
          {number(skipped.torn + skipped.foreign)} lines of the store are no events and were skipped:{" "}
          <code>telemetry doctor</code> says more.
        </p>
      )}
    </div>
  );
}

function Totals({ overview, query }: { overview: Overview; query: URLSearchParams }): JSX.Element {
  const { summary, pattern_count, first } = overview;
  const { trend, runs } = summary;
  return (
    <ul class="totals wide" aria-label="In this time">
      <li>
        <strong data-figure="errors">{number(summary.total_errors)}</strong> errors
        <span class={courseOf(trend)}>{trendWords(trend)}</span>
      </li>
      <li>
        <strong>{number(summary.affected_repos.length)}</strong> repositories
        <span>
          most: <Text limit={40}>{summary.affected_repos[0]?.repo ?? "–"}</Text>
        </span>
      </li>
      <li>
        <strong>{number(pattern_count)}</strong> patterns
        <span>
          {first === null ? (
            "nothing has to be done"
          ) : (
            <a href={pathTo("groups", changed(query, { sort: "last" }))}>newest groups</a>
          )}
        </span>
      </li>
      {runs.total > 0 && (
        <li>
          <strong>{((runs.failed / runs.total) * 100).toFixed(1)} %</strong> of runs failed
          <span>
            {number(runs.failed)} of {number(runs.total)}
          </span>
        </li>
      )}
    </ul>
  );
}

function Legend({ overview: { bars }, query }: { overview: Overview; query: URLSearchParams }): JSX.Element {
  return (
    <ul class="legend" aria-label="Repositories">
      {bars.map(({ repo, counts }, index) => (
        <li key={repo}>
          <span class={`swatch series-${index}`} aria-hidden="true" />
          {repo === "" ? (
            "others"
          ) : (
            <a href={pathTo("overview", changed(query, { repo }))}>
              <Text limit={60}>{repo}</Text>
            </a>
          )}{" "}
          <span class="dim">{number(counts.reduce((sum, count) => sum + count, 0))}</span>
        </li>
      ))}
      <li>
        <span class="swatch before" aria-hidden="true" /> <span class="dim">the time before</span>
      </li>
    </ul>
  );
}
