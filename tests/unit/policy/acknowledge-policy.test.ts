import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acknowledgementKey, Acknowledgements } from '../../../api/acknowledgements/index.ts';
import { mayLeaveNow } from '../../../api/deliveries/index.ts';
import { declareObligationSources, obligationsOf } from '../../../api/obligations/index.ts';
import { People } from '../../../api/organisation/index.ts';
import {
  acknowledgementOf,
  acknowledgePolicy,
  currentPolicy,
  draftPolicy,
  policyCampaign,
  policyCoverage,
  policyDue,
  policyObligations,
  policyObligationsOf,
  PolicyVersions,
  publishPolicy,
  recordAllNegativeReceipts,
  recordNegativeReceipts,
} from '../../../api/policy/index.ts';
import { audienceOf } from '../../../api/policy/audience.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { aPerson, aTown, centre, day, person, refusal, settle, the } from '../organisation/builders.ts';
import { aDraft, aVersion, moment, publish, reason, receiptsStored } from './builders.ts';

describe('acknowledgePolicy', () => {
  it('returns the first receipt when the button is pressed twice', async () => {
    const { context, setNow } = await aTown();
    const version = await publish(context, the(context, 'ciso'));
    const press = (channel: 'card' | 'tab') =>
      acknowledgePolicy(context, the(context, 'anne'), { versionKey: version.key, channel });
    const first = await press('card');
    setNow('2026-11-25T10:00:00.000Z');
    const second = await press('tab');
    expect(first).toMatchObject({
      result: 'acknowledged',
      receipt: { channel: 'card', contentHash: version.contentHash },
    });
    expect(second).toMatchObject({ result: 'alreadyAcknowledged', receipt: first.receipt });
    expect(receiptsStored(context)).toHaveLength(1);
  });

  it('gives one receipt when card and tab are pressed at the same moment', async () => {
    const { context } = await aTown();
    const { key: versionKey } = await publish(context, the(context, 'ciso'));
    const anne = the(context, 'anne');
    const both = await Promise.all(
      (['card', 'tab'] as const).map((channel) => acknowledgePolicy(context, anne, { versionKey, channel })),
    );
    expect(both.map(({ result }) => result).sort()).toEqual(['acknowledged', 'alreadyAcknowledged']);
    expect(both[0]?.receipt).toEqual(both[1]?.receipt);
  });

  it('takes a receipt that somebody has made void in the list for none, everywhere, and then a new one', async () => {
    const { context } = await aTown();
    const { key: versionKey } = await publish(context, the(context, 'ciso'));
    const press = (who: string) => acknowledgePolicy(context, the(context, who), { versionKey, channel: 'tab' });
    await press('anne');
    await press('bo');
    const before = policyCoverage(context, versionKey)?.acknowledged ?? 0;
    await context
      .list(Acknowledgements)
      .update(acknowledgementKey(versionKey, person('anne')), () => ({ outcome: 'left' }));
    expect(policyCoverage(context, versionKey)?.acknowledged).toBe(before - 1);
    expect(acknowledgementOf(context, versionKey, person('anne'))).toBeUndefined();
    expect((await press('anne')).result).toBe('acknowledged');
    expect(acknowledgementOf(context, versionKey, person('anne'))?.outcome).toBe('acknowledged');
    expect(policyCoverage(context, versionKey)?.acknowledged).toBe(before);
  });

  it('answers with the receipt on a version that has been superseded since, and refuses a first press there', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key: versionKey } = await publish(context, ciso);
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'tab' });
    setNow('2026-11-25T10:00:00.000Z');
    await publish(context, ciso, { number: '2.0' });
    const late = await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'card' });
    expect(late.result).toBe('alreadyAcknowledged');
    expect(await refusal(() => acknowledgePolicy(context, the(context, 'bo'), { versionKey, channel: 'card' }))).toBe(
      'policy.superseded',
    );
  });

  it('does not know drafts', async () => {
    const { context } = await aTown();
    const { key: versionKey } = await draftPolicy(context, the(context, 'ciso'), aDraft());
    expect(await refusal(() => acknowledgePolicy(context, the(context, 'ciso'), { versionKey, channel: 'tab' }))).toBe(
      'policy.noSuchVersion',
    );
  });
});

