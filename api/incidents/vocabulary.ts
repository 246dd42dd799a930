/** What may have happened to somebody. The texts of each stand under `incidents.kind.<kind>`. */
export const incidentKinds = [
  'lostDevice',
  'stolenDevice',
  'lostPapers',
  'lostKey',
  'wrongRecipient',
  'suspiciousMail',
  'clickedLink',
  'gaveCode',
  'infected',
  'systemDown',
  'other',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

export const incidentStates = ['open', 'taken', 'closed'] as const;
export type IncidentState = (typeof incidentStates)[number];

/** Personal data may be in it: then the law gives 72 hours (GDPR article 33). */
const withPersonalData: ReadonlySet<IncidentKind> = new Set([
  'lostDevice',
  'stolenDevice',
  'lostPapers',
  'wrongRecipient',
  'clickedLink',
  'gaveCode',
  'infected',
  'other',
]);
export const mayBeBreach = (kind: IncidentKind): boolean => withPersonalData.has(kind);
/** Hours from when the municipality knows of it. */
export const hoursToNotify = 72;

/** Characters of what the reporter writes, and of what the municipality says itself. */
export const longest = { text: 1_000, step: 400, name: 80, phone: 40 } as const;
