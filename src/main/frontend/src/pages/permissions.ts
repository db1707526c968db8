import type { I18n } from "../i18n/i18n";

const KNOWN = [
  "pages_messaging",
  "pages_manage_metadata",
  "pages_show_list",
  "pages_read_engagement",
  "pages_read_user_content",
  "pages_manage_engagement",
  "business_management",
  "pages_utility_messaging",
  "task:MESSAGING",
  "task:MODERATE",
] as const;

/** As the server sees it: without one of these a Page can neither be heard nor answered for. */
const ESSENTIAL: ReadonlySet<string> = new Set(["pages_messaging", "pages_manage_metadata", "task:MESSAGING"]);

export const isEssential = (name: string) => ESSENTIAL.has(name);

/** What a permission is for, and the name it has in Facebook's dialogs. */
export function permissionWords(name: string, { t }: I18n): string {
  const known = KNOWN.find((one) => one === name);
  return known === undefined ? name : `${t(`permission.${known}`)} (${name})`;
}