describe('a minor change', () => {
  it('gives nobody who is behind another last day, nor another thing to do', async () => {
    const { context, setNow } = await aTown('2026-10-01T09:00:00.000Z');
    declareObligationSources(context, obligationSources);
    const ciso = the(context, 'ciso');
    const owed = (who = 'anne') =>
      obligationsOf(context, person(who)).filter(({ kind }) => kind === 'acknowledgePolicy');
    await publish(context, ciso, { number: '6.0' });
    const before = owed();
    expect(before).toMatchObject([{ state: 'open', due: '2026-10-19', since: '2026-10-01' }]);
    setNow('2026-11-20T09:00:00.000Z');
    const draft = await draftPolicy(context, ciso, aDraft({ number: '6.1', changeKind: 'minor' }));
    const preview = audienceOf(context, draft);
    expect([preview.acknowledgeBy, ...preview.choices.map(({ acknowledgeBy }) => acknowledgeBy)]).toEqual(
      [preview, ...preview.choices].map(() => '2026-10-19'),
    );
    const { version } = await publishPolicy(context, ciso, { versionKey: draft.key, reason });
    expect(version.acknowledgeBy).toBe('2026-10-19');
    expect(owed()).toMatchObject([{ ...before[0], subject: { key: version.key } }]);
    // A later hire gets as many days as the others.
    await context.list(People).update('anne', () => ({ hiredOn: day('2026-11-19') }));
    expect(owed()).toMatchObject([{ due: '2026-12-07' }]);
    const major = await publish(context, ciso, { number: '7.0' });
    expect(major.acknowledgeBy).toBe('2026-12-08');
  });

  it('carries receipts over without a write, through several minor changes, until the next major', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const anne = the(context, 'anne');
    const { key } = await publish(context, ciso);
    await acknowledgePolicy(context, anne, { versionKey: key, channel: 'card' });
    const steps = [
      ['1.1', 'minor'],
      ['1.2', 'minor'],
    ] as const;
    for (const [step, [number, changeKind]] of steps.entries()) {
      setNow(`2026-11-2${5 + step}T10:00:00.000Z`);
      await publish(context, ciso, { number, changeKind });
    }
    const now = currentPolicy(context);
    expect(acknowledgementOf(context, now?.key ?? '', anne.personId)).toMatchObject({
      outcome: 'carriedOver',
      carriedFrom: { number: '1.0' },
      at: '2026-11-24T09:00:00.000Z',
    });
    expect(receiptsStored(context)).toHaveLength(1);
    expect(policyCampaign.audience(context, now?.key ?? '')).not.toContain('anne');
    expect(policyCampaign.audience(context, now?.key ?? '')).toContain('bo');
    expect(policyCampaign.recheck(context, now?.key ?? '', anne.personId)).toBe('notNeeded');
    expect(policyCoverage(context, now?.key ?? '')).toMatchObject({ people: 14, acknowledged: 1, missing: 13 });

    setNow('2026-11-28T10:00:00.000Z');
    const major = await publish(context, ciso, { number: '2.0' });
    expect(acknowledgementOf(context, major.key, anne.personId)).toBeUndefined();
    expect(policyCampaign.audience(context, major.key)).toContain('anne');
  });

  it('counts a receipt given for a minor version for the next minor one', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    await publish(context, ciso);
    setNow('2026-11-25T10:00:00.000Z');
    const minor = await publish(context, ciso, { number: '1.1', changeKind: 'minor' });
    await acknowledgePolicy(context, the(context, 'bo'), { versionKey: minor.key, channel: 'tab' });
    setNow('2026-11-26T10:00:00.000Z');
    const next = await publish(context, ciso, { number: '1.2', changeKind: 'minor' });
    expect(acknowledgementOf(context, next.key, person('bo'))?.carriedFrom?.number).toBe('1.1');
  });
});

