// An answer of the server, asked for again when the question changes or something happened in the store.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Refused } from "./ask.ts";
import { Asking } from "./asking.ts";
import { useChanges } from "./live.ts";

export interface Answer<T> {
  /** The last one to this question or, until there is one, to the one before. */
  value: T | undefined;
  problem: Refused | undefined;
  isLoading: boolean;
  again(): void;
}

export function useAnswer<T>(path: string): Answer<T> {
  const [state, setState] = useState<{ path: string; value?: T; problem?: Refused }>({ path: "" });
  const asking = useRef<Asking<T>>(null);
  const changes = useChanges();
  useEffect(() => {
    const one = new Asking<T>(path, (answer) =>
      setState(({ value }) => ({ path, ...(value !== undefined && { value }), ...answer })),
    );
    asking.current = one;
    return () => one.stop();
  }, [path]);
  useEffect(() => {
    if (changes > 0) asking.current?.poke();
  }, [changes]);
  return {
    value: state.value,
    problem: state.problem,
    isLoading: state.path !== path,
    again: () => asking.current?.poke(),
  };
}
