import type { Context } from '../../context.ts';
import { leavesAt, recipientOf, type Campaign, type RecipientState } from '../../deliveries/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { TestCard, TestView } from '../contract.ts';
import type { ContingencyTest } from './test-lists.ts';
import { subjectOfInject } from './inject-keys.ts';
import { campaignsOfTest, invitationSubject, peopleOfTest, testInvitationKind } from './test-campaigns.ts';

const statuses: Readonly<Record<RecipientState | 'notAsked', TestCard['status']>> = {
  sent: 'got',
  waiting: 'coming',
  reserved: 'coming',
  uncertain: 'missed',
  notInstalled: 'missed',
  blocked: 'missed',
  policyBlocked: 'missed',
  unreachable: 'missed',
  notApplicable: 'missed',
  failed: 'missed',
  notNeeded: 'none',
  left: 'none',
  cancelled: 'none',
  notAsked: 'none',
};

/** Delivery of a test's cards to each participant, including the leader. From memory. */
export function cardReach(context: Context, test: ContingencyTest): NonNullable<TestView['cards']> {
  const campaigns = campaignsOfTest(context, test.key);
  const invitation = invitationSubject(context, test.key);
  return {
    invitation: cardsIn(campaigns.find(({ subjectKey }) => subjectKey === invitation)),
    injects: Object.fromEntries(
      campaigns.flatMap((campaign) => {
        const inject = campaign.kind === 'testInject' ? subjectOfInject(campaign.subjectKey)?.injectKey : undefined;
        return inject === undefined ? [] : [[inject, cardsIn(campaign)] as const];
      }),
    ),
  };

  function cardsIn(campaign: Stored<Campaign> | undefined): TestCard[] {
    // Before the start the invitation is also sent at once.
    const toBegin = { kind: testInvitationKind.kind, subjectKey: invitation, state: 'sending' } as const;
    const at = leavesAt(context, campaign ?? toBegin);
    return peopleOfTest(test).map((personId) => {
      const found = campaign && recipientOf(context, campaign.key, personId);
      const state = found?.state ?? 'notAsked';
      // A new participant of a coming test is invited shortly.
      const isComing = state === 'notAsked' && test.state === 'planned';
      const status = isComing ? 'coming' : statuses[state];
      return {
        ...personRef(context, personId),
        state,
        status,
        ...(at === undefined || status !== 'coming' ? {} : { at }),
        ...(found?.code === undefined ? {} : { code: found.code }),
      };
    });
  }
}
