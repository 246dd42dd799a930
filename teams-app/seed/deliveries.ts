import { type Acknowledgement } from '../../api/acknowledgements/index.ts';
import {
  blockSize,
  type Campaign,
  type Conversation,
  type ConversationPage,
  type DeliveryBlock,
  type Recipient,
} from '../../api/deliveries/delivery-lists.ts';
import { stableKey, type PersonId } from '../../api/kernel/index.ts';
import { policyCampaignKey } from '../../api/policy/index.ts';
import { dayOfMoment, isoMoment, type SeedDays } from './calendar.ts';
import type { SeedPerson } from './people.ts';
import { policyTexts } from './policy-texts.ts';

const campaignKey = policyCampaignKey(policyTexts.published.key);

/** The finished campaign of the policy in force. */
export const seedCampaign = (days: SeedDays, startedBy: string): Campaign => ({
  key: campaignKey,
  title: `${policyTexts.published.title} ${policyTexts.published.number}`,
  kind: 'policy',
  subjectKey: policyTexts.published.key,
  state: 'finished',
  startedAt: isoMoment(days.published),
  startedBy: startedBy as PersonId,
  changedAt: isoMoment(new Date(days.published.getTime() + 3 * 60_000)),
});

/** Recipients and outcomes: everybody at work then, and newcomers in later blocks. */
export function seedBlocks(people: readonly SeedPerson[], receipts: readonly Acknowledgement[], days: SeedDays) {
  const publishedOn = dayOfMoment(days.published);
  const answered = new Map(
    receipts
      .filter(({ versionKey, outcome }) => versionKey === policyTexts.published.key && outcome === 'acknowledged')
      .map(({ personId, at }) => [String(personId), at]),
  );
  const asked = people.filter(
    ({ hiredOn, leftOn, absentFrom }) =>
      hiredOn <= days.today && (leftOn === undefined || leftOn > publishedOn) && absentFrom === undefined,
  );
  const byId = (one: SeedPerson, other: SeedPerson) => (one.id < other.id ? -1 : 1);
  const atOnce = asked.filter(({ hiredOn }) => hiredOn <= publishedOn).sort(byId);
  const since = asked.filter(({ hiredOn }) => hiredOn > publishedOn).sort((a, b) => a.hiredOn.localeCompare(b.hiredOn));
  const outcome = (person: SeedPerson, index: number): Recipient => {
    const later = person.hiredOn > publishedOn;
    const begun = later ? new Date(`${person.hiredOn}T06:05:00.000Z`) : days.published;
    const at = isoMoment(new Date(begun.getTime() + 2000 + index * 25));
    const base = { person: person.id as PersonId, at };
    if (!person.teams) return { ...base, state: 'notApplicable', code: 'noTeams' };
    if (person.botBlocked) return { ...base, state: 'blocked', code: 'ConversationBlockedByUser', attempts: 1 };
    const answer = answered.get(person.id);
    if (!person.appInstalled)
      return answer === undefined && person.leftOn === undefined
        ? { ...base, state: 'notInstalled', code: 'BotNotInConversationRoster', attempts: 1 }
        : { ...base, state: 'sent', attempts: 1 };
    if (answer !== undefined && answer < at) return { ...base, state: 'notNeeded' };
    if (answer === undefined && index % 701 === 13) return { ...base, state: 'uncertain', code: '504', attempts: 1 };
    return { ...base, state: 'sent', attempts: 1 };
  };
  const recipients = [...atOnce.map(outcome), ...since.map(outcome)];
  return Array.from({ length: Math.ceil(recipients.length / blockSize) }, (_, index): DeliveryBlock => {
    const position = index + 1;
    return {
      key: stableKey(campaignKey, String(position)),
      title: `${policyTexts.published.title} ${policyTexts.published.number} (${position})`,
      campaignKey,
      position,
      recipients: recipients.slice(index * blockSize, position * blockSize),
    };
  });
}

/** What sending has recorded of unreachable people. */
export function seedConversations(blocks: readonly DeliveryBlock[]): ConversationPage[] {
  const entries = blocks
    .flatMap(({ recipients }) => recipients)
    .flatMap(({ person, state, at }): Conversation[] =>
      at !== undefined && (state === 'notInstalled' || state === 'blocked') ? [{ person, state, at }] : [],
    );
  return Array.from({ length: Math.ceil(entries.length / 200) }, (_, index) => {
    const page = entries.slice(index * 200, (index + 1) * 200);
    return { key: stableKey('seed', String(index + 1)), title: `${page.length} chats`, entries: page };
  });
}
