/** A link's target in the Teams client. */
export type LinkTarget =
  | { kind: 'page'; entityId: string; subEntityId: string | undefined }
  | { kind: 'teams'; url: string }
  | { kind: 'outside'; url: string };

/**
 * Reads `https://teams.microsoft.com/l/entity/<appId>/<entityId>?context={"subEntityId":…}`; other links stay links.
 */
export function linkTarget(link: string, appIds: readonly string[]): LinkTarget {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  if (url?.host !== 'teams.microsoft.com') return { kind: 'outside', url: link };
  const [, l, entity, appId, entityId] = url.pathname.split('/');
  if (l !== 'l' || entity !== 'entity' || !appId || !appIds.includes(appId) || !entityId) {
    return { kind: 'teams', url: link };
  }
  return { kind: 'page', entityId: decodeURIComponent(entityId), subEntityId: subEntityOf(url.searchParams) };
}

function subEntityOf(query: URLSearchParams): string | undefined {
  try {
    const context: unknown = JSON.parse(query.get('context') ?? '{}');
    if (typeof context !== 'object' || context === null) return undefined;
    if ('subEntityId' in context && typeof context.subEntityId === 'string') return context.subEntityId;
    if ('subPageId' in context && typeof context.subPageId === 'string') return context.subPageId;
  } catch {
    return undefined;
  }
  return undefined;
}

/** Teams' deep link to a page of the app. */
export const linkOf = (appId: string, entityId: string, subEntityId: string): string =>
  `https://teams.microsoft.com/l/entity/${appId}/${encodeURIComponent(entityId)}?context=${encodeURIComponent(JSON.stringify({ subEntityId }))}`;
