import { useMutation } from '@tanstack/react-query';
import { useAddress, knownValue } from '../../shared/address.ts';
import { download, type ApiRequest } from '../../shared/api/client.ts';
import { acceptances, dimensions, kinds, treatments, views } from '../parts/risk-words.ts';
import { useCentreChoice } from '../../shared/useCentreChoice.ts';
import { defaultColumns, groups, registerColumns, sorts, type RegisterColumn, type Sort } from './register-columns.ts';

type Query = NonNullable<ApiRequest<'GET /api/risks/register'>['query']>;
const filterNames = [
  'q',
  'centreId',
  'kind',
  'dimension',
  'ownerId',
  'view',
  'treatment',
  'acceptance',
  'level',
  'overdue',
  'cell',
] as const;
type Name = (typeof filterNames)[number] | 'sort' | 'descending' | 'group' | 'columns';
const cellPattern = /^(inherent|current|target)\.[1-6]\.[1-6]$/;

/** The register selected by the address: filters, order, groups and columns. Unknown values are ignored. */
export function useRegister() {
  const { valueOf, choose } = useAddress<Name>();
  const centre = useCentreChoice(valueOf('centreId'));
  const cell = valueOf('cell');
  const level = valueOf('level');
  const sort = knownValue(sorts, valueOf('sort')) ?? 'current';
  const descending = (valueOf('descending') ?? String(sort === 'current')) === 'true';
  const filters = known({
    q: valueOf('q')?.slice(0, 100),
    centreId: centre.centreId,
    kind: knownValue(kinds, valueOf('kind')),
    dimension: knownValue(dimensions, valueOf('dimension')),
    ownerId: valueOf('ownerId'),
    view: knownValue(views, valueOf('view')),
    treatment: knownValue([...treatments, 'none'] as const, valueOf('treatment')),
    acceptance: knownValue(acceptances, valueOf('acceptance')),
    level: level && /^[0-5]$/.test(level) ? level : undefined,
    overdue: valueOf('overdue') === 'true' ? 'true' : undefined,
    cell: cell && cellPattern.test(cell) ? cell : undefined,
  });
  const group = knownValue(groups, valueOf('group'));
  const query: Query = { ...filters, sort, descending: String(descending), ...(group ? { group } : {}) };
  const chosen = (valueOf('columns') ?? '').split(',');
  const asked = registerColumns.filter((column) => chosen.includes(column));
  const columns = asked.length > 0 ? asked : defaultColumns;
  const excel = useMutation({
    mutationFn: () => download('GET /api/risks/register.xlsx', { query: { ...query, columns: columns.join(',') } }),
  });
  return {
    centre,
    filters,
    query,
    sort,
    descending,
    group,
    columns,
    choose,
    excel,
    isFiltered: Object.keys(filters).length > 0,
    sortBy: (by: Sort) => choose({ sort: by, descending: String(by === sort ? !descending : startsDescending(by)) }),
    showColumns: (wanted: readonly RegisterColumn[]) =>
      choose({ columns: wanted.join(',') === defaultColumns.join(',') ? '' : wanted.join(',') }),
    clear: () => choose({ ...Object.fromEntries(filterNames.map((name) => [name, ''])), centreId: 'all' }),
  };
}
export type Register = ReturnType<typeof useRegister>;

/** Severity starts descending, the rest ascending. */
const startsDescending = (sort: Sort): boolean => sort === 'inherent' || sort === 'current' || sort === 'target';

type Known<Parts> = { [Name in keyof Parts]?: Exclude<Parts[Name], undefined> };
/** Without undefined values. */
const known = <Parts extends object>(parts: Parts): Known<Parts> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined && value !== '')) as Known<Parts>;
