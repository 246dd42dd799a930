import { describe, expect, it } from 'vitest';
import { declareApprovalSubjects, latestRequest, openStage, voteOnApproval } from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import { acceptanceOf, CriticalServices, serviceSubjectKind } from '../../../api/critical-services/index.ts';
import { figuresChecksum } from '../../../api/critical-services/acceptance-content.ts';
import { askAcceptance } from '../../../api/critical-services/ask-acceptance.ts';
import { approvalSubjects } from '../../../teams-app/approval-subjects.ts';
import { translator } from '../../../teams-app/texts/translate.ts';
import { aService } from '../contingency/builders.ts';
import { aTown, the } from '../organisation/builders.ts';

async function approved(context: Context, key: string): Promise<void> {
  const request = latestRequest(context, serviceSubjectKind, key);
  const open = request && openStage(request);
  if (!request || !open) throw new Error('nothing is open');
  await voteOnApproval(context, the(context, 'manager-nord'), {
    ...{ requestKey: request.key, stage: open.number, contentHash: request.contentHash, choice: 'approve' },
    via: 'tab',
  });
}

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
