// The user's word on a group, with a note: resolved, muted, reopened, or the note alone.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { GroupView } from "../../group.ts";
import { Refused, tell } from "../state/ask.ts";
import { Text } from "./text.tsx";
import { moment, stateWords } from "./words.ts";

const MUTED_DAYS = [
  ["7", "for 7 days"],
  ["30", "for 30 days"],
  ["", "until reopened"],
] as const;

export function SayWord({ group, onSaid }: { group: GroupView; onSaid(): void }): JSX.Element {
  const [note, setNote] = useState("");
  const [days, setDays] = useState("7");
  const [said, setSaid] = useState("");
  const isSettled = ["resolved", "verified", "muted", "back", "stale-checkout"].includes(group.state);
  const say = async (word: "resolve" | "mute" | "reopen" | "note") => {
    try {
      await tell("/api/words", {
        ...{ group: group.id, word },
        ...(note.trim() !== "" && { note: note.trim() }),
        ...(word === "mute" && days !== "" && { days: Number(days) }),
      });
      setNote("");
      setSaid(
        {
          resolve: "Resolved: you will be told whether it holds.",
          mute: "Muted.",
          reopen: "Reopened.",
          note: "Noted.",
        }[word],
      );
      onSaid();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setSaid(error.message);
    }
  };
  return (
    <section class="card" aria-labelledby="say">
      <h2 id="say">Your word on it</h2>
      <p>
        It is <strong>{stateWords(group.state)}</strong>.
      </p>
      <label class="note">
        <span>Note: what fixed it, or why it does not matter</span>
        <textarea
          rows={2}
          maxLength={1000}
          value={note}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      <p class="buttons">
        <button type="button" class="main" onClick={() => say("resolve")}>
          Resolve
        </button>
        <button type="button" onClick={() => say("mute")}>
          Mute
        </button>
        <label>
          <span class="hidden">How long to mute</span>
          <select value={days} onChange={({ currentTarget }) => setDays(currentTarget.value)}>
            {MUTED_DAYS.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {isSettled && (
          <button type="button" onClick={() => say("reopen")}>
            Reopen
          </button>
        )}
        <button type="button" disabled={note.trim() === ""} onClick={() => say("note")}>
          Add note
        </button>
      </p>
      <p role="status" data-said>
        <Text limit={300}>{said}</Text>
      </p>
      {group.words.length > 0 && (
        <ol class="words">
          {group.words.toReversed().map(({ at, word, note: told, commit }) => (
            <li key={at + word}>
              <strong>{word}</strong> <span class="dim">{moment(at)}</span>
              {commit !== undefined && <code>{commit.slice(0, 7)}</code>}
              {told !== undefined && (
                <p>
                  <Text limit={1000}>{told}</Text>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
