/**
 * The path in the tab that a deep link's `subPageId` means, e.g. `/policy` or `policy/versions/v4`. Anything that is not a
 * plain path of ours is left out: the link comes from a chat message.
 */
export function pathOfSubPage(subPageId: string | undefined): string | undefined {
  if (!subPageId) return undefined;
  const path = `/${subPageId.replace(/^\/+/, '')}`;
  const plain = /^(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+(\?[A-Za-z0-9._~=&%-]*)?$/;
  return plain.test(path) ? path : undefined;
}
