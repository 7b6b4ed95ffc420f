// Where it fails, and how: a table whose cells are the darker the more there is in them, and links to what is counted.

import type { JSX } from "preact";
import type { Heat } from "../../overview.ts";
import { changed, pathTo } from "../state/address.ts";
import { Scroll } from "./scroll.tsx";
import { Text } from "./text.tsx";
import { number } from "./words.ts";

const LEVELS = 5;

export function HeatMap({ heat, query }: { heat: Heat; query: URLSearchParams }): JSX.Element {
  const { families, rows } = heat;
  const most = Math.max(1, ...rows.flatMap(({ counts }) => counts));
  return (
    <section class="card wide" aria-labelledby="heat">
      <h2 id="heat">Repositories and what fails in them</h2>
      <Scroll label="Repositories and what fails in them, as a table">
        <table class="heat">
          <thead>
            <tr>
              <th scope="col">Repository</th>
              {families.map(({ id, title }) => (
                <th scope="col" key={id}>
                  <a href={pathTo("groups", changed(query, { family: id }))}>
                    <Text limit={40}>{title}</Text>
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ repo, counts }) => (
              <tr key={repo}>
                <th scope="row">
                  <a href={pathTo("groups", changed(query, { repo }))}>
                    <Text limit={60}>{repo}</Text>
                  </a>
                </th>
                {counts.map((count, index) => (
                  <td key={families[index]?.id} class={`heat-${levelOf(count, most)}`}>
                    {count > 0 && (
                      <a href={pathTo("groups", changed(query, { repo, family: families[index]?.id ?? "" }))}>
                        {number(count)}
                      </a>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

/** On a scale of powers: one repository with thousands would leave all others white. */
function levelOf(count: number, most: number): number {
  if (count === 0) return 0;
  return Math.min(LEVELS, 1 + Math.floor((Math.log(count) / Math.log(most + 1)) * LEVELS));
}
