import { beforeAll, describe, expect, it } from 'vitest';
import { ApprovalRequests, declareApprovalSubjects, hasContentChanged } from '../../../api/approvals/index.ts';
import { Assets, type Asset } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf, type PersonId } from '../../../api/kernel/index.ts';
import {
  Assessments,
  AssessmentTriggers,
  knownRisks,
  RiskAcceptances,
  RiskActions,
  Risks,
} from '../../../api/risks/index.ts';
import { acceptanceOf } from '../../../api/risks/treatment/acceptance.ts';
import { Controls, knownRequirements } from '../../../api/standards/index.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { seedAssets } from '../../../teams-app/seed/assets.ts';
import { seedDays } from '../../../teams-app/seed/calendar.ts';
import { seedControls } from '../../../teams-app/seed/controls.ts';
import { assignmentRecords, centreRecords, personRecord } from '../../../teams-app/seed/organisation.ts';
import { seedPeople } from '../../../teams-app/seed/people.ts';
import { seedAcceptances, seedFigures } from '../../../teams-app/seed/risk-decisions.ts';
import { seedRisks } from '../../../teams-app/seed/risks.ts';
import { translator } from '../../../api/texts/translate.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { settle } from '../organisation/builders.ts';

describe('the risks of the seeded municipality', () => {
  let context: Context;
  let assets: Asset[];
  let seeded: ReturnType<typeof seedRisks>;
  let accepted: ReturnType<typeof seedAcceptances>;
  const days = seedDays(new Date('2026-11-25T09:00:00.000Z'), '2026-11-25' as Parameters<typeof seedDays>[1], 18);

  beforeAll(async () => {
    const bare = memoryContext('2026-11-25T09:00:00.000Z').context;
    context = { ...bare, texts: translator };
    const people = seedPeople(80, days.today, 'proeve.example');
    const byCode = new Map(people.map(({ code, id }) => [code, id as PersonId]));
    const idOf = (code: string) => byCode.get(code) ?? ('' as PersonId);
    await settle(context, {
      people: people.map(personRecord),
      centres: centreRecords(),
      roles: assignmentRecords(people, days.today),
    });
    assets = seedAssets(days.today, idOf);
    seeded = seedRisks(assets, days.today, idOf);
    const bodies = {
      committee: [idOf('lone'), idOf('teamleder')],
      ciso: idOf('ciso'),
      managerOf: (centre: string) => idOf(`chef-${centre}`),
    };
    accepted = seedAcceptances({ assets, ...seeded }, days.today, bodies);
    for (const one of assets) await context.list(Assets).create(one);
    for (const one of seeded.assessments) await context.list(Assessments).create(one);
    for (const one of seeded.risks) await context.list(Risks).create(one);
    for (const one of seeded.actions) await context.list(RiskActions).create(one);
    for (const one of seeded.triggers) await context.list(AssessmentTriggers).create(one);
    for (const one of accepted.acceptances) await context.list(RiskAcceptances).create(one);
    for (const one of accepted.requests) await context.list(ApprovalRequests).create(one);
    for (const one of seedControls(days.today, idOf).controls) await context.list(Controls).create(one);
    declareApprovalSubjects(context, approvalSubjects);
  });

  it('depend on nothing that is not there, and name threats and controls that are', () => {
    const keys = new Set(assets.map(({ key }) => key));
    expect(assets.flatMap(({ dependsOn }) => dependsOn).filter((key) => !keys.has(key))).toEqual([]);
    const threats = new Set(seeded.assessments.flatMap((assessment) => assessment.threats.map(({ key }) => key)));
    expect(seeded.risks.map(({ threatKey }) => threatKey).filter((key) => !threats.has(key))).toEqual([]);
    const controls = context.list(Controls);
    expect(seeded.risks.flatMap(({ controlKeys }) => controlKeys).filter((key) => !controls.get(key))).toEqual([]);
  });

  it('have controls that cover requirements which exist', () => {
    const known = knownRequirements(context);
    const unknown = context
      .list(Controls)
      .all()
      .flatMap(({ requirementKeys }) => requirementKeys)
      .filter((key) => !known.has(key));
    expect(unknown).toEqual([]);
  });

  it('are worse without controls than with them, and never get worse by the plan', () => {
    for (const { statuses } of knownRisks(context).values()) {
      const [before, now, then] = [statuses.inherent, statuses.current, statuses.target];
      expect(before?.level).toBeGreaterThanOrEqual(now?.level ?? 0);
      expect(now?.level).toBeGreaterThanOrEqual(then?.level ?? 0);
    }
    expect(knownRisks(context).size).toBeGreaterThan(200);
  });

  it('are accepted as they stand, and one waits to be', () => {
    const today = todayOf(context.clock);
    const states = accepted.acceptances.map(({ riskKey }) => {
      const known = knownRisks(context).get(riskKey);
      return known && acceptanceOf(context, known, today).state;
    });
    expect(states.at(-1)).toBe('waiting');
    expect(new Set(states.slice(0, -1))).toEqual(new Set(['accepted']));
    expect(states.length).toBeGreaterThan(5);
    const open = context.list(ApprovalRequests).all();
    expect(open.filter((request) => hasContentChanged(context, request)).map(({ key }) => key)).toEqual([]);
  });

  it('have fewer of the worst from month to month in the figures', () => {
    const worst = seedFigures({ assets, ...seeded }, days.today).map(({ levels }) => levels.at(-1)?.count ?? 0);
    expect(worst).toHaveLength(14);
    expect(worst).toEqual(worst.toSorted((one, other) => other - one));
    expect(worst[0]).toBeGreaterThan(0);
  });
});
