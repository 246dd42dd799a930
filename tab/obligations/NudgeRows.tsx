import { Button } from '@fluentui/react-components';
import { AlertRegular } from '@fluentui/react-icons/svg/alert';
import { useState } from 'react';
import type { ObligationRow } from '../../api/obligations/contract.ts';
import type { NudgeAnswer } from '../../api/reminders/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { AskDialog } from '../shared/ui/AskDialog.tsx';
import { Consequence } from '../shared/ui/Consequence.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notify } from '../shared/ui/notify.ts';

/** The API's limit per request. */
const mostRows = 50;

/** Sends reminders for these rows, and reports the result. */
function useNudge(rows: readonly ObligationRow[], onDone?: () => void) {
  const act = useAct('POST /api/reminders/nudge');
  const body = { rows: rows.slice(0, mostRows).map(({ key, person }) => ({ key, personId: person.id })) };
  const nudge = () =>
    act.mutate(
      { body },
      {
        onSuccess: (answer) => {
          notify(nudgedText(answer));
          onDone?.();
        },
      },
    );
  return { ...act, nudge };
}

function nudgedText({ people, soon, day, unreachable, asked }: NudgeAnswer): string {
  const later = people - soon;
  return [
    people === 0 ? t('obligations.nudge.nobody') : '',
    soon > 0 ? t('obligations.nudge.soon', { count: soon, date: asDate(day) }) : '',
    later > 0 ? t('obligations.nudge.later', { count: later }) : '',
    unreachable > 0 ? t('obligations.nudge.unreachable', { count: unreachable }) : '',
    asked > 0 ? t('obligations.nudge.asked', { count: asked }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** One press: the person's next card has the reminder. */
export function NudgeRow({ row }: { row: ObligationRow }) {
  const { nudge, isPending, error } = useNudge([row]);
  if (row.askedOn !== undefined)
    return <span className="quiet">{t('obligations.nudge.askedOn', { date: asDate(row.askedOn) })}</span>;
  if (!row.abilities.nudge) return null;
  return (
    <>
      <ActButton
        size="small"
        icon={<AlertRegular />}
        busy={isPending}
        busyText={t('common.word.saving')}
        label={t('obligations.nudge.of', { title: row.title, name: row.person.name })}
        onClick={nudge}
      >
        {t('obligations.nudge.one')}
      </ActButton>
      <ActFailed error={error} />
    </>
  );
}

/** The same for several: states the effect first. */
export function NudgeMany({ rows, onDone }: { rows: readonly ObligationRow[]; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const able = rows.filter(({ abilities }) => abilities.nudge);
  const { nudge, isPending, error } = useNudge(able, () => {
    close();
    onDone();
  });
  const people = new Set(able.slice(0, mostRows).map(({ person }) => person.id)).size;
  return (
    <>
      <Button icon={<AlertRegular />} disabledFocusable={people === 0} onClick={() => people > 0 && setOpen(true)}>
        {t('obligations.nudge.many', { count: people })}
      </Button>
      <AskDialog
        open={open}
        title={t('obligations.nudge.title')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('common.cancel')}</Button>
            <ActButton appearance="primary" busy={isPending} busyText={t('common.word.saving')} onClick={nudge}>
              {t('obligations.nudge.title')}
            </ActButton>
          </>
        }
      >
        <Consequence first={t('obligations.nudge.gets', { count: people })}>
          <p>{t('obligations.nudge.rule')}</p>
        </Consequence>
        <ActFailed error={error} />
      </AskDialog>
    </>
  );
}
