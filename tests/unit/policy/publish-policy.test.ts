import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startPolicyPlan } from '../../../api/annual-wheel/index.ts';
import { planList } from '../../../api/annual-wheel/plans/plan-views.ts';
import { AuditEntries, continueAudit } from '../../../api/audit/index.ts';
import { Campaigns } from '../../../api/deliveries/index.ts';
import {
  contentHash,
  continuePublications,
  currentPolicy,
  discardDraft,
  draftPolicy,
  editDraft,
  policyCampaignKey,
  policyState,
  policyVersion,
  PolicyVersions,
  publishPolicy,
} from '../../../api/policy/index.ts';
import { compareNumbers } from '../../../api/policy/policy-version.ts';
import { aTown, refusal, the } from '../organisation/builders.ts';
import { aDraft, aVersion, moment, publish, reason } from './builders.ts';
import { failing } from './failing.ts';

describe('publishPolicy', () => {
  it('freezes who, why, when, the hash and the last day in the one write that publishes', async () => {
    const { context } = await aTown('2026-11-24T23:30:00.000Z');
    const version = await publish(context, the(context, 'ciso'));
    expect(version).toMatchObject({
      state: 'published',
      publishedBy: 'ciso',
      publishReason: reason,
      publishedAt: '2026-11-24T23:30:00.000Z',
      // It is 25 November in Denmark; 18 days later.
      acknowledgeBy: '2026-12-13',
      contentHash: contentHash(aDraft()),
    });
    expect(version.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('supersedes the version before, starts one campaign and leaves one line in the trail', async () => {
    const { context, setNow } = await aTown();
    const first = await publish(context, the(context, 'ciso'));
    setNow('2026-11-25T09:00:00.000Z');
    const second = await publish(context, the(context, 'ciso'), { number: '2.0' });
    expect(context.list(PolicyVersions).get(first.key)).toMatchObject({
      state: 'superseded',
      supersededAt: '2026-11-25T09:00:00.000Z',
    });
    expect(second.previousKey).toBe(first.key);
    expect(currentPolicy(context)?.key).toBe(second.key);
    expect(context.list(Campaigns).all()).toMatchObject([
      { key: policyCampaignKey(first.key), state: 'sending', startedBy: 'ciso', kind: 'policy' },
      { key: policyCampaignKey(second.key), title: 'Informationssikkerhedspolitik 2.0' },
    ]);
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ subjectKey }) => subjectKey),
    ).toEqual([first.key, second.key]);
  });

  it('gives one publication when two press at once, and the second gets it as the answer', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await draftPolicy(context, ciso, aDraft());
    const press = (why: string) => publishPolicy(context, ciso, { versionKey: key, reason: why });
    const answers = await Promise.all([press('Den ene trykkede'), press('Den anden trykkede')]);
    expect(answers.map(({ result }) => result).sort()).toEqual(['alreadyPublished', 'published']);
    expect(new Set(answers.map(({ version }) => version.publishReason)).size).toBe(1);
    expect(context.list(Campaigns).all()).toHaveLength(1);
    expect(context.list(AuditEntries).all()).toHaveLength(1);
  });

  it('stands when its campaign cannot be written, and the job does what is left once', async () => {
    const { context } = await aTown();
    const broken = failing(context, 'Campaigns', 1);
    const { key } = await draftPolicy(broken, the(context, 'ciso'), aDraft());
    const { result } = await publishPolicy(broken, the(context, 'ciso'), { versionKey: key, reason });
    expect(result).toBe('published');
    expect(context.list(Campaigns).all()).toHaveLength(0);
    await continuePublications(broken);
    await continuePublications(broken);
    expect(context.list(Campaigns).all()).toHaveLength(1);
    expect(context.list(AuditEntries).all()).toHaveLength(1);
  });

  it('is sent when its entry in the trail cannot be written, and the entry follows once', async () => {
    const { context } = await aTown();
    const broken = failing(context, 'AuditEntries', 1);
    const { key } = await draftPolicy(broken, the(context, 'ciso'), aDraft());
    await publishPolicy(broken, the(context, 'ciso'), { versionKey: key, reason });
    expect(context.list(Campaigns).all()).toHaveLength(1);
    expect(context.list(AuditEntries).all()).toHaveLength(0);
    await continueAudit(broken);
    await continuePublications(broken);
    await continueAudit(broken);
    expect(context.list(AuditEntries).all()).toHaveLength(1);
  });

  it('shows one version in force also when the process died before the older one was marked', async () => {
    const { context } = await aTown();
    const list = context.list(PolicyVersions);
    await list.create(aVersion('old', { publishedAt: moment('2026-10-01T09:00:00.000Z') }));
    await list.create(aVersion('new', { number: '2.0' }));
    expect(currentPolicy(context)?.key).toBe('new');
    const old = policyVersion(context, 'old');
    expect(old && policyState(context, old)).toBe('superseded');
    await continuePublications(context);
    expect(list.get('old')).toMatchObject({ state: 'superseded', supersededAt: '2026-11-01T09:00:00.000Z' });
    expect(list.get('new')?.state).toBe('published');
  });

  it('refuses everybody but the CISO, a number that is not higher, and what has been superseded', async () => {
    const { context, setNow } = await aTown();
    const ciso = the(context, 'ciso');
    const first = await publish(context, ciso, { number: '2.0' });
    const lower = await draftPolicy(context, ciso, aDraft({ number: '1.9' }));
    const versionKey = lower.key;
    expect(await refusal(() => publishPolicy(context, ciso, { versionKey, reason }))).toBe('policy.numberNotHigher');
    for (const who of ['team', 'committee', 'board', 'auditor', 'isk-nord', 'anne'])
      expect(await refusal(() => publishPolicy(context, the(context, who), { versionKey, reason }))).toBe(
        'policy.mayNotPublish',
      );
    setNow('2026-11-25T09:00:00.000Z');
    await publish(context, ciso, { number: '2.1' });
    expect(await refusal(() => publishPolicy(context, ciso, { versionKey: first.key, reason }))).toBe(
      'policy.superseded',
    );
    expect(await refusal(() => publishPolicy(context, ciso, { versionKey: 'none', reason }))).toBe(
      'policy.noSuchVersion',
    );
  });

  it('has at most one version in force and never changes a published text, whatever is done in which order', async () => {
    const act = fc.record({
      act: fc.constantFrom('draft', 'edit', 'publish', 'discard'),
      number: fc.integer({ min: 1, max: 4 }).map((n) => `${n}.0`),
      pick: fc.nat(5),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 14 }), async (acts) => {
        const { context, setNow } = await aTown();
        const ciso = the(context, 'ciso');
        const frozen = new Map<string, string | undefined>();
        for (const [step, { act: name, number, pick }] of acts.entries()) {
          setNow(new Date(Date.parse('2026-11-24T09:00:00Z') + step * 60_000).toISOString());
          const versions = context.list(PolicyVersions).all();
          const versionKey = versions[pick % Math.max(versions.length, 1)]?.key ?? 'none';
          const draft = aDraft({ number, body: `Text ${step}` });
          const acts = {
            draft: () => draftPolicy(context, ciso, draft),
            edit: () => editDraft(context, ciso, versionKey, draft),
            publish: () => publishPolicy(context, ciso, { versionKey, reason }),
            discard: () => discardDraft(context, ciso, versionKey),
          };
          await (acts[name] as () => Promise<unknown>)().catch(() => undefined);
          const now = context.list(PolicyVersions).all();
          expect(now.filter(({ state }) => state === 'published').length).toBeLessThanOrEqual(1);
          const shown = now.filter(({ state }) => state !== 'discarded').map((version) => version.number);
          expect(new Set(shown).size).toBe(shown.length);
          for (const version of now.filter(({ publishedAt }) => publishedAt !== undefined)) {
            const seen = JSON.stringify([
              version.body,
              version.contentHash,
              version.publishedAt,
              version.publishReason,
            ]);
            expect(frozen.get(version.key) ?? seen).toBe(seen);
            frozen.set(version.key, seen);
            expect(contentHash(version)).toBe(version.contentHash);
          }
        }
        const published = [...frozen.keys()].map((key) => policyVersion(context, key)?.number ?? '');
        expect([...published].sort(compareNumbers)).toEqual(published);
      }),
      { numRuns: 60 },
    );
  });
});

