import { useId, useRef, useState, type KeyboardEvent } from 'react';
import type { WheelView } from '../../api/annual-wheel/contract.ts';
import { asDay, t, textOf } from '../shared/texts/texts.ts';
import { useWidth } from '../shared/ui/useWidth.ts';
import { slotDetail, firstOf, wheelRings, type Slot } from './slots.ts';
import { useMoveByDrag } from './useMoveByDrag.ts';
import { angleOf, layoutOf, sectorPath, turned, type Arc, type Turn } from './wheel-geometry.ts';
import { TodayLine, WheelFace, WheelHub } from './WheelFace.tsx';
import { WheelArc } from './WheelArc.tsx';
import styles from './WheelPage.module.css';
import wheelStyles from './Wheel.module.css';

const turns: Record<string, Turn> = {
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  ArrowUp: 'outwards',
  ArrowDown: 'inwards',
  Home: 'first',
  End: 'last',
};

/** The year as a wheel: a ring a body, an arc a date. One tab stop; arrow keys move between arcs. */
export function WheelPicture(props: {
  wheel: WheelView;
  slots: readonly Slot[];
  active: string | undefined;
  month: number | undefined;
  onActive: (key: string | undefined, by: 'focus' | 'pointer') => void;
  onMonth: (month: number) => void;
  onMove: (slot: Slot, to: string) => void;
}) {
  const { wheel, slots } = props;
  const id = useId();
  const picture = useRef<SVGSVGElement>(null);
  const { element, width } = useWidth<HTMLDivElement>(600);
  const layout = layoutOf(width, wheelRings(wheel, slots), wheel.year);
  const [stop, setStop] = useState<string>();
  const tabStop = slots.find((slot) => slot.key === stop) ?? firstOf(slots, wheel.today);
  const { drag, start, moved } = useMoveByDrag(picture, wheel.year, wheel.abilities.edit, props.onMove);

  const turn = (key: string) => (event: KeyboardEvent) => {
    const wanted = turns[event.key];
    if (!wanted) return;
    event.preventDefault();
    const next = turned(layout, key, wanted);
    const arcs = picture.current?.querySelectorAll<SVGElement>('[data-slot]') ?? [];
    [...arcs].find((arc) => arc.dataset['slot'] === next)?.focus();
  };
  const arcOf = (slot: Slot, arc: Arc) => (
    <WheelArc
      slot={slot}
      arc={arc}
      centre={layout.centre}
      hatch={`${id}-late`}
      active={props.active === slot.key}
      tabStop={tabStop?.key === slot.key}
      dragged={drag?.slot.key === slot.key}
      onKeyDown={turn(slot.key)}
      onPoint={(key) => props.onActive(key, 'pointer')}
      onFocus={() => {
        setStop(slot.key);
        props.onActive(slot.key, 'focus');
      }}
      onPointerDown={start(slot)}
      moved={moved}
    />
  );
  return (
    <div ref={element} className={drag ? `${styles.wheelPicture} ${styles.dragging}` : styles.wheelPicture}>
      <svg
        ref={picture}
        viewBox={`0 0 ${layout.size} ${layout.size}`}
        role="group"
        aria-label={t('wheel.picture', { year: String(wheel.year) })}
        aria-describedby={`${id}-keys`}
        className={layout.named ? `${styles.wheel} ${styles.named}` : styles.wheel}
        data-part="wheel"
      >
        <defs>
          <pattern id={`${id}-late`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={wheelStyles.lateGround} width="6" height="6" />
            <rect className={wheelStyles.lateLine} width="2.4" height="6" />
          </pattern>
        </defs>
        <WheelFace layout={layout} wheel={wheel} id={id} month={props.month} onMonth={props.onMonth} />
        {layout.rings.map((ring) => (
          <g
            key={ring.key}
            role="list"
            aria-label={textOf(`roles.${ring.key}`) ?? ''}
            className={styles.wheelArcs}
            data-part="wheel-arcs"
          >
            {slots.map((slot) => {
              const arc = layout.arcs.get(slot.key);
              return (
                arc?.ring === ring.key && (
                  <g key={slot.key} role="listitem">
                    {arcOf(slot, arc)}
                  </g>
                )
              );
            })}
          </g>
        ))}
        <TodayLine layout={layout} wheel={wheel} />
        <WheelHub layout={layout} wheel={wheel} />
        {drag && (
          <Ghost arc={layout.arcs.get(drag.slot.key)} date={drag.date} year={wheel.year} centre={layout.centre} />
        )}
      </svg>
      <p id={`${id}-keys`} className={`${styles.wheelKeys} quiet for-keys`}>
        {t('wheel.keys')}
      </p>
      <Caption slot={slots.find((slot) => slot.key === props.active)} moveTo={drag?.date} />
    </div>
  );
}

/** Target of the dragged arc. */
function Ghost({ arc, date, year, centre }: { arc: Arc | undefined; date: string; year: number; centre: number }) {
  if (!arc) return null;
  const middle = angleOf(date, year);
  const half = (arc.to - arc.from) / 2;
  return <path className={styles.arcGhost} d={sectorPath(centre, arc, middle - half, middle + half, 5)} aria-hidden />;
}

/** The focused or hovered arc. Its name was announced already, so only the rest is. */
function Caption({ slot, moveTo }: { slot: Slot | undefined; moveTo: string | undefined }) {
  return (
    <div className={styles.wheelCaption}>
      {slot ? (
        <p className={styles.captionName}>
          {slot.activity.title}, {asDay(slot.slot.due)}
        </p>
      ) : (
        <p className="quiet">{t('wheel.pointHint')}</p>
      )}
      <p role="status">
        {slot && !moveTo && slotDetail(slot)}
        {moveTo && t('wheel.moveTo', { day: asDay(moveTo) })}
      </p>
    </div>
  );
}
