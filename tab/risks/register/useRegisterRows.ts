import { useQueries } from '@tanstack/react-query';
import type { RiskRow } from '../../../api/risks/contract.ts';
import type { ApiAnswer, ApiRequest } from '../../shared/api/client.ts';
import { useView, viewOptions } from '../../shared/api/queries.ts';

type Query = NonNullable<ApiRequest<'GET /api/risks/register'>['query']>;
export type RegisterAnswer = ApiAnswer<'GET /api/risks/register'>;
/** Rows per fetch, the API's default. */
export const windowRows = 100;

const windowOf = (query: Query, number: number) =>
  viewOptions('GET /api/risks/register', {
    query: { ...query, offset: number * windowRows, limit: windowRows },
  });

/** The first window: its rows, and the data of all (total, groups, choices). */
export const useFirstWindow = (query: Query, enabled: boolean) =>
  useView(
    'GET /api/risks/register',
    { query: { ...query, offset: 0, limit: windowRows } },
    { keepPrevious: true, enabled },
  );

/**
 * The rows of a long register in windows: visible ones are fetched, and those scrolled away before loading are
 * cancelled. `rowAt` is undefined while a row loads.
 */
export function useRegisterRows(query: Query, first: RegisterAnswer, inView: readonly number[]) {
  // The first window is separate.
  const numbers = inView.filter((number) => number > 0);
  const windows = useQueries({ queries: numbers.map((number) => windowOf(query, number)) });
  return {
    failed: windows.find(({ isError }) => isError),
    rowAt(position: number): RiskRow | undefined {
      const number = Math.floor(position / windowRows);
      if (number === 0) return first.rows[position];
      return windows[numbers.indexOf(number)]?.data?.rows[position % windowRows];
    },
  };
}
