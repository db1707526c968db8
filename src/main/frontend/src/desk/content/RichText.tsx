import Linkify from "linkify-react";
import { memo } from "react";

const OPTIONS = {
  target: "_blank",
  rel: "noopener noreferrer",
  className: "link",
  defaultProtocol: "https",
  truncate: 60,
  // A number with dots or a file's name is no address.
  validate: { url: (value: string) => /^(https?:\/\/|www\.)/i.test(value), email: true },
};

/** What somebody wrote, its addresses to be clicked. */
export const RichText = memo(function RichText({ children }: { children: string }) {
  return <Linkify options={OPTIONS}>{children}</Linkify>;
});
