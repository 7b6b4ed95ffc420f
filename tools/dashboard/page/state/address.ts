// Where the page is: a view and its filters, all of it in the address, so that reload, the back button and a bookmark work.

import { useEffect, useState } from "preact/hooks";

export interface Place {
  view: "overview" | "groups" | "group";
  /** Of the group. */
  id: string;
  query: URLSearchParams;
}

export function placeOf(location: Pick<Location, "pathname" | "search">): Place {
  const [, view = "", id = ""] = location.pathname.split("/");
  const query = new URLSearchParams(location.search);
  return { view: id !== "" ? "group" : view === "groups" ? "groups" : "overview", id, query };
}

/** The same filters in another view. */
export function pathTo(view: Place["view"], query: URLSearchParams, id = ""): string {
  const path = { overview: "/", groups: "/groups", group: `/groups/${id}` }[view];
  const words = query.toString();
  return words === "" ? path : `${path}?${words}`;
}

/** `changes`: "" takes a filter away. */
export function changed(query: URLSearchParams, changes: Readonly<Record<string, string>>): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === "") next.delete(name);
    else next.set(name, value);
  }
  return next;
}

const MOVED = "moved";

/** `isStep`: the back button comes back to where we are. */
export function go(path: string, isStep = true): void {
  if (isStep) history.pushState(null, "", path);
  else history.replaceState(null, "", path);
  window.dispatchEvent(new Event(MOVED));
}

export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location));
  useEffect(() => {
    const read = () => setPlace(placeOf(location));
    for (const event of [MOVED, "popstate"]) window.addEventListener(event, read);
    return () => {
      for (const event of [MOVED, "popstate"]) window.removeEventListener(event, read);
    };
  }, []);
  return place;
}

/** Links of our own change the view without a load. */
export function followLinks(): void {
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !isPlain || link.origin !== location.origin || link.target !== "" || link.hash !== "") return;
    event.preventDefault();
    go(link.pathname + link.search);
    window.scrollTo(0, 0);
  });
}
