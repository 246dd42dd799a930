import type { RiskRow } from '../../../../api/risks/contract.ts';
import { centres, refAt } from './people.ts';
import { levelsOf, scale, standing } from './risks-scale.ts';

const threats = [
  'Uvedkommende får adgang til borgernes oplysninger',
  'Systemet er nede i mere end en dag',
  'En medarbejder sender oplysninger til den forkerte',
  'Leverandøren mister data',
  'Adgange bliver ikke lukket, når en medarbejder stopper',
  'Ransomware låser systemet',
  'Oplysninger bliver ændret uden spor',
  'Udstyr med oplysninger bliver stjålet',
];
export const assetTitles = [
  'Nexus omsorgssystem',
  'KMD Børn og Voksne',
  'SBSYS',
  'Udlevering af journaler',
  'Aula',
  'Prisme økonomi',
  'Hjemmeplejens vagtplan',
  'Geodata og kort',
];
/** The item with a number, beginning anew after the last. */
export const at = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};
const treatments = ['mitigate', 'accept', 'transfer', 'avoid', 'none'] as const;
const acceptances = ['none', 'waiting', 'accepted', 'stale', 'none', 'expired'] as const;

const lower = (step: number, by: number) => Math.max(1, step - by);

/** A believable risk, the same at every run. Every fourth has no plan, and so no target of its own. */
export function aRisk(position: number): RiskRow {
  const [consequence, likelihood] = [1 + ((position * 7 + 3) % 4), 1 + ((position * 5 + (position % 3)) % 4)];
  const now = [lower(consequence, position % 3 === 0 ? 1 : 0), lower(likelihood, position % 2)] as const;
  const target = [lower(now[0], position % 4 === 1 ? 1 : 0), lower(now[1], position % 4 === 0 ? 0 : 1)] as const;
  const number = Math.floor(position / threats.length);
  const treatment = at(treatments, position);
  const overdue = position % 11 === 0 ? 1 : 0;
  return {
    key: `r${position}`,
    title: at(threats, position),
    asset: {
      key: `a${number}`,
      title:
        number < assetTitles.length
          ? at(assetTitles, number)
          : `${at(assetTitles, number)} ${Math.floor(number / assetTitles.length) + 1}`,
      kind: number % 4 === 3 ? 'workProcess' : 'system',
    },
    centre: at(centres, number),
    owner: refAt(number * 3 + 1),
    stages: {
      inherent: standing(consequence, likelihood),
      current: standing(...now),
      target: standing(...target),
    },
    ...(treatment === 'none' ? {} : { treatment }),
    actions: { open: position % 3, overdue, done: position % 2, ...(overdue ? { nextDue: '2026-11-03' } : {}) },
    acceptance: { state: at(acceptances, position), ...(position % 6 === 2 ? { until: '2027-05-01' } : {}) },
    controls: position % 5,
    assessedOn: '2026-03-14',
    reviewOn: '2027-03-14',
  };
}
export const risks = (count: number): RiskRow[] => Array.from({ length: count }, (_, position) => aRisk(position));

export type Query = URLSearchParams;
/** Whether a row is among what is asked for. */
export const isOf = (row: RiskRow, query: Query): boolean => {
  const is = (name: string, ...values: (string | undefined)[]) => {
    const wanted = query.get(name);
    return wanted === null || values.includes(wanted);
  };
  const centre = query.get('centreId') === 'mine' ? 'c1' : query.get('centreId');
  const q = (query.get('q') ?? '').toLowerCase();
  const { stages } = row;
  const cells = (['inherent', 'current', 'target'] as const).map(
    (stage) => `${stage}.${stages[stage]?.consequence}.${stages[stage]?.likelihood}`,
  );
  return (
    (centre === null || row.centre?.id === centre) &&
    is('kind', row.asset.kind) &&
    is('ownerId', row.owner?.id) &&
    is('treatment', row.treatment ?? 'none') &&
    is('acceptance', row.acceptance.state) &&
    is('cell', ...cells) &&
    is('level', String(levelsOf(scale).findIndex(({ word }) => word === stages.current?.level.word))) &&
    (query.get('overdue') !== 'true' || row.actions.overdue > 0) &&
    `${row.title} ${row.asset.title}`.toLowerCase().includes(q)
  );
};

export const sortValue = (row: RiskRow, sort: string): string | number => {
  switch (sort) {
    case 'asset':
      return row.asset.title;
    case 'centre':
      return row.centre?.title ?? '';
    case 'owner':
      return row.owner?.name ?? '';
    case 'inherent':
    case 'current':
    case 'target':
      return row.stages[sort]?.level.severity ?? -1;
    default:
      return row.title;
  }
};
export const groupOf = (row: RiskRow, group: string): [key: string, title: string] => {
  switch (group) {
    case 'asset':
      return [row.asset.key, row.asset.title];
    case 'centre':
      return [row.centre?.id ?? '', row.centre?.title ?? ''];
    case 'level':
      return [row.stages.current?.level.word ?? '', row.stages.current?.level.word ?? ''];
    default:
      return [row.treatment ?? 'none', row.treatment ?? 'none'];
  }
};
