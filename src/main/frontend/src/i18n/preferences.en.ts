/** What somebody may have otherwise in their browser. */
export const preferencesEn = {
  "preferences.open": "Preferences…",
  "preferences.title": "Preferences",
  "preferences.language": "Language",
  "preferences.language.en": "English",
  "preferences.language.fr": "Français",
  "preferences.theme": "Appearance",
  "preferences.theme.system": "Like the system",
  "preferences.theme.light": "Light",
  "preferences.theme.dark": "Dark",
  "preferences.sendBy": "Send answers with",
  "preferences.sendBy.enter": "Enter",
  "preferences.sendBy.ctrlEnter": "Ctrl + Enter (⌘ + Enter)",
  "preferences.sendBy.enter.newline": "Shift + Enter begins a new line.",
  "preferences.sendBy.ctrlEnter.newline": "Enter begins a new line.",
} as const;
