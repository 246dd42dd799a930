import { micromark } from 'micromark';

/**
 * Markdown as HTML that is safe to show: raw HTML is escaped and only harmless link protocols stay (micromark's own
 * defaults), pictures become their alternative text, and headings start below the page's own.
 */
export function renderMarkdown(markdown: string): string {
  return micromark(markdown)
    .replace(/<img[^>]*\balt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<(\/?)h([1-6])>/g, (_, slash: string, level: string) => `<${slash}h${Math.min(6, Number(level) + 1)}>`);
}
