import { beforeEach, describe, expect, it } from 'vitest';
import { ContingencyTests } from '../../../../api/contingency/index.ts';
import { Cursors, DeliveryBlocks, type RecipientState } from '../../../../api/deliveries/index.ts';
import { nowOf } from '../../../../api/kernel/index.ts';
import { closeTest, saveEvaluation } from '../../../../api/contingency/exercises/evaluate-test.ts';
import { cancelTest, endTest, startTest } from '../../../../api/contingency/exercises/move-test.ts';
import { changeTest } from '../../../../api/contingency/exercises/plan-test.ts';
import { testInjectKind, testInvitationKind } from '../../../../api/contingency/exercises/test-campaigns.ts';
import { createTestFollower } from '../../../../bot/index.ts';
import { createEditsAgain, type EditResult, type EditsAgain } from '../../../../bot/sending/index.ts';
import { person } from '../../organisation/builders.ts';
import { aBody, aTestedTown, campaigns, isk, whole, type TestedTown } from './tested-town.ts';

let town: TestedTown;
let key: string;
let edits: string[];
let again: EditsAgain;
let result: EditResult;
let now: number;
const time = { now: () => now, wait: () => Promise.resolve() };

const aFollower = () => {
  again = createEditsAgain(town.context, (subjectKey, personId, message) => {
    edits.push(`${subjectKey.split('_')[1]} ${personId}: ${message.summary}`);
    return Promise.resolve(result);
  });
  return createTestFollower(town.context, again.editCard, time);
};
let follower: ReturnType<typeof createTestFollower>;

/** The cards of a campaign as the ledger has them. */
async function sent(kind: typeof testInjectKind, people: Readonly<Record<string, RecipientState>>): Promise<void> {
  const [campaign] = await campaigns(town, kind);
  const campaignKey = campaign?.key ?? '';
  const recipients = Object.entries(people).map(([who, state]) => ({
    ...{ person: person(who), state, at: nowOf(town.context.clock) },
    ...(state === 'sent' ? { activity: `card-${who}` } : {}),
  }));
  const blocks = town.context.list(DeliveryBlocks);
  if (blocks.get(campaignKey)) await blocks.update(campaignKey, () => ({ recipients }));
  else await blocks.create({ key: campaignKey, title: 'x', campaignKey, position: 1, recipients });
}
/** What one round of the job edits. */
const round = async () => {
  edits = [];
  await follower.process();
  return edits.toSorted();
};
const later = (seconds: number) => void (now += seconds * 1_000);

beforeEach(async () => {
  town = await aTestedTown();
  [edits, result, now] = [[], 'edited', 0];
  follower = aFollower();
  ({ key } = await town.plan());
  await sent(testInvitationKind, { anne: 'sent', 'manager-nord': 'notInstalled', 'isk-nord': 'uncertain' });
  await follower.process();
  town.setNow('2026-11-24T10:00:00.000Z');
});

