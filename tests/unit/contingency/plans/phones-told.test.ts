import { beforeEach, describe, expect, it } from 'vitest';
import { AuditEntries, continueAudit } from '../../../../api/audit/index.ts';
import type { Context } from '../../../../api/context.ts';
import { planView as planViewSchema } from '../../../../api/contingency/contract.ts';
import { beginPlan } from '../../../../api/contingency/plans/begin-plan.ts';
import { planDocument } from '../../../../api/contingency/plan-pages/downloads.ts';
import { phoneForPlan } from '../../../../api/contingency/plans/phone-for-plan.ts';
import { mostPhonesAnHour } from '../../../../api/contingency/plans/phone-for-plan.ts';
import { planView } from '../../../../api/contingency/plan-pages/plan-view.ts';
import { plansSeen } from '../../../../api/contingency/plan-pages/plans-seen.ts';
import { saveDraft } from '../../../../api/contingency/plans/save-draft.ts';
import { TooMany } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { aPerson, refusal, settle, the } from '../../organisation/builders.ts';
import { aContent } from '../builders.ts';
import { aDraft, aPlannedTown, drafted, inForceNow, now } from './planned-town.ts';

type Town = Awaited<ReturnType<typeof aPlannedTown>>;
const contact = (personId: string) => ({ key: personId, role: 'Vagt', personId, name: '', phone: '', note: '' });
const calling = (people: readonly string[]) => aDraft({ content: aContent({ contacts: people.map(contact) }) });

/** Many colleagues with a number each. */
async function aCrowd(context: Context, count: number): Promise<string[]> {
  const people = Array.from({ length: count }, (_, place) => aPerson(`crowd-${place}`, { phone: '20 11 22 33' }));
  await settle(context, { people });
  return people.map(({ key }) => key);
}

async function choicesIn(context: Context) {
  await continueAudit(context);
  const entries = context.list(AuditEntries).all();
  return entries.filter(({ title }) => title === 'putIntoPlan').map(({ actorId, details }) => [actorId, details]);
}

describe('the numbers of people who are put into a plan', () => {
  let town: Town;
  let context: Context;
  let planKey: string;
  beforeEach(async () => {
    town = await aPlannedTown();
    ({ context } = town);
    planKey = await drafted(context, calling(['anne']));
  });
  const ask = (personId: string, by = 'isk-nord') => phoneForPlan(context, the(context, by), { planKey, personId });
  const save = (people: readonly string[]) => {
    const { changedAt } = now(context, planKey).coming?.version ?? {};
    return saveDraft(context, the(context, 'isk-nord'), planKey, { ...calling(people), expected: changedAt });
  };

  it('come with a choice that stands in the audit trail, once a person, whichever way they are chosen', async () => {
    await ask('bo');
    await ask('anne');
    await save(['anne', 'bo', 'ciso']);
    await save(['anne', 'bo', 'ciso']);
    expect(await choicesIn(context)).toEqual(['anne', 'bo', 'ciso'].map((personId) => ['isk-nord', { personId }]));
  });

  it('end at so many an hour, and whoever asks for more is told when there are more', async () => {
    // Anne was counted with the draft.
    const people = await aCrowd(context, mostPhonesAnHour);
    for (const personId of people.slice(1)) expect(await ask(personId)).toEqual({ phone: '20 11 22 33' });
    const refused = await ask(people[0] ?? '').catch((thrown: unknown) => thrown);
    expect(refused).toBeInstanceOf(TooMany);
    expect(refused).toMatchObject({ code: 'contingency.tooManyPhones', seconds: 3600 });
    expect(await ask(people[1] ?? '')).toEqual({ phone: '20 11 22 33' });
    expect(await ask('bo', 'manager-nord')).toEqual({});
    town.setNow(new Date(context.clock.now().getTime() + 3_600_001).toISOString());
    expect(await ask(people[0] ?? '')).toEqual({ phone: '20 11 22 33' });
  });

  it('end there too when they are saved as call lists, and then nothing is saved', async () => {
    const people = await aCrowd(context, mostPhonesAnHour);
    await save(['anne', ...people.slice(0, 39)]);
    expect(await refusal(() => save(people.slice(39)))).toBe('contingency.tooManyPhones');
    expect(now(context, planKey).coming?.version.content.contacts).toHaveLength(40);
    await save(['anne', ...people.slice(39, 50)]);
  });
});

describe('a plan of another centre', () => {
  const by = 'isk-syd';
  async function theirs() {
    const { context } = await aPlannedTown();
    await context.list(People).update('anne', () => ({ phone: '20 11 22 33' }));
    const contacts = [contact('anne'), { key: 'c2', role: 'Vagt', name: 'Vagten', phone: '43 57 00 00', note: '' }];
    const key = await inForceNow(context, { content: aContent({ contacts }) });
    return { context, key };
  }

  it('is a model to whoever writes other plans, without the numbers of the people in it', async () => {
    const { context, key } = await theirs();
    const seen = planViewSchema.parse(planView(context, the(context, by), key));
    expect(seen.current?.content.contacts).toMatchObject([
      { phone: '', phoneHidden: true },
      { phone: '', phoneHidden: true },
    ]);
    expect(seen.abilities.print).toBe(false);
    const version = { planKey: key, versionKey: seen.current?.key ?? '' };
    expect(await refusal(() => planDocument(context, the(context, by), version))).toBe('contingency.mayNotPrint');
    const query = { q: '43 57', sort: 'title', descending: false, offset: 0, limit: 10 } as const;
    expect((await plansSeen(context, the(context, by), query)).plans).toEqual([]);
    for (const own of ['anne', 'isk-nord', 'manager-nord', 'ciso', 'management']) {
      const { current } = planViewSchema.parse(planView(context, the(context, own), key));
      expect([own, current?.content.contacts[1]?.phone]).toEqual([own, '43 57 00 00']);
    }
  });

  it('is copied without the people of that centre', async () => {
    const { context, key } = await theirs();
    const { plan } = now(context, key);
    const copied = await beginPlan(context, the(context, by), {
      ...{ kind: 'emergencyProcedure', assetKey: plan.assetKey, centreId: 'syd', copyFrom: key },
    });
    const { content } = now(context, copied.key).coming?.version ?? {};
    expect(content?.contacts).toMatchObject([
      { role: 'Vagt', name: '', phone: '' },
      { role: 'Vagt', name: '', phone: '' },
    ]);
    expect(JSON.stringify(content)).not.toMatch(/personId|43 57|Vagten/);
  });
});
