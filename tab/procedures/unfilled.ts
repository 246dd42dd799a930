/** A template's field in square brackets; a link, a reference and a tick box are none. */
const field = /(?<![\]!])\\?\[(?!\^)([^[\]\\\n]{2,60})\\?\](?![(:[])/g;

/** The fields of a template that a text still has, each once, as they are written. */
export const unfilledIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(field), ([, name = '']) => `[${name}]`)),
];
