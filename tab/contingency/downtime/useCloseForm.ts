import type { DowntimeView } from '../../../api/contingency/contract.ts';
import type { PersonRef } from '../../../api/http/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { t } from '../../shared/texts/texts.ts';
import { notify } from '../../shared/ui/notify.ts';
import { useKeptForm } from '../../shared/forms/useKeptForm.ts';
import { asField, fromField } from './moments.ts';

export interface ImprovementRow {
  title: string;
  owner?: PersonRef | undefined;
  due: string;
}
export interface CloseForm {
  endedAt: string;
  /** As people write numbers. */
  dataLoss: string;
  cause: string;
  lessons: string;
  tested: string[];
  improvements: ImprovementRow[];
}

/** Hours of a number with comma or point; undefined of anything else. */
export function hoursOf(text: string): number | undefined {
  const hours = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(hours) || hours < 0 ? undefined : hours;
}
export const isWhole = ({ title, owner, due }: ImprovementRow): boolean =>
  title.trim().length >= 3 && owner !== undefined && due !== '';

/** The record of a downtime as it is written; kept on this device until it is saved. */
export function useCloseForm(downtime: DowntimeView, onDone: () => void) {
  const start: CloseForm = {
    endedAt: asField(Date.parse(downtime.now)),
    dataLoss: '',
    cause: '',
    lessons: '',
    tested: [],
    improvements: [],
  };
  const kept = useKeptForm<CloseForm>(`downtime-close.${downtime.key}`, start, [
    'endedAt',
    'dataLoss',
    'cause',
    'lessons',
  ]);
  const act = useAct('POST /api/contingency/downtimes/:downtimeKey/close');
  const send = kept.form.handleSubmit(async ({ endedAt, dataLoss, cause, lessons, tested, improvements }) => {
    const ended = fromField(endedAt);
    if (ended === undefined) return;
    const lost = hoursOf(dataLoss);
    const body = {
      endedAt: ended,
      cause,
      lessons,
      testedPlanKeys: tested,
      ...(lost === undefined ? {} : { dataLoss: lost }),
      improvements: improvements.map(({ title, owner, due }) => ({ title, due, ownerId: owner?.id ?? '' })),
    };
    try {
      await act.mutateAsync({ params: { downtimeKey: downtime.key }, body });
      kept.saved();
      notify(t('downtime.close.done'));
      onDone();
    } catch (thrown) {
      kept.refuse(thrown);
    }
  });
  return { ...kept, send, busy: act.isPending, error: kept.elsewhere(act.error) };
}
