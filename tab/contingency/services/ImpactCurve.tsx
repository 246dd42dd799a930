import type { ServiceView } from '../../../api/critical-services/contract.ts';
import { LevelTag } from '../../risks/parts/LevelTag.tsx';
import { t } from '../../shared/texts/texts.ts';
import { DataTable } from '../../shared/ui/DataTable.tsx';
import { useWidth } from '../../shared/ui/useWidth.ts';
import { asHours } from '../shared/hours.ts';
import { levelOf } from './words.ts';
import styles from './Services.module.css';
import tonesStyles from '../../shared/ui/Tones.module.css';

type Impact = ServiceView['impacts'][number];
const [height, left, bottom, top] = [190, 28, 28, 12];

/** Impact over time: a step curve, with the limit of acceptance, and its table. */
export function ImpactCurve({ service }: { service: ServiceView }) {
  const { impacts, settings } = service;
  const levels = impacts.map((impact) => ({ ...impact, mark: levelOf(settings, impact.level) }));
  return (
    <>
      <Curve service={service} />
      <DataTable
        caption={t('criticalServices.field.impacts')}
        rows={levels}
        rowKey={({ hours }) => String(hours)}
        columns={[
          {
            key: 'time',
            title: t('criticalServices.impact.time'),
            short: true,
            cell: ({ hours }) => t('criticalServices.impact.after', { time: asHours(hours) }),
          },
          { key: 'level', title: t('criticalServices.impact.level'), cell: ({ mark }) => <LevelTag level={mark} /> },
          { key: 'words', title: t('criticalServices.impact.words'), cell: ({ words }) => words },
        ]}
      />
    </>
  );
}

/** Position of a number of hours on the axis of points, which are equally spaced. */
export function placeOf(hours: number, points: readonly Pick<Impact, 'hours'>[]): number {
  const after = points.findIndex((point) => point.hours >= hours);
  if (after < 0) return points.length;
  const to = points[after]?.hours ?? hours;
  const from = points[after - 1]?.hours ?? 0;
  return after + (to === from ? 1 : (hours - from) / (to - from));
}

function Curve({ service: { impacts, settings, mtd } }: { service: ServiceView }) {
  const { element, width } = useWidth<HTMLDivElement>(600);
  const most = settings.levels.length - 1;
  const column = (width - left - 8) / impacts.length;
  const x = (place: number) => left + column * place;
  const y = (level: number) => top + (height - top - bottom) * (1 - level / most);
  // Impact starts at zero: a point's impact begins at the point.
  const path = impacts.map(({ level }, place) => `H${x(place + 1)}V${y(level)}`).join('');
  const limit = y(settings.unacceptableFrom - 0.5);
  return (
    <div ref={element} className={styles.impactFrame}>
      <svg className={styles.impactCurve} width={width} height={height} role="img" aria-label={curveText(impacts, mtd)}>
        <rect className={styles.impactLimit} x={left} y={0} width={Math.max(0, width - left)} height={limit} />
        {settings.levels.map((_, level) => (
          <g key={level}>
            <line className={styles.impactLine} x1={left} x2={width} y1={y(level)} y2={y(level)} />
            <text className={styles.impactText} x={left - 8} y={y(level) + 4} textAnchor="end">
              {level}
            </text>
          </g>
        ))}
        <path className={styles.impactPath} d={`M${left} ${y(0)}${path}`} />
        {impacts.map(({ hours, level }, place) => (
          <g key={hours} className={tonesStyles[`tone-${levelOf(settings, level).tone}`]}>
            <circle className={styles.impactDot} cx={x(place + 1)} cy={y(level)} r={6} />
            <text className={styles.impactText} x={x(place + 1)} y={height - 8} textAnchor="end">
              {asHours(hours)}
            </text>
          </g>
        ))}
        {mtd !== undefined && (
          <line
            className={styles.impactMtd}
            x1={Math.min(width - 2, x(placeOf(mtd, impacts)))}
            x2={Math.min(width - 2, x(placeOf(mtd, impacts)))}
            y1={0}
            y2={height - bottom}
          />
        )}
      </svg>
      <ul className={`${styles.impactKey} quiet`}>
        <li>
          <span className={styles.impactKeyLimit} aria-hidden /> {t('criticalServices.impact.unacceptable')}
        </li>
        {mtd !== undefined && (
          <li>
            <span className={styles.impactKeyMtd} aria-hidden /> {t('contingency.figure.mtd')}: {asHours(mtd)}
          </li>
        )}
      </ul>
    </div>
  );
}

const curveText = (impacts: readonly Impact[], mtd: number | undefined): string =>
  [
    t('criticalServices.impact.picture', { count: impacts.length }),
    ...(mtd === undefined ? [] : [`${t('contingency.figure.mtd')}: ${asHours(mtd)}`]),
  ].join(' ');
