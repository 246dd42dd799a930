import { z } from 'zod';
import { centreRef, freshness } from '../http/contract.ts';
import type { Endpoints } from '../http/endpoint.ts';
import { day, id } from '../http/input.ts';
import { assignableRoles } from '../kernel/index.ts';
import { obligationView } from '../organisation/contract.ts';
import { figureSettingEndpoints } from './settings/settings-contract.ts';
import { boards, directions, figureAreas, figureUnits } from './vocabulary.ts';

export { boards, directions, figureAreas, figureUnits } from './vocabulary.ts';
export type { FigureSettingsView } from './settings/settings-contract.ts';

/** Trend since an earlier month, in the figure's direction. */
export const movements = ['better', 'worse', 'same', 'none'] as const;

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const localDate = z.iso.date();

/** A figure of one owner on one day. No `value`: nothing to count (no people, no measurements). */
export const counted = z.object({
  value: z.number().optional(),
  /** Of `denominator`; the value itself for counts and sums. */
  numerator: z.number(),
  denominator: z.number().optional(),
});
const earlier = z.object({ day: localDate, value: z.number() });

export const figureView = counted.extend({
  key: z.string(),
  area: z.enum(figureAreas),
  /** In the reader's language. */
  name: z.string(),
  /** What is counted: a sentence. */
  explain: z.string(),
  unit: z.enum(figureUnits),
  good: z.enum(directions),
  /** The underlying list, for permitted readers. */
  link: z.string().optional(),
  /** The whole organisation's, for a centre's figure. */
  whole: z.number().optional(),
  /** At the end of the last frozen month, and of that month a year before. */
  lastMonth: earlier.optional(),
  lastYear: earlier.optional(),
  movement: z.enum(movements),
  /** Frozen months, oldest first; at most 13. */
  months: z.array(earlier),
});
export type FigureView = z.output<typeof figureView>;

const sorts = ['area', 'name', 'value', 'movement'] as const;
export const figuresQuery = z.object({
  /** `whole`, or a centre; default the reader's first. */
  owner: id.optional(),
  q: z.string().max(100).optional(),
  area: z.enum(figureAreas).optional(),
  movement: z.enum(movements).optional(),
  sort: z.enum(sorts).default('area'),
  descending: z.string().max(8).pipe(z.stringbool()).default(false),
});
export type FiguresQuery = z.output<typeof figuresQuery>;

/** The reader's overview pages. */

export const figuresView = z.object({
  /** The day described. */
  day: localDate,
  owner: z.string(),
  /** Visible owners; `whole` has no centre. */
  owners: z.array(z.object({ owner: z.string(), centre: centreRef.optional() })),
  figures: z.array(figureView),
  abilities: boards,
  /** Figures better and worse since the last frozen month. */
  moved: z.object({ better: z.number().int(), worse: z.number().int() }),
  freshness,
});
export type FiguresView = z.output<typeof figuresView>;

const moment = z.iso.datetime();
export const frozenView = z.object({
  key: z.string(),
  /** `2026-10` of a month, `2026-10-14` of a day. */
  name: z.string(),
  kind: z.enum(['month', 'day']),
  day: localDate,
  frozenAt: moment,
  figures: z.number().int(),
  owners: z.number().int(),
});
export type FrozenView = z.output<typeof frozenView>;
const frozenAnswer = z.object({
  /** Newest first. */
  frozen: z.array(frozenView),
  abilities: z.object({ freeze: z.boolean() }),
  freshness,
});
const changedRecord = z.object({ list: z.string(), key: z.string(), change: z.enum(['changed', 'gone', 'new']) });
const checkView = z.object({
  day: localDate,
  same: z.number().int(),
  /** Figures of present data only, which cannot be recomputed. */
  notCounted: z.array(z.string()),
  differing: z.array(
    z.object({
      figure: z.string(),
      name: z.string(),
      owner: z.string(),
      /** Absent: the whole municipality, or a centre that is gone. */
      centre: centreRef.optional(),
      frozen: counted,
      now: counted.optional(),
      /** At most 50; `changed` is the total. */
      records: z.array(changedRecord),
      changed: z.number().int(),
    }),
  ),
});

