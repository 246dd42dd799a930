import { figures } from './figures.ts';

/** Words of the workbook of figures. */
export const figureDocuments = {
  fileName: 'Nøgletal {{date}}',
  sheet: 'Nøgletal',
  months: 'Måned for måned',
  whole: 'Hele kommunen',
  columns: {
    area: 'Område',
    name: 'Nøgletal',
    value: 'Tal',
    unit: 'Enhed',
    of: 'Ud af',
    lastMonth: 'Sidste måned',
    lastYear: 'Sidste år',
    movement: 'Siden sidste måned',
    explain: 'Hvad det tæller',
    day: 'Dag',
    owner: 'Hvem',
    key: 'Nøgle',
    numerator: 'Tæller',
    denominator: 'Nævner',
  },
  areas: figures.areas,
  units: {
    count: 'antal',
    percent: 'procent',
    days: 'dage',
    hours: 'timer',
    kroner: 'kroner',
  },
  movements: {
    better: 'bedre',
    worse: 'værre',
    same: 'det samme',
    none: '–',
  },
};
