// What is looked at: every choice is a word in the address.

import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { printable } from "../../../printable.ts";
import type { Choices } from "../../overview.ts";
import { changed, go, type Place, pathTo } from "../state/address.ts";
import { moment, STATE_NAMES, stateWords } from "./words.ts";

interface Props {
  view: Place["view"];
  /** Of the group. */
  id?: string;
  query: URLSearchParams;
  choices: Choices | undefined;
}

const SPANS = [
  ["24h", "Last 24 hours"],
  ["7d", "Last 7 days"],
  ["14d", "Last 14 days"],
  ["30d", "Last 30 days"],
] as const;

export function Filters({ view, id = "", query, choices }: Props): JSX.Element {
  const set = (name: string) => (value: string) => go(pathTo(view, changed(query, { [name]: value }), id));
  const isList = view === "groups";
  const [isOpen, setIsOpen] = useState(false);
  const chosen = [...query.keys()].filter((name) => !["since", "until", "sort", "text"].includes(name)).length;
  return (
    <search class="filters">
      <Time view={view} id={id} query={query} />
      {view !== "group" && (
        <button type="button" class="more" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          Filters{chosen > 0 && ` (${chosen})`}
        </button>
      )}
      {isList && (
        <Search value={query.get("text") ?? ""} onText={(text) => go(pathTo(view, changed(query, { text })), false)} />
      )}
      <div class={isOpen ? "choices open" : "choices"}>
        <Choice name="Repository" value={query.get("repo")} from={choices?.repos} onChoice={set("repo")} />
        <Choice name="Agent" value={query.get("agent")} from={choices?.agents} onChoice={set("agent")} />
        <Choice name="Error type" value={query.get("type")} from={choices?.types} onChoice={set("type")} />
        {isList && (
          <>
            <Choice
              name="Family"
              value={query.get("family")}
              from={choices?.families.map(({ id }) => id)}
              titles={new Map(choices?.families.map(({ id, title }) => [id, title]))}
              onChoice={set("family")}
            />
            <Choice name="Class" value={query.get("class")} from={choices?.classes} onChoice={set("class")} />
            <Choice
              name="State"
              value={query.get("state")}
              from={STATE_NAMES}
              titles={new Map(STATE_NAMES.map((state) => [state, stateWords(state)]))}
              onChoice={set("state")}
            />
          </>
        )}
      </div>
      {view !== "group" && [...query.keys()].some((name) => name !== "sort") && (
        <a class="clear" href={pathTo(view, new URLSearchParams(), id)}>
          Clear filters
        </a>
      )}
    </search>
  );
}

function Time({ view, id, query }: Pick<Props, "view" | "id" | "query">): JSX.Element {
  const since = query.get("since") ?? "7d";
  const until = query.get("until");
  const isSpan = until === null && SPANS.some(([span]) => span === since);
  const own = isSpan ? "" : until === null ? since : `${moment(Number(since))} – ${moment(Number(until))}`;
  return (
    <label>
      <span>Time</span>
      <select
        value={isSpan ? since : "own"}
        onChange={({ currentTarget }) =>
          go(pathTo(view, changed(query, { since: currentTarget.value, until: "" }), id))
        }
      >
        {SPANS.map(([span, words]) => (
          <option key={span} value={span}>
            {words}
          </option>
        ))}
        {!isSpan && <option value="own">{own}</option>}
      </select>
    </label>
  );
}

interface ChoiceProps {
  name: string;
  value: string | null;
  from: readonly string[] | undefined;
  titles?: ReadonlyMap<string, string>;
  onChoice(value: string): void;
}

/** There as soon as there is something to choose. What is chosen stays to be seen, also when nothing of it is left. */
function Choice({ name, value, from = [], titles, onChoice }: ChoiceProps): JSX.Element | null {
  const all = value === null || value === "" || from.includes(value) ? from : [value, ...from];
  if (all.length < 2 && value === null) return null;
  return (
    <label>
      <span>{name}</span>
      <select
        value={value ?? ""}
        class={value === null ? undefined : "set"}
        onChange={({ currentTarget }) => onChoice(currentTarget.value)}
      >
        <option value="">All</option>
        {all.map((one) => (
          <option key={one} value={one}>
            {printable(titles?.get(one) ?? one).slice(0, 80)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Milliseconds without a key after which a text is looked for. */
const TYPING_MS = 200;

function Search({ value, onText }: { value: string; onText(text: string): void }): JSX.Element {
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(value), [value]);
  useEffect(() => () => clearTimeout(timer.current), []); // whoever has left the list does not want to be called back
  return (
    <label class="search">
      <span>Search</span>
      <input
        type="search"
        value={text}
        placeholder="Text, type, agent …  ( / )"
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          clearTimeout(timer.current);
          timer.current = setTimeout(onText, TYPING_MS, currentTarget.value);
        }}
      />
    </label>
  );
}
