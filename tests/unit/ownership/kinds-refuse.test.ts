import { beforeEach, describe, expect, it } from 'vitest';
import { WheelActivities } from '../../../api/annual-wheel/index.ts';
import type { Context } from '../../../api/context.ts';
import { ContingencyTests, Improvements } from '../../../api/contingency/index.ts';
import { CriticalServices } from '../../../api/critical-services/index.ts';
import { Inspections } from '../../../api/inspections/index.ts';
import type { Actor, PersonId } from '../../../api/kernel/index.ts';
import { People, RoleAssignments } from '../../../api/organisation/index.ts';
import { ownedKinds } from '../../../api/ownership/index.ts';
import type { Belonging, OwnedKind } from '../../../api/ownership/succession/owned-kinds.ts';
import { RiskActions } from '../../../api/risks/index.ts';
import { Controls } from '../../../api/standards/index.ts';
import { aSeededTown } from '../../support/seeded-town.ts';
import { day, refusal, the } from '../organisation/builders.ts';
import { at } from '../risks/register-world.ts';

let context: Context;
beforeEach(async () => void ({ context } = await aSeededTown()));

/** Refusals of a kind: of somebody who may not, and of a record that ended after the hand-over was pressed. */
interface Row {
  mayNot: string;
  ended?: { code: string; end: (key: string) => Promise<unknown> };
}
const [cancelled, done] = [{ cancelledAt: at('2026-11-20') }, { doneAt: at('2026-11-20') }];
const overTest: Row = {
  mayNot: 'contingency.mayNotTest',
  ended: {
    code: 'contingency.testOver',
    end: (key) => context.list(ContingencyTests).update(key, () => ({ state: 'cancelled' })),
  },
};
const rows: Readonly<Record<OwnedKind['kind'], Row>> = {
  // One out of use may be handed over: its history has an owner.
  asset: { mayNot: 'assets.mayNotEdit' },
  service: {
    mayNot: 'services.mayNotEdit',
    ended: {
      code: 'services.isRetired',
      end: (key) => context.list(CriticalServices).update(key, () => ({ state: 'retired' })),
    },
  },
  control: {
    mayNot: 'standards.mayNotEditControl',
    ended: {
      code: 'standards.isRetired',
      end: (key) => context.list(Controls).update(key, () => ({ state: 'retired' })),
    },
  },
  riskAction: {
    mayNot: 'risks.mayNotTreat',
    ended: { code: 'risks.actionCancelled', end: (key) => context.list(RiskActions).update(key, () => cancelled) },
  },
  improvement: {
    mayNot: 'contingency.mayNotImprove',
    ended: { code: 'contingency.improvementDone', end: (key) => context.list(Improvements).update(key, () => done) },
  },
  test: overTest,
  testPart: overTest,
  inspection: {
    mayNot: 'inspections.mayNotPlan',
    ended: {
      code: 'inspections.closed',
      end: (key) => context.list(Inspections).update(key, () => ({ state: 'cancelled' })),
    },
  },
  activity: {
    mayNot: 'wheel.mayNotEdit',
    ended: {
      code: 'wheel.activityClosed',
      end: (key) => context.list(WheelActivities).update(key, () => ({ closedOn: day('2026-11-20') })),
    },
  },
  role: {
    mayNot: 'organisation.mayNotAssign',
    ended: {
      code: 'organisation.anothersNow',
      end: (key) => context.list(RoleAssignments).update(key, () => ({ endsOn: day('2026-11-20') })),
    },
  },
  deputy: {
    mayNot: 'organisation.mayNotNameDeputy',
    ended: {
      code: 'organisation.hasEnded',
      end: (key) => context.list(RoleAssignments).update(key, () => ({ endsOn: day('2026-11-20') })),
    },
  },
};

/** Everybody who holds a role, who may hand over the most first. */
const holders = (): PersonId[] => {
  const all = context.list(RoleAssignments).all();
  const first = all.filter(({ role }) => role === 'ciso' || role === 'executiveBoard' || role === 'securityTeam');
  return [...new Set([...first, ...all].map(({ personId }) => personId))];
};
/** Somebody without a role who owns nothing. */
function outsider(): PersonId {
  const busy = new Set<string>([
    ...holders(),
    ...ownedKinds.flatMap((kind) => [...kind.all(context)].map((one) => one.ownerId)),
  ]);
  const found = context
    .list(People)
    .all()
    .find(({ key, leftOn }) => !busy.has(key) && leftOn === undefined);
  if (!found) throw new Error('everybody owns something');
  return found.key as PersonId;
}
const give = (kind: OwnedKind, actor: Actor, { key, ownerId }: Belonging, to: PersonId) =>
  refusal(() => kind.give(context, actor, { key, from: ownerId, to }));
/** All records of the kind; the made-up municipality has no deputies. */
async function recordsOf(kind: OwnedKind): Promise<Belonging[]> {
  if (kind.kind === 'deputy') {
    const [one, other] = context.list(RoleAssignments).all();
    if (one && other) await context.list(RoleAssignments).update(one.key, () => ({ deputyId: other.personId }));
  }
  const found = [...kind.all(context)];
  expect(found).not.toEqual([]);
  return found;
}

describe.each(ownedKinds)('$kind', (kind) => {
  const { mayNot } = rows[kind.kind];

  it('is not handed over by somebody who may not change it, and nothing of it is changed', async () => {
    const [actor, to] = [the(context, outsider()), holders()[0] as PersonId];
    for (const one of await recordsOf(kind)) {
      expect(kind.refusal(context, actor, one.key)).toBe(mayNot);
      if (one.ownerId !== to) expect(await give(kind, actor, one, to)).toBe(mayNot);
      expect([...kind.all(context)]).toContainEqual(one);
    }
  });

  it('is refused before it is pressed as when it is pressed, whoever does it', async () => {
    const found = await recordsOf(kind);
    const receiver = outsider();
    for (const actor of holders()
      .slice(0, 25)
      .map((id) => the(context, id)))
      for (const one of found.slice(0, 10)) {
        const code = kind.refusal(context, actor, one.key);
        if (code !== undefined) expect(await give(kind, actor, one, receiver)).toBe(code);
      }
  });
});

it.each(ownedKinds.filter(({ kind }) => rows[kind].ended))(
  '$kind that ended meanwhile stays with whom it was',
  async (kind) => {
    const { ended } = rows[kind.kind];
    const found = await recordsOf(kind);
    const receiver = outsider();
    const pairs = found.flatMap((one) => holders().map((id) => ({ one, actor: the(context, id) })));
    const pair = pairs.find(({ one, actor }) => kind.refusal(context, actor, one.key) === undefined);
    if (!pair || !ended) throw new Error('nobody may hand over any');
    await ended.end(pair.one.key);
    expect(await give(kind, pair.actor, pair.one, receiver)).toBe(ended.code);
  },
);

it('an appointment to come is not handed over', async () => {
  const kind = ownedKinds.find((one) => one.kind === 'role');
  const [one] = kind ? await recordsOf(kind) : [];
  if (!kind || !one) throw new Error('nobody holds a role');
  await context.list(RoleAssignments).update(one.key, () => ({ startsOn: day('2026-11-25'), endsOn: undefined }));
  const actors = holders().map((id) => the(context, id));
  const codes = new Set(actors.map((actor) => kind.refusal(context, actor, one.key)));
  expect([...codes].toSorted()).toEqual(['organisation.mayNotAssign', 'organisation.notBegun']);
  for (const actor of actors) expect(codes).toContain(await give(kind, actor, one, outsider()));
});
