import { micromark } from 'micromark';
import { isCalm } from './calm-markdown.ts';

/**
 * Markdown as HTML that is safe to show: raw HTML is escaped and only harmless link protocols stay (micromark's own
 * defaults), pictures become their alternative text, and headings start below the page's own. What would keep the page
 * busy stands as it was written.
 */
export function renderMarkdown(markdown: string): string {
  if (!isCalm(markdown)) return `<p class="as-written">${escaped(markdown)}</p>`;
  return micromark(markdown)
    .replace(/<img[^>]*\balt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 1)}>`);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? '');
