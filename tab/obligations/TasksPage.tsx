import { Button } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { useState } from 'react';
import type { PersonRef } from '../../api/http/contract.ts';
import type { ObligationRow } from '../../api/obligations/contract.ts';
import { CalendarLink } from '../calendar/parts/CalendarLink.tsx';
import { call } from '../shared/api/client.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { HandedOver } from './HandedOver.tsx';
import { HandOverDialog } from './HandOverDialog.tsx';
import { TaskList } from './TaskList.tsx';
import { TasksNav } from '../shared/navigation/TasksNav.tsx';
import { UndoNotice } from './UndoNotice.tsx';
import { useTasks } from './useTasks.ts';
import type { HandOverResult } from './useHandOver.ts';
import { BeachRegular } from '@fluentui/react-icons/svg/beach';
import { useView } from '../shared/api/queries.ts';
import { LeaveDialog } from './LeaveDialog.tsx';

const mineNow = async () => (await call('GET /api/obligations', { query: { show: 'open' } })).handedOver;

/** Mine opgaver: my tasks by urgency, handed over, completed. */
export function TasksPage() {
  const { me, open, done, choice, choose } = useTasks();
  const [giving, setGiving] = useState<{ number: number; rows: readonly ObligationRow[]; person: PersonRef }>();
  const [isOpen, setIsOpen] = useState(false);
  const [result, setResult] = useState<HandOverResult>();
  return (
    <Viewed view={me} part>
      {({ today, person }) => (
        <Viewed view={open}>
          {({ obligations, handedOver, freshness }) => (
            <Page
              title={answerOf(obligations)}
              above={t('obligations.nav.label')}
              lead={leadOf(obligations)}
              actions={
                <>
                  <CalendarLink />
                  {obligations.some((row) => row.abilities.handOver) && (
                    <Button
                      icon={<ArrowSwapRegular />}
                      onClick={() => {
                        setGiving((before) => ({ number: (before?.number ?? 0) + 1, rows: obligations, person }));
                        setIsOpen(true);
                      }}
                    >
                      {t('obligations.tasks.handOver')}
                    </Button>
                  )}
                  <OwnLeave personId={person.id} />
                </>
              }
            >
              <TasksNav />
              {result && <UndoNotice key={result.text} result={result} onGone={() => setResult(undefined)} />}
              <TaskList open={obligations} done={done} today={today} choice={choice} choose={choose} />
              <HandedOver
                handOvers={handedOver}
                title={t('obligations.handedOver.mineTitle')}
                text={t('obligations.handedOver.mineText')}
              />
              <AsOf freshness={freshness} />
              {giving && (
                <HandOverDialog
                  key={giving.number}
                  open={isOpen}
                  from={[giving]}
                  yourself
                  handOversNow={mineNow}
                  onClose={() => setIsOpen(false)}
                  onDone={setResult}
                />
              )}
            </Page>
          )}
        </Viewed>
      )}
    </Viewed>
  );
}

const open = (rows: readonly ObligationRow[]) => rows.filter(({ state }) => state === 'open');

function answerOf(rows: readonly ObligationRow[]): string {
  const count = open(rows).length;
  if (count === 0) return t('obligations.tasks.nothing');
  const answer = t('obligations.tasks.answer', { count });
  const overdue = open(rows).filter(({ daysLeft }) => daysLeft < 0).length;
  if (overdue === 0) return answer;
  const key = overdue === count ? 'obligations.tasks.answerAllLate' : 'obligations.tasks.answerLate';
  return t(key, { answer, count: overdue });
}

function leadOf(rows: readonly ObligationRow[]): string | undefined {
  const [next] = open(rows)
    .filter(({ daysLeft }) => daysLeft >= 0)
    .sort((one, other) => one.daysLeft - other.daysLeft);
  return next && t('obligations.tasks.next', { due: asDue(next.daysLeft, next.due) });
}

/** Records one's own leave: only the person and the manager may. */
function OwnLeave({ personId }: { personId: string }) {
  const [opening, setOpening] = useState({ open: false, number: 0 });
  return (
    <>
      <Button icon={<BeachRegular />} onClick={() => setOpening(({ number }) => ({ open: true, number: number + 1 }))}>
        {t('obligations.tasks.leave')}
      </Button>
      {opening.number > 0 && (
        <OwnLeaveDialog
          key={opening.number}
          personId={personId}
          open={opening.open}
          onClose={() => setOpening(({ number }) => ({ open: false, number }))}
        />
      )}
    </>
  );
}

/** Effects of the leave are fetched when the dialog opens. */
function OwnLeaveDialog(props: { personId: string; open: boolean; onClose: () => void }) {
  const absence = useView('GET /api/absences/:personId', { params: { personId: props.personId } });
  return (
    <Viewed view={absence} skeleton={null}>
      {(view) => <LeaveDialog absence={view} open={props.open} onClose={props.onClose} />}
    </Viewed>
  );
}
