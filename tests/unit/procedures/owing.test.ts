import { describe, expect, it } from 'vitest';
import { Acknowledgements, acknowledgementKey } from '../../../api/acknowledgements/index.ts';
import { AuditEntries } from '../../../api/audit/index.ts';
import type { Context } from '../../../api/context.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import { todayOf, type Obligation } from '../../../api/kernel/index.ts';
import { allObligations, obligationsOf } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import {
  acknowledgeProcedure,
  procedureCampaign,
  procedureCampaignKey,
  renewProcedure,
  retireProcedure,
  saveDraft,
  submitProcedure,
} from '../../../api/procedures/index.ts';
import { askedVersions, procedureObligations } from '../../../api/procedures/obligations.ts';
import { procedureView } from '../../../api/procedures/procedure-view.ts';
import { readersSeen } from '../../../api/procedures/readers.ts';
import { aPerson, centre, day, person, refusal, the } from '../organisation/builders.ts';
import { aDraft, aLibrary, approved, currentOf, inForce } from './a-library.ts';

const owed = (context: Context, who: string, kind = 'acknowledgeProcedure'): Obligation[] =>
  obligationsOf(context, person(who)).filter((one) => one.kind === kind);
const keyOf = (context: Context, procedureKey: string) => currentOf(context, procedureKey).version.key;
const acknowledge = (context: Context, who: string, versionKey: string, channel: 'card' | 'tab' = 'card') =>
  acknowledgeProcedure(context, the(context, who), { versionKey, channel });
const audience = (context: Context, versionKey: string) => procedureCampaign.audience(context, versionKey);

