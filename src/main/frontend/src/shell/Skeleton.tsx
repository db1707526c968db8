import { SkeletonText } from "@carbon/react";

/** Grey lines where text is on its way. */
export function Skeleton({ lines }: { lines: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      <SkeletonText paragraph lineCount={lines} />
    </div>
  );
}
