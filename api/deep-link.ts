import type { Context } from './context.ts';

/** Teams on Windows cuts longer links. */
export const deepLinkLimit = 1900;
/** The personal tab in the manifest. */
const entity = 'home';

/**
 * A deep link to the item at `path`, e.g. `/policy`. Ids only: links are logged. If too long for Teams (an id edited by
 * hand), it opens the tab's first page.
 */
export function deepLink(context: Context, path: string): string {
  const place = encodeURIComponent(JSON.stringify({ subEntityId: path }));
  const link = `${context.organisation.tabLink}${entity}?context=${place}`;
  return link.length > deepLinkLimit ? `${context.organisation.tabLink}${entity}` : link;
}
