import type { Context } from '../../context.ts';
import { todayOf } from '../../kernel/index.ts';
import { Centres } from '../../organisation/index.ts';
import {
  Applicability,
  Controls,
  metPercent,
  Requirements,
  reviewOnOf,
  Standards,
  standardsNow,
  type StandardNow,
} from '../../standards/index.ts';
import { centreIn, pathWith, tally, wholeOnly, type Figure } from '../figure.ts';

/** Built-in standards; imported ones vary, and have their own pages. */
const shown = ['iso27001', 'iso27001-a', 'gdpr', 'nis2', 'nsis'] as const;

function metOf(now: StandardNow | undefined) {
  if (!now) return wholeOnly({ numerator: 0, denominator: 0 });
  const { coverage } = now;
  const applies = coverage.total - coverage.deselected;
  const counted = { numerator: coverage.met, denominator: applies };
  return wholeOnly(applies === 0 ? counted : { value: metPercent(coverage), ...counted });
}

const ofStandard = (key: (typeof shown)[number]): Figure => ({
  key: `standard-${key}`,
  area: 'standards',
  unit: 'percent',
  good: 'up',
  whose: 'whole',
  lists: () => [Standards, Requirements, Applicability, Controls],
  of: (context) => metOf(standardsNow(context).get(key)),
  link: () => pathWith('/standards/gaps', { standard: key }),
});

/** Running controls with reviews. */
function controlsLate(context: Context) {
  const today = todayOf(context.clock);
  const reviewed = context
    .list(Controls)
    .all()
    .flatMap((control) => {
      const reviewOn = reviewOnOf(control);
      return reviewOn === undefined ? [] : [{ control, isLate: reviewOn < today }];
    });
  return tally(
    context,
    'count',
    reviewed,
    ({ control }) => [control.centreId],
    ({ isLate }) => ({ numerator: isLate ? 1 : 0, denominator: 1 }),
  );
}

/** R3: one control for all standards. */
export const standardFigures: readonly Figure[] = [
  ...shown.map(ofStandard),
  {
    key: 'controlsLate',
    area: 'standards',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    lists: () => [Controls, Centres],
    of: controlsLate,
    link: (owner) => pathWith('/standards/controls', { review: 'overdue', centre: centreIn(owner) }),
  },
];
