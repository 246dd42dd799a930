import { Button } from '@fluentui/react-components';
import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap';
import { BeachRegular } from '@fluentui/react-icons/svg/beach';
import { PersonAvailableRegular } from '@fluentui/react-icons/svg/person-available';
import { useEffect, useRef, useState } from 'react';
import type { AbsenceView, ObligationRow } from '../../api/obligations/contract.ts';
import { useAct, useView } from '../shared/api/queries.ts';
import { useMe } from '../shared/me.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import { Person } from '../shared/ui/Person.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { LeaveDialog } from './LeaveDialog.tsx';
import { mayGiveEverything } from './useMyCentre.ts';
import type { Giving } from './useHandOver.ts';

const most = 500;

/** One person: obligations, whether at work, and actions. */
export function PersonPanel(props: { personId: string; onGive: (giving: Giving) => void; onAll: () => void }) {
  const absence = useView('GET /api/absences/:personId', { params: { personId: props.personId } });
  return (
    <Viewed view={absence} skeleton={<Skeleton rows={2} />}>
      {(view) => <Panel {...props} absence={view} />}
    </Viewed>
  );
}

function Panel(props: { absence: AbsenceView; onGive: (giving: Giving) => void; onAll: () => void }) {
  const { absence, onGive, onAll } = props;
  const { person, abilities } = absence;
  const open = useOwed(person.id, 'open');
  const paused = useOwed(person.id, 'paused');
  const rows = [...(open.data?.rows ?? []), ...(paused.data?.rows ?? [])];
  // Tasks with a stand-in are moved from here too, but are not the person's meanwhile.
  const own = rows.filter((row) => row.state === 'open' && row.person.id === person.id);
  const me = useMe().data;
  const panel = useFocusOnArrival();
  const [leaving, setLeaving] = useState({ open: false, number: 0 });
  const movable = rows.filter((row) => row.abilities.handOver);
  const giveAll = () =>
    onGive({
      from: [{ person, rows, everything: true }],
      picked: new Set(movable.map(({ key }) => key)),
    });
  return (
    <section className="card" aria-label={person.name} ref={panel} tabIndex={-1}>
      <div className="card-row">
        <Person person={person} />
        <Button onClick={onAll}>{t('obligations.person.all')}</Button>
      </div>
      <div>
        {open.data && <p className="card-number">{owesText(person.name, own.length)}</p>}
        <Overdue rows={own} />
        <Leave absence={absence} />
      </div>
      <div className="card-foot">
        {movable.length > 0 && (
          <Button appearance="primary" icon={<ArrowSwapRegular />} onClick={giveAll}>
            {t('obligations.person.handOverAll')}
          </Button>
        )}
        {mayGiveEverything(me) && (
          <ButtonLink to={`/hand-overs/person/${encodeURIComponent(person.id)}`}>
            {t('obligations.person.leavers')}
          </ButtonLink>
        )}
        {abilities.change && (
          <>
            <Button
              icon={<BeachRegular />}
              onClick={() => setLeaving(({ number }) => ({ open: true, number: number + 1 }))}
            >
              {absence.from ? t('obligations.person.changeLeave') : t('obligations.person.leave')}
            </Button>
            {absence.from && <Back absence={absence} />}
          </>
        )}
      </div>
      <LeaveDialog
        key={leaving.number}
        absence={absence}
        open={leaving.open}
        onClose={() => setLeaving(({ number }) => ({ open: false, number }))}
      />
    </section>
  );
}

/** A link far down the page opens the panel at its top: focus it. Not on the first page. */
function useFocusOnArrival() {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (document.activeElement !== document.body) panel.current?.focus();
  }, []);
  return panel;
}

const useOwed = (personId: string, show: 'open' | 'paused') =>
  useView('GET /api/obligations/people', { query: { personId, show, limit: most } });

const owesText = (name: string, count: number) =>
  count === 0 ? t('obligations.person.nothing', { name }) : t('obligations.person.owes', { name, count });

function Overdue({ rows }: { rows: readonly ObligationRow[] }) {
  const count = rows.filter(({ daysLeft }) => daysLeft < 0).length;
  return count === 0 ? null : <p>{t('obligations.person.overdue', { count })}</p>;
}

/** Period of absence, and its effects. */
function Leave({ absence }: { absence: AbsenceView }) {
  const today = useMe().data?.today ?? '';
  const { from, to, paused, passed } = absence;
  if (!from) return null;
  const values = { from: asDate(from), to: to ? asDate(to) : '' };
  const started = from <= today ? ('onLeave' as const) : ('willLeave' as const);
  return (
    <>
      <p>{to ? t(`obligations.person.${started}To`, values) : t(`obligations.person.${started}`, values)}.</p>
      <p className="card-text">
        {paused > 0 && <>{t('obligations.person.waits', { count: paused })} </>}
        {passed > 0 && t('obligations.person.moved', { count: passed })}
      </p>
    </>
  );
}

function Back({ absence: { person } }: { absence: AbsenceView }) {
  const act = useAct('DELETE /api/absences/:personId');
  const back = () =>
    notifyAfter(
      act.mutateAsync({ params: { personId: person.id } }),
      t('obligations.person.backDone', { name: person.name }),
    );
  return (
    <>
      <ActButton
        icon={<PersonAvailableRegular />}
        busy={act.isPending}
        busyText={t('common.word.saving')}
        onClick={back}
      >
        {t('obligations.person.back')}
      </ActButton>
      <ActFailed error={act.error} />
    </>
  );
}
