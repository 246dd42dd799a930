import type { Context } from './context.ts';

/** Teams on Windows cuts longer links. */
export const deepLinkLimit = 1900;
/** The personal tab in the manifest. */
const entity = 'home';

/**
 * A link into the tab that opens the item at `path` itself, e.g. `/policy`. Ids only: a link is kept in logs. When it
 * would be longer than Teams takes (an id edited by hand), it opens the tab's first page.
 */
export function deepLink(context: Context, path: string): string {
  const place = encodeURIComponent(JSON.stringify({ subEntityId: path }));
  const link = `${context.organisation.tabLink}${entity}?context=${place}`;
  return link.length > deepLinkLimit ? `${context.organisation.tabLink}${entity}` : link;
}
