import { useState } from 'react';
import type { AreaView } from '../../api/procedures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { useForm } from '../shared/forms/useForm.ts';

interface AreaValues {
  title: string;
  decidedBy: AreaView['decidedBy'];
  reviewMonths: string;
  closed: boolean;
}
const usualMonths = '12';

/** The form of an area. A new one gets its key at once, so that a retry makes no second area. */
export function useArea(area: AreaView | undefined, close: () => void) {
  const [areaKey] = useState(() => area?.key ?? crypto.randomUUID());
  const start: AreaValues = area
    ? { ...area, reviewMonths: String(area.reviewMonths) }
    : { title: '', decidedBy: 'securityCommittee', reviewMonths: usualMonths, closed: false };
  return useForm({
    start,
    draft: `area.${area?.key ?? 'new'}`,
    send: ({ title, decidedBy, reviewMonths, closed }, api) =>
      api('PUT /api/procedure-areas/:areaKey', {
        params: { areaKey },
        body: { title, decidedBy, closed, reviewMonths: Number(reviewMonths) },
      }),
    saved: t('procedures.areas.saved'),
    close,
  });
}
