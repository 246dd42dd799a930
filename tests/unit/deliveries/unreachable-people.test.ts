import { describe, expect, it } from 'vitest';
import {
  declareCampaignKinds,
  flushConversations,
  recordConversation,
  unreachablePeople,
} from '../../../api/deliveries/index.ts';
import type { CentreId, Instant, Language, LocalDate, PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aKind, aLedger, anActor, aPerson, ciso, twoCentres } from './a-ledger.ts';

const north = 'north' as CentreId;
const south = 'south' as CentreId;

async function aMunicipality() {
  const { context } = memoryContext();
  await twoCentres(context);
  for (const name of ['sent', 'notInstalled', 'uncertain', 'twice', 'removed', 'done', 'closed', 'fine'])
    await aPerson(context, name);
  await aPerson(context, 'blocked', { centreId: south });
  await aPerson(context, 'noLicence', { teams: false });
  await aPerson(context, 'gone', { teams: false, leftOn: '2026-10-01' as LocalDate });
  await aLedger(context, [
    { person: 'sent', state: 'sent' },
    { person: 'notInstalled', state: 'notInstalled' },
    { person: 'uncertain', state: 'uncertain', code: 'interrupted' },
    { person: 'twice', state: 'uncertain', code: 'interrupted', isRepeat: true },
    { person: 'removed', state: 'notInstalled', code: 'removed' },
    { person: 'done', state: 'failed' },
    { person: 'blocked', state: 'blocked' },
    { person: 'noLicence', state: 'notApplicable', code: 'noTeams' },
    { person: 'gone', state: 'notApplicable', code: 'noTeams' },
  ]);
  recordConversation(context, { person: 'closed' as PersonId, state: 'blocked' });
  recordConversation(context, {
    person: 'fine' as PersonId,
    state: 'open',
    conversation: 'c',
    serviceUrl: 'https://x',
  });
  await flushConversations(context);
  declareCampaignKinds(context, [
    aKind({
      recheck: (_context, _subject, person) => (person === ('done' as PersonId) ? 'notNeeded' : 'send'),
    }),
  ]);
  return context;
}
const reasons = ({ people }: Awaited<ReturnType<typeof unreachablePeople>>) =>
  Object.fromEntries(people.map(({ id, reason }) => [id, reason]));

describe('unreachablePeople', () => {
  it('says in the reader’s language what somebody was not reached about', async () => {
    const context = await aMunicipality();
    declareCampaignKinds(context, [aKind({ titleIn: (_context, _subjectKey, language) => `Title in ${language}` })]);
    const about = async (language: Language) =>
      (await unreachablePeople(context, { ...ciso, language }, {})).people.find(({ id }) => id === 'notInstalled')
        ?.about;
    expect([await about('da'), await about('en')]).toEqual(['Title in da', 'Title in en']);
  });

  it('names everybody whom the bot cannot reach and why, and nobody who has done it, left or got the card', async () => {
    const context = await aMunicipality();
    expect(reasons(await unreachablePeople(context, ciso, {}))).toEqual({
      notInstalled: 'notInstalled',
      uncertain: 'comesAgain',
      twice: 'uncertain',
      removed: 'removed',
      closed: 'blocked',
      blocked: 'blocked',
      noLicence: 'noTeams',
    });
  });

  it('says what they missed, with name and centre', async () => {
    const context = await aMunicipality();
    const found = (await unreachablePeople(context, ciso, { centreId: 'south' })).people;
    expect(found).toEqual([
      {
        id: 'blocked',
        name: 'blocked',
        centre: 'Center south',
        centreId: 'south',
        reason: 'blocked',
        about: 'Policy campaign',
      },
    ]);
  });

  it('shows an ISK and a manager their own centre only', async () => {
    const context = await aMunicipality();
    const coordinator = anActor({ role: 'coordinator', centreId: south });
    expect(Object.keys(reasons(await unreachablePeople(context, coordinator, {})))).toEqual(['blocked']);
    const manager = anActor({ role: 'centreManager', centreId: north });
    expect(Object.keys(reasons(await unreachablePeople(context, manager, {})))).not.toContain('blocked');
    await expect(unreachablePeople(context, coordinator, { centreId: 'north' })).rejects.toThrow(
      'deliveries.unreachable',
    );
  });

  it('shows nobody to an employee', async () => {
    const context = await aMunicipality();
    expect((await unreachablePeople(context, anActor(), {})).people).toEqual([]);
  });

  it('takes the newest campaign that a person missed', async () => {
    const context = await aMunicipality();
    await aLedger(context, [{ person: 'notInstalled', state: 'blocked' }], {
      key: 'newer',
      startedAt: '2026-11-25T09:00:00.000Z' as Instant,
    });
    const found = (await unreachablePeople(context, ciso, {})).people.find(({ id }) => id === 'notInstalled');
    expect(found).toMatchObject({ reason: 'blocked', about: 'Policy newer' });
  });
});