describe('drafts', () => {
  it('are edited and discarded by CISO and team, never after publication', async () => {
    const { context } = await aTown();
    const team = the(context, 'team');
    const { key } = await draftPolicy(context, team, aDraft());
    expect((await editDraft(context, team, key, aDraft({ number: '1.1' }))).number).toBe('1.1');
    await publishPolicy(context, the(context, 'ciso'), { versionKey: key, reason });
    expect(await refusal(() => editDraft(context, team, key, aDraft()))).toBe('policy.notDraft');
    expect(await refusal(() => discardDraft(context, team, key))).toBe('policy.notDraft');
    expect(await refusal(() => draftPolicy(context, the(context, 'committee'), aDraft()))).toBe('policy.mayNotDraft');
  });

  it('have a plan before they are decided, which is closed when they are discarded', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const { key: versionKey } = await draftPolicy(context, ciso, aDraft());
    const { effectiveOn: startsOn } = aDraft();
    await startPolicyPlan(context, {
      policyVersionKey: versionKey,
      title: 'Indfør 1.0',
      startsOn,
      madeBy: ciso.personId,
      language: 'da',
    });
    const closed = () => planList(context, ciso).plans.map((plan) => plan.closed?.reason);
    expect(closed()).toEqual([undefined]);
    await discardDraft(context, ciso, versionKey);
    expect(closed()).toEqual(['wheelPlan.discarded {"number":"1.0"}']);
  });

  it('free their number when discarded, and discarding twice is done', async () => {
    const { context } = await aTown();
    const ciso = the(context, 'ciso');
    const { key } = await draftPolicy(context, ciso, aDraft());
    expect((await draftPolicy(context, ciso, aDraft())).key).toBe(key);
    expect(await refusal(() => draftPolicy(context, ciso, aDraft({ title: 'En anden' })))).toBe('policy.numberTaken');
    await discardDraft(context, ciso, key);
    await discardDraft(context, ciso, key);
    expect(policyVersion(context, key)).toBeUndefined();
    expect(await refusal(() => publishPolicy(context, ciso, { versionKey: key, reason }))).toBe('policy.noSuchVersion');
    expect((await draftPolicy(context, ciso, aDraft())).number).toBe('1.0');
    expect(
      context
        .list(AuditEntries)
        .all()
        .map(({ title }) => title),
    ).toEqual(['discardPolicy']);
  });
});

describe('compareNumbers', () => {
  it('counts 4.2 below 4.10', () => {
    expect(compareNumbers('4.2', '4.10')).toBeLessThan(0);
    expect(compareNumbers('5.0', '4.10')).toBeGreaterThan(0);
    expect(compareNumbers('4.1', '4.1')).toBe(0);
  });
});

describe('versions published at the same moment', () => {
  it('are in force by their number, as when the clock of the desk stands still', async () => {
    const { context } = await aTown();
    for (const number of ['1.0', '2.0', '3.0', '10.0']) {
      const { key } = await publish(context, the(context, 'ciso'), { number });
      expect(currentPolicy(context)?.key).toBe(key);
    }
    expect(
      context
        .list(PolicyVersions)
        .all()
        .map(({ state }) => state),
    ).toEqual(['superseded', 'superseded', 'superseded', 'published']);
  });
});
