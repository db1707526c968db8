import type { Conversation, Me } from "../../api/types";
import { Reading } from "../../desk/Reading";
import { useStudio } from "../words";

/** What was said, for those who have neither the desk nor the recordings: nothing can be done with it. */
export function ReadOnly({ me, conversation }: { me: Me; conversation: Conversation }) {
  const { w } = useStudio();
  // Who was an agent before they became an analyst may have it still.
  const nobodys = { ...conversation, assignee: null };
  return (
    <section aria-labelledby="why-words">
      <h2 id="why-words" className="whys__table">
        {w("why.words")}
      </h2>
      <Reading conversation={nobodys} me={me} className="whys__words" testId="why-words" />
    </section>
  );
}
