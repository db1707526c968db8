import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { SANDBOX_EVENTS } from "../api/sandbox";
import { type LineState, openFeed } from "../live/feed";
import { apply, CHANGES, type Changes } from "./apply";
import { sandboxKeys } from "./cache";

/** Keeps what is shown up to date; everything is loaded anew after a gap. */
export function useSandboxFeed(): LineState {
  const client = useQueryClient();
  const [line, setLine] = useState<LineState>("up");
  useEffect(
    () =>
      openFeed({
        url: SANDBOX_EVENTS,
        events: CHANGES,
        resumes: false,
        onEvent: (name, data) => apply(client, name as keyof Changes, data as Changes[keyof Changes]),
        onGap: () => void client.invalidateQueries({ queryKey: sandboxKeys.all }),
        onState: setLine,
      }),
    [client],
  );
  return line;
}
