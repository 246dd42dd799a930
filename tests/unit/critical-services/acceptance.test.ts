import { describe, expect, it } from 'vitest';
import { declareApprovalSubjects, latestRequest, openStage, voteOnApproval } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { acceptanceOf, CriticalServices, serviceSubjectKind } from '../../../api/critical-services/index.ts';
import { figuresChecksum } from '../../../api/critical-services/acceptance-content.ts';
import { askAcceptance } from '../../../api/critical-services/ask-acceptance.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aService } from '../contingency/builders.ts';
import { aTown, refusal, the } from '../organisation/builders.ts';

async function approved(context: Context, key: string): Promise<void> {
  const request = latestRequest(context, serviceSubjectKind, key);
  const open = request && openStage(request);
  if (!request || !open) throw new Error('nothing is open');
  await voteOnApproval(context, the(context, 'manager-nord'), {
    ...{ requestKey: request.key, stage: open.number, contentHash: request.contentHash, choice: 'approve' },
    via: 'tab',
  });
}

describe('askAcceptance', () => {
  it('asks nobody to bear longer than the service’s own impacts do, unless it says why', async () => {
    const { context: bare } = await aTown();
    const context: Context = { ...bare, texts: translator };
    declareApprovalSubjects(context, approvalSubjects);
    const impacts = [
      { hours: 1, level: 1, words: 'Ventetid' },
      { hours: 4, level: 4, words: 'Borgere får ikke deres medicin' },
      { hours: 24, level: 4, words: 'Borgere dør' },
    ];
    const ask = () => askAcceptance(context, the(context, 'isk-nord'), 'care');
    const asked = () => latestRequest(context, serviceSubjectKind, 'care');
    await context.list(CriticalServices).create(aService('care', { mtd: 12, rto: 2, impacts, mtdReason: '' }));
    expect(await refusal(ask)).toBe('services.contradictsHarm');
    expect(asked()).toBeUndefined();
    await context.list(CriticalServices).update('care', () => ({ mtdReason: 'Der er papirlister i 12 timer' }));
    await ask();
    const says = 'Ydelsen siger selv, at skaden ikke kan accepteres efter 4 timer. Der bedes om 12 timer.';
    const impact = 'Efter 4 timer: 4 – Katastrofal. Borgere får ikke deres medicin';
    expect(asked()?.summary).toContain(`${says} ${impact}`);
    expect(asked()?.summary).toContain('Der er papirlister i 12 timer');
    expect(asked()?.content).toContain(says);
  });

  it('has the harm that decides on the card, also where nothing contradicts', async () => {
    const { context: bare } = await aTown();
    const context: Context = { ...bare, texts: translator };
    declareApprovalSubjects(context, approvalSubjects);
    await context.list(CriticalServices).create(aService('care', { mtdReason: '' }));
    await askAcceptance(context, the(context, 'isk-nord'), 'care');
    const summary = latestRequest(context, serviceSubjectKind, 'care')?.summary;
    expect(summary).toContain('Efter 1 døgn: 3 – Meget alvorlig. Borgere lider skade');
    expect(summary).not.toContain('siger selv');
  });
});

describe('acceptanceOf', () => {
  it('does not take other figures for those that were accepted when their sum stands in the reason', async () => {
    const { context: bare } = await aTown();
    const context: Context = { ...bare, texts: translator };
    declareApprovalSubjects(context, approvalSubjects);
    const later = { mtd: 2_000, rto: 1_000, mtdReason: 'Det haster ikke' };
    const sum = figuresChecksum(aService('care', later));
    await context.list(CriticalServices).create(aService('care', { mtd: 100, mtdReason: `Som aftalt, sag ${sum}` }));
    await askAcceptance(context, the(context, 'isk-nord'), 'care');
    await approved(context, 'care');
    expect(acceptanceOf(context, 'care').state).toBe('accepted');
    await context.list(CriticalServices).update('care', () => later);
    expect(acceptanceOf(context, 'care').state).toBe('stale');
  });
});
