import type { Context } from '../../context.ts';
import { recipientOf } from '../../deliveries/index.ts';
import { personRef } from '../../organisation/index.ts';
import type { TestCard, TestView } from '../contract.ts';
import type { ContingencyTest } from '../test-lists.ts';
import { subjectOfInject } from './inject-keys.ts';
import { campaignsOfTest, invitationSubject, peopleOfTest } from './test-campaigns.ts';

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
      return {
        ...personRef(context, personId),
        state: found?.state ?? 'notAsked',
        ...(found?.code === undefined ? {} : { code: found.code }),
      };
    });
  }
}
