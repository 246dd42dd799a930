import type { DowntimeView } from '../../../api/contingency/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { useForm } from '../../shared/forms/useForm.ts';
import { asField, endFromField } from './moments.ts';

export interface ImprovementRow {
  title: string;
  owner?: PersonRef | undefined;
  due: string;
}
export interface CloseForm {
  endedAt: string;
  /** As typed. */
  dataLoss: string;
  cause: string;
  lessons: string;
  tested: string[];
  improvements: ImprovementRow[];
}

/** Hours of a number with comma or point; undefined otherwise. */
export function hoursOf(text: string): number | undefined {
  const hours = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(hours) || hours < 0 ? undefined : hours;
}
export const isWhole = ({ title, owner, due }: ImprovementRow): boolean =>
  title.trim().length >= 3 && owner !== undefined && due !== '';

const startOf = ({ now }: DowntimeView): CloseForm => ({
  endedAt: asField(Date.parse(now)),
  dataLoss: '',
  cause: '',
  lessons: '',
  tested: [],
  improvements: [],
});

/** The record of a downtime, or an addition to that of whoever closed it meanwhile. */
export function useCloseForm(downtime: DowntimeView, close: () => void) {
  const isOver = downtime.state !== 'running';
  return useForm({
    start: startOf(downtime),
    draft: `downtime-close.${downtime.key}`,
    send: ({ endedAt, dataLoss, cause, lessons, tested, improvements }, api) => {
      const ended = endFromField(endedAt, downtime.startedAt);
      if (ended === undefined) return undefined;
      const lost = hoursOf(dataLoss);
      const body = {
        endedAt: ended,
        // Its closer has given the cause.
        cause: isOver && cause.trim() === '' ? (downtime.record?.cause ?? '') : cause,
        lessons,
        testedPlanKeys: isOver ? [] : tested,
        addsToClosed: isOver,
        ...(lost === undefined ? {} : { dataLoss: lost }),
        improvements: improvements.map(({ title, owner, due }) => ({ title, due, ownerId: owner?.id ?? '' })),
      };
      return api('POST /api/contingency/downtimes/:downtimeKey/close', {
        params: { downtimeKey: downtime.key },
        body,
      });
    },
    refused: { testedPlanKeys: 'tested' },
    saved: t(isOver ? 'downtime.close.added' : 'downtime.close.done'),
    // Who comes second sees who was first, and the form goes on.
    looksAgain: true,
    close,
  });
}
