import type { ContinuityView } from '../../../api/critical-services/contract.ts';
import type { Meaning } from '../../shared/forms/merge-fields.ts';
import { useForm, type FormState } from '../../shared/forms/useForm.ts';
import { t } from '../../shared/texts/texts.ts';
import { hoursOf, writtenOf, type Written } from './service-values.ts';

export interface RecoveryFields {
  promise: Written;
  backup: Written;
  ownMtd: Written;
  ownRto: Written;
  ownRpo: Written;
  redundancy: ContinuityView['recovery']['redundancy'];
  note: string;
}
export type RecoveryFormState = FormState<RecoveryFields>;
const times = ['promise', 'backup', 'ownMtd', 'ownRto', 'ownRpo'] as const;

const fieldsOf = ({ recovery }: ContinuityView): RecoveryFields => ({
  promise: writtenOf(recovery.promise),
  backup: writtenOf(recovery.backup),
  ownMtd: writtenOf(recovery.ownMtd),
  ownRto: writtenOf(recovery.ownRto),
  ownRpo: writtenOf(recovery.ownRpo),
  redundancy: recovery.redundancy,
  note: recovery.note,
});

const meaning: Meaning<RecoveryFields> = (values, field) => {
  const value = values[field];
  return typeof value === 'string' ? value : hoursOf(value);
};

/** Its capability, as a form with concurrent editing. */
export function useRecoveryForm(view: ContinuityView, close: () => void): RecoveryFormState {
  const params = { assetKey: view.asset.key };
  return useForm({
    start: fieldsOf(view),
    draft: `recovery.${view.asset.key}`,
    shared: {
      etag: view.recovery.changedAt ?? '',
      code: 'services.changedMeanwhile',
      meaning,
      latest: async (read) => {
        const now = await read('GET /api/assets/:assetKey/continuity', { params });
        const { changedBy, changedAt = now.freshness.asOf } = now.recovery;
        return { values: fieldsOf(now), by: changedBy?.name ?? '', at: changedAt };
      },
    },
    send: (values, api, { etag }) => {
      const hours = times.flatMap((name) => {
        const given = hoursOf(values[name]);
        return typeof given === 'number' ? [[name, given] as const] : [];
      });
      const { redundancy, note } = values;
      const body = { ...Object.fromEntries(hours), redundancy, note, expected: etag || null };
      return api('PUT /api/assets/:assetKey/continuity', { params, body });
    },
    saved: t('criticalServices.system.saved'),
    close,
  });
}
