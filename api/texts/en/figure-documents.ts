import { figures } from './figures.ts';
import type { TextsOf } from '../catalogue.ts';
import type { figureDocuments as da } from '../da/figure-documents.ts';

/** Words of the workbook of figures. */
export const figureDocuments: TextsOf<typeof da> = {
  fileName: 'Key figures {{date}}',
  sheet: 'Key figures',
  months: 'Month by month',
  whole: 'The whole municipality',
  columns: {
    area: 'Area',
    name: 'Key figure',
    value: 'Value',
    unit: 'Unit',
    of: 'Out of',
    lastMonth: 'Last month',
    lastYear: 'Last year',
    movement: 'Since last month',
    explain: 'What it counts',
    day: 'Day',
    owner: 'Who',
    key: 'Key',
    numerator: 'Numerator',
    denominator: 'Denominator',
  },
  areas: figures.areas,
  units: {
    count: 'count',
    percent: 'percent',
    days: 'days',
    hours: 'hours',
    kroner: 'kroner',
  },
  movements: {
    better: 'better',
    worse: 'worse',
    same: 'the same',
    none: '–',
  },
};
