/** A page that opens at a paragraph of its text, counted from 0. `part`: of which of its texts, where it has two. */
export function atParagraph(page: string, place: number | undefined, part?: 'file'): string {
  if (place === undefined) return page;
  const query = new URLSearchParams({ paragraph: String(place), ...(part === undefined ? {} : { part }) });
  return `${page}${page.includes('?') ? '&' : '?'}${query}`;
}
