import type { Context } from '../../context.ts';
import { Campaigns, startCampaign } from '../../deliveries/index.ts';
import { asAppError, nowOf } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { ContingencyLog, ContingencyTests, type ContingencyTest } from './test-lists.ts';
import { injectLogKey, injectSubject } from './inject-keys.ts';
import {
  injectCampaignKey,
  invitationCampaignKey,
  invitationSubject,
  invitedTo,
  newsCampaignKey,
  newsSubject,
  testInjectKind,
  testInvitationKind,
  testNewsKind,
} from './test-campaigns.ts';
import { injectsDue } from './test-rules.ts';

const titleLength = 80;

/**
 * Invites to coming tests, tells invitees of moved or cancelled ones, and posts the due injects of running tests (R6).
 * All keys are predictable: idempotent, also after a crash and across instances. 4 resource units for each inject, 2
 * for each invitation; free when complete.
 */
export async function postInjects(context: Context): Promise<void> {
  for (const test of context.list(ContingencyTests).all()) {
    try {
      await inviteTo(context, test);
      await tellNewsOf(context, test);
      await postDue(context, test);
    } catch (thrown) {
      // A failing test must not delay another.
      context.log.error({ test: test.key, code: asAppError(thrown).code }, 'test not carried on');
    }
  }
}

async function inviteTo(context: Context, test: Stored<ContingencyTest>): Promise<void> {
  if (invitedTo(test).length === 0) return;
  const subjectKey = invitationSubject(context, test.key);
  const key = invitationCampaignKey(subjectKey);
  if (context.list(Campaigns).get(key)) return;
  const { title, changedBy: startedBy } = test;
  await startCampaign(context, { key, kind: testInvitationKind.kind, title, subjectKey, startedBy });
}

async function tellNewsOf(context: Context, test: Stored<ContingencyTest>): Promise<void> {
  const subjectKey = newsSubject(context, test);
  if (subjectKey === undefined) return;
  const key = newsCampaignKey(subjectKey);
  if (context.list(Campaigns).get(key) || testNewsKind.audience(context, subjectKey).length === 0) return;
  const { title, changedBy: startedBy } = test;
  await startCampaign(context, { key, kind: testNewsKind.kind, title, subjectKey, startedBy });
}

async function postDue(context: Context, test: Stored<ContingencyTest>): Promise<void> {
  const now = nowOf(context.clock);
  for (const inject of injectsDue(test, now)) {
    const key = injectCampaignKey(test.key, inject.key);
    if (context.list(Campaigns).get(key)) continue;
    const subjectKey = injectSubject(test.key, inject.key);
    // The log first: it has every posted inject.
    await context.list(ContingencyLog).create({
      key: injectLogKey(test.key, inject.key),
      title: inject.text.slice(0, titleLength),
      subjectKey: test.key,
      kind: 'inject',
      text: inject.text,
      at: now,
      by: test.leaderId,
    });
    await startCampaign(context, {
      key,
      kind: testInjectKind.kind,
      title: test.title,
      subjectKey,
      startedBy: test.leaderId,
    });
  }
}
