import { useFieldArray } from 'react-hook-form';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { Form } from '../../shared/forms/Form.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { useForm } from '../../shared/forms/useForm.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { LevelTag } from '../../risks/parts/LevelTag.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { asHours } from '../shared/hours.ts';
import { hoursOf, writtenOf, type Written } from './service-values.ts';
import { levelOf, said } from './words.ts';
import { WrittenHours } from './WrittenHours.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';
import styles from './Services.module.css';
import { AddRow, RemoveRow } from '../../shared/forms/RowButtons.tsx';

type Kept = ApiAnswer<'GET /api/continuity-settings'>;
type Settings = Kept['settings'];
const [fewest, most] = [2, 10];

/** Impact settings: points, levels, and the definition of vital. */
export function SettingsPage() {
  const kept = useView('GET /api/continuity-settings', {});
  return (
    <Viewed view={kept}>
      {(view) => (
        <Page title={t('criticalServices.settings.title')} lead={t('criticalServices.settings.lead')}>
          <ContingencyNav />
          {view.abilities.edit ? (
            <SettingsForm settings={view.settings} etag={view.etag} />
          ) : (
            <Read settings={view.settings} />
          )}
          <p className="quiet">
            {view.changedAt && view.changedBy
              ? t('criticalServices.one.changed', { moment: asMoment(view.changedAt), name: view.changedBy.name })
              : t('criticalServices.settings.shipped')}
          </p>
        </Page>
      )}
    </Viewed>
  );
}

const Read = ({ settings }: { settings: Settings }) => (
  <section className="card" aria-label={t('criticalServices.settings.levels')}>
    <p>{t('criticalServices.settings.pointsAre', { points: settings.points.map(asHours).join(', ') })}</p>
    <ul className={styles.serviceNeeded}>
      {settings.levels.map(({ meaning }, level) => (
        <li key={level}>
          <LevelTag level={levelOf(settings, level)} />
          <p className="quiet">{said(meaning)}</p>
        </li>
      ))}
    </ul>
    <p>
      {t('criticalServices.settings.limitIs', {
        level: levelOf(settings, settings.unacceptableFrom).word,
        time: asHours(settings.vitalWithin),
      })}
    </p>
  </section>
);

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

const isRising = (points: Values['points']) =>
  points.every(({ at }, place) => numberOf(at) > numberOf(points[place - 1]?.at ?? writtenOf(0)));

function SettingsForm({ settings, etag: shown }: { settings: Settings; etag: string }) {
  const state = useForm({
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
  const { form } = state;
  const points = useFieldArray({
    control: form.control,
    name: 'points',
    keyName: 'rowKey',
    rules: { validate: (all) => isRising(all) || t('criticalServices.settings.rising') },
  });
  const required = {
    validate: (text: unknown) => (typeof text === 'string' && text.trim() !== '') || t('common.form.required'),
    ...atMost(200),
  };
  const { points: wrongPoints } = form.formState.errors;
  const wrong = wrongPoints?.root?.message ?? wrongPoints?.message;
  return (
    <Form
      state={state}
      className={styles.serviceForm}
      button={t('common.save')}
      busyText={t('criticalServices.review.working')}
    >
      <Consequence first={t('criticalServices.settings.consequence')}>
        <p>{t('criticalServices.settings.stays')}</p>
      </Consequence>
      <section className="card" aria-labelledby="settings-points">
        <h2 className="section-title" id="settings-points">
          {t('criticalServices.settings.points')}
        </h2>
        {points.fields.map((point, index) => (
          <div className="card-row" key={point.rowKey}>
            <WrittenHours
              control={form.control}
              name={`points.${index}.at`}
              label={t('criticalServices.settings.point', { number: index + 1 })}
            />
            {points.fields.length > fewest && (
              <RemoveRow
                rows="points"
                label={t('criticalServices.settings.removePoint', { number: index + 1 })}
                onRemove={() => points.remove(index)}
              />
            )}
          </div>
        ))}
        {wrong && (
          <p role="alert" className={styles.serviceError}>
            {wrong}
          </p>
        )}
        {points.fields.length < most && (
          <div>
            <AddRow rows="points" onAdd={() => points.append({ at: { amount: '', unit: 'weeks' } })}>
              {t('criticalServices.settings.addPoint')}
            </AddRow>
          </div>
        )}
      </section>
      <section className="card" aria-labelledby="settings-levels">
        <h2 className="section-title" id="settings-levels">
          {t('criticalServices.settings.levels')}
        </h2>
        {settings.levels.map((_, level) => (
          <div className={styles.serviceImpact} key={level}>
            <FormField
              control={form.control}
              name={`levels.${level}.word.da`}
              label={t('criticalServices.settings.word', { level })}
              rules={required}
            />
            <FormField
              control={form.control}
              name={`levels.${level}.meaning.da`}
              label={t('criticalServices.settings.meaning', { level })}
              rules={required}
            />
            <FormField
              control={form.control}
              name={`levels.${level}.word.en`}
              label={t('criticalServices.settings.wordEn', { level })}
            />
            <FormField
              control={form.control}
              name={`levels.${level}.meaning.en`}
              label={t('criticalServices.settings.meaningEn', { level })}
            />
          </div>
        ))}
        <FormSelect
          control={form.control}
          name="unacceptableFrom"
          label={t('criticalServices.settings.unacceptable')}
          options={settings.levels
            .map((_, level) => ({ value: String(level), text: levelOf(settings, level).word }))
            .slice(1)}
        />
      </section>
      <div className="card">
        <WrittenHours
          control={form.control}
          name="vitalWithin"
          label={t('criticalServices.settings.vital')}
          hint={t('criticalServices.settings.vitalHint')}
        />
      </div>
    </Form>
  );
}
