/** A path with the query's non-empty parts. */
function pathWith(path: string, query: Record<string, string | undefined>): string {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) parts.set(name, value);
  return parts.size > 0 ? `${path}?${parts}` : path;
}
export type PathQuery = Record<string, string | undefined>;
/** The register with a number's rows. */
export const registerPath = (query: PathQuery = {}): string => pathWith('/risks/register', query);
export const overviewPath = (query: PathQuery = {}): string => pathWith('/risks', query);
export const checksPath = (query: PathQuery = {}): string => pathWith('/risks/checks', query);
export const assetsPath = (query: PathQuery = {}): string => pathWith('/risks/assets', query);
export const riskPath = (key: string): string => `/risks/register/${encodeURIComponent(key)}`;
export const assetPath = (key: string): string => `/risks/assets/${encodeURIComponent(key)}`;
