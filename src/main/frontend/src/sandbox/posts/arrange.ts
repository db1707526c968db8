import type { Comment } from "../../api/sandboxTypes";

export type Branch = { comment: Comment; replies: Comment[] };

/** Comments with all that was answered under each, however deep, as Facebook shows them: on two levels. */
export function arrange(comments: readonly Comment[]): Branch[] {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const branches = new Map<string, Branch>();
  for (const comment of comments) {
    const top = topOf(comment, known);
    const branch = branches.get(top.id) ?? { comment: top, replies: [] };
    if (comment.id !== top.id) branch.replies.push(comment);
    branches.set(top.id, branch);
  }
  return [...branches.values()];
}

function topOf(comment: Comment, known: ReadonlyMap<string, Comment>): Comment {
  let top = comment;
  // A parent that is not known makes its reply stand alone.
  for (let parent = parentOf(top, known); parent !== undefined; parent = parentOf(top, known)) top = parent;
  return top;
}

const parentOf = ({ parent }: Comment, known: ReadonlyMap<string, Comment>) =>
  parent === null ? undefined : known.get(parent);
