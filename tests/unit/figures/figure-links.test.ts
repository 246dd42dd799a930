import { expect, it } from 'vitest';
import { requestContract } from '../../../api/approvals/request-contract.ts';
import { approvalsView } from '../../../api/approvals/views/approvals-view.ts';
import type { Context } from '../../../api/context.ts';
import { planCoverage } from '../../../api/contingency/plan-pages/coverage-view.ts';
import { improvementsQuery } from '../../../api/contingency/exercises/improvement-contract.ts';
import { improvementList } from '../../../api/contingency/exercises/improvement-rows.ts';
import { standardsContract } from '../../../api/standards/contract.ts';
import { controlsView } from '../../../api/standards/control-views.ts';
import { findingsQuery } from '../../../api/inspections/contract.ts';
import { findingList } from '../../../api/inspections/findings/finding-views.ts';
import { improvementSources } from '../../../api/contingency/vocabulary.ts';
import { allFigures } from '../../../api/figures/all-figures.ts';
import type { CentreId } from '../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { the, aTown } from '../organisation/builders.ts';

const figureOf = (key: string) => {
  const found = allFigures.find((figure) => figure.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
};

const cisoOf = (context: Context) => {
  const found = context
    .list(RoleAssignments)
    .all()
    .find(({ role }) => role === 'ciso');
  return the(context, found?.personId ?? '');
};

it('the number of those who cannot be reached leads to their names only those who may see them', async () => {
  const { context } = await aTown();
  const opens = (who: string, owner: string) => figureOf('unreachable').opens?.(the(context, who), owner as CentreId);
  expect(['nord', 'syd'].map((centre) => opens('manager-nord', centre))).toEqual([true, false]);
  expect(['whole', 'syd'].map((owner) => opens('ciso', owner))).toEqual([true, true]);
  expect(opens('committee', 'whole')).toBe(false);
});

it('the numbers of what waits for a decision, of late improvements and of late controls open as many rows as they count', async () => {
  const { context, setNow } = await aSeededTown();
  setNow('2026-12-30T10:00:00.000Z');
  const ciso = cisoOf(context);
  const rows = {
    '/approvals': (query: object) =>
      approvalsView(context, ciso, requestContract['GET /api/approvals'].query.parse(query)).total,
    '/contingency/tests': ({ show, ...query }: Record<string, string>) =>
      show === 'improvements' ? improvementList(context, ciso, improvementsQuery.parse(query)).improvements.length : 0,
    '/standards/controls': (query: object) =>
      controlsView(context, ciso, standardsContract['GET /api/controls'].query.parse(query)).total,
  };
  for (const key of ['approvalsWaiting', 'improvementsLate', 'controlsLate']) {
    const figure = figureOf(key);
    const { pathname, searchParams } = new URL(figure.link('whole'), 'https://tab.example');
    const counted = (await figure.of(context)).get('whole')?.numerator;
    expect(counted).toBeGreaterThan(0);
    expect(rows[pathname as keyof typeof rows](Object.fromEntries(searchParams))).toBe(counted);
  }
});

it('the numbers of open and of late findings open those alone, of the whole and of each centre', async () => {
  const { context } = await aSeededTown();
  const ciso = cisoOf(context);
  const whole: number[] = [];
  for (const key of ['findingsOpen', 'findingsLate']) {
    const figure = figureOf(key);
    for (const [owner, { numerator }] of await figure.of(context)) {
      const { searchParams } = new URL(figure.link(owner), 'https://tab.example');
      const query = findingsQuery.parse(Object.fromEntries(searchParams));
      expect([key, owner, findingList(context, ciso, query).total]).toEqual([key, owner, numerator]);
      if (owner === 'whole') whole.push(numerator);
    }
  }
  expect(whole).toEqual([3, 2]);
});

it('counts a plan that is due for review as one in force, as the page of the plans’ coverage does', async () => {
  const { context, setNow } = await aSeededTown();
  // Every plan's review date has passed.
  setNow('2031-06-02T10:00:00.000Z');
  const { systems } = planCoverage(context, cisoOf(context));
  const states = systems.map(({ cells }) => cells.flatMap(({ state }) => (state === 'notUsed' ? [] : [state])));
  expect(states.flat()).toContain('expired');
  expect(states.flat()).not.toContain('valid');
  const covered = states.filter((ofSystem) => ofSystem.every((state) => state === 'expired'));
  const counted = (await figureOf('vitalWithPlan').of(context)).get('whole');
  expect(counted).toMatchObject({ numerator: covered.length, denominator: systems.length });
  expect(covered.length).toBeGreaterThan(0);
});

it('says of late improvements where all of them come from', () => {
  expect(improvementSources).toEqual(['test', 'downtime', 'inspection', 'initiative']);
  const text = translator('da')('figureWords.improvementsLate.explain');
  for (const source of ['afprøvninger', 'nedbrud', 'tilsyn', 'egne tiltag']) expect(text).toContain(source);
});
