import { authorization } from "./token.ts";

/** What the server said no with; status 0: it does not answer. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Throws Refused. */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return answerOf(await reach(path, { headers: authorization(), ...(signal !== undefined && { signal }) }));
}

/** Throws Refused. */
export async function tell<T>(path: string, body: object): Promise<T> {
  const headers = { ...authorization(), "content-type": "application/json" };
  return answerOf(await reach(path, { method: "POST", headers, body: JSON.stringify(body) }));
}

async function reach(path: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...options, cache: "no-store", credentials: "omit", redirect: "error" });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refused(0, "The dashboard does not answer. Was it ended? Start it again: telemetry dashboard");
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const value: unknown = await response.json();
  if (response.ok) return value as T;
  throw new Refused(response.status, String((value as { error?: unknown }).error ?? response.status));
}