describe('policyCampaign', () => {
  it('is for whoever is employed, at work and missing, sorted; newcomers and the returned join by themselves', async () => {
    const { context, setNow } = await aTown();
    await settle(context, {
      people: [
        aPerson('away', { absentFrom: day('2026-11-01'), absentTo: day('2026-12-01') }),
        aPerson('soon', { hiredOn: day('2026-12-01') }),
        aPerson('gone', { leftOn: day('2026-11-02') }),
      ],
    });
    const { key } = await publish(context, the(context, 'ciso'));
    const before = policyCampaign.audience(context, key);
    expect([...before].sort()).toEqual(before);
    expect(before).toHaveLength(14);
    setNow('2026-12-02T08:00:00.000Z');
    expect(policyCampaign.audience(context, key).filter((id) => !before.includes(id))).toEqual(['away', 'soon']);
    expect(policyCampaign.recheck(context, key, person('gone'))).toBe('left');
  });

  it.each([
    ['2026-11-24T07:00:00.000Z', true],
    ['2026-11-24T14:59:00.000Z', true],
    ['2026-11-24T06:59:00.000Z', false],
    ['2026-11-24T15:00:00.000Z', false],
    ['2026-11-28T10:00:00.000Z', false],
    ['2026-12-25T10:00:00.000Z', false],
  ])('is joined in the hours of a working day: %s %s', async (now, expected) => {
    const { context, setNow } = await aTown();
    setNow(now);
    expect(mayLeaveNow(context, policyCampaign, { subjectKey: 'v1', state: 'finished' })).toBe(expected);
  });

  it('is for nobody once another version is in force', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await publish(context, ciso);
    setNow('2026-11-25T10:00:00.000Z');
    await publish(context, ciso, { number: '2.0' });
    expect(policyCampaign.audience(context, key)).toEqual([]);
    expect(policyCampaign.recheck(context, key, person('bo'))).toBe('notNeeded');
  });

  it('cannot reach whoever has no Teams', async () => {
    const { context } = await aTown();
    await context.list(People).update('bo', () => ({ teams: false }));
    expect(policyCampaign.notApplicable(context, person('bo'))).toBe('noTeams');
    expect(policyCampaign.notApplicable(context, person('anne'))).toBeUndefined();
  });
});

describe('policyObligations', () => {
  it.each([
    ['hired long ago', { hiredOn: day('2020-01-01') }, '2026-11-19'],
    ['hired since', { hiredOn: day('2026-11-10') }, '2026-11-28'],
    ['back from leave since', { absentFrom: day('2026-10-01'), absentTo: day('2026-11-15') }, '2026-12-03'],
  ])('is due later of the version’s day and the person’s own, %s', async (_who, dates, due) => {
    const { context } = await aTown();
    const version = aVersion('v', { acknowledgeBy: day('2026-11-19') });
    expect(policyDue(context, version, aPerson('x', dates))).toBe(due);
  });

  it('is open until the receipt, done after it, and waits for those on leave', async () => {
    const { context } = await aTown();
    const { key: versionKey } = await publish(context, the(context, 'ciso'));
    const today = day('2026-11-24');
    const [open] = policyObligationsOf(context, person('anne'), today);
    expect(open).toMatchObject({ kind: 'acknowledgePolicy', state: 'open', due: '2026-12-12', since: '2026-11-24' });
    await acknowledgePolicy(context, the(context, 'anne'), { versionKey, channel: 'tab' });
    expect(policyObligationsOf(context, person('anne'), today)).toEqual([{ ...open, state: 'done' }]);
    await context.list(People).update('bo', () => ({ absentFrom: today }));
    expect(policyObligationsOf(context, person('bo'), today)).toMatchObject([{ state: 'paused' }]);
    const states = [...policyObligations(context, today)].map(({ state }) => state);
    expect([
      states.filter((state) => state === 'done').length,
      states.filter((state) => state === 'paused').length,
    ]).toEqual([1, 1]);
  });

  it('is nothing before the first publication', async () => {
    const { context } = await aTown();
    expect([...policyObligations(context, day('2026-11-24'))]).toEqual([]);
  });
});

