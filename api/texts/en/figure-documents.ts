import type { TextsOf } from '../catalogue.ts';
import type { figureDocuments as da } from '../da/figure-documents.ts';

/** Words of the workbook of figures. */
export const figureDocuments: TextsOf<typeof da> = {
  fileName: 'Figures {{date}}',
  sheet: 'Figures',
  months: 'Month by month',
  whole: 'The whole municipality',
  columns: {
    area: 'Area',
    name: 'Figure',
    value: 'Value',
    unit: 'Unit',
    of: 'Out of',
    lastMonth: 'Last month',
    lastYear: 'Last year',
    movement: 'Since last month',
    explain: 'What is counted',
    day: 'Day',
    owner: 'Whose',
    key: 'Key',
    numerator: 'Numerator',
    denominator: 'Denominator',
  },
  areas: {
    people: 'People',
    procedures: 'Procedures',
    risks: 'Risks',
    standards: 'Requirements',
    contingency: 'Contingency',
    inspections: 'Inspections',
    wheel: 'Annual wheel',
    decisions: 'Decisions',
    incidents: 'Incidents',
  },
  units: {
    count: 'count',
    percent: 'per cent',
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
