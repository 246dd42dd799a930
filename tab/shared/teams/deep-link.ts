/**
 * The path of a deep link's `subPageId`, e.g. `/policy` or `policy/versions/v4`. Anything but a plain path of ours is
 * rejected: the link comes from a chat message.
 */
export function pathOfSubPage(subPageId: string | undefined): string | undefined {
  if (!subPageId) return undefined;
  const path = `/${subPageId.replace(/^\/+/, '')}`;
  const plain = /^(\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+(\?[A-Za-z0-9._~=&%-]*)?$/;
  return plain.test(path) ? path : undefined;
}
