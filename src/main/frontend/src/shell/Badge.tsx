type BadgeProps = { n: number; words: string; testId: string };

/** How much waits behind a link, in a number and in words for those who do not see it; nothing where nothing does. */
export function Badge({ n, words, testId }: BadgeProps) {
  if (n === 0) return null;
  return (
    <span className="badge badge--alert" data-testid={testId}>
      <span aria-hidden="true">{n}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
