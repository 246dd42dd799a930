import { useMutation } from '@tanstack/react-query';
import type { LearningCoverageView, RoundView } from '../../api/awareness/contract.ts';
import { useAddress } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';

export const pageSize = 50;
const freshMilliseconds = 30_000;

export const lists = ['missing', 'overdue', 'done', 'exempt', 'all'] as const;
export type List = (typeof lists)[number];
const sorts = ['name', 'centre', 'due'] as const;
export type PeopleSort = (typeof sorts)[number];

/** Round, centre, list, search, order and page from the address. */
export function useCoverageChoice() {
  const { valueOf, offset, choose } = useAddress<'round' | 'centre' | 'show' | 'q' | 'sort' | 'direction'>();
  const choice = {
    roundKey: valueOf('round'),
    centreId: valueOf('centre'),
    show: lists.find((list) => list === valueOf('show')) ?? ('missing' as const),
    q: valueOf('q') ?? '',
    sort: sorts.find((sort) => sort === valueOf('sort')) ?? ('due' as const),
    descending: valueOf('direction') === 'down',
    offset,
  };
  return { choice, choose };
}
export type CoverageChoice = ReturnType<typeof useCoverageChoice>['choice'];
export type Choose = ReturnType<typeof useCoverageChoice>['choose'];

/** The initial round: the newest open one, otherwise the newest with people. */
const firstOf = (rounds: readonly RoundView[]) => rounds.find(({ state }) => state === 'open') ?? rounds[0];

export function useLearningCoverage(chosen: string | undefined) {
  const all = useView('GET /api/learning/rounds', {});
  const rounds = all.data?.rounds.filter(({ abilities }) => abilities.seeCoverage) ?? [];
  const roundKey = chosen ?? firstOf(rounds)?.key ?? '';
  const coverage = useView(
    'GET /api/learning/rounds/:roundKey/coverage',
    { params: { roundKey } },
    { enabled: roundKey !== '', every: () => freshMilliseconds, keepPrevious: true },
  );
  return { all, rounds, roundKey, coverage };
}

export const useLearners = (roundKey: string, choice: CoverageChoice) =>
  useView(
    'GET /api/learning/rounds/:roundKey/people',
    {
      params: { roundKey },
      query: {
        ...(choice.centreId ? { centreId: choice.centreId } : {}),
        ...(choice.q ? { q: choice.q } : {}),
        show: choice.show,
        sort: choice.sort,
        direction: choice.descending ? 'down' : 'up',
        offset: choice.offset,
        limit: pageSize,
      },
    },
    { keepPrevious: true, every: () => freshMilliseconds },
  );

/** The workbook with coverage and people, of all centres or the chosen one. */
export const useWorkbook = (roundKey: string, centreId: string | undefined) =>
  useMutation({
    mutationFn: () =>
      download('GET /api/learning/rounds/:roundKey/coverage.xlsx', {
        params: { roundKey },
        query: centreId ? { centreId } : {},
      }),
  });

type CentreRow = LearningCoverageView['centres'][number];
export const nameOf = ({ centre }: CentreRow): string => centre?.title ?? t('common.noCentre');
/** People without a centre are requested as `none`. */
export const idOf = ({ centre }: CentreRow): string => centre?.id ?? 'none';

/** Centres by number missing, most first; ties by lowest share. */
export const byMissing = (centres: LearningCoverageView['centres']) =>
  [...centres].sort((one, other) => other.missing - one.missing || one.percent - other.percent);

/** The address of a number's rows. */
export const listOf = (roundKey: string, show: List, centreId?: string) =>
  `/learning/coverage?round=${encodeURIComponent(roundKey)}&show=${show}${centreId ? `&centre=${encodeURIComponent(centreId)}` : ''}`;
