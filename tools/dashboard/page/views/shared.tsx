import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { GroupView } from "../../group.ts";
import type { SharedIssue } from "../../routes.ts";
import { useAnswer } from "../state/answer.ts";
import { Answered } from "./notice.tsx";
import { Scroll } from "./scroll.tsx";
import { Text } from "./text.tsx";

/** What would leave the machine if the user gave this group to somebody: all of it, to read first. */
export function Shared({ group }: { group: GroupView }): JSX.Element {
  const answer = useAnswer<SharedIssue>(`/api/groups/${group.id}/issue`);
  return (
    <section class="card wide" aria-labelledby="shared">
      <h2 id="shared">What would be sent if you shared it</h2>
      <p class="dim">
        Nothing is sent from here. <code>telemetry issue {group.id} --create</code> asks you, then gives GitHub exactly
        this.
      </p>
      <Answered answer={answer}>{(issue) => <Issue issue={issue} />}</Answered>
    </section>
  );
}

function Issue({ issue: { title, body, redactions } }: { issue: SharedIssue }): JSX.Element {
  const [said, setSaid] = useState("");
  const markdown = `# ${title}\n\n${body}\n`;
  const hidden = Object.entries(redactions).map(([rule, count]) => `${rule} ${count}`);
  const copy = () =>
    navigator.clipboard.writeText(markdown).then(
      () => setSaid("Copied."),
      () => setSaid("The browser does not allow it: mark the text and copy it."),
    );
  return (
    <>
      <Scroll label="The issue, as Markdown">
        <pre data-markdown>
          <Text limit={Number.POSITIVE_INFINITY}>{markdown}</Text>
        </pre>
      </Scroll>
      {hidden.length > 0 && <p class="dim">Hidden by today's rules: {hidden.join(", ")}.</p>}
      <p class="buttons">
        <button type="button" onClick={copy}>
          Copy as Markdown
        </button>{" "}
        <span role="status">{said}</span>
      </p>
    </>
  );
}
