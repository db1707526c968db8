/** What a person can grant an app for their Pages (Meta's "Permissions Reference"). */
export const PERMISSIONS = [
  "pages_show_list",
  "pages_messaging",
  "pages_manage_metadata",
  "pages_read_engagement",
  "pages_read_user_content",
  "pages_manage_engagement",
  "pages_utility_messaging",
  "business_management",
] as const;

/** The permissions that are missing once this one is granted or taken away. */
export function missingAfter(missing: readonly string[], permission: string, granted: boolean): string[] {
  const others = missing.filter((one) => one !== permission);
  return granted ? others : [...others, permission];
}
