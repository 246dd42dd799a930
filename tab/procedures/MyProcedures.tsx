import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ProcedureRow } from '../../api/procedures/contract.ts';
import { daysFrom } from '../shared/days.ts';
import { useMe } from '../shared/me.ts';
import { asDue, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { StateTag } from './StateTag.tsx';
import { withNextStep, type NextStep } from './states.ts';
import { pathOf, useMine } from './useProcedures.ts';
import styles from './Procedures.module.css';

const shownFirst = 5;

/** Procedures the reader writes or maintains that need action, each with its next step. */
export function MyProcedures() {
  const me = useMe();
  const mine = useMine(true);
  const [all, setAll] = useState(false);
  const today = me.data?.today;
  return (
    <section className="section" aria-labelledby="mine">
      <h2 className="section-title" id="mine">
        {t('procedures.mine.title')}
      </h2>
      <Viewed part view={mine} skeleton={<Skeleton rows={2} />}>
        {({ procedures }) => {
          const rows = today ? withNextStep(procedures, today) : [];
          if (rows.length === 0) return <p className="section-text">{t('procedures.mine.nothing')}</p>;
          return (
            <>
              <ul className={styles.procedureRows}>
                {rows.slice(0, all ? rows.length : shownFirst).map(({ row, step }) => (
                  <Mine key={row.key} row={row} step={step} today={today ?? ''} />
                ))}
              </ul>
              {!all && rows.length > shownFirst && (
                <Button className={styles.procedureMore} onClick={() => setAll(true)}>
                  {t('procedures.mine.more', { count: rows.length })}
                </Button>
              )}
            </>
          );
        }}
      </Viewed>
    </section>
  );
}

function Mine({ row, step, today }: { row: ProcedureRow; step: NextStep; today: string }) {
  const words = t(`procedures.mine.step.${step}`);
  const urgent = step === 'returned' || step === 'expired';
  return (
    <li className={styles.procedureRow}>
      <div className={styles.procedureRowText}>
        <p className={styles.procedureName}>
          <Link href={pathOf(row)}>{row.title}</Link>
        </p>
        <p className={styles.procedureAbout}>
          <StateTag state={row.coming ?? row.state} />
          <span className="quiet">{about(row, step, today)}</span>
        </p>
      </div>
      <ButtonLink
        to={step === 'draft' ? `${pathOf(row)}/edit` : pathOf(row)}
        label={t('procedures.mine.stepOf', { step: words, title: row.title })}
        {...(urgent ? { appearance: 'primary' as const } : {})}
      >
        {words}
      </ButtonLink>
    </li>
  );
}

function about({ centre, reviewOn, kind }: ProcedureRow, step: NextStep, today: string): string {
  const where = centre?.title ?? t(`procedures.kind.${kind}`);
  if ((step !== 'soon' && step !== 'expired') || reviewOn === undefined) return where;
  const due = asDue(daysFrom(today, reviewOn), reviewOn);
  return `${where} · ${step === 'soon' ? t('procedures.mine.review', { due }) : due}`;
}
