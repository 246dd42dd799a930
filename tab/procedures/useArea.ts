import { useState } from 'react';
import type { AreaView } from '../../api/procedures/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { notify } from '../shared/ui/notify.ts';
import { useKeptForm } from '../shared/forms/useKeptForm.ts';

interface AreaValues {
  title: string;
  decidedBy: AreaView['decidedBy'];
  reviewMonths: string;
  closed: boolean;
}
const fields = ['title', 'decidedBy', 'reviewMonths', 'closed'] as const;
const usualMonths = '12';

/** The form of an area. A new one has its key from the start, so that a second try makes no second area. */
export function useArea(area: AreaView | undefined, onDone: () => void) {
  const [areaKey] = useState(() => area?.key ?? crypto.randomUUID());
  const start: AreaValues = area
    ? { ...area, reviewMonths: String(area.reviewMonths) }
    : { title: '', decidedBy: 'securityCommittee', reviewMonths: usualMonths, closed: false };
  const kept = useKeptForm<AreaValues>(`area.${area?.key ?? 'new'}`, start, fields);
  const act = useAct('PUT /api/procedure-areas/:areaKey');
  const save = kept.form.handleSubmit(async ({ title, decidedBy, reviewMonths, closed }) => {
    try {
      await act.mutateAsync({
        params: { areaKey },
        body: { title, decidedBy, closed, reviewMonths: Number(reviewMonths) },
      });
      kept.saved();
      notify(t('procedures.areas.saved'));
      onDone();
    } catch (error) {
      kept.refuse(error);
    }
  });
  return { form: kept.form, save, busy: act.isPending, error: kept.elsewhere(act.error) };
}
