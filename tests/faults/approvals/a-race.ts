import fc from 'fast-check';
import {
  ApprovalRequests,
  closeStage,
  continueApprovals,
  voteOnApproval,
  withdrawApproval,
  type Vote,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { asAppError, type AssignableRole } from '../../../api/kernel/index.ts';
import { RoleAssignments } from '../../../api/organisation/index.ts';
import { aBody, aStage, declareThing, submit } from '../../unit/approvals/a-body.ts';
import { anAssignment, aPerson, day, settle, the } from '../../unit/organisation/builders.ts';
import type { Members } from './reference-model.ts';
import { mishaps, racingSharePoint, type Mishap } from './racing-sharepoint.ts';

const bodies = ['securityCommittee', 'corporateManagement'] as const satisfies readonly AssignableRole[];
const choices = ['approve', 'reject', 'askChanges', 'abstain'] as const;

const aPress = fc.record({
  kind: fc.constant('vote' as const),
  stage: fc.constantFrom(1, 1, 2),
  member: fc.nat(4),
  instance: fc.nat(2),
  choice: fc.constantFrom('approve', ...choices),
});
const anotherAct = fc.record({
  kind: fc.constantFrom('remove', 'refresh', 'refresh', 'sweep', 'close', 'withdraw'),
  member: fc.nat(4),
  instance: fc.nat(2),
});
type Act =
  | (typeof aPress extends fc.Arbitrary<infer P> ? P : never)
  | (typeof anotherAct extends fc.Arbitrary<infer A> ? A : never);

export const aSchedule = fc.record({
  sizes: fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 3 })),
  rules: fc.tuple(fc.constantFrom('quorum', 'quorum', 'all', 'one'), fc.constantFrom('quorum', 'all', 'one')),
  chaired: fc.boolean(),
  presses: fc.array(aPress, { minLength: 4, maxLength: 14 }),
  acts: fc.array(anotherAct, { maxLength: 5 }),
  scheduler: fc.scheduler(),
  seed: fc.integer(),
});
type Schedule = typeof aSchedule extends fc.Arbitrary<infer S> ? S : never;

const name = (stage: number, member: number) => `s${stage}m${member}`;

/** A body for each stage, and a strictly increasing clock. */
async function aWorld({ sizes, rules, chaired }: Schedule) {
  const { context: town } = await aBody();
  for (const assignment of town.list(RoleAssignments).all())
    if (bodies.some((body) => body === assignment.role)) await town.list(RoleAssignments).remove(assignment.key);
  const seats = bodies.flatMap((body, place) =>
    Array.from({ length: sizes[place] ?? 0 }, (_, member) => ({
      body,
      who: name(place + 1, member),
      chair: chaired && member === 0,
    })),
  );
  await settle(town, {
    people: seats.map(({ who }) => aPerson(who)),
    roles: seats.map(({ body, who, chair }) => anAssignment(who, body, { chair })),
  });
  const began = town.clock.now().getTime();
  let ticks = 0;
  const bare: Context = { ...town, clock: { now: () => new Date(began + (ticks += 1)) } };
  declareThing(bare, { content: { title: 'Adgang', text: '# Adgang' }, told: [] });
  const request = await submit(
    bare,
    bodies.map((body, place) => aStage({ body, rule: rules[place] ?? 'quorum' })),
  );
  return { bare, request };
}

/** The members of each stage's body at a writer's decision. */
const membersNow = (context: Context): Members[] =>
  bodies.map((body) => {
    const held = context
      .list(RoleAssignments)
      .all()
      .filter(({ role, endsOn }) => role === body && endsOn === undefined);
    return { seats: held.map(({ personId }) => personId), chair: held.find(({ chair }) => chair)?.personId };
  });

const random = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

export interface Press {
  who: string;
  stage: number;
  choice: Vote['choice'];
}

/**
 * Everybody votes at once in three instances of the program, in the schedule's order, while a share of all calls fails;
 * then, without faults, missing voters vote until there is a decision.
 */
