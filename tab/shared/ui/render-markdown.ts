import { micromark, type Options } from 'micromark';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import { isCalm } from './calm-markdown.ts';

/** Extensions to CommonMark in use: tables, task lists, strikethrough, bare addresses. */
const asWritten: Options = {
  extensions: [gfmTable(), gfmStrikethrough(), gfmTaskListItem(), gfmAutolinkLiteral()],
  htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml(), gfmTaskListItemHtml(), gfmAutolinkLiteralHtml()],
};

/**
 * Markdown as safe HTML: raw HTML is escaped and only harmless link protocols remain (micromark's defaults), images
 * become their alternative text, checkboxes are signs, headings start below the page's own, and a table wider than the
 * screen scrolls by itself, also by keyboard. A text that would block the page is shown as written.
 */
export function renderMarkdown(markdown: string): string {
  if (!isCalm(markdown)) return `<p data-part="as-written">${escaped(markdown)}</p>`;
  return micromark(markdown, asWritten)
    .replace(/<img[^>]*\balt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<input type="checkbox"([^>]*)>/g, (_, state: string) => (state.includes('checked') ? '☑' : '☐'))
    .replace(/<table>/g, '<div data-part="markdown-table" tabindex="0"><table>')
    .replace(/<\/table>/g, '</table></div>')
    .replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 1)}>`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? '');
