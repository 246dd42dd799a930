import type { LevelMark } from '../../../api/assets/contract.ts';
import type { ServiceRow, ServiceView } from '../../../api/critical-services/contract.ts';

// The API's own lists would bundle its parser.
export const audiences = ['citizens', 'companies', 'operation'] as const satisfies readonly ServiceRow['audience'][];
export const gaps = [
  ...(['noMtd', 'rtoNotBelowMtd', 'noNeeds', 'needsRetired', 'noImpact', 'notAccepted', 'reviewOverdue'] as const),
] as const satisfies readonly ServiceRow['gaps'][number][];
export const figures = ['mtd', 'rto', 'rpo'] as const;
export const redundancies = ['none', 'partial', 'full', 'unknown'] as const;
export const hoursPer = { hours: 1, days: 24, weeks: 168 } as const;

type Settings = ServiceView['settings'];
type Bilingual = Settings['levels'][number]['word'];

/** In the reader's language, in Danish if not written. */
export const said = ({ da, en }: Bilingual): string => (document.documentElement.lang === 'en' && en ? en : da);

const tones = ['green', 'yellow', 'orange', 'red', 'darkRed'] as const;

/** A level of impact for display: number and word, colour, and a sign that is fuller when worse. */
export const levelOf = ({ levels }: Settings, level: number): LevelMark => {
  const known = levels[level];
  return {
    word: known ? `${level} – ${said(known.word)}` : String(level),
    tone: tones[level] ?? 'darkRed',
    severity: level / (levels.length - 1),
  };
};

/** The first point with unacceptable impact: the API proposes the same. */
export const proposedFrom = (
  impacts: readonly { hours: number; level: number | undefined }[],
  { unacceptableFrom }: Settings,
): number | undefined =>
  impacts
    .filter(({ level }) => level !== undefined && level >= unacceptableFrom)
    .map(({ hours }) => hours)
    .sort((one, other) => one - other)[0];