export async function race(schedule: Schedule, rate: number) {
  const { bare, request } = await aWorld(schedule);
  const { scheduler } = schedule;
  const dice = random(schedule.seed);
  let calm = false;
  const mishap = (): Mishap => (calm || dice() >= rate ? 'none' : (mishaps[1 + Math.floor(dice() * 6)] ?? 'none'));
  const sharePoint = racingSharePoint(ApprovalRequests, {
    travel: async (call) => (calm ? undefined : scheduler.schedule(Promise.resolve(), call)),
    mishap,
    decided: () => membersNow(bare),
  });
  const { item: _item, ...record } = request;
  sharePoint.put(record);
  const told: string[][] = [];
  const instances = [0, 1, 2].map(() => {
    const { context, refresh } = sharePoint.instanceOn(bare);
    const thing = { content: { title: 'Adgang', text: '# Adgang' }, told: [] };
    declareThing(context, thing);
    told.push(thing.told);
    return { context, refresh };
  });
  const on = (place: number) => instances[place % 3] ?? raise();
  const accepted: Press[] = [];
  const pressed: Press[] = [];

  /** Retries, as people do, while something is unavailable or not there yet. */
  const press = async (context: Context, who: string, stage: number, choice: Vote['choice']): Promise<void> => {
    for (let turn = 0; turn < 6; turn += 1) {
      try {
        pressed.push({ who, stage, choice });
        const { result } = await voteOnApproval(context, the(context, who), {
          ...{ requestKey: request.key, stage, contentHash: request.contentHash, choice, via: 'card', reason: 'Fordi' },
        });
        if (result !== 'alreadyVoted') accepted.push({ who, stage, choice });
        return;
      } catch (thrown) {
        const { kind, code } = asAppError(thrown);
        if (kind === 'unexpected') throw thrown;
        if (kind !== 'unavailable' && code !== 'approvals.stageNotOpen') return;
        if (!calm) await scheduler.schedule(Promise.resolve(), 'again');
      }
    }
  };

  const perform = async (act: Act): Promise<void> => {
    await scheduler.schedule(Promise.resolve(), act.kind);
    const { context, refresh } = on(act.instance);
    if (act.kind === 'vote') {
      const size = schedule.sizes[act.stage - 1] ?? 1;
      await press(context, name(act.stage, act.member % size), act.stage, act.choice);
    } else if (act.kind === 'remove') {
      const who = name(1, 1 + (act.member % 4));
      const key = `securityCommittee_${who}_all`;
      if (bare.list(RoleAssignments).get(key) && membersNow(bare)[0]?.seats.length !== 1)
        await bare.list(RoleAssignments).update(key, () => ({ endsOn: day('2026-11-23') }));
    } else if (act.kind === 'refresh') refresh();
    else await quietly(() => governed(act.kind, context));
  };
  const governed = async (kind: string, context: Context): Promise<unknown> => {
    if (kind === 'sweep') return continueApprovals(context);
    const requestKey = request.key;
    if (kind === 'close') return closeStage(context, the(context, name(1, 0)), { requestKey, stage: 1 });
    return schedule.seed % 5 === 0 ? withdrawApproval(context, the(context, 'isk'), { requestKey }) : undefined;
  };

  await scheduler.waitFor(Promise.all([...schedule.presses, ...schedule.acts].map(perform)));
  // Effects are pending; then, without faults, everybody refreshes and missing voters vote.
  await scheduler.waitFor(Promise.all(instances.map(({ context }) => quietly(() => continueApprovals(context)))));
  calm = true;
  for (const { context, refresh } of instances) {
    refresh();
    await continueApprovals(context);
  }
  const { context, refresh } = on(0);
  for (const [place, { seats }] of membersNow(bare).entries())
    for (const who of [...seats, ...seats]) {
      refresh();
      const open = context.list(ApprovalRequests).get(request.key)?.stages[place];
      if (open?.state === 'open') await press(context, who, place + 1, 'approve');
    }
  for (const one of instances) {
    one.refresh();
    await continueApprovals(one.context);
  }
  return { commits: sharePoint.commits, accepted, pressed, told, request };
}

export const raise = (): never => {
  throw new Error('no instance');
};
const quietly = async (act: () => Promise<unknown>): Promise<void> => {
  try {
    await act();
  } catch (thrown) {
    if (asAppError(thrown).kind === 'unexpected') throw thrown;
  }
};
