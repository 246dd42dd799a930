import type { Context } from '../../context.ts';
import { recipientOf, type RecipientState } from '../../deliveries/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { TestCard, TestView } from '../contract.ts';
import type { ContingencyTest } from '../test-lists.ts';
import { subjectOfInject } from './inject-keys.ts';
import { campaignsOfTest, invitationSubject, peopleOfTest } from './test-campaigns.ts';

const standings: Readonly<Record<RecipientState | 'notAsked', TestCard['standing']>> = {
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

/** Where the cards of a test stand with each of those who take part, its leader too. From memory. */
export function reachOf(context: Context, test: ContingencyTest): NonNullable<TestView['cards']> {
  const campaigns = campaignsOfTest(context, test.key);
  const invitation = invitationSubject(context, test.key);
  return {
    invitation: cardsIn(campaigns.find(({ subjectKey }) => subjectKey === invitation)?.key),
    injects: Object.fromEntries(
      campaigns.flatMap(({ key, kind, subjectKey }) => {
        const inject = kind === 'testInject' ? subjectOfInject(subjectKey)?.injectKey : undefined;
        return inject === undefined ? [] : [[inject, cardsIn(key)] as const];
      }),
    ),
  };

  function cardsIn(campaignKey: string | undefined): TestCard[] {
    return peopleOfTest(test).map((personId) => {
      const found = campaignKey === undefined ? undefined : recipientOf(context, campaignKey, personId);
      const state = found?.state ?? 'notAsked';
      // Whoever is new in a test to come is invited in a moment.
      const isComing = state === 'notAsked' && test.state === 'planned';
      return {
        ...personRef(context, personId),
        ...{ state, standing: isComing ? 'coming' : standings[state] },
        ...(found?.code === undefined ? {} : { code: found.code }),
      };
    });
  }
}
