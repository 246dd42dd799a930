/**
 * eTags as SharePoint writes them: `"<guid>,<n>"`, where `n` grows with every change. Items of lists have the guid in
 * lower case without braces, files `"{GUID},n"`; delta of a list is documented with the files' form for items too
 * (Microsoft Graph, listItem: delta), and `If-Match` takes only the item's own.
 */
interface Parts {
  /** Without braces, as written. */
  guid: string;
  braces: boolean;
  number: string;
}

function partsOf(etag: string): Parts | undefined {
  const [, open, guid, close, number] = /^(?:W\/)?"(\{?)([^"{},]+)(\}?),(\d+)"$/.exec(etag) ?? [];
  if (guid === undefined || number === undefined || (open === '') !== (close === '')) return undefined;
  return { guid, braces: open !== '', number };
}

/** The number that grows with every change: `"<guid>,7"` → 7. An etag of another shape counts as 0. */
export const etagNumber = (etag: string): number => {
  const number = Number.parseInt(etag.slice(etag.lastIndexOf(',') + 1), 10);
  return Number.isNaN(number) ? 0 : number;
};

/**
 * Rewrites an etag in the form of `pattern`, an item's own; undefined when one of them is not SharePoint's. A guid
 * without letters gives no case, and counts as lower.
 */
export function etagInForm(pattern: string, etag: string): string | undefined {
  const own = partsOf(pattern);
  const given = partsOf(etag);
  if (!own || !given) return undefined;
  const guid = /[A-F]/.test(own.guid) ? given.guid.toUpperCase() : given.guid.toLowerCase();
  return own.braces ? `"{${guid}},${given.number}"` : `"${guid},${given.number}"`;
}
