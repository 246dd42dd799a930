import type { Context } from '../context.ts';
import type { Language } from '../kernel/index.ts';
import { hoursIn, impactLine, peakLine } from './acceptance-content.ts';
import type { CriticalService } from './service-lists.ts';
import { settingsNow } from './settings.ts';
import { isSoundDowntime, soundDowntime, soundHours } from './sound-hours.ts';
import { figureNames } from './vocabulary.ts';

export interface FiguresToSee {
  figures: (readonly [name: string, value: string])[];
  impacts: string[];
  peaks: string[];
}

/** Figures to review, as text; not escaped. Empty without a downtime: there is nothing to confirm. From memory. */
export function figuresToSee(
  context: Context,
  service: Pick<CriticalService, 'mtd' | 'rto' | 'rpo' | 'impacts' | 'peaks'>,
  language: Language,
): FiguresToSee | undefined {
  if (!isSoundDowntime(service.mtd)) return undefined;
  const t = context.texts(language);
  const { levels } = settingsNow(context);
  return {
    figures: figureNames.flatMap((name) => {
      const hours = name === 'rpo' ? soundHours(service.rpo) : soundDowntime(service[name]);
      return hours === undefined ? [] : [[t(`contingency.figure.${name}`), hoursIn(t, language, hours)] as const];
    }),
    impacts: [...service.impacts]
      .sort((one, other) => one.hours - other.hours)
      .map((impact) => impactLine(t, language, levels, impact)),
    peaks: service.peaks.map((peak) => peakLine(t, language, peak)),
  };
}