describe('what people owe for a procedure', () => {
  it('is to acknowledge it in 14 days, for the centre’s own people only', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context, { mustAcknowledge: true });
    const versionKey = keyOf(context, key);
    expect(owed(context, 'anne')).toEqual([
      {
        ...{ key: acknowledgementKey(versionKey, person('anne')), kind: 'acknowledgeProcedure', personId: 'anne' },
        ...{ subject: { key: versionKey, title: 'Telefon og tablet på farten' }, due: '2026-12-08' },
        ...{ since: '2026-11-24', state: 'open', personal: true, path: `/procedures/${key}`, centreId: 'nord' },
      },
    ]);
    expect(owed(context, 'bo')).toEqual([]);
    expect(allObligations(context).filter(({ kind }) => kind === 'acknowledgeProcedure')).toHaveLength(11);
  });

  it('is nothing when it need not be acknowledged, or is for others', async () => {
    const { context } = await aLibrary();
    await inForce(context);
    await inForce(context, { mustAcknowledge: true, jobTitles: ['Kok'] });
    expect(owed(context, 'anne')).toEqual([]);
  });

  it('is of a guideline everybody’s, or of those with the job', async () => {
    const { context } = await aLibrary();
    await inForce(context, { kind: 'guideline', mustAcknowledge: true });
    await inForce(context, { kind: 'guideline', title: 'Kokke', mustAcknowledge: true, jobTitles: ['kok'] });
    await context.list(People).update('bo', () => ({ jobTitle: 'KOK' }));
    expect([owed(context, 'anne').length, owed(context, 'bo').length]).toEqual([1, 2]);
  });

  it.each([
    ['hired later', { hiredOn: day('2026-12-01') }, '2026-12-15', 'open'],
    ['moved into the centre later', { movedOn: day('2026-12-05'), movedFrom: centre('syd') }, '2026-12-19', 'open'],
    ['back from leave', { absentFrom: day('2026-11-01'), absentTo: day('2026-12-06') }, '2026-12-20', 'open'],
    ['on leave', { absentFrom: day('2026-11-01'), absentTo: day('2026-12-31') }, '2026-12-08', 'paused'],
  ])('counts from when a person can: %s', async (_, given, due, state) => {
    const { context, setNow } = await aLibrary();
    await inForce(context, { mustAcknowledge: true });
    setNow('2026-12-10T09:00:00.000Z');
    await context.list(People).create(aPerson('ny', given));
    expect(owed(context, 'ny')).toMatchObject([{ due, state }]);
    const all = allObligations(context).find(({ personId, kind }) => personId === 'ny' && kind.startsWith('ack'));
    expect(all).toEqual(owed(context, 'ny')[0]);
  });

  it('is done with a receipt, open again with the next version, not with a renewal, and over when it is retired', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await inForce(context, { mustAcknowledge: true });
    await acknowledge(context, 'anne', keyOf(context, key));
    expect(owed(context, 'anne')).toMatchObject([{ state: 'done' }]);
    await renewProcedure(context, isk, key, '');
    await approved(context, key);
    expect(owed(context, 'anne')).toMatchObject([{ state: 'done' }]);
    await saveDraft(context, isk, key, aDraft({ title: 'Næste', mustAcknowledge: true }));
    await submitProcedure(context, isk, key);
    expect(owed(context, 'anne')).toMatchObject([{ state: 'done' }]);
    await approved(context, key);
    expect(owed(context, 'anne')).toMatchObject([{ state: 'open', subject: { title: 'Næste' } }]);
    await retireProcedure(context, isk, key, 'x');
    expect(owed(context, 'anne')).toEqual([]);
  });

  it('is derived again for the versions only when they change, whatever is voted on meanwhile', async () => {
    const { context } = await aLibrary();
    await inForce(context, { mustAcknowledge: true });
    const before = askedVersions(context);
    await inForce(context);
    expect(askedVersions(context)).toBe(before);
    await inForce(context, { mustAcknowledge: true });
    expect(askedVersions(context)).not.toBe(before);
  });

  it('is derived again for one version only when its receipts change', async () => {
    const { context } = await aLibrary();
    await inForce(context, { mustAcknowledge: true });
    await inForce(context, { mustAcknowledge: true });
    const [first = '', second = ''] = askedVersions(context).map(({ version }) => version.key);
    const derived = (key: string) =>
      [...procedureObligations(context, todayOf(context.clock))].filter(({ subject }) => subject.key === key);
    for (const who of ['anne', 'ciso', 'team', 'auditor']) {
      const [renewed, kept] = [derived(first), derived(second)];
      await acknowledge(context, who, first);
      expect(kept.length).toBeGreaterThan(0);
      expect(derived(second).every((one, place) => one === kept[place])).toBe(true);
      expect(derived(first).some((one, place) => one === renewed[place])).toBe(false);
    }
    const done = allObligations(context).filter(
      ({ kind, state }) => kind === 'acknowledgeProcedure' && state === 'done',
    );
    expect(done.map(({ personId }) => personId).sort()).toEqual(['anne', 'auditor', 'ciso', 'team']);
  });
});

describe('looking at it again', () => {
  it('is owed by the centre’s ISK from 30 days before, and of a guideline by the team, until it is renewed', async () => {
    const { context, setNow } = await aLibrary('2025-11-24T09:00:00.000Z');
    const key = await inForce(context);
    await inForce(context, { kind: 'guideline' });
    setNow('2026-10-24T09:00:00.000Z');
    expect(owed(context, 'isk-nord', 'reviewProcedure')).toEqual([]);
    setNow('2026-10-26T09:00:00.000Z');
    expect(owed(context, 'isk-nord', 'reviewProcedure')).toMatchObject([
      { due: '2026-11-24', since: '2026-10-25', state: 'open', centreId: 'nord', path: `/procedures/${key}` },
    ]);
    expect(owed(context, 'team', 'reviewProcedure')).toMatchObject([{ due: '2026-11-24' }]);
    await renewProcedure(context, the(context, 'isk-nord'), key, '');
    expect(owed(context, 'isk-nord', 'reviewProcedure')).toHaveLength(1);
    const [review] = owed(context, 'isk-nord', 'reviewProcedure');
    await approved(context, key);
    expect(owed(context, 'isk-nord', 'reviewProcedure')).toEqual([]);
    // Named in the trail, so that its cards are updated.
    const renewed = context
      .list(AuditEntries)
      .all()
      .find(({ title }) => title === 'renewProcedure');
    expect(renewed?.details.reviewKey).toBe(review?.key);
    setNow('2027-10-01T09:00:00.000Z');
    expect(owed(context, 'isk-nord', 'reviewProcedure')).toMatchObject([{ due: '2027-10-26' }]);
  });
});

