import { ApprovalRequests } from '../../approvals/index.ts';
import { Assets } from '../../assets/index.ts';
import type { Context } from '../../context.ts';
import type { CentreId } from '../../kernel/index.ts';
import { Centres, centres } from '../../organisation/index.ts';
import {
  Assessments,
  AssessmentTriggers,
  assetStatuses,
  centresOfAsset,
  levelsNow,
  registerEntries,
  RiskAcceptances,
  RiskActions,
  Risks,
  RiskScales,
  sumOf,
  type AssetStatusNow,
  type LevelCounts,
} from '../../risks/index.ts';
import { centreIn, countedAs, pathWith, tally, type ByOwner, type Figure, type Owner } from '../figure.ts';

type Levels = LevelCounts['levels'];
const assessed = [Assets, Assessments, Risks, RiskScales, Centres];
const treated = [...assessed, RiskActions, RiskAcceptances, ApprovalRequests];
const registerLists = () => treated;

function byLevel(context: Context, count: (levels: Levels) => number): ByOwner {
  const { levels, byCentre } = levelsNow(context);
  const shown = (of: Levels) => countedAs('count', count(of), sumOf(of));
  return new Map<Owner, ReturnType<typeof shown>>([
    ['whole', shown(levels)],
    ...centres(context).map(({ key }) => [key as CentreId, shown(byCentre[key] ?? [])] as const),
  ]);
}

/** Risks of the worst level of the scale in use. */
const worst = (levels: Levels): number => levels.at(-1)?.count ?? 0;
const second = (levels: Levels): number => (levels.length > 2 ? (levels.at(-2)?.count ?? 0) : 0);

const fromRegister =
  (count: (entry: ReturnType<typeof entriesOf>[number]) => { numerator: number; denominator?: number }) =>
  (context: Context): ByOwner =>
    tally(context, 'count', entriesOf(context), ({ known }) => centresOfAsset(known.asset), count);
const entriesOf = (context: Context) => [...registerEntries(context).values()];

const fromAssets =
  (unit: 'percent' | 'count', count: (one: AssetStatusNow) => { numerator: number; denominator?: number }) =>
  (context: Context): ByOwner =>
    tally(context, unit, assetStatuses(context), ({ asset }) => centresOfAsset(asset), count);

const register = (query: Readonly<Record<string, string>>) => (owner: Owner) =>
  pathWith('/risks/register', { ...query, centreId: centreIn(owner) ?? 'all' });
/** The risks of a level of the scale in use, counted from the worst; all of them where it is not counted by itself. */
const ofLevel = (fromWorst: number, fewest: number) => (owner: Owner, now: Context) => {
  const { levels } = levelsNow(now);
  return register(levels.length < fewest ? {} : { level: String(levels.length - fromWorst) })(owner);
};
const assetLists = () => [...assessed, AssessmentTriggers];

/** R1, R2: known risks and their treatment. */
export const riskFigures: readonly Figure[] = [
  {
    key: 'risks',
    area: 'risks',
    unit: 'count',
    good: 'neither',
    whose: 'centres',
    lists: () => assessed,
    of: (context) => byLevel(context, sumOf),
    fromLevels: sumOf,
    link: register({}),
  },
  {
    key: 'risksWorst',
    area: 'risks',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    lists: () => assessed,
    of: (context) => byLevel(context, worst),
    fromLevels: worst,
    link: ofLevel(1, 1),
  },
  {
    key: 'risksSecond',
    area: 'risks',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    lists: () => assessed,
    of: (context) => byLevel(context, second),
    fromLevels: second,
    link: ofLevel(2, 3),
  },
  {
    key: 'assetsAssessed',
    area: 'risks',
    unit: 'percent',
    good: 'up',
    whose: 'centres',
    work: 'assessAsset',
    lists: assetLists,
    of: fromAssets('percent', ({ isAssessed, isMissing }) => ({
      numerator: isAssessed ? 1 : 0,
      denominator: isAssessed || isMissing ? 1 : 0,
    })),
    link: (owner) => pathWith('/risks/assets', { assessment: 'none', centreId: centreIn(owner) ?? 'all' }),
  },
  {
    key: 'assessmentsLate',
    area: 'risks',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'assessAsset',
    lists: assetLists,
    of: fromAssets('count', ({ status }) => ({ numerator: status === 'overdue' ? 1 : 0 })),
    link: (owner) => pathWith('/risks/assets', { assessment: 'overdue', centreId: centreIn(owner) ?? 'all' }),
  },
  {
    key: 'treatmentsLate',
    area: 'risks',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'doRiskAction',
    lists: registerLists,
    of: fromRegister(({ actions }) => ({ numerator: actions.overdue, denominator: actions.open })),
    link: register({ overdue: 'true' }),
  },
  {
    key: 'acceptancesOver',
    area: 'risks',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    work: 'renewAcceptance',
    lists: registerLists,
    of: fromRegister(({ acceptance }) => ({ numerator: acceptance.state === 'expired' ? 1 : 0 })),
    link: register({ acceptance: 'expired' }),
  },
  {
    key: 'risksUntreated',
    area: 'risks',
    unit: 'count',
    good: 'down',
    whose: 'centres',
    lists: registerLists,
    of: fromRegister(({ known }) => ({ numerator: known.risk.treatment === undefined ? 1 : 0, denominator: 1 })),
    link: register({ treatment: 'none' }),
  },
];
