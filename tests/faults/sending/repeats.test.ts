import { describe, expect, it } from 'vitest';
import { Campaigns, deliveryOf } from '../../../api/deliveries/index.ts';
import type { PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aKind, aSending, countsOf, people, recipients } from './a-campaign.ts';
import { fakeTeams, type Answer } from './fake-teams.ts';

const audience = people(10);
const [one] = people(1) as [PersonId];
const mark = 'seen before?';

/** A campaign with a number of lost responses for one person. */
async function anUncertainOne(lost: number, answer: Answer = 'arrivedThen504', kind = {}) {
  const { context, setNow } = memoryContext('2026-11-24T09:00:00.000Z');
  await aCampaign(context);
  let left = lost;
  const teams = fakeTeams(({ call, personId }) => {
    if (call !== 'send' || personId !== one || left <= 0) return 'ok';
    left -= 1;
    return answer;
  });
  const sending = aSending(context, teams.chat, aKind(audience, kind), {
    asRepeat: (message) => ({ ...message, summary: `${mark} ${message.summary}` }),
  });
  const at = async (moment: string) => {
    setNow(moment);
    await sending.processAll();
  };
  await sending.processAll();
  return { context, teams, at };
}
const summaries = (teams: ReturnType<typeof fakeTeams>) => teams.cardsOf(one).map(({ message }) => message.summary);

describe('a card that may have arrived', () => {
  it('comes again once, on the next working day, marked as a repeat', async () => {
    const { context, teams, at } = await anUncertainOne(1);
    expect(countsOf(context)).toEqual({ sent: 9, uncertain: 1 });
    await at('2026-11-24T14:00:00.000Z');
    await at('2026-11-25T02:00:00.000Z');
    expect(teams.countOf('send')).toBe(10);
    await at('2026-11-25T08:00:00.000Z');
    expect(countsOf(context)).toEqual({ sent: 9, sentAgain: 1 });
    expect(deliveryOf(context, 'version-4', one)).toMatchObject({ state: 'sent', isRepeat: true, activity: '11' });
    expect(summaries(teams)).toEqual([`version-4 for ${one}`, `${mark} version-4 for ${one}`]);
    expect(context.list(Campaigns).get('campaign')?.state).toBe('finished');
  });

  it('and whose repeat may have arrived too does not come a third time', async () => {
    const { context, teams, at } = await anUncertainOne(2);
    for (const day of [25, 26, 27, 30]) await at(`2026-11-${day}T09:00:00.000Z`);
    expect(countsOf(context)).toEqual({ sent: 9, uncertain: 1 });
    expect(recipients(context).filter(({ isRepeat }) => isRepeat)).toMatchObject([{ person: one, state: 'uncertain' }]);
    expect(teams.cardsOf(one)).toHaveLength(2);
  });

  it('does not come again to whoever has done it meanwhile, nor at the weekend', async () => {
    const done = new Set<PersonId>();
    const { context, teams, at } = await anUncertainOne(1, 'arrivedThen504', {
      recheck: (_context: unknown, _subject: string, person: PersonId) => (done.has(person) ? 'notNeeded' : 'send'),
    });
    await at('2026-11-28T09:00:00.000Z');
    done.add(one);
    await at('2026-11-30T09:00:00.000Z');
    expect(teams.cardsOf(one)).toHaveLength(1);
    expect(countsOf(context)).toEqual({ sent: 9, uncertain: 1 });
  });

  it('is counted once wherever it stands: the states add up on each day', async () => {
    const { context, at } = await anUncertainOne(1, { status: 504 });
    for (const day of [24, 25, 26]) {
      await at(`2026-11-${day}T10:00:00.000Z`);
      expect(Object.values(countsOf(context)).reduce((sum, count) => sum + count, 0)).toBe(10);
    }
  });

  it('of a kind that repeats at once is marked then, and not sent on another day', async () => {
    const { context, teams, at } = await anUncertainOne(1, 'arrivedThen504', { repeatWhenUncertain: true });
    expect(countsOf(context)).toEqual({ sent: 9, sentAgain: 1 });
    expect(summaries(teams)).toEqual([`version-4 for ${one}`, `${mark} version-4 for ${one}`]);
    await at('2026-11-25T09:00:00.000Z');
    expect(teams.cardsOf(one)).toHaveLength(2);
  });
});
