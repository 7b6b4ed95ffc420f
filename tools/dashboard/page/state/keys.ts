// The keyboard: everything that a mouse can do, and a little faster.

import { go, pathTo, placeOf } from "./address.ts";

export const KEYS = [
  ["j / k", "next, previous row"],
  ["Enter", "open the row"],
  ["/", "search"],
  ["o", "overview"],
  ["l", "list of groups"],
  ["u", "up: from a group to the list"],
  ["Esc", "leave a field, close this"],
  ["?", "this help"],
] as const;

export function listenToKeys(toggleHelp: () => void): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const field = event.target instanceof HTMLElement ? event.target.closest("input, textarea, select") : null;
    if (field instanceof HTMLElement) {
      if (event.key === "Escape") field.blur();
      return;
    }
    const action = actionOf(event.key, toggleHelp);
    if (action === undefined) return;
    event.preventDefault();
    action();
  };
  document.addEventListener("keydown", listener);
  return () => document.removeEventListener("keydown", listener);
}

function actionOf(key: string, toggleHelp: () => void): (() => void) | undefined {
  const { view, query } = placeOf(location);
  switch (key) {
    case "j":
      return () => step(1);
    case "k":
      return () => step(-1);
    case "/":
      return () => document.querySelector<HTMLInputElement>("input[type=search]")?.focus();
    case "o":
      return () => go(pathTo("overview", query));
    case "l":
      return () => go(pathTo("groups", query));
    case "u":
      return view === "group" ? () => go(pathTo("groups", query)) : undefined;
    case "?":
      return toggleHelp;
    default:
      return undefined;
  }
}

/** Focus goes to the next row's link: Enter opens it, and a screen reader reads it. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[at < 0 ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}
