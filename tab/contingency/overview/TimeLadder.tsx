import { mergeClasses } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { ContingencyOverview, LadderItem, LadderRung } from '../../../api/contingency/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { GapMark, PlanMark, TestMark } from './Marks.tsx';
import { itemAfter, lightOf } from './time-ladder.ts';
import type { Overview } from './useContingencyOverview.ts';
import { idOf, kindText, rungText } from './words.ts';
import styles from './TimeLadder.module.css';

/**
 * A ladder with the shortest time on top: on each rung the services and systems that must be back by then. One tab stop
 * and arrow keys between them; a press highlights the connected ones.
 */
export function TimeLadder(props: {
  overview: Overview;
  view: ContingencyOverview;
  chosen: string | undefined;
  connected: ReadonlySet<string> | undefined;
  onChoose: (id: string) => void;
}) {
  const { ladder } = props.view;
  const list = useRef<HTMLOListElement>(null);
  const all = ladder.flatMap(({ items }) => items.map(idOf));
  const [reached, setReached] = useState(props.chosen);
  const stop = reached !== undefined && all.includes(reached) ? reached : all[0];
  const walk = (event: KeyboardEvent) => {
    const next = stop === undefined ? undefined : itemAfter(event.key, stop, ladder);
    if (next === undefined) return;
    event.preventDefault();
    setReached(next);
    list.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    <>
      <ol className={styles.ladder} ref={list} aria-label={t('contingencyOverview.ladder.title')} onKeyDown={walk}>
        {ladder.map((rung) => (
          <li className={mergeClasses(styles.rung, styles[`rung-${rung.kind}`])} key={rung.rung}>
            <Rail />
            <div className={styles.rungHead}>
              <h3 className={styles.rungTime}>{rungText(rung)}</h3>
              <p className={styles.rungCount}>{countText(rung)}</p>
            </div>
            <RungItems {...props} rung={rung} stop={stop} onReach={setReached} />
          </li>
        ))}
      </ol>
      <p className="hidden" id="ladder-keys">
        {t('contingencyOverview.ladder.keys')}
      </p>
    </>
  );
}

/** The two rails and the rung between them. */
const Rail = () => (
  <svg className={styles.rungRail} aria-hidden>
    <line className={styles.railSide} x1="25%" x2="25%" y1="0" y2="100%" />
    <line className={styles.railSide} x1="75%" x2="75%" y1="0" y2="100%" />
    <line className={styles.railStep} x1="25%" x2="75%" y1="26" y2="26" />
  </svg>
);

const countText = ({ services, systems }: LadderRung): string =>
  services + systems === 0
    ? t('contingencyOverview.ladder.none')
    : t('contingencyOverview.ladder.count', {
        services: t('contingencyOverview.ladder.services', { count: services }),
        count: systems,
      });

function RungItems(
  props: Parameters<typeof TimeLadder>[0] & {
    rung: LadderRung;
    stop: string | undefined;
    onReach: (id: string) => void;
  },
) {
  const { rung, overview } = props;
  const more = rung.services + rung.systems - rung.items.length;
  return (
    <ul className={styles.rungItems}>
      {rung.items.map((item) => {
        const id = idOf(item);
        const light = lightOf(item, props.chosen, props.connected);
        return (
          <li key={id}>
            <button
              type="button"
              className={mergeClasses(styles.chip, styles[`chip-${item.kind}`], styles[`chip-${light}`])}
              data-light={light}
              data-item={id}
              tabIndex={id === props.stop ? 0 : -1}
              aria-pressed={id === props.chosen}
              aria-describedby="ladder-keys"
              onFocus={() => props.onReach(id)}
              onClick={() => props.onChoose(id)}
            >
              <span className={styles.chipTitle}>{item.title}</span>
              <span className="hidden">{itemText(item)}</span>
              <span className={styles.chipMarks} aria-hidden>
                {item.plan && <PlanMark mark={item.plan} />}
                {item.test && <TestMark mark={item.test} />}
                {item.gaps > 0 && <GapMark count={item.gaps} />}
              </span>
            </button>
          </li>
        );
      })}
      {more > 0 && (
        <li className={styles.rungMore}>
          <Link href={overview.linkTo({ rung: rung.rung })}>
            {t('contingencyOverview.ladder.more', { count: more })}
          </Link>
        </li>
      )}
    </ul>
  );
}

/** The marks in words. */
function itemText({ kind, plan, test, gaps }: LadderItem): string {
  const sentence = (text: string | undefined) => (text === undefined ? '' : `${text}.`);
  return t('contingencyOverview.ladder.item', {
    kind: kindText(kind),
    plan: sentence(plan && t(`contingencyOverview.planMark.${plan}`)),
    test: sentence(test && t(`contingencyOverview.testMark.${test}`)),
    gaps: sentence(gaps > 0 ? t('contingencyOverview.gapCount', { count: gaps }) : undefined),
  })
    .replace(/\s+/g, ' ')
    .trim();
}
