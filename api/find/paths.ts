/** A page opened at a paragraph, counted from 0. `part`: which text, if there are two. */
export function atParagraph(page: string, place: number | undefined, part?: 'file'): string {
  if (place === undefined) return page;
  const query = new URLSearchParams({ paragraph: String(place), ...(part === undefined ? {} : { part }) });
  return `${page}${page.includes('?') ? '&' : '?'}${query}`;
}
