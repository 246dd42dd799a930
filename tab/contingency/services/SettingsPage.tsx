import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import type { ApiAnswer } from '../../shared/api/client.ts';
import { useAct, useView } from '../../shared/api/queries.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { FormField } from '../../shared/forms/FormField.tsx';
import { FormSelect } from '../../shared/forms/FormSelect.tsx';
import { KeptFoot, Restored, wrongFields } from '../../shared/forms/Form.tsx';
import { notify } from '../../shared/ui/notify.ts';
import { Page } from '../../shared/ui/Page.tsx';
import { useKeptForm } from '../../shared/forms/useKeptForm.ts';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { LevelTag } from '../../risks/parts/LevelTag.tsx';
import { ContingencyNav } from '../shared/ContingencyNav.tsx';
import { asHours } from '../shared/hours.ts';
import { hoursOf, writtenOf, type Written } from './service-values.ts';
import { levelOf, said } from './words.ts';
import { WrittenHours } from './WrittenHours.tsx';
import { atMost } from '../../shared/forms/field-rules.ts';
import styles from './Services.module.css';

type Kept = ApiAnswer<'GET /api/continuity-settings'>;
type Settings = Kept['settings'];
const [fewest, most] = [2, 10];

/** How impact over time is measured: points, levels, and what counts as vital. */
export function SettingsPage() {
  const kept = useView('GET /api/continuity-settings', {});
  return (
    <Viewed view={kept}>
      {(view) => (
        <Page title={t('criticalServices.settings.title')} lead={t('criticalServices.settings.lead')}>
          <ContingencyNav />
          {view.abilities.edit ? (
            <Form settings={view.settings} key={view.changedAt} />
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

function Form({ settings }: { settings: Settings }) {
  const [start] = useState(() => startOf(settings));
  const kept = useKeptForm<Values>('continuity-settings', start, [
    'points',
    'levels',
    'unacceptableFrom',
    'vitalWithin',
  ]);
  const { form } = kept;
  const act = useAct('PUT /api/continuity-settings');
  const points = useFieldArray({ control: form.control, name: 'points', keyName: 'rowKey' });
  const save = form.handleSubmit(async ({ points: written, levels, unacceptableFrom, vitalWithin }) => {
    const hours = written.map(({ at }) => numberOf(at));
    if (hours.some((one, place) => one <= (hours[place - 1] ?? 0))) {
      form.setError('points', { message: t('criticalServices.settings.rising') });
      return;
    }
    try {
      await act.mutateAsync({
        body: {
          points: hours,
          levels: levels.map(({ word, meaning }) => ({ word: bilingual(word), meaning: bilingual(meaning) })),
          unacceptableFrom: Number(unacceptableFrom),
          vitalWithin: numberOf(vitalWithin),
        },
      });
      kept.saved();
      notify(t('criticalServices.settings.saved'));
    } catch (error) {
      kept.refuse(error);
    }
  });
  const required = {
    validate: (text: unknown) => (typeof text === 'string' && text.trim() !== '') || t('common.form.required'),
    ...atMost(200),
  };
  const wrong = form.formState.errors.points?.message;
  return (
    <form
      className={styles.serviceForm}
      noValidate
      onSubmit={(event) => {
        // Said of the whole list, which has no box of its own that would clear it.
        form.clearErrors('points');
        void save(event);
      }}
    >
      {kept.restored && <Restored onDiscard={kept.discardKept} />}
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
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t('criticalServices.settings.removePoint', { number: index + 1 })}
                onClick={() => points.remove(index)}
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
            <Button icon={<AddRegular />} onClick={() => points.append({ at: { amount: '', unit: 'weeks' } })}>
              {t('criticalServices.settings.addPoint')}
            </Button>
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
      <KeptFoot
        error={kept.elsewhere(act.error)}
        wrong={wrongFields(form.formState)}
        busy={act.isPending}
        busyText={t('criticalServices.form.saving')}
        keptAt={kept.keptAt}
      >
        {t('common.save')}
      </KeptFoot>
    </form>
  );
}
