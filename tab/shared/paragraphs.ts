/** The paragraphs of a text, split as in the API (tested): comments are anchored to their words. */
export const cut = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
