import type { Context } from '../../context.ts';
import {
  Campaigns,
  notInTeams,
  recheckAmong,
  recipientOf,
  type Campaign,
  type CampaignKind,
  type Hours,
} from '../../deliveries/index.ts';
import { derivation } from '../../derivation.ts';
import { addDays, localDate, nowOf, stableKey, todayOf, type PersonId } from '../../kernel/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { workingTimeFrom } from '../../working-days.ts';
import { ContingencyTests, type ContingencyTest } from './test-lists.ts';
import { injectSubject, subjectOfInject } from './inject-keys.ts';
import { injectsDue } from './test-rules.ts';

const mark = '_invitation';
const newsMark = '_news_';
/** Days in which those who were invited are told that a test is called off. */
const toldWithin = 14;

/** What the invitation to a test is about: one, however often the test is moved. */
const newInvitation = (testKey: string): string => `${testKey}${mark}`;
export const invitationCampaignKey = (subject: string): string => stableKey('testInvitation', ...subject.split('_'));

/** What is told of a test before it begins cannot wait for hours that come after that. */
const unlessItBegins: Hours = {
  when: (context, { subjectKey }) => {
    const test = testOfInvitation(context, subjectKey);
    return test && test.plannedAt <= workingTimeFrom(context.clock.now()) ? 'always' : 'working';
  },
  because: 'a test that begins before the next working hours is told of at once',
};

/** The key of the test of an invitation. Once each time had an invitation of its own, and its name behind the mark. */
const testKeyOfInvitation = (subjectKey: string): string => before(subjectKey, mark);
const testKeyOfNews = (subjectKey: string): string => before(subjectKey, newsMark);
const before = (text: string, part: string): string => text.slice(0, Math.max(0, text.lastIndexOf(part)));

/** The test that an invitation, or news of one, is about. */
export const testOfInvitation = (context: Context, subjectKey: string): Stored<ContingencyTest> | undefined =>
  context.list(ContingencyTests).get(testKeyOfInvitation(subjectKey) || testKeyOfNews(subjectKey));

/** The campaigns of each test, the newest first. */
const byTest = derivation([Campaigns], (context): ReadonlyMap<string, readonly Stored<Campaign>[]> => {
  const found = new Map<string, Stored<Campaign>[]>();
  for (const campaign of context.list(Campaigns).all()) {
    const testKey = testKeyOf(campaign);
    if (testKey === undefined) continue;
    const known = found.get(testKey);
    if (known) known.push(campaign);
    else found.set(testKey, [campaign]);
  }
  for (const campaigns of found.values()) campaigns.sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  return found;
});
function testKeyOf({ kind, subjectKey }: Campaign): string | undefined {
  if (kind === 'testInvitation') return testKeyOfInvitation(subjectKey);
  if (kind === 'testNews') return testKeyOfNews(subjectKey);
  return kind === 'testInject' ? subjectOfInject(subjectKey)?.testKey : undefined;
}

/** What was sent about a test: its invitation, news of it and its injects, the newest first. From memory. */
export const campaignsOfTest = (context: Context, testKey: string): readonly Stored<Campaign>[] =>
  byTest(context).get(testKey) ?? [];

/** What the invitation to a test is kept under. */
export const invitationSubject = (context: Context, testKey: string): string =>
  campaignsOfTest(context, testKey).find(({ kind }) => kind === 'testInvitation')?.subjectKey ?? newInvitation(testKey);

/** Everybody who is part of a test, the leader too. */
export const peopleOfTest = ({
  leaderId,
  participantIds,
}: Pick<ContingencyTest, 'leaderId' | 'participantIds'>): PersonId[] =>
  [...new Set([leaderId, ...participantIds])].sort();

/** Whom it is news to: those who take part in a test that is to come. What became of it stands on their cards. */
export const invitedTo = (test: ContingencyTest): PersonId[] => (test.state === 'planned' ? peopleOfTest(test) : []);

function invited(context: Context, subjectKey: string): PersonId[] {
  const test = testOfInvitation(context, subjectKey);
  return test && invitationSubject(context, test.key) === subjectKey ? invitedTo(test) : [];
}

const employed = (context: Context, people: readonly PersonId[]): PersonId[] =>
  people.filter((personId) => recheckAmong(context, personId, people) === 'send');

/** "You take part in a test": one card for each, which shows what becomes of the test (R6). */
export const testInvitationKind: CampaignKind = {
  kind: 'testInvitation',
  hours: unlessItBegins,
  audience: (context, subjectKey) => employed(context, invited(context, subjectKey)),
  isOver: (context, subjectKey) => invited(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, invited(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};

/** What there is to tell those who were invited, now: a test at another time, or none. */
export function newsSubject(context: Context, test: ContingencyTest & { key: string }): string | undefined {
  const { key, state, movedAt, changedAt } = test;
  if (state === 'planned' && movedAt !== undefined) return `${key}${newsMark}${movedAt.replace(/[^0-9]/g, '')}`;
  const isNews = state === 'cancelled' && addDays(localDate(changedAt), toldWithin) >= todayOf(context.clock);
  return isNews ? `${key}${newsMark}cancelled` : undefined;
}
export const newsCampaignKey = (subject: string): string => stableKey('testNews', ...subject.split('_'));

/** Those who take part and were told something else before. */
function newsAudience(context: Context, subjectKey: string): PersonId[] {
  const test = testOfInvitation(context, subjectKey);
  if (!test || newsSubject(context, test) !== subjectKey) return [];
  const invitation = invitationCampaignKey(invitationSubject(context, test.key));
  const since = test.state === 'cancelled' ? test.changedAt : (test.movedAt ?? test.changedAt);
  return peopleOfTest(test).filter((personId) => {
    const told = recipientOf(context, invitation, personId);
    return (told?.state === 'sent' || told?.state === 'uncertain') && told.at !== undefined && told.at <= since;
  });
}

/** "It is moved" and "it is called off": a card of its own, since Teams tells nobody that one was changed (R6). */
export const testNewsKind: CampaignKind = {
  kind: 'testNews',
  hours: unlessItBegins,
  audience: (context, subjectKey) => employed(context, newsAudience(context, subjectKey)),
  isOver: (context, subjectKey) => newsAudience(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, newsAudience(context, subjectKey)),
  notApplicable: notInTeams,
  // The card they have shows it too, so that none is better than two.
  repeatWhenUncertain: false,
  priority: 'urgent',
};

/** The one campaign of an inject. */
export const injectCampaignKey = (testKey: string, injectKey: string): string =>
  stableKey('testInject', ...injectSubject(testKey, injectKey).split('_'));

/** Who gets an inject now: those who take part, while the test runs and its minute has come. */
function injectAudience(context: Context, subjectKey: string): PersonId[] {
  const about = subjectOfInject(subjectKey);
  const test = about && context.list(ContingencyTests).get(about.testKey);
  if (!test) return [];
  const due = injectsDue(test, nowOf(context.clock)).some(({ key }) => key === about.injectKey);
  return due ? peopleOfTest(test) : [];
}

/** What happens next in a test; the subject is one inject of it. Nothing is sent once the test is over (R6). */
export const testInjectKind: CampaignKind = {
  kind: 'testInject',
  hours: { when: 'always', because: 'it is part of a test that runs' },
  audience: (context, subjectKey) => employed(context, injectAudience(context, subjectKey)),
  isOver: (context, subjectKey) => injectAudience(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, injectAudience(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};
