import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  ApprovalRequests,
  continueApprovals,
  withdrawApproval,
  type ApprovalRequest,
  type Vote,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { asAppError } from '../../../api/kernel/index.ts';
import type { Lists } from '../../../api/sharepoint/index.ts';
import { listsOnADesk, type ListsOnADesk } from '../../contract/lists/on-a-desk.ts';
import {
  aBody,
  aStage,
  committee,
  declareThing,
  management,
  submit,
  vote,
  type Thing,
} from '../../unit/approvals/a-body.ts';
import { refusal, the } from '../../unit/organisation/builders.ts';
import { modelEnd } from './reference-model.ts';

let desk: ListsOnADesk;
let instances: { context: Context; lists: Lists; thing: Thing }[];

beforeAll(async () => {
  desk = await listsOnADesk([ApprovalRequests]);
  const town = await aBody();
  const began = town.context.clock.now().getTime();
  let ticks = 0;
  instances = await Promise.all(
    [0, 1, 2].map(async () => {
      const lists = await desk.instance([ApprovalRequests]);
      const context: Context = {
        ...town.context,
        clock: { now: () => new Date(began + (ticks += 1)) },
        list: (definition) =>
          definition.name === ApprovalRequests.name ? lists.handle(definition) : town.context.list(definition),
      };
      const thing = { content: { title: 'Adgang', text: '# Adgang' }, told: [] };
      declareThing(context, thing);
      return { context, lists, thing };
    }),
  );
});
afterEach(() => desk.emulator.world.faults.reset());
afterAll(async () => {
  await Promise.all(instances.map(({ lists }) => lists.stop()));
  await desk.close();
});

const at = (place: number) => {
  const instance = instances[place % 3];
  if (!instance) throw new Error('no instance');
  return instance;
};
const see = () => Promise.all(instances.map(({ lists }) => lists.refresh()));
/** A new round known to every instance; open ones are closed. */
async function aRequest(stages = [aStage()]) {
  await see();
  const { context } = at(0);
  for (const { key, state } of context.list(ApprovalRequests).all())
    if (state === 'open') await withdrawApproval(context, the(context, 'isk'), { requestKey: key });
  const request = await submit(context, stages);
  await see();
  return request;
}
/** As stored in SharePoint. */
async function stored({ key }: Pick<ApprovalRequest, 'key'>): Promise<ApprovalRequest> {
  const request = await at(0).context.list(ApprovalRequests).fresh(key);
  if (!request) throw new Error('no request');
  return request;
}
/** A press's result, or its refusal code. */
const press = async (place: number, request: ApprovalRequest, who: string, choice: Vote['choice'], stage = 1) => {
  try {
    return (await vote(at(place).context, request, who, choice, { stage })).result;
  } catch (thrown) {
    return asAppError(thrown).code;
  }
};

describe('votes on SharePoint as it is', () => {
  it('count both when two members press in the same second, and one of them decides', async () => {
    const request = await aRequest([aStage({ quorum: 2 }), management]);
    await press(0, request, 'mia', 'approve');
    expect(await Promise.all([press(0, request, 'nils', 'approve'), press(1, request, 'ole', 'approve')])).toEqual([
      ...['voted', 'voted'],
    ]);
    const after = await stored(request);
    expect(after.stages.map(({ state }) => state)).toEqual(['approved', 'open']);
    expect(after.stages[0]?.votes.map(({ seat }) => seat).sort()).toEqual(['mia', 'nils', 'ole']);
  });

  it('let one of two be first where the first decides', async () => {
    const request = await aRequest([aStage({ rule: 'one' })]);
    const results = await Promise.all([press(1, request, 'mia', 'approve'), press(2, request, 'nils', 'reject')]);
    expect(results.sort()).toEqual(['approvals.stageClosed', 'voted']);
    const after = await stored(request);
    expect(after.stages[0]?.votes).toHaveLength(1);
    expect(after.state).toBe(after.stages[0]?.votes[0]?.seat === 'mia' ? 'approved' : 'rejected');
  });

  it('lose nothing and repeat nothing when Graph goes away in the middle', async () => {
    const request = await aRequest();
    desk.emulator.world.faults.put({ graph: { commitThen504: { next: 1 } } });
    expect(await press(0, request, 'mia', 'approve')).toBe('voted');
    desk.emulator.world.faults.put({ graph: { away: true } });
    expect(await press(1, request, 'nils', 'approve')).toBe('sharepoint.away');
    desk.emulator.world.faults.reset();
    expect(await press(1, request, 'nils', 'approve')).toBe('voted');
    expect(await press(2, request, 'nils', 'approve')).toBe('alreadyVoted');
    expect((await stored(request)).stages[0]?.votes.map(({ seat }) => seat)).toEqual(['mia', 'nils']);
  });

  it('refuse a card of old content in an instance that has not seen the change', async () => {
    const request = await aRequest();
    at(1).thing.content = { title: 'Adgang', text: '# Noget andet' };
    expect(await refusal(() => vote(at(1).context, request, 'mia', 'approve'))).toBe('approvals.contentChanged');
    at(1).thing.content = { title: 'Adgang', text: '# Adgang' };
  });

  it('are carried on once by three instances after a crash between the write and what follows', async () => {
    for (const { thing } of instances) thing.fails = new Error('crash');
    const request = await aRequest([aStage({ rule: 'one' })]);
    await press(0, request, 'mia', 'approve');
    expect(await refusal(() => continueApprovals(at(0).context))).toBe('unexpected');
    for (const { thing } of instances) {
      delete thing.fails;
      thing.told.length = 0;
    }
    await see();
    for (const { context } of instances) {
      await continueApprovals(context);
      await see();
    }
    expect(instances.map(({ thing }) => thing.told.filter((state) => state === 'approved').length)).toEqual([1, 0, 0]);
    expect((await stored(request)).carriedOnAt).toBeDefined();
  });

  it('give one right decision each in 20 races while one call in ten fails', async () => {
    const ballot = fc.record({
      who: fc.constantFrom(...committee),
      place: fc.nat(2),
      choice: fc.constantFrom('approve', 'approve', 'reject', 'askChanges', 'abstain'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(ballot, { minLength: 3, maxLength: 9 }), fc.nat(), async (ballots, seed) => {
        const request = await aRequest();
        const graph = { random: { rate: 0.1, statuses: [429, 503, 504, 'reset' as const], retryAfterSeconds: 1 } };
        desk.emulator.world.faults.put({ seed, graph: { ...graph, conflict409: 9 } });
        const results = await Promise.all(ballots.map(({ who, place, choice }) => press(place, request, who, choice)));
        desk.emulator.world.faults.reset();
        const after = await stored(request);
        const [stage] = after.stages;
        if (!stage) throw new Error('no stage');
        const byModel = modelEnd(stage, stage.votes, { seats: committee, chair: 'chair' });
        expect(stage.state).toBe(byModel ?? 'open');
        expect(modelEnd(stage, stage.votes.slice(0, -1), { seats: committee, chair: 'chair' })).toBeUndefined();
        const given = results.filter((result) => result === 'voted' || result === 'changed').length;
        const unknown = results.filter((result) => result.startsWith('sharepoint')).length;
        expect(stage.votes.length).toBeGreaterThanOrEqual(given);
        expect(stage.votes.length).toBeLessThanOrEqual(given + unknown);
      }),
      { numRuns: 20, seed: 4 },
    );
  });
});
