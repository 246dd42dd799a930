import { useMemo } from 'react';
import type { OverviewView, RiskStage } from '../../../api/risks/contract.ts';
import { countsOf, dotsOf, keyOf, middleOf, mostDots, type Frame, type Place } from './heat-map.ts';
import styles from './HeatMap.module.css';

/** Stagger of a dot in milliseconds, and the most that are staggered. */
const [waitMilliseconds, waiting] = [12, 24];
const apartPixels = 15;

/** Offset of a numbered dot from the cell's middle: three by three, centred. */
function offset(number: number, count: number): { x: number; y: number } {
  const across = Math.min(3, count);
  const rows = Math.ceil(count / 3);
  const inRow = Math.min(across, count - Math.floor(number / 3) * 3);
  return {
    x: ((number % 3) - (inRow - 1) / 2) * apartPixels,
    y: (Math.floor(number / 3) - (rows - 1) / 2) * apartPixels,
  };
}

/** One dot a risk. On a change of stage they move to their new cells; many become a number. */
export function HeatDots(props: {
  cells: OverviewView['cells'];
  moves: OverviewView['moves'];
  stage: RiskStage;
  frame: Frame;
  pale: boolean;
}) {
  const { cells, moves, stage, frame } = props;
  const dots = useMemo(() => dotsOf(cells, moves), [cells, moves]);
  const counts = countsOf(cells, stage);
  const placed = new Map<string, number>();
  return (
    <div className={props.pale ? `${styles.heatDots} ${styles.heatPale}` : styles.heatDots}>
      {dots.map((at, position) => {
        const place = at[stage] ?? at.current ?? at.inherent ?? at.target;
        if (!place) return null;
        const key = keyOf(place);
        const number = placed.get(key) ?? 0;
        placed.set(key, number + 1);
        const count = counts.get(key) ?? 0;
        const shown = at[stage] !== undefined && count <= mostDots;
        return (
          <Dot
            key={position}
            place={place}
            number={number}
            count={count}
            shown={shown}
            frame={frame}
            position={position}
          />
        );
      })}
    </div>
  );
}

function Dot(props: { place: Place; number: number; count: number; shown: boolean; frame: Frame; position: number }) {
  const middle = middleOf(props.place, props.frame);
  const beside = props.shown ? offset(props.number, props.count) : { x: 0, y: 0 };
  // Slightly below the middle: the level is above.
  const [x, y] = [middle.x + beside.x, middle.y + beside.y + 10];
  return (
    <span
      className={styles.heatDot}
      data-part="heat-dot"
      style={{
        transform: `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`,
        opacity: props.shown ? 1 : 0,
        transitionDelay: `${(props.position % waiting) * waitMilliseconds}ms`,
      }}
    />
  );
}
