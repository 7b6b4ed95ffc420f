import type { JSX } from "preact";
import { Text } from "./text.tsx";

/** A template with its placeholders marked. */
export function Template({ text }: { text: string }): JSX.Element {
  const parts = text.split(/(<[a-z][\w-]{0,20}>)/);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? <mark key={index}>{part}</mark> : <Text key={index}>{part}</Text>,
      )}
    </>
  );
}
