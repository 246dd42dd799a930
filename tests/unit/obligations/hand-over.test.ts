import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import { endHandOver, handOver, HandOvers, obligationsOf, type HandOverWork } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import { day, person, refusal, the } from '../organisation/builders.ts';
import { aWork, aWorkplace, give, nord, syd } from './a-workplace.ts';

const note = 'Jeg går på barsel';
let town: Awaited<ReturnType<typeof aWorkplace>>;
const shared = (who: string) =>
  obligationsOf(town.context, person(who))
    .filter(({ personal }) => !personal)
    .map(({ key, passed }) => ({ key, ...passed }));
const act = (who: string, given: Partial<HandOverWork> = {}) =>
  handOver(town.context, the(town.context, who), {
    fromPersonId: person('anne'),
    toPersonId: person('manager-nord'),
    note,
    ...given,
  });
const acts = () =>
  town.context
    .list(AuditEntries)
    .all()
    .map(({ title, actorId }) => `${title} ${actorId}`);

beforeEach(async () => {
  town = await aWorkplace();
  await give(
    town.context,
    aWork('one', { personId: person('anne'), centreId: nord }),
    aWork('two', { personId: person('anne'), centreId: nord }),
    aWork('three', { personId: person('anne'), centreId: nord }, { state: 'done' }),
    aWork('theirs', { personId: person('bo'), centreId: syd }),
  );
});

