import type { CompactEmoji, MessagesDataset } from "emojibase";
import type { EmojiData } from "frimousse";
import type { Language } from "../../i18n/words";

type Dataset = { emojis: CompactEmoji[]; messages: MessagesDataset };
type Tones = EmojiData["skinTones"];

/** Skin tones and hair: parts of other emoji. */
const COMPONENTS = 2;
const TONES = ["light", "medium-light", "medium", "medium-dark", "dark"] as const;

const LANGUAGES: Record<Language, () => Promise<Dataset>> = {
  en: async () => ({
    emojis: (await import("emojibase-data/en/compact.json")).default as CompactEmoji[],
    messages: (await import("emojibase-data/en/messages.json")).default as MessagesDataset,
  }),
  fr: async () => ({
    emojis: (await import("emojibase-data/fr/compact.json")).default as CompactEmoji[],
    messages: (await import("emojibase-data/fr/messages.json")).default as MessagesDataset,
  }),
};

/** The names and groups of all emoji in one language, from our own files. */
export async function emojiData(locale: string): Promise<EmojiData> {
  const { emojis, messages } = await LANGUAGES[locale as Language]();
  return {
    locale,
    emojis: emojis
      .filter(({ group }) => group !== undefined && group !== COMPONENTS)
      .map(({ unicode, group, label, tags, skins }) => ({
        emoji: unicode,
        category: group ?? 0,
        label,
        version: 0,
        tags: tags ?? [],
        ...(skins?.length === TONES.length && { skins: tonesOf(skins) }),
      })),
    categories: messages.groups
      .filter(({ order }) => order !== COMPONENTS)
      .map(({ order, message }) => ({ index: order, label: message })),
    skinTones: Object.fromEntries(messages.skinTones.map(({ key, message }) => [key, message])) as Tones,
  };
}

const tonesOf = (skins: CompactEmoji[]) =>
  Object.fromEntries(TONES.map((tone, index) => [tone, skins[index]?.unicode])) as Tones;
