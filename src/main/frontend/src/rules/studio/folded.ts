const MARKS = /\p{M}/gu;
const APOSTROPHES = /[’‘ʼ′＇`´]/g;
const SPACES = /[\t-\r\p{Z}]+/gu;

/**
 * As the tables are asked about what a customer wrote: in lower case, without accents, with one kind of apostrophe and
 * of space. The server's `AskedText` does the same; `folded.json` is held by both.
 */
export const folded = (written: string) =>
  written
    .replace(APOSTROPHES, "'")
    .normalize("NFD")
    .replace(MARKS, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(SPACES, " ")
    .trim();
