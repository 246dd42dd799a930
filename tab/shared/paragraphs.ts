/** The paragraphs of a text as the API cuts it (tested): comments stand beside them, by their words. */
export const cut = (text: string): string[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
