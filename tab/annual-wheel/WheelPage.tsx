import { Button } from '@fluentui/react-components';
import { CalendarLtrRegular } from '@fluentui/react-icons/svg/calendar-ltr';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useState } from 'react';
import { Link } from 'wouter';
import type { WheelView } from '../../api/annual-wheel/contract.ts';
import { t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { ViewAs } from '../shared/ui/ViewAs.tsx';
import { Blank } from '../shared/ui/Failed.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { CalendarLink } from '../calendar/parts/CalendarLink.tsx';
import { MoveDialog } from './TaskDialogs.tsx';
import { slotsOf, totalOf, type Slot } from './slots.ts';
import { useWheel, useWheelChoice, useWorst, type Choose, type WheelChoice } from './useWheel.ts';
import { monthOf } from './wheel-geometry.ts';
import { WheelLegend } from './WheelLegend.tsx';
import { WheelList } from './WheelList.tsx';
import { WheelNav } from './WheelNav.tsx';
import { WheelPicture } from './WheelPicture.tsx';
import { WheelTasks } from './WheelTasks.tsx';
import { YearSwitch } from './YearSwitch.tsx';
import styles from './WheelPage.module.css';

/** Årshjul: the answer, the wheel with its list, and a table behind a switch. */
export function WheelPage() {
  const { choice, choose } = useWheelChoice();
  const wheel = useWheel(choice.year);
  return (
    <Viewed view={wheel}>
      {(view) => (
        <Page
          title={answerOf(view)}
          above={t('common.nav.wheel')}
          lead={<Lead wheel={view} />}
          actions={
            <>
              <CalendarLink />
              <Button icon={<PrintRegular />} onClick={() => print()}>
                {t('common.word.print')}
              </Button>
            </>
          }
        >
          <WheelNav />
          <div className={styles.wheelBar}>
            <YearSwitch year={view.year} years={view.years} onChange={(year) => choose({ year: String(year) })} />
            <ViewAs as={choice.as} onChange={(as) => choose({ as: as === 'table' ? as : '' })} />
          </div>
          <Shown wheel={view} choice={choice} choose={choose} />
          <AsOf freshness={view.freshness} />
        </Page>
      )}
    </Viewed>
  );
}

function Shown({ wheel, choice, choose }: { wheel: WheelView; choice: WheelChoice; choose: Choose }) {
  if (choice.as === 'table') return <WheelTasks wheel={wheel} choice={choice} choose={choose} />;
  if (totalOf(wheel) + wheel.counts.cancelled === 0) return <Empty wheel={wheel} />;
  return <Picture wheel={wheel} key={wheel.year} />;
}

function answerOf(wheel: WheelView): string {
  const total = totalOf(wheel);
  const year = String(wheel.year);
  if (total === 0) return t('wheel.answerNone', { year });
  return wheel.counts.done === total
    ? t('wheel.answerAll', { count: total, year })
    : t('wheel.answer', { done: wheel.counts.done, count: total, year });
}

/** Overdue tasks and where most are; otherwise the next one. */
function Lead({ wheel }: { wheel: WheelView }) {
  const worst = useWorst(wheel);
  const { overdue, due } = wheel.counts;
  const before = wheel.overdueFromBefore ?? 0;
  const table = `/wheel?as=table&year=${wheel.year}`;
  if (overdue > 0)
    return (
      <p>
        <Link href={`${table}&look=overdue`}>{t('wheel.late', { count: overdue })}</Link>
        {before > 0 && t('wheel.fromBefore', { count: before })}
        {worst?.centre && (
          <>
            {', '}
            <Link href={`${table}&look=overdue&centre=${worst.centre.id}`}>
              {t('wheel.mostIn', { centre: worst.centre.title })}
            </Link>
          </>
        )}
        {worst?.role && `, ${t('wheel.mostWith', { body: t(`roles.${worst.role}`) })}`}.
      </p>
    );
  if (due > 0)
    return (
      <p>
        {t('wheel.nothingLate')} <Link href={`${table}&look=due`}>{t('wheel.soon', { count: due })}</Link>
      </p>
    );
  return totalOf(wheel) > 0 ? <p>{t('wheel.nothingLate')}</p> : null;
}

function Picture({ wheel }: { wheel: WheelView }) {
  const slots = slotsOf(wheel);
  const [focused, setFocused] = useState<string>();
  const [pointed, setPointed] = useState<string>();
  const [follow, setFollow] = useState(wheel.today.startsWith(String(wheel.year)) ? monthOf(wheel.today) : undefined);
  const [moving, setMoving] = useState<{ slot: Slot; to: string }>();
  const [asking, setAsking] = useState(false);
  const active = pointed ?? focused;
  const monthOfKey = (key: string | undefined) => {
    const slot = slots.find((known) => known.key === key);
    return slot ? monthOf(slot.slot.due) : undefined;
  };
  const fromWheel = (key: string | undefined, by: 'focus' | 'pointer') => {
    if (by === 'focus') setFocused(key);
    else setPointed(key);
    const month = monthOfKey(key);
    if (month !== undefined) setFollow(month);
  };
  return (
    <div className={styles.wheelSides}>
      <div className={styles.wheelSide}>
        <WheelPicture
          wheel={wheel}
          slots={slots}
          active={active}
          month={monthOfKey(active) ?? follow}
          onActive={fromWheel}
          onMonth={setFollow}
          onMove={(slot, to) => {
            setMoving({ slot, to });
            setAsking(true);
          }}
        />
        <WheelLegend />
      </div>
      <WheelList slots={slots} today={wheel.today} active={active} follow={follow} onActive={setPointed} />
      {moving?.slot.slot.taskKey && (
        <MoveDialog
          key={`${moving.slot.key} ${moving.to}`}
          task={{ key: moving.slot.slot.taskKey, title: moving.slot.activity.title, due: moving.slot.slot.due }}
          to={moving.to}
          open={asking}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

const Empty = ({ wheel }: { wheel: WheelView }) => (
  <Blank
    title={t('wheel.empty.title', { year: String(wheel.year) })}
    text={wheel.abilities.edit ? t('wheel.empty.text') : t('wheel.empty.wait')}
    actions={
      wheel.abilities.edit && (
        <>
          <ButtonLink to="/wheel/catalogue" appearance="primary" icon={<CalendarLtrRegular />}>
            {t('wheel.empty.catalogue')}
          </ButtonLink>
          <ButtonLink to="/wheel/activities/new">{t('wheel.empty.own')}</ButtonLink>
        </>
      )
    }
  />
);
