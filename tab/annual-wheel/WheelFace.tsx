import type { WheelView } from '../../api/annual-wheel/contract.ts';
import { t, textOf } from '../shared/texts/texts.ts';
import { monthName, totalOf } from './slots.ts';
import { angleOf, point, sectorPath, textLine, type WheelLayout } from './wheel-geometry.ts';
import styles from './WheelPage.module.css';
import wheelStyles from './Wheel.module.css';

const months = Array.from({ length: 12 }, (_, position) => position + 1);
const rimWidth = 4;

/** Static parts: rings with their bodies' names, months, and elapsed time. Hidden from screen readers. */
export function WheelFace(props: {
  layout: WheelLayout;
  wheel: WheelView;
  id: string;
  month: number | undefined;
  onMonth: (month: number) => void;
}) {
  const { layout, wheel, id } = props;
  const { centre, rim, hub } = layout;
  const gone = angleOf(wheel.today, wheel.year);
  return (
    <g aria-hidden>
      {layout.rings.map((ring, position) => (
        <circle
          key={ring.key}
          className={position % 2 === 0 ? `${styles.wheelRing} ${styles.even}` : styles.wheelRing}
          cx={centre}
          cy={centre}
          r={ring.outer}
        />
      ))}
      <circle className={styles.wheelHub} cx={centre} cy={centre} r={hub} />
      {months.map((month) => (
        <path
          key={month}
          className={month === props.month ? `${styles.wheelMonth} ${styles.here}` : styles.wheelMonth}
          d={sectorPath(centre, { inner: hub, outer: rim }, (month - 1) * 30, month * 30)}
          onClick={() => props.onMonth(month)}
        />
      ))}
      <path className={styles.wheelRim} d={sectorPath(centre, { inner: rim, outer: rim + rimWidth }, 0.01, 359.99)} />
      {gone > 0 && (
        <path
          className={styles.wheelGone}
          d={sectorPath(centre, { inner: rim, outer: rim + rimWidth }, 0, Math.min(gone, 359.99))}
        />
      )}
      {months.map((month) => (
        <MonthName key={month} {...props} label={monthName(month)} at={month} />
      ))}
      {layout.named &&
        layout.rings.map((ring) => (
          <g key={ring.key}>
            <path id={`${id}-${ring.key}`} d={textLine(centre, ring.outer - 10.5, 0, 89)} fill="none" />
            <text className={styles.wheelBody}>
              <textPath href={`#${id}-${ring.key}`} startOffset="6">
                {textOf(`wheel.bodies.${ring.key}`)}
              </textPath>
            </text>
          </g>
        ))}
    </g>
  );
}

function MonthName(props: {
  layout: WheelLayout;
  id: string;
  month: number | undefined;
  onMonth: (month: number) => void;
  label: string;
  at: number;
}) {
  const { layout, at } = props;
  const from = (at - 1) * 30;
  const below = from + 15 > 90 && from + 15 < 270;
  const space = layout.named ? 14 : 10;
  const line = textLine(layout.centre, layout.rim + space + (below ? 9 : 0), from, from + 30);
  return (
    <g
      className={props.month === at ? `${styles.wheelMonthName} ${styles.here}` : styles.wheelMonthName}
      onClick={() => props.onMonth(at)}
    >
      <path id={`${props.id}-m${at}`} d={line} fill="none" />
      <text>
        <textPath href={`#${props.id}-m${at}`} startOffset="50%" textAnchor="middle">
          {layout.named ? props.label : props.label.slice(0, 3)}
        </textPath>
      </text>
    </g>
  );
}

/** Today's line; drawn last, on top of everything. */
export function TodayLine({ layout, wheel }: { layout: WheelLayout; wheel: WheelView }) {
  if (!wheel.today.startsWith(String(wheel.year))) return null;
  const angle = angleOf(wheel.today, wheel.year);
  const { centre, hub, rim } = layout;
  const from = point(centre, hub, angle);
  const to = point(centre, rim + rimWidth / 2, angle);
  return (
    <g className={wheelStyles.wheelToday} aria-hidden>
      <line className={wheelStyles.halo} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <circle cx={to.x} cy={to.y} r={layout.named ? 6 : 4.5} />
    </g>
  );
}

/** Progress of the year, in numbers and as a ring. */
export function WheelHub({ layout, wheel }: { layout: WheelLayout; wheel: WheelView }) {
  const { centre, hub } = layout;
  const total = totalOf(wheel);
  const turn = (count: number) => (total === 0 ? 0 : (count / total) * 359.99);
  const done = turn(wheel.counts.done);
  const late = turn(wheel.counts.overdue);
  const band = { inner: hub - 11, outer: hub - 5 };
  return (
    <g className={styles.wheelMiddle} aria-hidden>
      <path className={styles.middleWhole} d={sectorPath(centre, band, 0, 359.99)} />
      {late > 0 && <path className={styles.middleLate} d={sectorPath(centre, band, done, done + late, 3)} />}
      {done > 0 && <path className={styles.middleDone} d={sectorPath(centre, band, 0, done, 3)} />}
      <text x={centre} y={centre} className={styles.middleYear} fontSize={hub * 0.42} dy={layout.named ? -2 : 3}>
        {wheel.year}
      </text>
      {layout.named && (
        <text x={centre} y={centre + hub * 0.3} className={styles.middleCount}>
          {t('wheel.hub', { done: wheel.counts.done, total })}
        </text>
      )}
    </g>
  );
}
