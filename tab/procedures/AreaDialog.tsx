import type { AreaRow } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { FormDialog } from '../shared/forms/FormDialog.tsx';
import { FormField } from '../shared/forms/FormField.tsx';
import { required } from '../shared/forms/field-rules.ts';
import { FormCheck } from '../shared/forms/FormCheck.tsx';
import { Choice } from '../shared/ui/Choice.tsx';
import styles from './Procedures.module.css';
import { useState } from 'react';
import { useForm } from '../shared/forms/useForm.ts';

const deciders = ['securityCommittee', 'securityTeam'] as const;
const mostMonths = 36;
const isMonths = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{1,2}$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= mostMonths;

/** A new or existing area. */
export function AreaDialog({ area, open, onClose }: { area: AreaRow | undefined; open: boolean; onClose: () => void }) {
  const state = useArea(area, onClose);
  return (
    <FormDialog
      open={open}
      title={area ? t('common.word.changeOf', { title: area.title }) : t('procedures.areas.new')}
      onClose={onClose}
      state={state}
    >
      <FormField control={state.control} name="title" label={t('common.word.name')} rules={required()} />
      <fieldset className="choices">
        <legend>{t('procedures.areas.decides')}</legend>
        {deciders.map((decider) => (
          <Choice
            key={decider}
            value={decider}
            {...state.form.register('decidedBy')}
            title={t(`procedures.decidedBy.${decider}`)}
            text={t(`procedures.areas.decidesText.${decider}`)}
          />
        ))}
      </fieldset>
      <FormField
        control={state.control}
        name="reviewMonths"
        label={`${t('procedures.areas.reviewMonths')} (${t('procedures.areas.months')})`}
        inputMode="decimal"
        rules={{ validate: (value: unknown) => isMonths(value) || t('procedures.areas.monthsWrong') }}
      />
      {area && (
        <FormCheck control={state.control} name="closed">
          {t('procedures.areas.closed')}
          <span className={`quiet ${styles.procedureCheckText}`}>{t('procedures.areas.closedText')}</span>
        </FormCheck>
      )}
    </FormDialog>
  );
}

interface AreaValues {
  title: string;
  decidedBy: AreaRow['decidedBy'];
  reviewMonths: string;
  closed: boolean;
}
const usualMonths = '12';

const startOf = (area: AreaRow | undefined): AreaValues =>
  area
    ? {
        title: area.title,
        decidedBy: area.decidedBy,
        reviewMonths: String(area.reviewMonths),
        closed: area.closed,
      }
    : { title: '', decidedBy: 'securityCommittee', reviewMonths: usualMonths, closed: false };

/** The form of an area. A new one gets its key at once, so that a retry makes no second area. */
function useArea(area: AreaRow | undefined, close: () => void) {
  const [areaKey] = useState(() => area?.key ?? crypto.randomUUID());
  return useForm({
    start: startOf(area),
    draft: `area.${area?.key ?? 'new'}`,
    shared: {
      etag: area?.etag ?? '',
      names: {
        title: t('common.word.name'),
        decidedBy: t('procedures.areas.decides'),
        reviewMonths: t('procedures.areas.reviewMonths'),
        closed: t('procedures.areas.closed'),
      },
      said: ({ decidedBy }, field) => (field === 'decidedBy' ? t(`procedures.decidedBy.${decidedBy}`) : undefined),
      latest: async (read) => {
        const { areas } = await read('GET /api/procedure-areas', {});
        const now = areas.find(({ key }) => key === areaKey);
        return now && { values: startOf(now), etag: now.etag };
      },
    },
    send: ({ title, decidedBy, reviewMonths, closed }, api, { etag: expected }) =>
      api('PUT /api/procedure-areas/:areaKey', {
        params: { areaKey },
        body: { title, decidedBy, closed, reviewMonths: Number(reviewMonths), expected: expected || null },
      }),
    saved: t('procedures.areas.saved'),
    close,
  });
}
