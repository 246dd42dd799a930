/**
 * Resource units of a Graph call to SharePoint (Microsoft's throttling page, 2025-10): 1 for one item, delta with a
 * token or a download; 2 for several items, delta without a token or any write; 5 for permissions. Directory and Teams
 * calls have separate limits and cost 0 here.
 */
export function unitsOf(method: string, path: string): number {
  const [address = '', query = ''] = withoutHost(path).split('?', 2);
  if (!/^\/?(sites|drives)\//i.test(address)) return 0;
  if (/\/permissions(\/|$)/i.test(address) || /(^|&)\$expand=[^&]*permissions/i.test(query)) return 5;
  if (method !== 'GET') return 2;
  if (/\/delta(\(\))?$/i.test(address)) return /(^|&)token=(?!latest)/i.test(query) ? 1 : 2;
  return /\/(items|children|lists|columns|versions|drives)$/i.test(address) ? 2 : 1;
}

const withoutHost = (path: string): string => path.replace(/^https:\/\/[^/]+\/[^/]+/, '');

/** Microsoft's limit of resource units a minute for one application, by the tenant's licences. */
export function unitsPerMinuteOf(licences: number): number {
  if (licences <= 1_000) return 1_250;
  if (licences <= 5_000) return 2_500;
  if (licences <= 15_000) return 3_750;
  if (licences <= 50_000) return 5_000;
  return 6_250;
}
