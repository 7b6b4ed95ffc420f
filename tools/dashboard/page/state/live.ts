// What happens in the store while somebody looks: server-sent events, read by fetch, for an EventSource carries no token.

import { useEffect, useState } from "preact/hooks";
import type { Batch } from "../../live.ts";
import { authorization } from "./token.ts";

export interface Liveness {
  isOn: boolean;
  /** Events since the page was opened. */
  count: number;
  newest: (Batch["newest"][number] & { key: number })[];
}

const MOST_NEWEST = 12;
/** Milliseconds until a lost line is tried again. */
const AGAIN_MS = 2_000;

let liveness: Liveness = { isOn: false, count: 0, newest: [] };
let changes = 0;
let key = 0;
const listeners = new Set<() => void>();

export async function followStore(): Promise<never> {
  for (;;) {
    try {
      const response = await fetch("/api/live", { headers: authorization(), cache: "no-store", credentials: "omit" });
      if (response.ok && response.body !== null) await read(response.body);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // the line is lost
    }
    update({ ...liveness, isOn: false });
    await new Promise((later) => setTimeout(later, AGAIN_MS));
  }
}

async function read(body: ReadableStream<Uint8Array>): Promise<void> {
  update({ ...liveness, isOn: true });
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const messages = (rest + value).split("\n\n");
    rest = messages.pop() ?? "";
    for (const message of messages) take(message);
  }
}

function take(message: string): void {
  const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(message) ?? [];
  if (event === undefined || data === undefined) return; // a comment
  if (event === "changed") {
    changes++;
    update(liveness);
  }
  if (event === "errors") {
    const { count, newest } = JSON.parse(data) as Batch;
    const keyed = newest.toReversed().map((one) => ({ ...one, key: ++key }));
    const all = [...keyed.toReversed(), ...liveness.newest].slice(0, MOST_NEWEST);
    update({ isOn: true, count: liveness.count + count, newest: all });
  }
}

function update(next: Liveness): void {
  liveness = next;
  for (const listener of listeners) listener();
}

function useLive<T>(read: () => T): T {
  const [value, setValue] = useState(read);
  useEffect(() => {
    const listener = () => setValue(read);
    listeners.add(listener);
    listener();
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return value;
}

export const useLiveness = (): Liveness => useLive(() => liveness);

/** Grows with every change of the store. */
export const useChanges = (): number => useLive(() => changes);
