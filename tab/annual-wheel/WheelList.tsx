import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { asDay, t } from '../shared/texts/texts.ts';
import { LookTag } from './LookTag.tsx';
import { byMonth, monthName, pathOf, stateText, type Slot } from './slots.ts';
import { monthOf } from './wheel-geometry.ts';
import styles from './WheelPage.module.css';

/** The wheel in words, by month. The two are synchronised. */
export function WheelList(props: {
  slots: readonly Slot[];
  today: string;
  active: string | undefined;
  /** The wheel's month: the list scrolls there. */
  follow: number | undefined;
  onActive: (key: string | undefined) => void;
}) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = frame.current;
    const wanted = list?.querySelector<HTMLElement>(`[data-month="${props.follow}"]`);
    // Scrolls the list only, not the page.
    if (list && wanted) list.scrollTo({ top: wanted.offsetTop - list.offsetTop, behavior: 'smooth' });
  }, [props.follow]);
  const months = byMonth(props.slots, ({ slot }) => monthOf(slot.due));
  return (
    <div
      className={styles.wheelList}
      data-part="wheel-list"
      ref={frame}
      role="region"
      aria-label={t('wheel.list')}
      tabIndex={0}
    >
      {months.map(([month, slots]) => (
        <section key={month} data-month={month} aria-labelledby={`month-${month}`}>
          <h2
            id={`month-${month}`}
            className={props.follow === month ? `${styles.wheelListMonth} ${styles.here}` : styles.wheelListMonth}
            data-part="wheel-list-month"
            {...(props.follow === month ? { 'data-here': '' } : {})}
          >
            {monthName(month)} <span>{t('wheel.tasks', { count: slots.length })}</span>
          </h2>
          <ul>
            {slots.map((slot) => (
              <li
                key={slot.key}
                className={props.active === slot.key ? `${styles.wheelRow} ${styles.active}` : styles.wheelRow}
                data-part="wheel-row"
                {...(props.active === slot.key ? { 'data-active': '' } : {})}
                onPointerEnter={() => props.onActive(slot.key)}
                onPointerLeave={() => props.onActive(undefined)}
              >
                <div>
                  <Link href={pathOf(slot)} onFocus={() => props.onActive(slot.key)}>
                    {slot.activity.title}
                  </Link>
                  <p className="quiet">
                    {asDay(slot.slot.due)} · {t(`wheel.bodies.${slot.role}`)}
                    {slot.slot.tasks > 1 && ` · ${stateText(slot)}`}
                  </p>
                </div>
                <LookTag look={slot.slot.look} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
