import { mergeClasses } from '@fluentui/react-components';
import type { KeyboardEvent, PointerEvent } from 'react';
import { Link } from 'wouter';
import { nameOf, pathOf, shareOf, type Look, type Slot } from './slots.ts';
import { point, sectorPath, type Arc } from './wheel-geometry.ts';
import styles from './Wheel.module.css';
import wheelPageStyles from './WheelPage.module.css';

const corner = 5;
const marks: Partial<Record<Look, string>> = {
  done: 'M-3.4 .2L-1 2.6L3.6 -2.6',
  overdue: 'M0 -3.6V.9M0 3.3V3.5',
  cancelled: 'M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6',
};

/** The status besides its colour: a tick, an exclamation mark, a cross. */
export function LookMark({ look, x, y, size }: { look: Look; x: number; y: number; size: number }) {
  const path = marks[look];
  if (!path) return null;
  const scale = Math.min(1.15, size / 17);
  return (
    <g
      className={styles.arcMark}
      data-part="arc-mark"
      transform={`translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(2)})`}
    >
      <circle r="7" />
      <path d={path} />
    </g>
  );
}

/** One date of an activity: a link, filled by the share of centres done, hatched if any is overdue. */
export function WheelArc(props: {
  slot: Slot;
  arc: Arc;
  centre: number;
  hatch: string;
  active: boolean;
  tabStop: boolean;
  dragged: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onPoint: (key: string | undefined) => void;
  onFocus: () => void;
  onPointerDown: (event: PointerEvent) => void;
  /** Whether the press ended a drag. */
  moved: () => boolean;
}) {
  const { slot, arc, centre } = props;
  const share = shareOf(slot);
  const { look } = slot.slot;
  const end = arc.from + (arc.to - arc.from) * share;
  const whole = sectorPath(centre, arc, arc.from, arc.to, corner);
  const middle = point(centre, (arc.inner + arc.outer) / 2, (arc.from + arc.to) / 2);
  return (
    <Link
      href={pathOf(slot)}
      className={mergeClasses(
        styles.wheelArc,
        styles[`look-${look}`],
        props.active && wheelPageStyles.active,
        props.dragged && wheelPageStyles.dragged,
      )}
      data-part="wheel-arc"
      data-look={look}
      {...(props.active ? { 'data-active': '' } : {})}
      tabIndex={props.tabStop ? 0 : -1}
      aria-label={nameOf(slot)}
      draggable={false}
      data-slot={slot.key}
      onKeyDown={props.onKeyDown}
      onFocus={props.onFocus}
      onPointerEnter={() => props.onPoint(slot.key)}
      onPointerLeave={() => props.onPoint(undefined)}
      onPointerDown={props.onPointerDown}
      onClick={(event) => {
        if (props.moved()) event.preventDefault();
      }}
    >
      <path className={styles.arcBody} data-part="arc-body" d={whole} />
      {look === 'overdue' && share < 1 && (
        <path data-part="arc-late" d={sectorPath(centre, arc, end, arc.to, corner)} fill={`url(#${props.hatch})`} />
      )}
      {share > 0 && (
        <path className={styles.arcFill} data-part="arc-fill" d={sectorPath(centre, arc, arc.from, end, corner)} />
      )}
      <path className={styles.arcEdge} data-part="arc-edge" d={whole} />
      <LookMark look={look} {...middle} size={arc.outer - arc.inner} />
    </Link>
  );
}