describe('handOver', () => {
  it('gives a colleague all that can be handed over, and says what stays', async () => {
    expect(await act('anne')).toEqual({
      handedOver: 2,
      kept: [{ key: 'read_anne', title: 'Politik 1.0', reason: 'personal' }],
    });
    expect(shared('manager-nord')).toEqual([
      { key: 'one', reason: 'handedOver', from: 'anne', note: 'Jeg går på barsel' },
      { key: 'two', reason: 'handedOver', from: 'anne', note: 'Jeg går på barsel' },
    ]);
    expect(shared('anne')).toEqual([{ key: 'three' }]);
    expect(acts()).toEqual(['handOver anne', 'handOver anne']);
  });

  it('gives only what was picked, and says why the rest stays', async () => {
    const { handedOver, kept } = await act('anne', { keys: ['one', 'three', 'theirs', 'nowhere', 'read_anne'] });
    expect(handedOver).toBe(1);
    expect(kept).toEqual([
      { key: 'three', title: 'Opgave three', reason: 'done' },
      { key: 'theirs', title: 'theirs', reason: 'notYours' },
      { key: 'nowhere', title: 'nowhere', reason: 'notYours' },
      { key: 'read_anne', title: 'Politik 1.0', reason: 'personal' },
    ]);
    expect(shared('anne').map(({ key }) => key)).toEqual(['two', 'three']);
  });

  it.each([{}, { keys: ['one', 'two'] }])('answers a repeat the same and changes nothing (%j)', async (given) => {
    const first = await act('anne', given);
    expect(await act('anne', given)).toEqual(first);
    expect(town.context.list(HandOvers).all()).toHaveLength(2);
    expect(acts()).toHaveLength(2);
  });

  it('is for the person, the ISK and manager of the centre, the team and the CISO, and for nobody else', async () => {
    for (const who of ['isk-nord', 'manager-nord', 'team', 'ciso'])
      await expect(act(who, { keys: ['one'], toPersonId: person('bo') })).resolves.toBeDefined();
    for (const who of ['bo', 'isk-syd', 'manager-syd', 'auditor', 'committee', 'board'])
      expect(await refusal(() => act(who))).toBe('obligations.mayNotHandOver');
  });

  it('gives on what has gone to a stand-in because the person is on leave or has left', async () => {
    await town.context.list(People).update('anne', () => ({ absentFrom: day('2026-11-20') }));
    expect(shared('isk-nord').map(({ key, from }) => [key, from])).toContainEqual(['one', 'anne']);
    expect((await act('isk-nord', { toPersonId: person('bo') })).handedOver).toBe(2);
    expect(shared('bo').map(({ key }) => key)).toEqual(['one', 'two', 'theirs']);
  });

  it('needs a receiver who is employed, at work, and another', async () => {
    await town.context.list(People).update('bo', () => ({ absentFrom: day('2026-11-24') }));
    await town.context.list(People).update('isk-syd', () => ({ leftOn: day('2026-11-24') }));
    const refused = (to: string) => refusal(() => act('anne', { toPersonId: person(to) }));
    expect(await refused('anne')).toBe('obligations.samePerson');
    expect(await refused('bo')).toBe('obligations.receiverAway');
    expect(await refused('isk-syd')).toBe('obligations.unknownReceiver');
    expect(await refused('nobody')).toBe('obligations.unknownReceiver');
    expect(await refusal(() => act('ciso', { fromPersonId: person('nobody') }))).toBe('obligations.noSuchPerson');
    expect(await refusal(() => act('anne', { until: day('2026-11-23') }))).toBe('obligations.untilInThePast');
  });

  it('goes back by itself after its last day', async () => {
    await act('anne', { until: day('2026-11-26') });
    town.setNow('2026-11-26T09:00:00Z');
    expect(shared('manager-nord')).toHaveLength(2);
    town.setNow('2026-11-27T09:00:00Z');
    expect(shared('manager-nord')).toEqual([]);
    expect(shared('anne').map(({ key }) => key)).toEqual(['one', 'two', 'three']);
  });

  it('falls back with the reason when the receiver leaves, and comes to the receiver again after leave', async () => {
    await act('anne', { keys: ['one'] });
    await town.context.list(People).update('manager-nord', () => ({
      absentFrom: day('2026-11-24'),
      absentTo: day('2026-11-25'),
    }));
    expect(shared('anne')[0]).toEqual({ key: 'one', reason: 'onLeave', from: 'manager-nord' });
    town.setNow('2026-11-26T09:00:00Z');
    expect(shared('manager-nord')).toEqual([
      { key: 'one', reason: 'handedOver', from: 'anne', note: 'Jeg går på barsel' },
    ]);
    await town.context.list(People).update('manager-nord', () => ({ leftOn: day('2026-11-26') }));
    expect(shared('anne')[0]).toEqual({ key: 'one', reason: 'left', from: 'manager-nord' });
  });

  it('can be handed on, and taken back a step at a time', async () => {
    await act('anne', { keys: ['one'] });
    await act('manager-nord', { fromPersonId: person('manager-nord'), toPersonId: person('bo'), keys: ['one'] });
    expect(shared('bo')[0]).toEqual({
      key: 'one',
      reason: 'handedOver',
      from: 'manager-nord',
      note: 'Jeg går på barsel',
    });
    const [first, second] = town.context.list(HandOvers).all();
    await endHandOver(town.context, the(town.context, 'manager-nord'), second!.key);
    expect(shared('manager-nord')[0]).toEqual({
      key: 'one',
      reason: 'handedOver',
      from: 'anne',
      note: 'Jeg går på barsel',
    });
    await endHandOver(town.context, the(town.context, 'anne'), first!.key);
    expect(shared('anne')[0]).toEqual({ key: 'one' });
  });

  it('keeps one of two hand-overs of the same thing at the same moment', async () => {
    const answers = await Promise.all([
      act('anne', { keys: ['one'], toPersonId: person('bo') }),
      act('isk-nord', { keys: ['one'], toPersonId: person('isk-nord') }),
    ]);
    expect(answers).toEqual([
      { handedOver: 1, kept: [] },
      { handedOver: 0, kept: [{ key: 'one', title: 'Opgave one', reason: 'notYours' }] },
    ]);
    expect(town.context.list(HandOvers).all()).toHaveLength(1);
  });
});

describe('endHandOver', () => {
  it('gives the work back, once, and says who did it', async () => {
    await act('anne', { keys: ['one'] });
    const [{ key } = { key: '' }] = town.context.list(HandOvers).all();
    expect(await refusal(() => endHandOver(town.context, the(town.context, 'bo'), key))).toBe(
      'obligations.mayNotHandOver',
    );
    const ended = await endHandOver(town.context, the(town.context, 'isk-nord'), key);
    town.setNow('2026-11-25T09:00:00Z');
    expect((await endHandOver(town.context, the(town.context, 'anne'), key)).endedBy).toBe(ended.endedBy);
    expect(shared('anne')[0]).toEqual({ key: 'one' });
    expect(acts()).toEqual(['handOver anne', 'endHandOver isk-nord']);
  });

  it('knows no other', async () => {
    expect(await refusal(() => endHandOver(town.context, the(town.context, 'ciso'), 'none'))).toBe(
      'obligations.noSuchHandOver',
    );
  });
});
