/**
 * A paragraph of Markdown without its markup: for comparing two texts side by side, where rendering would hide changes.
 * Also for a part of one, cut anywhere.
 */
export function readable(markdown: string): string {
  return markdown
    .replace(/^[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*(\|[ \t]*:?-{3,}:?[ \t]*)*\|[ \t]*(\n|$)/gm, '')
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, cells: string) => cellsOf(cells).join(' · '))
    .replace(/^[ \t]*#{1,6}[ \t]+/gm, '')
    .replace(/^[ \t]*>[ \t]?/gm, '')
    .replace(/^([ \t]*)[-*+][ \t]+/gm, '$1• ')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, '$1 ($2)')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/(?<![\p{L}\p{N}*\\])[*_](?=\S)|(?<=[^\s\\])[*_](?![\p{L}\p{N}*])/gu, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/g, '$1');
}

/** The text of a heading, if the paragraph is one. */
export const headingOf = (markdown: string): string | undefined =>
  /^[ \t]*#{1,6}[ \t]+[^\n]+$/.test(markdown) ? readable(markdown) : undefined;

/** The cells of a table row; an escaped bar belongs to the text. */
const cellsOf = (row: string): string[] => row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