const worseView = z.object({
  day: localDate,
  owner: z.string(),
  centre: centreRef.optional(),
  /** Last day of the month compared with; absent before the first freeze. */
  since: localDate.optional(),
  /** Worst first; `advice` is what to do, and `link` where. */
  worse: z.array(
    figureView.extend({
      advice: z.string(),
      /** Who owes the work that improves it, for permitted readers. */
      work: z.object({ people: z.number().int(), overdue: z.number().int(), link: z.string() }).optional(),
    }),
  ),
  more: z.number().int(),
  better: z.number().int(),
  freshness,
});
export type WorseView = z.output<typeof worseView>;

const role = z.enum(assignableRoles);
const managementView = z.object({
  day: localDate,
  /** The whole first, then centres with most red figures; with figure and limit. */
  red: z.array(
    z.object({
      owner: z.string(),
      centre: centreRef.optional(),
      figures: z.array(figureView.extend({ limit: z.number() })),
    }),
  ),
  /** By due date; at most ten. */
  decisions: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      body: role,
      waitingDays: z.number().int(),
      dueOn: localDate.optional(),
      isLate: z.boolean().optional(),
      path: z.string(),
    }),
  ),
  decisionCount: z.number().int(),
  costs: z.array(figureView),
  trends: z.array(figureView),
  abilities: boards,
  dates: z.array(
    z.object({
      kind: z.enum(['task', 'meeting', 'policy']),
      on: localDate,
      title: z.string().optional(),
      role: role.optional(),
      path: z.string(),
    }),
  ),
  freshness,
});
export type ManagementView = z.output<typeof managementView>;

/** The reader's obligations by due date; at most ten of `total`. */
const ownWork = z.object({ rows: z.array(obligationView), total: z.number().int(), overdue: z.number().int() });
const coordinatorView = z.object({
  day: localDate,
  owner: z.string(),
  centre: centreRef,
  /** Centres to choose from. */
  centres: z.array(centreRef),
  work: ownWork,
  /** Procedures of the centre whose review is due within two months, or late. */
  reviews: z.array(z.object({ key: z.string(), title: z.string(), reviewOn: localDate, path: z.string() })),
  meetings: z.array(z.object({ on: localDate, title: z.string(), path: z.string() })),
  parts: z.array(
    z.object({ key: z.enum(['checks', 'procedures', 'network', 'people']), figures: z.array(figureView) }),
  ),
  abilities: boards,
  freshness,
});
export type CoordinatorView = z.output<typeof coordinatorView>;

const teamView = z.object({
  day: localDate,
  work: ownWork,
  /** Wheel tasks of the team and the CISO: overdue, or due within two months; at most ten of `total`. */
  tasks: z.array(z.object({ title: z.string(), role, due: localDate, isLate: z.boolean(), path: z.string() })),
  total: z.number().int(),
  parts: z.array(z.object({ key: z.enum(['central', 'quality']), figures: z.array(figureView) })),
  abilities: boards,
  freshness,
});
export type TeamView = z.output<typeof teamView>;

export const figuresContract = {
  ...figureSettingEndpoints,
  'GET /api/figures': { summary: 'Figures of one owner as of today', query: figuresQuery, answer: figuresView },
  'GET /api/figures.xlsx': {
    summary: 'The same as a workbook, with the frozen months',
    query: figuresQuery,
    file: xlsx,
  },
  'GET /api/figures/worse': {
    summary: 'What got worse since last month, and what to do about it',
    query: z.object({ owner: id.optional() }),
    answer: worseView,
  },
  'GET /api/figures/management': { summary: 'What management governs by', answer: managementView },
  'GET /api/figures/coordinator': {
    summary: 'What an ISK works by in a centre (R16)',
    query: z.object({ owner: id.optional() }),
    answer: coordinatorView,
  },
  'GET /api/figures/team': { summary: 'What the security team works by (R14)', answer: teamView },
  'GET /api/figures/frozen': { summary: 'What is frozen', answer: frozenAnswer },
  'POST /api/figures/freeze': {
    summary: 'Freeze a day that is over, without a day the last one; done already is a success',
    body: z.object({ day: day(0).optional() }),
    answer: frozenAnswer,
  },
  'GET /api/figures/frozen/:frozenKey/check': {
    summary: 'Count a frozen month or day again, and say which records have changed since',
    answer: checkView,
  },
} satisfies Endpoints;
