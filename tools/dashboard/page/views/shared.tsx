import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { GroupView } from "../../group.ts";
import { markdownOf } from "../state/markdown.ts";
import { Text } from "./text.tsx";

/** What would leave the machine if the user gave this group to somebody: all of it, to read first. */
export function Shared({ group }: { group: GroupView }): JSX.Element {
  const [said, setSaid] = useState("");
  const markdown = markdownOf(group);
  const copy = () =>
    navigator.clipboard.writeText(markdown).then(
      () => setSaid("Copied."),
      () => setSaid("The browser does not allow it: mark the text and copy it."),
    );
  return (
    <section class="card wide" aria-labelledby="shared">
      <h2 id="shared">What would be sent if you shared it</h2>
      <p class="dim">
        Nothing is sent from here. This is all that there would be: no message of an event, no name of a repository or
        an agent.
      </p>
      <pre data-markdown>
        <Text>{markdown}</Text>
      </pre>
      <p class="buttons">
        <button type="button" onClick={copy}>
          Copy as Markdown
        </button>{" "}
        <span role="status">{said}</span>
      </p>
    </section>
  );
}
