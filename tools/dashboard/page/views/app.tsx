import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { pathTo, usePlace } from "../state/address.ts";
import { listenToKeys } from "../state/keys.ts";
import { useLiveness } from "../state/live.ts";
import { GroupPage } from "./group-page.tsx";
import { GroupsPage } from "./groups-page.tsx";
import { Help } from "./help.tsx";
import { OverviewPage } from "./overview-page.tsx";
import { number } from "./words.ts";

const TITLES = { overview: "Overview", groups: "Groups", group: "Group" } as const;

export function App(): JSX.Element {
  const { view, id, query } = usePlace();
  const help = useRef<HTMLDialogElement>(null);
  useEffect(() => listenToKeys(() => toggle(help.current)), []);
  const main = useRef<HTMLElement>(null);
  const shown = useRef(`${view}${id}`);
  useEffect(() => {
    document.title = `${TITLES[view]} · Telemetry`;
    // What was followed is gone from the page: keys and screen readers go on where the new view begins.
    if (shown.current !== `${view}${id}`) main.current?.focus({ preventScroll: true });
    shown.current = `${view}${id}`;
  }, [view, id]);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <a class="brand" href={pathTo("overview", query)}>
          <img src="/icon.svg" alt="" width="20" height="20" /> Telemetry
        </a>
        <nav aria-label="Views">
          <a href={pathTo("overview", query)} aria-current={view === "overview" ? "page" : undefined}>
            Overview
          </a>
          <a href={pathTo("groups", query)} aria-current={view === "overview" ? undefined : "page"}>
            Groups
          </a>
        </nav>
        <LiveMark />
        <button type="button" class="quiet" onClick={() => toggle(help.current)} aria-label="Keys and help">
          ?
        </button>
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        {view === "overview" && <OverviewPage query={query} />}
        {view === "groups" && <GroupsPage query={query} />}
        {view === "group" && <GroupPage id={id} query={query} key={id} />}
      </main>
      <Help dialog={help} />
    </>
  );
}

function LiveMark(): JSX.Element {
  const { isOn, count } = useLiveness();
  const news = count === 0 ? "" : ` · ${number(count)} new since you opened this`;
  return (
    <p class={isOn ? "live on" : "live"} role="status" aria-live="off">
      <span class="dot" aria-hidden="true" /> <span class="word">{isOn ? "live" : "not connected"}</span>
      <span class="news">{news}</span>
    </p>
  );
}

function toggle(dialog: HTMLDialogElement | null): void {
  if (dialog?.open) dialog.close();
  else dialog?.showModal();
}
