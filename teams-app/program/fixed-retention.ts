import { textKeptDays } from '../../api/incidents/index.ts';
import type { FixedRetention } from '../../api/retention/index.ts';

/** What a rule of its feature deletes, or a setting of the program; and what nobody keeps. */
export const fixedRetention: readonly FixedRetention[] = [
  { kind: 'inspectionPhotos', days: ({ organisation }) => organisation.inspectionPhotoDays },
  { kind: 'incidentTexts', days: () => textKeptDays },
  { kind: 'searches', days: () => 0 },
];
