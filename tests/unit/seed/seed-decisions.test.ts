import { beforeAll, describe, expect, it } from 'vitest';
import { ApprovalRequests, declareApprovalSubjects, hasContentChanged } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { Measures } from '../../../api/measures/index.ts';
import { PolicyVersions } from '../../../api/policy/index.ts';
import { allProcedures, Procedures, ProcedureVersions } from '../../../api/procedures/index.ts';
import { codecOf } from '../../../api/sharepoint/codec.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { seedDays } from '../../../teams-app/seed/calendar.ts';
import { Controls } from '../../../api/standards/index.ts';
import { seedControls } from '../../../teams-app/seed/controls.ts';
import { seedDecisions } from '../../../teams-app/seed/decisions.ts';
import { assignmentRecords, centreRecords, personRecord } from '../../../teams-app/seed/organisation.ts';
import { seedPeople } from '../../../teams-app/seed/people.ts';
import { versionRecords } from '../../../teams-app/seed/policy.ts';
import { translator } from '../../../api/texts/translate.ts';
import { settle } from '../organisation/builders.ts';
import { memoryContext } from '../../support/memory-context.ts';

describe('what the seeded municipality has decided', () => {
  let context: Context;
  let seeded: ReturnType<typeof seedDecisions>;

  beforeAll(async () => {
    const bare = memoryContext('2026-11-25T09:00:00.000Z').context;
    context = { ...bare, texts: translator };
    const days = seedDays(bare.clock.now(), '2026-11-25' as Parameters<typeof seedDays>[1], 18);
    const people = seedPeople(80, days.today, 'proeve.example');
    const byCode = new Map(people.map(({ code, id }) => [code, id as PersonId]));
    const idOf = (code: string) => byCode.get(code) ?? ('' as PersonId);
    seeded = seedDecisions(days, idOf);
    await settle(context, {
      people: people.map(personRecord),
      centres: centreRecords(),
      roles: assignmentRecords(people, days.today),
    });
    for (const one of versionRecords(days, idOf('ciso'), idOf('teamleder')))
      await context.list(PolicyVersions).create(one);
    for (const one of seeded.procedures) await context.list(Procedures).create(one);
    for (const one of seeded.versions) await context.list(ProcedureVersions).create(one);
    for (const one of seeded.measures) await context.list(Measures).create(one);
    for (const one of seedControls(days.today, idOf).controls) await context.list(Controls).create(one);
    for (const one of seeded.requests) await context.list(ApprovalRequests).create(one);
    declareApprovalSubjects(context, approvalSubjects);
  });

  it('is exactly what stands in the lists, so that what is open can be approved', () => {
    const changed = context
      .list(ApprovalRequests)
      .all()
      .filter((request) => hasContentChanged(context, request))
      .map(({ key }) => key);
    expect(changed).toEqual([]);
  });

  it('parses, and nobody has decided on their own submission', () => {
    const { encode, decode } = codecOf(ApprovalRequests);
    for (const request of seeded.requests) {
      expect(decode(encode(request))).toMatchObject({ record: request });
      const voters = request.stages.flatMap(({ votes }) => votes.map(({ by }) => by));
      expect(voters).not.toContain(request.submittedBy);
      expect(voters.every((by) => by !== '')).toBe(true);
    }
  });

  it('shows a procedure at every point of its way', () => {
    const states = new Set(
      [...allProcedures(context).values()]
        .filter(({ procedure }) => procedure.kind === 'procedure')
        .flatMap(({ versions }) => versions.map(({ state }) => state)),
    );
    expect([...states].sort()).toEqual(['draft', 'expired', 'returned', 'valid', 'waiting']);
    const open = seeded.requests.filter(({ state }) => state === 'open');
    expect(new Set(open.map(({ stages }) => stages.find(({ state }) => state === 'open')?.body))).toEqual(
      new Set(['corporateManagement', 'centreManager', 'securityCommittee']),
    );
  });
});
