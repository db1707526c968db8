import type { preferencesEn } from "./preferences.en";

export const preferencesFr: Record<keyof typeof preferencesEn, string> = {
  "preferences.open": "Préférences…",
  "preferences.title": "Préférences",
  "preferences.language": "Langue",
  "preferences.language.en": "English",
  "preferences.language.fr": "Français",
  "preferences.theme": "Apparence",
  "preferences.theme.system": "Comme le système",
  "preferences.theme.light": "Clair",
  "preferences.theme.dark": "Sombre",
  "preferences.sendBy": "Envoyer les réponses avec",
  "preferences.sendBy.enter": "Entrée",
  "preferences.sendBy.ctrlEnter": "Ctrl + Entrée (⌘ + Entrée)",
  "preferences.sendBy.enter.newline": "Maj + Entrée va à la ligne.",
  "preferences.sendBy.ctrlEnter.newline": "Entrée va à la ligne.",
  "preferences.sound": "Son à chaque nouvelle conversation",
  "preferences.notifications": "Notification sur le bureau à chaque nouvelle conversation",
  "preferences.notificationsBlocked":
    "Ce navigateur ne permet pas les notifications ici. Autorisez-les dans ses réglages pour ce site.",
  "presence.BUSY": "Occupé",
  "presence.BREAK": "Pause",
  "presence.reasons": "Motif de la pause",
  "presence.reason.LUNCH": "Déjeuner",
  "presence.reason.SHORT_BREAK": "Courte pause",
  "presence.reason.MEETING": "Réunion",
  "presence.reason.TRAINING": "Formation",
};
