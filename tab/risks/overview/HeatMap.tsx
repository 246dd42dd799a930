import { mergeClasses } from '@fluentui/react-components';
import type { OverviewView, RiskStage } from '../../../api/risks/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import { useCellWalk, type WalkedCell } from '../../shared/ui/useCellWalk.ts';
import { useWidth } from '../../shared/ui/useWidth.ts';
import { LevelSign } from '../parts/LevelTag.tsx';
import { stepText } from '../parts/risk-words.ts';
import { HeatArrows } from './HeatArrows.tsx';
import { HeatDots } from './HeatDots.tsx';
import { countsOf, gap, keyOf, levelAt, mostDots, placeAfter, samePlace, type Place } from './heat-map.ts';
import styles from './HeatMap.module.css';
import tonesStyles from '../../shared/ui/Tones.module.css';

/** Below this the labels of the consequence are above their row. */
const narrowPixels = 480;
/** CSS pixels: the axis title with its gap, and the row labels. */
const axisPixels = 26;
const [headPixels, tall, low, wordPixels] = [108, 96, 64, 24];
const upTo = (count: number) => Array.from({ length: count }, (_, position) => position + 1);

/**
 * Consequence by likelihood in the words and colours of the scale. One tab stop, arrow keys between cells; each cell
 * shows its risks as dots, or their number when many.
 */
export function HeatMap(props: {
  view: OverviewView;
  stage: RiskStage;
  arrows: boolean;
  chosen: Place | undefined;
  onChoose: (place: Place) => void;
}) {
  const { scale, cells, moves } = props.view;
  const { element, width } = useWidth<HTMLDivElement>(640);
  const [rows, columns] = [scale.consequence.length, scale.likelihood.length];
  const walk = useCellWalk<HTMLDivElement>(props.chosen ?? [rows, 1], (key, place) =>
    placeAfter(key, place, rows, columns),
  );
  const counts = countsOf(cells, props.stage);
  const narrow = width < narrowPixels;
  const frame = {
    width: narrow ? width : width - axisPixels - headPixels - gap,
    rows,
    columns,
    cellHeight: narrow ? low : tall,
    head: narrow ? wordPixels : 0,
  };
  return (
    <div className={narrow ? `${styles.heatMap} ${styles.heatNarrow}` : styles.heatMap} ref={element}>
      <p className={`${styles.heatAxis} ${styles.heatAxisY}`} aria-hidden>
        <span>↑ {t('riskOverview.map.consequence')}</span>
      </p>
      <div className={styles.heatPicture}>
        <div
          className={styles.heatGrid}
          role="grid"
          aria-label={t('riskOverview.map.title')}
          aria-describedby="heat-keys"
          style={{ gridTemplateColumns: `${narrow ? '' : `${headPixels}px `}repeat(${columns}, minmax(0, 1fr))` }}
          {...walk.grid}
        >
          <div role="row" className={`${styles.heatRow} ${styles.heatFeet}`}>
            <div role="columnheader" className={styles.heatCorner}>
              <span className="hidden">{t('riskOverview.map.consequence')}</span>
            </div>
            {scale.likelihood.map(({ word, description }, position) => (
              <div role="columnheader" key={word} className={styles.heatFoot} title={description}>
                {stepText(position + 1, word)}
              </div>
            ))}
          </div>
          {upTo(rows)
            .reverse()
            .map((consequence) => (
              <div role="row" className={styles.heatRow} key={consequence}>
                <div
                  role="rowheader"
                  className={styles.heatHead}
                  title={scale.consequence[consequence - 1]?.description}
                >
                  {stepText(consequence, scale.consequence[consequence - 1]?.word)}
                </div>
                {upTo(columns).map((likelihood) => (
                  <Cell
                    key={likelihood}
                    scale={scale}
                    place={[consequence, likelihood]}
                    count={counts.get(keyOf([consequence, likelihood])) ?? 0}
                    pressed={samePlace(props.chosen, [consequence, likelihood])}
                    height={frame.cellHeight}
                    walked={walk.cell([consequence, likelihood])}
                    onChoose={props.onChoose}
                  />
                ))}
              </div>
            ))}
        </div>
        <div
          className={styles.heatOver}
          data-part="heat-over"
          style={{ insetInlineStart: narrow ? 0 : headPixels + gap }}
          aria-hidden
        >
          <HeatDots cells={cells} moves={moves} stage={props.stage} frame={frame} pale={props.arrows} />
          {props.arrows && <HeatArrows moves={moves} stage={props.stage} frame={frame} />}
        </div>
      </div>
      <p className={`${styles.heatAxis} ${styles.heatAxisX}`} aria-hidden>
        {t('riskOverview.map.likelihood')} →
      </p>
    </div>
  );
}

function Cell(props: {
  scale: OverviewView['scale'];
  place: Place;
  count: number;
  pressed: boolean;
  height: number;
  walked: WalkedCell;
  onChoose: (place: Place) => void;
}) {
  const { scale, place, count } = props;
  const [consequence, likelihood] = place;
  const level = levelAt(scale, place);
  const words = t('riskOverview.map.cell', {
    count,
    consequence: stepText(consequence, scale.consequence[consequence - 1]?.word),
    likelihood: stepText(likelihood, scale.likelihood[likelihood - 1]?.word),
    level: level.word,
  });
  return (
    <div role="gridcell" className={styles.heatPlace}>
      <button
        type="button"
        className={mergeClasses(styles.heatCell, tonesStyles[`tone-${level.tone}`])}
        style={{ height: props.height }}
        data-severity={Math.round(level.severity * 5)}
        aria-pressed={props.pressed}
        aria-label={words}
        title={words}
        {...props.walked}
        onClick={() => props.onChoose(place)}
      >
        <span className={styles.heatWord}>
          <LevelSign level={level} />
          <span className={styles.heatLevel}>{level.word}</span>
        </span>{' '}
        {count > 0 && (
          <span
            className={count > mostDots ? styles.heatCount : `${styles.heatCount} ${styles.heatFew}`}
            data-part="heat-count"
          >
            {count}
          </span>
        )}
      </button>
    </div>
  );
}