describe('recordNegativeReceipts', () => {
  it('notes once why somebody who was asked has given none, and lets a receipt come later', async () => {
    const { context, setNow } = await aTown();
    const version = await publish(context, the(context, 'ciso'));
    setNow('2026-12-05T08:00:00.000Z');
    const people = context.list(People);
    await acknowledgePolicy(context, the(context, 'team'), { versionKey: version.key, channel: 'tab' });
    await people.update('team', () => ({ leftOn: day('2026-12-01') }));
    await people.update('board', () => ({ leftOn: day('2026-12-01') }));
    await people.update('anne', () => ({ absentFrom: day('2026-12-02'), absentTo: day('2026-12-20') }));
    await people.update('bo', () => ({
      centreId: centre('nord'),
      movedFrom: centre('syd'),
      movedOn: day('2026-12-03'),
    }));
    expect(await recordNegativeReceipts(context)).toBe(3);
    expect(await recordNegativeReceipts(context)).toBe(0);
    const noted = receiptsStored(context).filter(({ channel }) => channel === 'system');
    expect(noted.map(({ personId, outcome, centreId, note }) => [personId, outcome, centreId, note]).sort()).toEqual([
      ['anne', 'onLeave', 'nord', undefined],
      ['bo', 'moved', 'syd', 'Center for nord'],
      ['board', 'left', 'nord', undefined],
    ]);
    const late = await acknowledgePolicy(context, the(context, 'bo'), { versionKey: version.key, channel: 'card' });
    expect(late.result).toBe('acknowledged');
    expect(acknowledgementOf(context, version.key, person('board'))).toBeUndefined();
  });

  it('notes nothing about what happened before the version, and goes on where a run stopped', async () => {
    const { context } = await aTown();
    await settle(context, { people: [aPerson('earlier', { leftOn: day('2026-11-20') })] });
    await publish(context, the(context, 'ciso'));
    expect(await recordNegativeReceipts(context)).toBe(0);
    for (const id of ['anne', 'bo', 'board'])
      await context.list(People).update(id, () => ({ absentFrom: day('2026-11-24') }));
    expect(await recordNegativeReceipts(context, { atMost: 2 })).toBe(2);
    expect(await recordNegativeReceipts(context, { atMost: 2 })).toBe(1);
  });

  it('notes everybody the same night, however many moved or went', async () => {
    const { context } = await aTown();
    await publish(context, the(context, 'ciso'));
    const away = ['anne', 'bo', 'board', 'team', 'isk-nord'];
    for (const id of away) await context.list(People).update(id, () => ({ absentFrom: day('2026-11-24') }));
    await recordAllNegativeReceipts(context, { atMost: 2 });
    expect(receiptsStored(context).map(({ personId }) => personId)).toEqual(expect.arrayContaining(away));
  });
});

describe('receipts', () => {
  it('are never rewritten or removed and stay one a person and version, whatever happens', async () => {
    const who = fc.constantFrom('anne', 'bo', 'team', 'isk-nord', 'isk-syd');
    const step = fc.oneof(
      fc.record({ act: fc.constant('press' as const), who, channel: fc.constantFrom('card' as const, 'tab' as const) }),
      fc.record({ act: fc.constant('leave' as const), who }),
      fc.record({ act: fc.constant('away' as const), who }),
      fc.record({ act: fc.constant('move' as const), who }),
      fc.record({ act: fc.constant('note' as const) }),
      fc.record({
        act: fc.constant('publish' as const),
        changeKind: fc.constantFrom('minor' as const, 'major' as const),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { context, setNow } = await aTown();
        const ciso = the(context, 'ciso');
        await publish(context, ciso);
        const seen = new Map<string, string>();
        for (const [index, one] of steps.entries()) {
          const now = new Date(Date.parse('2026-11-25T09:00:00Z') + index * 86_400_000).toISOString();
          setNow(now);
          const today = day(now.slice(0, 10));
          const versionKeys = context
            .list(PolicyVersions)
            .all()
            .map(({ key }) => key);
          const people = context.list(People);
          if (one.act === 'press')
            for (const versionKey of versionKeys)
              await Promise.resolve()
                .then(() => acknowledgePolicy(context, the(context, one.who), { versionKey, channel: one.channel }))
                .catch(() => undefined);
          if (one.act === 'leave') await people.update(one.who, () => ({ leftOn: today }));
          if (one.act === 'away') await people.update(one.who, () => ({ absentFrom: today, absentTo: today }));
          if (one.act === 'move')
            await people.update(one.who, ({ centreId }) => ({
              movedOn: today,
              movedFrom: centreId,
              centreId: centre(centreId === 'nord' ? 'syd' : 'nord'),
            }));
          if (one.act === 'note') await recordNegativeReceipts(context);
          if (one.act === 'publish')
            await publish(context, ciso, { number: `${index + 2}.0`, changeKind: one.changeKind });

          const stored = new Map(receiptsStored(context).map((receipt) => [receipt.key, JSON.stringify(receipt)]));
          for (const [key, text] of seen) expect(stored.get(key)).toBe(text);
          for (const [key, text] of stored) seen.set(key, text);
        }
        const given = receiptsStored(context).filter(({ outcome }) => outcome === 'acknowledged');
        const pairs = given.map(({ versionKey, personId }) => `${versionKey} ${personId}`);
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(
          given.every(
            ({ at, versionKey }) => at >= moment(context.list(PolicyVersions).get(versionKey)?.publishedAt ?? 'z'),
          ),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
