import type { Context } from '../context.ts';
import type { ContinuitySettings } from './contract.ts';
import { ContinuitySettingsList } from './service-lists.ts';

export const currentSettingsKey = 'current';

/** Default settings: 1 h, 4 h, 1 day, 3 days, 1 week, 2 weeks. */
export const shippedSettings: ContinuitySettings = {
  points: [1, 4, 24, 72, 168, 336],
  levels: [
    {
      word: { da: 'Ingen', en: 'None' },
      meaning: { da: 'Ingen mærker det', en: 'Nobody notices' },
    },
    {
      word: { da: 'Mærkbar', en: 'Noticeable' },
      meaning: { da: 'Besvær og ventetid, som kan indhentes', en: 'Trouble and waiting that can be made up for' },
    },
    {
      word: { da: 'Alvorlig', en: 'Serious' },
      meaning: {
        da: 'Borgere eller virksomheder får ikke det, de skal have, til tiden',
        en: 'Citizens or companies do not get in time what they should',
      },
    },
    {
      word: { da: 'Meget alvorlig', en: 'Very serious' },
      meaning: {
        da: 'Nogen lider skade, en lovfrist brydes, eller der mistes mange penge',
        en: 'Somebody is harmed, a term set by law is broken, or much money is lost',
      },
    },
    {
      word: { da: 'Katastrofal', en: 'Disastrous' },
      meaning: { da: 'Liv og helbred er i fare', en: 'Life and health are in danger' },
    },
  ],
  unacceptableFrom: 3,
  vitalWithin: 72,
};

/** The present settings. From memory. */
export const settingsNow = (context: Context): ContinuitySettings =>
  context.list(ContinuitySettingsList).get(currentSettingsKey)?.settings ?? shippedSettings;

/**
 * The impact that contradicts a service's stated downtime, if any. Harm unacceptable after four hours excludes twelve
 * hours of downtime without a reason.
 */
export function contradictionOf<Harm extends { hours: number; level: number }>(
  { mtd, impacts }: { mtd?: number | undefined; impacts: readonly Harm[] },
  settings: Pick<ContinuitySettings, 'unacceptableFrom'>,
): Harm | undefined {
  const borne = proposedMtd(impacts, settings);
  if (mtd === undefined || borne === undefined || mtd <= borne) return undefined;
  return impacts.find(({ hours, level }) => hours === borne && level >= settings.unacceptableFrom);
}

/** The first point with unacceptable harm; undefined without one. Hours. */
export const proposedMtd = (
  impacts: readonly { hours: number; level: number }[],
  { unacceptableFrom }: Pick<ContinuitySettings, 'unacceptableFrom'>,
): number | undefined =>
  impacts
    .filter(({ level }) => level >= unacceptableFrom)
    .map(({ hours }) => hours)
    .sort((one, other) => one - other)[0];
