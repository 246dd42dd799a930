/**
 * A paragraph of Markdown as somebody reads it, without the signs that give it its looks: for laying two texts beside each
 * other, where a rendered text would hide what has changed. Also of a part of one, cut anywhere.
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

/** The words of a heading, when the paragraph is one. */
export const headingOf = (markdown: string): string | undefined =>
  /^[ \t]*#{1,6}[ \t]+[^\n]+$/.test(markdown) ? readable(markdown) : undefined;

/** What stands in the cells of a row of a table; a bar after a backslash belongs to the text. */
const cellsOf = (row: string): string[] => row.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