describe('the cards about a test', () => {
  it('are changed once when it is moved, begins, ends, is closed, and not by anything else', async () => {
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-09' }));
    expect(await round()).toEqual([
      'invitation anne: Afprøvningen En morgen uden journal er flyttet til onsdag 9. december kl. 09.00.',
      'invitation isk-nord: Afprøvningen En morgen uden journal er flyttet til onsdag 9. december kl. 09.00.',
    ]);
    expect(await round()).toEqual([]);
    town.setNow('2026-12-09T08:00:00.000Z');
    await startTest(town.context, isk(town), key);
    expect(await round()).toEqual([
      'invitation anne: Afprøvningen er i gang: En morgen uden journal',
      'invitation isk-nord: Afprøvningen er i gang: En morgen uden journal',
    ]);
    town.setNow('2026-12-09T08:10:00.000Z');
    await sent(testInjectKind, { anne: 'sent', 'isk-nord': 'sent' });
    expect(await round()).toEqual([]);
    await endTest(town.context, isk(town), key);
    expect(await round()).toEqual([
      'inject anne: Afprøvningen er slut',
      'inject isk-nord: Afprøvningen er slut',
      'invitation anne: Afprøvningen er holdt: En morgen uden journal',
      'invitation isk-nord: Afprøvningen er holdt: En morgen uden journal',
    ]);
    await saveEvaluation(town.context, isk(town), key, whole);
    expect(await round()).toEqual([]);
    await closeTest(town.context, isk(town), key);
    expect(await round()).toHaveLength(2);
  });

  it('say that it is called off, and to whoever is taken off the list that it is no more for them', async () => {
    await changeTest(town.context, isk(town), key, aBody({ participantIds: ['manager-nord'] }));
    expect(await round()).toContain('invitation anne: Du er ikke længere med i afprøvningen');
    await cancelTest(town.context, isk(town), key, 'Snestorm');
    expect(await round()).toEqual(['invitation isk-nord: Afprøvningen En morgen uden journal er aflyst.']);
  });

  it('are changed also when one was on its way while the test was moved', async () => {
    await sent(testInvitationKind, { anne: 'reserved' });
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-09' }));
    result = 'noCard';
    expect(await round()).toHaveLength(1);
    await sent(testInvitationKind, { anne: 'sent' });
    result = 'edited';
    expect(await round()).toHaveLength(1);
    expect(await round()).toEqual([]);
  });

  it('are tried again later when Teams would not, as they are then', async () => {
    result = 'gaveUp';
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-09' }));
    expect(await round()).toHaveLength(2);
    town.setNow('2026-11-24T10:00:30.000Z');
    expect(await round()).toEqual([]);
    await town.context.list(ContingencyTests).update(key, () => ({ title: 'En anden morgen' }));
    town.setNow('2026-11-24T10:01:00.000Z');
    result = 'edited';
    await again.process();
    expect(edits.splice(0)).toEqual([
      'invitation anne: Afprøvningen En anden morgen er flyttet til onsdag 9. december kl. 09.00.',
      'invitation isk-nord: Afprøvningen En anden morgen er flyttet til onsdag 9. december kl. 09.00.',
    ]);
    await again.process();
    expect(edits).toEqual([]);
  });

  it('that Teams would not take are changed back all the same', async () => {
    const named = (title: string) => town.context.list(ContingencyTests).update(key, () => ({ title }));
    await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-09' }));
    await named('En morgen');
    expect(await round()).toHaveLength(2);
    result = 'gaveUp';
    await named('En aften');
    expect(await round()).toHaveLength(2);
    result = 'edited';
    edits.length = 0;
    town.setNow('2026-11-24T10:05:00.000Z');
    await again.process();
    expect(edits).toHaveLength(2);
    await named('En morgen');
    expect(await round()).toHaveLength(2);
  });

  it('are changed when the program was away while the test was moved', async () => {
    const cursor = () => town.context.list(Cursors).get('test-cards')?.position;
    later(61);
    await follower.process();
    const before = cursor();
    await cancelTest(town.context, isk(town), key, 'Snestorm');
    follower = aFollower();
    expect(await round()).toHaveLength(2);
    expect(cursor()).toBe(before);
    later(61);
    await follower.process();
    expect(cursor()).toBe(Date.parse('2026-11-24T10:00:00.000Z'));
  });

  it('are left alone at a start when nothing has happened for long', async () => {
    later(61);
    await cancelTest(town.context, isk(town), key, 'Snestorm');
    await follower.process();
    town.setNow('2026-11-24T12:00:00.000Z');
    await town.plan();
    later(61);
    await follower.process();
    follower = aFollower();
    expect(await round()).toEqual([]);
  });

  it('that cannot be made hold up nothing and are not tried for ever', async () => {
    const warnings: unknown[] = [];
    town.context.log = { ...town.context.log, warn: (fields) => void warnings.push(fields) };
    const tests = town.context.list(ContingencyTests);
    const { texts } = town.context;
    town.context.texts = () => () => {
      throw new Error('no words');
    };
    await tests.update(key, () => ({ title: 'En anden morgen' }));
    expect(await round()).toEqual([]);
    expect(warnings).toHaveLength(2);
    await round();
    expect(warnings).toHaveLength(2);
    town.context.texts = texts;
    await tests.update(key, () => ({ state: 'running', startedAt: nowOf(town.context.clock) }));
    expect(await round()).toHaveLength(2);
  });
});

it('the place in the list is written anew when its item was edited away by hand', async () => {
  const cursors = town.context.list(Cursors);
  await cursors.remove('test-cards');
  await changeTest(town.context, isk(town), key, aBody({ on: '2026-12-09' }));
  later(61);
  await round();
  await round();
  expect(cursors.get('test-cards')).toBeDefined();
});
