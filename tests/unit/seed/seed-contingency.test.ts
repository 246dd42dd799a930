import { beforeAll, describe, expect, it } from 'vitest';
import { Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { ApprovalRequests, declareApprovalSubjects, hasContentChanged } from '../../../api/approvals/index.ts';
import { Assets } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import {
  allPlans,
  confirmPartSource,
  ContingencyLog,
  ContingencyPlans,
  ContingencyPlanVersions,
  ContingencyTests,
  Downtimes,
  Improvements,
  leftPeople,
  testingOf,
} from '../../../api/contingency/index.ts';
import {
  acceptanceOf,
  AssetRecovery,
  consolidation,
  CriticalServices,
  servicesInUse,
  vitalAssets,
} from '../../../api/critical-services/index.ts';
import type { LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { seedAssets } from '../../../teams-app/seed/assets.ts';
import { seedDays } from '../../../teams-app/seed/calendar.ts';
import { seedContingency } from '../../../teams-app/seed/contingency.ts';
import { seedRecovery, seedServices } from '../../../teams-app/seed/critical-services.ts';
import { assignmentRecords, centreRecords, personRecord } from '../../../teams-app/seed/organisation.ts';
import { seedPeople } from '../../../teams-app/seed/people.ts';
import { translator } from '../../../api/texts/translate.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { settle } from '../organisation/builders.ts';

describe('the contingency of the seeded municipality', () => {
  let context: Context;
  const days = seedDays(new Date('2026-11-25T09:00:00.000Z'), '2026-11-25' as Parameters<typeof seedDays>[1], 18);

  beforeAll(async () => {
    context = { ...memoryContext('2026-11-25T09:00:00.000Z').context, texts: translator };
    const people = seedPeople(80, days.today, 'proeve.example');
    const byCode = new Map(people.map(({ code, id }) => [code, id as PersonId]));
    byCode.set('fratraadt', people.find(({ leftOn }) => leftOn !== undefined)?.id as PersonId);
    const idOf = (code: string) => byCode.get(code) ?? ('' as PersonId);
    await settle(context, {
      people: people.map(personRecord),
      centres: centreRecords(),
      roles: assignmentRecords(people, days.today),
    });
    const assets = seedAssets(days.today, idOf);
    const bodies = {
      committee: ['lone', 'teamleder', 'jurist', 'digitaliseringschef'].map(idOf),
      ciso: idOf('ciso'),
      managerOf: (centre: string) => idOf(`chef-${centre}`),
    };
    const titles = new Map(assets.map(({ key, title }) => [key, title]));
    const { services, requests } = seedServices(days.today, idOf, bodies);
    const made = seedContingency(days.today, {
      ...{ byCode: idOf, bodies, isPerson: (code) => byCode.has(code) },
      names: { asset: (key) => titles.get(key), centre: () => undefined, person: () => undefined },
    });
    for (const one of assets) await context.list(Assets).create(one);
    for (const one of services) await context.list(CriticalServices).create(one);
    for (const one of seedRecovery(days.today, idOf, (key) => titles.get(key) ?? key))
      await context.list(AssetRecovery).create(one);
    for (const one of made.plans) await context.list(ContingencyPlans).create(one);
    for (const one of made.versions) await context.list(ContingencyPlanVersions).create(one);
    for (const one of made.tests) await context.list(ContingencyTests).create(one);
    for (const one of made.downtimes) await context.list(Downtimes).create(one);
    for (const one of made.receipts) await context.list(Acknowledgements).create(one);
    for (const one of made.log) await context.list(ContingencyLog).create(one);
    for (const one of made.improvements) await context.list(Improvements).create(one);
    for (const one of [...requests, ...made.requests]) await context.list(ApprovalRequests).create(one);
    declareApprovalSubjects(context, approvalSubjects);
  });

  it('needs only assets that there are, and nobody is nobody', () => {
    const known = new Set(
      context
        .list(Assets)
        .all()
        .map(({ key }) => key),
    );
    for (const { needs, ownerId } of servicesInUse(context)) {
      expect([...known]).toEqual(expect.arrayContaining(needs));
      expect(ownerId).not.toBe('');
    }
    for (const { key } of context.list(AssetRecovery).all()) expect(known).toContain(key);
    for (const { plan } of allPlans(context).values()) expect(known).toContain(plan.assetKey);
  });

  it('has vital systems by the figures of services, and one that somebody has set', () => {
    const vital = vitalAssets(context).map(({ key }) => key);
    expect(vital.length).toBeGreaterThan(12);
    expect(vital).toEqual(expect.arrayContaining(['sys-omsorg', 'sys-netvaerk', 'sys-hjemmeside']));
    expect(consolidation(context).get('sys-netvaerk')?.mtd).toMatchObject({
      hours: 1,
      source: { key: 'ydelse-plejecentre' },
    });
  });

  it('has downtimes that are accepted, waiting and not asked about', () => {
    const states = servicesInUse(context).map(({ key }) => acceptanceOf(context, key).state);
    expect(new Set(states)).toEqual(new Set(['accepted', 'waiting', 'none']));
  });

  it('has plans at every point of their way, and what is decided is what they say', () => {
    const states = [...allPlans(context).values()].flatMap(({ versions: [newest] }) => newest?.state ?? []);
    expect(new Set(states)).toEqual(new Set(['draft', 'waiting', 'valid', 'expired']));
    for (const request of context.list(ApprovalRequests).all()) {
      if (request.state !== 'open') continue;
      expect(hasContentChanged(context, request), request.title).toBe(false);
    }
  });

  it('has parts that people have confirmed, and one plan that waits for it', () => {
    const today = '2026-11-25' as LocalDate;
    const waiting = new Set(
      [...confirmPartSource.all(context, today)].flatMap(({ state, subject }) => (state === 'open' ? subject.key : [])),
    );
    expect(waiting).toEqual(new Set(['plan-oekonomi-1', 'plan-ydelse-1']));
  });

  it('names somebody who has left, and tests that were passed, failed and never held', () => {
    const plans = [...allPlans(context).values()].filter(({ current }) => current);
    const left = plans.filter(({ current }) => current && leftPeople(context, current.version.content).length > 0);
    expect(left.map(({ plan }) => plan.key)).toEqual(['plan-boernesag']);
    const passed = new Set(plans.map((now) => testingOf(context, now).passed));
    expect(passed).toEqual(new Set([true, false, undefined]));
  });
});
