import type { ApiAnswer } from '../../shared/api/client.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { asHours } from '../shared/hours.ts';
import { hoursOf, writtenOf, type Written } from './service-values.ts';
import { levelOf, said } from './words.ts';

export type Settings = ApiAnswer<'GET /api/continuity-settings'>['settings'];
export type SettingsForm = ReturnType<typeof useSettingsForm>;

interface Values {
  points: { at: Written }[];
  levels: { word: { da: string; en: string }; meaning: { da: string; en: string } }[];
  unacceptableFrom: string;
  vitalWithin: Written;
}
const both = ({ da, en }: { da: string; en?: string | undefined }) => ({ da, en: en ?? '' });
const startOf = ({ points, levels, unacceptableFrom, vitalWithin }: Settings): Values => ({
  points: points.map((hours) => ({ at: writtenOf(hours) })),
  levels: levels.map(({ word, meaning }) => ({ word: both(word), meaning: both(meaning) })),
  unacceptableFrom: String(unacceptableFrom),
  vitalWithin: writtenOf(vitalWithin),
});
const numberOf = (written: Written): number => {
  const hours = hoursOf(written);
  return typeof hours === 'number' ? hours : 0;
};
const bilingual = ({ da, en }: { da: string; en: string }) => ({ da, ...(en.trim() ? { en } : {}) });

export const isRising = (points: Values['points']) =>
  points.every(({ at }, place) => numberOf(at) > numberOf(points[place - 1]?.at ?? writtenOf(0)));

/** The form of the impact settings; two may write it. */
export function useSettingsForm(settings: Settings, shown: string) {
  return useForm({
    start: startOf(settings),
    draft: 'continuity-settings',
    shared: {
      etag: shown,
      names: {
        points: t('criticalServices.settings.points'),
        levels: t('criticalServices.settings.levels'),
        unacceptableFrom: t('criticalServices.settings.unacceptable'),
        vitalWithin: t('criticalServices.settings.vital'),
      },
      said: (values, field) => {
        if (field === 'points') return values.points.map(({ at }) => asHours(numberOf(at))).join('\n');
        if (field === 'levels')
          return values.levels.map(({ word, meaning }) => `${said(word)}: ${said(meaning)}`).join('\n');
        if (field === 'vitalWithin') return asHours(numberOf(values.vitalWithin));
        return levelOf(settings, Number(values.unacceptableFrom)).word;
      },
      latest: async (read) => {
        const now = await read('GET /api/continuity-settings', {});
        return { values: startOf(now.settings), etag: now.etag };
      },
    },
    send: ({ points: written, levels, unacceptableFrom, vitalWithin }, api, { etag: expected }) =>
      api('PUT /api/continuity-settings', {
        body: {
          points: written.map(({ at }) => numberOf(at)),
          levels: levels.map(({ word, meaning }) => ({ word: bilingual(word), meaning: bilingual(meaning) })),
          unacceptableFrom: Number(unacceptableFrom),
          vitalWithin: numberOf(vitalWithin),
          expected,
        },
      }),
    refused: { levels: 'levels' },
    saved: t('criticalServices.settings.saved'),
  });
}
