// The page's own words in the reader's language, from a list in the page; English where there is none.

const list = document.querySelector('meta[name="words"]')?.content;
const words = list ? JSON.parse(list) : {};

/** This English sentence as the reader reads it. */
export function word(english) {
  return words[english] ?? english;
}
