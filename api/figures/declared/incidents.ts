import type { Context } from '../../context.ts';
import { Incidents, yearReported, type Incident } from '../../incidents/index.ts';
import { countedAs, pathWith, wholeOnly, yearNow, type ByOwner, type Figure, type Owner } from '../figure.ts';

/** Reported this year. In total only: a centre's small numbers would identify people. */
function thisYear(context: Context): readonly Incident[] {
  const year = yearNow(context);
  return context
    .list(Incidents)
    .all()
    .filter((one) => yearReported(one) === year);
}

/** From report to take-over. */
function takenIn(context: Context): ByOwner {
  const hours = thisYear(context).flatMap(({ reportedAt, takenAt }) =>
    takenAt === undefined ? [] : [Math.max(0, Date.parse(takenAt) - Date.parse(reportedAt)) / 3_600_000],
  );
  const sum = hours.reduce((one, other) => one + other, 0);
  return wholeOnly(countedAs('hours', Math.round(sum * 100) / 100, hours.length));
}

const lists = () => [Incidents];
/** Those of this year. */
const link = (state: 'all' | 'taken') => (_owner: Owner, now: Context) =>
  pathWith('/incidents', { state, year: String(yearNow(now)) });

/** R2: accidents and violence at work. */
export const incidentFigures: readonly Figure[] = [
  {
    key: 'incidents',
    area: 'incidents',
    unit: 'count',
    good: 'neither',
    whose: 'whole',
    ofYear: true,
    lists,
    of: (context) => wholeOnly(countedAs('count', thisYear(context).length)),
    link: link('all'),
  },
  {
    key: 'incidentsOpen',
    area: 'incidents',
    unit: 'count',
    good: 'down',
    whose: 'whole',
    lists,
    of: (context) =>
      wholeOnly(
        countedAs(
          'count',
          context
            .list(Incidents)
            .all()
            .filter(({ state }) => state !== 'closed').length,
        ),
      ),
    link: () => '/incidents',
  },
  {
    key: 'incidentHours',
    area: 'incidents',
    unit: 'hours',
    good: 'down',
    whose: 'whole',
    ofYear: true,
    lists,
    of: takenIn,
    link: link('taken'),
  },
];
