import type { TestView } from '../../../api/contingency/contract.ts';
import { useAct } from '../../shared/api/queries.ts';
import { asNumber, t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';
import { Consequence } from '../../shared/ui/Consequence.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { othersIn } from './test-words.ts';
import { ReasonDialog } from '../../shared/forms/ReasonDialog.tsx';

interface Asked {
  test: TestView;
  open: boolean;
  onClose: () => void;
}
const longestReason = 500;

/** Starts the stopwatch, with its effects. */
export function StartDialog({ test, open, onClose }: Asked) {
  const act = useAct('POST /api/contingency/tests/:testKey/start');
  const start = () => act.mutate({ params: { testKey: test.key } }, { onSuccess: onClose });
  const { length } = test.injects;
  const minute = test.injects[0]?.minute ?? 0;
  const after = t('contingency.hours.minutes', { count: minute, number: asNumber(minute) });
  return (
    <ActDialog
      open={open}
      title={t('contingencyTests.start.ask')}
      onClose={onClose}
      act={{
        text: t('contingencyTests.start.act'),
        busyText: t('contingencyTests.start.busy'),
        busy: act.isPending,
        press: start,
      }}
    >
      <Consequence first={t('contingencyTests.start.first')}>
        {length > 0 && <p>{t('contingencyTests.start.injects', { count: length, after })}</p>}
        <p>{t('contingencyTests.start.tell')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

/** Ends it; the leader evaluates afterwards. */
export function EndDialog({ test, open, onClose }: Asked) {
  const act = useAct('POST /api/contingency/tests/:testKey/end');
  const end = () => act.mutate({ params: { testKey: test.key } }, { onSuccess: onClose });
  const left = test.injects.filter(({ sent }) => !sent).length;
  return (
    <ActDialog
      open={open}
      title={t('contingencyTests.end.ask')}
      onClose={onClose}
      act={{
        text: t('contingencyTests.end.act'),
        busyText: t('contingencyTests.end.busy'),
        busy: act.isPending,
        press: end,
      }}
    >
      <Consequence first={t('contingencyTests.end.first')}>
        {left > 0 && <p>{t('contingencyTests.end.left', { count: left })}</p>}
        <p>{t('contingencyTests.end.evaluate')}</p>
      </Consequence>
      <ActFailed error={act.error} />
    </ActDialog>
  );
}

/** Cancels it, with the reason. */
export function CancelDialog({ test, open, onClose }: Asked) {
  return (
    <ReasonDialog
      open={open}
      title={t('contingencyTests.cancel.ask')}
      words={{
        consequence: t('contingencyTests.cancel.first', { count: othersIn(test) }),
        reason: t('common.word.reason'),
        missing: t('contingencyTests.reasonMissing'),
        button: t('contingencyTests.cancel.act'),
        saved: t('contingencyTests.cancel.done'),
      }}
      longest={longestReason}
      send={(body, api) => api('POST /api/contingency/tests/:testKey/cancel', { params: { testKey: test.key }, body })}
      onClose={onClose}
    >
      <p>{t('contingencyTests.cancel.due')}</p>
    </ReasonDialog>
  );
}
