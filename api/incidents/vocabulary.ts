/** Kinds of accidents. Texts under `incidents.kind.<kind>`. */
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

/** May involve personal data: the law allows 72 hours (GDPR article 33). */
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
/** Hours from the municipality's knowledge. */
export const hoursToNotify = 72;

/** Longest texts of the reporter, and of the municipality. */
export const longest = { text: 1_000, step: 400, name: 80, phone: 40 } as const;