describe('acknowledging', () => {
  it('gives one receipt with the hash of what was read, and the first again', async () => {
    const { context, setNow } = await aLibrary();
    const versionKey = keyOf(context, await inForce(context, { mustAcknowledge: true }));
    const [one, other] = await Promise.all([
      acknowledge(context, 'anne', versionKey),
      acknowledge(context, 'anne', versionKey, 'tab'),
    ]);
    expect([one.result, other.result].sort()).toEqual(['acknowledged', 'alreadyAcknowledged']);
    setNow('2026-12-24T09:00:00.000Z');
    expect((await acknowledge(context, 'anne', versionKey)).receipt.at).toBe(one.receipt.at);
    expect(context.list(Acknowledgements).all()).toMatchObject([
      {
        personId: 'anne',
        versionKey,
        channel: 'card',
        contentHash: currentOf(context, one.now.procedure.key).requests[0]?.contentHash,
      },
    ]);
  });

  it.each([
    ['of another centre', 'bo', 'procedures.notForYou'],
    ['of no such version', 'anne', 'procedures.noSuchVersion'],
  ])('is refused: %s', async (what, who, code) => {
    const { context } = await aLibrary();
    const versionKey = keyOf(context, await inForce(context, { mustAcknowledge: true }));
    const given = what === 'of no such version' ? 'none' : versionKey;
    expect(await refusal(() => acknowledge(context, who, given))).toBe(code);
    expect(context.list(Acknowledgements).all()).toEqual([]);
  });

  it('is refused at the address of another procedure, and nothing is written', async () => {
    const { context } = await aLibrary();
    const versionKey = keyOf(context, await inForce(context, { mustAcknowledge: true }));
    const given = { procedureKey: 'another', versionKey, channel: 'tab' } as const;
    const act = () => acknowledgeProcedure(context, the(context, 'anne'), given);
    expect(await refusal(act)).toBe('procedures.noSuchVersion');
    expect(context.list(Acknowledgements).all()).toEqual([]);
  });

  it('is refused for what another version has taken over, and for what is retired', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    const key = await inForce(context, { mustAcknowledge: true });
    const first = keyOf(context, key);
    await saveDraft(context, isk, key, aDraft({ mustAcknowledge: true }));
    expect(await refusal(() => acknowledge(context, 'anne', `${key}.v2`))).toBe('procedures.noSuchVersion');
    await submitProcedure(context, isk, key);
    await approved(context, key);
    expect(await refusal(() => acknowledge(context, 'anne', first))).toBe('procedures.superseded');
    await retireProcedure(context, isk, key, 'x');
    expect(await refusal(() => acknowledge(context, 'anne', `${key}.v2`))).toBe('procedures.retired');
  });
});

