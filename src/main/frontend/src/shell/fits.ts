const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** Whether what was typed is a part of a name, accents or not. */
export const fits = (name: string, typed: string) => plain(name).includes(plain(typed.trim()));
