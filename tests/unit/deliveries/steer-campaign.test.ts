import { describe, expect, it } from 'vitest';
import { AuditEntries } from '../../../api/audit/index.ts';
import {
  blocksOf,
  campaignProgress,
  Campaigns,
  cancelCampaign,
  pauseCampaign,
  resumeCampaign,
  startCampaign,
} from '../../../api/deliveries/index.ts';
import { assignableRoles, type PersonId } from '../../../api/kernel/index.ts';
import { memoryContext } from '../../support/memory-context.ts';
import { aCampaign, aLedger, anActor, ciso } from './a-ledger.ts';

const stateOf = (context: ReturnType<typeof memoryContext>['context']) =>
  context.list(Campaigns).get('campaign')?.state;

describe('a campaign', () => {
  it('begins once, however often it is begun', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    await pauseCampaign(context, ciso, 'campaign');
    const again = await startCampaign(context, {
      key: 'campaign',
      kind: 'policy',
      title: 'Another title',
      subjectKey: 'subject',
      startedBy: 'actor' as PersonId,
    });
    expect(again).toMatchObject({ state: 'paused', title: 'Policy campaign' });
    expect(context.list(Campaigns).all()).toHaveLength(1);
  });

  it('pauses, resumes and is cancelled, and a second press is no error', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    await pauseCampaign(context, ciso, 'campaign');
    expect(stateOf(context)).toBe('paused');
    await pauseCampaign(context, ciso, 'campaign');
    await resumeCampaign(context, ciso, 'campaign');
    expect(stateOf(context)).toBe('sending');
    await cancelCampaign(context, ciso, 'campaign');
    await cancelCampaign(context, ciso, 'campaign');
    expect(stateOf(context)).toBe('cancelled');
  });

  it('is not steered anew by a repeat of what another has undone since, and is by a new press', async () => {
    const { context } = memoryContext();
    await aLedger(context, [{ person: 'a', state: 'failed', code: 'BadArgument' }], { state: 'stopped' });
    const resume = (idempotencyKey: string) => resumeCampaign(context, { ...ciso, idempotencyKey }, 'campaign');
    await resume('first press');
    await pauseCampaign(context, anActor({ role: 'securityTeam' }), 'campaign');
    await resume('first press');
    expect(stateOf(context)).toBe('paused');
    await resume('second press');
    expect(stateOf(context)).toBe('sending');
    await cancelCampaign(context, ciso, 'campaign');
    expect(await resume('second press')).toMatchObject({ state: 'cancelled' });
  });

  it('is audited once for each act', async () => {
    const { context, setNow } = memoryContext();
    await aCampaign(context);
    await pauseCampaign(context, ciso, 'campaign');
    await pauseCampaign(context, ciso, 'campaign');
    setNow('2026-11-24T10:00:00.000Z');
    await resumeCampaign(context, ciso, 'campaign');
    const acts = context.list(AuditEntries).all();
    expect(acts.map(({ title }) => title)).toEqual(['pauseCampaign', 'resumeCampaign']);
  });

  it('that is cancelled or finished does not go on', async () => {
    const { context } = memoryContext();
    await aCampaign(context);
    await cancelCampaign(context, ciso, 'campaign');
    const code = 'deliveries.notPossibleNow';
    await expect(resumeCampaign(context, ciso, 'campaign')).rejects.toMatchObject({ code });
    expect(stateOf(context)).toBe('cancelled');
    await context.list(Campaigns).update('campaign', () => ({ state: 'finished' }));
    await expect(cancelCampaign(context, ciso, 'campaign')).rejects.toMatchObject({ code });
    expect(stateOf(context)).toBe('finished');
    await expect(pauseCampaign(context, ciso, 'nothing')).rejects.toMatchObject({ kind: 'missing' });
  });

  it.each(assignableRoles.filter((role) => role !== 'ciso' && role !== 'securityTeam'))(
    'is not steered by the role %s',
    async (role) => {
      const { context } = memoryContext();
      await aCampaign(context);
      const actor = anActor({ role });
      for (const act of [pauseCampaign, resumeCampaign, cancelCampaign])
        await expect(act(context, actor, 'campaign')).rejects.toMatchObject({ code: 'deliveries.maySteer' });
      expect(stateOf(context)).toBe('sending');
      expect(campaignProgress(context, actor, 'campaign').abilities).toEqual({
        pause: false,
        resume: false,
        cancel: false,
      });
    },
  );

  it('that stopped itself tries again those who failed by no fault of theirs', async () => {
    const { context } = memoryContext();
    await aLedger(
      context,
      [
        { person: 'a', state: 'failed', code: 'BadArgument', attempts: 1 },
        { person: 'b', state: 'policyBlocked', code: 'BotDisabledByAdmin' },
        { person: 'c', state: 'uncertain' },
        { person: 'd', state: 'sent' },
      ],
      { state: 'stopped', stopCode: 'BadArgument' },
    );
    const campaign = await resumeCampaign(context, anActor({ role: 'securityTeam' }), 'campaign');
    expect(campaign.stopCode).toBeUndefined();
    expect(blocksOf(context, 'campaign')[0]?.recipients.map(({ state }) => state)).toEqual([
      'waiting',
      'waiting',
      'uncertain',
      'sent',
    ]);
  });
});

describe('progress', () => {
  it('counts everybody in exactly one state', async () => {
    const { context } = memoryContext();
    await aLedger(context, [
      { person: 'a', state: 'sent' },
      { person: 'b', state: 'sent' },
      { person: 'c', state: 'waiting' },
      { person: 'd', state: 'reserved' },
      { person: 'e', state: 'blocked' },
    ]);
    expect(campaignProgress(context, ciso, 'campaign')).toMatchObject({
      state: 'sending',
      audience: 5,
      counts: { sent: 2, waiting: 1, reserved: 1, blocked: 1 },
      abilities: { pause: true, resume: false, cancel: true },
    });
  });

  it('shows those who waited as cancelled once the campaign is, without writing to each block', async () => {
    const { context } = memoryContext();
    await aLedger(context, [
      { person: 'a', state: 'sent' },
      { person: 'b', state: 'waiting' },
    ]);
    await cancelCampaign(context, ciso, 'campaign');
    expect(campaignProgress(context, ciso, 'campaign')).toMatchObject({
      audience: 2,
      counts: { sent: 1, cancelled: 1 },
      abilities: { pause: false, resume: false, cancel: false },
    });
    expect(blocksOf(context, 'campaign')[0]?.item.etag).toBe('1');
  });
});