describe('the campaign', () => {
  it('begins once when it comes into force, for those at work who have not acknowledged, newcomers too', async () => {
    const { context } = await aLibrary();
    const made = await inForce(context, { mustAcknowledge: true });
    const versionKey = keyOf(context, made);
    expect(context.list(Campaigns).get(procedureCampaignKey(versionKey))).toMatchObject({
      ...{ kind: 'procedure', subjectKey: versionKey, startedBy: 'isk-nord', state: 'sending' },
    });
    expect(audience(context, versionKey)).toHaveLength(11);
    await acknowledge(context, 'anne', versionKey);
    await context.list(People).update('ciso', () => ({ absentFrom: day('2026-11-01') }));
    await context.list(People).create(aPerson('ny', { hiredOn: todayOf(context.clock) }));
    expect(audience(context, versionKey)).toHaveLength(10);
    expect(audience(context, versionKey)).toContain('ny');
    const recheck = (who: string) => procedureCampaign.recheck(context, versionKey, person(who));
    expect(['anne', 'bo', 'ny', 'ciso', 'gone'].map(recheck)).toEqual([
      ...['notNeeded', 'notNeeded', 'send', 'notNeeded', 'left'],
    ]);
  });

  it('asks nobody when it need not be acknowledged, and is over when the next is in force', async () => {
    const { context } = await aLibrary();
    const isk = the(context, 'isk-nord');
    await inForce(context);
    expect(
      context
        .list(Campaigns)
        .all()
        .filter(({ kind }) => kind === 'procedure'),
    ).toEqual([]);
    const key = await inForce(context, { mustAcknowledge: true });
    const first = keyOf(context, key);
    expect(procedureCampaign.isOver?.(context, first)).toBe(false);
    await saveDraft(context, isk, key, aDraft());
    await submitProcedure(context, isk, key);
    await approved(context, key);
    expect(procedureCampaign.isOver?.(context, first)).toBe(true);
    expect(audience(context, first)).toEqual([]);
  });
});

describe('who has acknowledged', () => {
  const readers = (context: Context, who: string, key: string, show: 'missing' | 'done' | 'all' = 'all') =>
    readersSeen(context, the(context, who), key, { show, offset: 0, limit: 50 });

  it('is for those who answer for the centre and those who see everybody', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context, { mustAcknowledge: true });
    await acknowledge(context, 'anne', keyOf(context, key));
    expect(readers(context, 'isk-nord', key, 'done').people).toMatchObject([
      { name: 'Anne Aagaard', at: '2026-11-24T09:00:00.000Z', delivery: 'notAsked' },
    ]);
    expect(readers(context, 'auditor', key, 'missing')).toMatchObject({ total: 10 });
    expect(await refusal(() => readers(context, 'isk-syd', key))).toBe('procedures.noSuchProcedure');
    expect(procedureView(context, the(context, 'isk-nord'), key).audience).toEqual({ people: 11, acknowledged: 1 });
    expect(procedureView(context, the(context, 'anne'), key)).toMatchObject({
      audience: { people: 11 },
      receipt: { channel: 'card' },
      abilities: { acknowledge: false, seePeople: false },
    });
    const bo = procedureView(context, the(context, 'isk-nord'), key);
    expect(bo).toMatchObject({ due: '2026-12-08', abilities: { acknowledge: true, seePeople: true } });
  });

  it('of a guideline is a centre’s own people for its ISK', async () => {
    const { context } = await aLibrary();
    const key = await inForce(context, { kind: 'guideline', mustAcknowledge: true });
    const names = readers(context, 'isk-syd', key).people.map(({ id }) => id);
    expect(names.sort()).toEqual(['bo', 'isk-syd', 'manager-syd']);
    expect(readers(context, 'auditor', key).total).toBe(14);
    await acknowledge(context, 'bo', keyOf(context, key));
    expect(procedureView(context, the(context, 'isk-syd'), key).audience).toEqual({
      ...{ people: 14, acknowledged: 1 },
      own: { people: 3, acknowledged: 1, centres: 1 },
    });
    expect(procedureView(context, the(context, 'auditor'), key).audience).toEqual({ people: 14, acknowledged: 1 });
    expect(readers(context, 'committee', key)).toMatchObject({ people: [], total: 0 });
    expect(procedureView(context, the(context, 'committee'), key)).toMatchObject({
      audience: { people: 14, acknowledged: 1 },
      abilities: { seePeople: false },
    });
  });
});
