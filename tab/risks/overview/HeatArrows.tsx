import { Fragment } from 'react';
import type { OverviewView, RiskStage } from '../../../api/risks/contract.ts';
import { asNumber } from '../../shared/texts/texts.ts';
import { keyOf, middleOf, movesTo, type Frame } from './heat-map.ts';
import styles from './HeatMap.module.css';

/** Gap between an arrow and its cells' middles, and its bend, in CSS pixels. */
const [short, bend] = [24, 16];
const heightOf = ({ rows, cellHeight, head }: Frame) => rows * (cellHeight + 4 + (head === 0 ? 0 : head + 4));

/** The moves into the chosen stage as arrows between cells, as wide as they are many. */
export function HeatArrows(props: { moves: OverviewView['moves']; stage: RiskStage; frame: Frame }) {
  const { frame } = props;
  return (
    <svg className={styles.heatArrows} width={frame.width} height={heightOf(frame)}>
      <defs>
        <marker
          id="heat-tip"
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="12"
          markerHeight="12"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className={styles.heatTip} d="M0 0L8 4L0 8Z" />
        </marker>
      </defs>
      {movesTo(props.moves, props.stage).map(({ from, to, count }) => {
        const arrow = bent(middleOf(from, frame), middleOf(to, frame));
        if (!arrow) return null;
        const width = 1.5 + Math.min(4, Math.log2(count + 1));
        return (
          <Fragment key={`${keyOf(from)} ${keyOf(to)}`}>
            <path className={styles.heatArrowEdge} d={arrow.path} strokeWidth={width + 3} />
            <path
              className={styles.heatArrow}
              data-part="heat-arrow"
              d={arrow.path}
              strokeWidth={width}
              markerEnd="url(#heat-tip)"
            />
            <circle className={styles.heatArrowCount} cx={arrow.x} cy={arrow.y} r={count > 99 ? 15 : 11} />
            <text className={styles.heatArrowText} x={arrow.x} y={arrow.y}>
              {asNumber(count)}
            </text>
          </Fragment>
        );
      })}
    </svg>
  );
}

interface Point {
  x: number;
  y: number;
}
/** An arc between two points, bent to its left so that opposite moves do not overlap. */
function bent(from: Point, to: Point): (Point & { path: string }) | undefined {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(across, down);
  if (length <= 2 * short) return undefined;
  const [unitX, unitY] = [across / length, down / length];
  const start = { x: from.x + unitX * short, y: from.y + unitY * short };
  const end = { x: to.x - unitX * short, y: to.y - unitY * short };
  const control = { x: (from.x + to.x) / 2 + unitY * 2 * bend, y: (from.y + to.y) / 2 - unitX * 2 * bend };
  const fixed = ({ x, y }: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`;
  return {
    path: `M${fixed(start)}Q${fixed(control)} ${fixed(end)}`,
    x: start.x / 4 + control.x / 2 + end.x / 4,
    y: start.y / 4 + control.y / 2 + end.y / 4,
  };
}
