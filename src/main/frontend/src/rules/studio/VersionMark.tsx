import type { Version } from "../../api/ruleTables";
import { useStudio } from "../words";

/** Which version it is, who changed it when, and why. */
export function VersionMark({ version }: { version: Version }) {
  const { w, formats } = useStudio();
  const { number, author, at, reason } = version;
  return (
    <span className="version-mark">
      <strong>{w("version.n", { n: number })}</strong>{" "}
      <span className="version-mark__who">
        {author === null ? (
          w("version.packaged")
        ) : (
          <time dateTime={at} title={formats.full(at)}>
            {w("version.by", { who: author, when: formats.moment(at) })}
          </time>
        )}
      </span>
      {reason !== null && <span className="version-mark__why">{w("version.reason", { reason })}</span>}
    </span>
  );
}
