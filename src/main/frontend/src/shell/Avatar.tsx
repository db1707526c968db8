import { useState } from "react";
import { isOurs } from "./addresses";

const TONES = 6;

function initials(name: string): string {
  // A number behind the name, as placeholders have, is no initial.
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const last = words.length > 1 ? words.at(-1) : undefined;
  return `${words[0]?.charAt(0) ?? "?"}${last?.charAt(0) ?? ""}`.toLocaleUpperCase();
}

function tone(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % TONES;
}

type AvatarProps = { id: string; name: string; picture?: string | null; large?: boolean };

/** A person's or a Page's picture; until there is one, initials on a colour that stays theirs. */
export function Avatar({ id, name, picture = null, large = false }: AvatarProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const shown = isOurs(picture) && broken !== picture ? picture : null;
  return (
    <span className={`avatar avatar--${tone(id)} ${large ? "avatar--large" : ""}`} aria-hidden="true">
      {shown === null ? (
        initials(name)
      ) : (
        <img className="avatar__picture" src={shown} alt="" onError={() => setBroken(shown)} />
      )}
    </span>
  );
}
