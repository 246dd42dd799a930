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
/** Days in which invitees are told that a test is cancelled. */
const toldWithin = 14;

/** The invitation's subject: one, however often the test is moved. */
const newInvitation = (testKey: string): string => `${testKey}${mark}`;
export const invitationCampaignKey = (subject: string): string => stableKey('testInvitation', ...subject.split('_'));

/** News of a test is not deferred beyond its start. */
const unlessItBegins: Hours = {
  when: (context, { subjectKey }) => {
    const test = testOfInvitation(context, subjectKey);
    return test && test.plannedAt <= workingTimeFrom(context.clock.now()) ? 'always' : 'working';
  },
  because: 'a test that begins before the next working hours is told of at once',
};

/** The key of an invitation's test. Formerly each time had its own invitation, named after the mark. */
const testKeyOfInvitation = (subjectKey: string): string => before(subjectKey, mark);
const testKeyOfNews = (subjectKey: string): string => before(subjectKey, newsMark);
const before = (text: string, part: string): string => text.slice(0, Math.max(0, text.lastIndexOf(part)));

/** The test of an invitation, or of news. */
export const testOfInvitation = (context: Context, subjectKey: string): Stored<ContingencyTest> | undefined =>
  context.list(ContingencyTests).get(testKeyOfInvitation(subjectKey) || testKeyOfNews(subjectKey));

/** The campaigns of each test, newest first. */
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

/** A test's invitation, news and injects, newest first. From memory. */
export const campaignsOfTest = (context: Context, testKey: string): readonly Stored<Campaign>[] =>
  byTest(context).get(testKey) ?? [];

/** Subject key of a test's invitation. */
export const invitationSubject = (context: Context, testKey: string): string =>
  campaignsOfTest(context, testKey).find(({ kind }) => kind === 'testInvitation')?.subjectKey ?? newInvitation(testKey);

/** Everybody in a test, including the leader. */
export const peopleOfTest = ({
  leaderId,
  participantIds,
}: Pick<ContingencyTest, 'leaderId' | 'participantIds'>): PersonId[] =>
  [...new Set([leaderId, ...participantIds])].sort();

/** Recipients of news: participants of a coming test. Outcomes are shown on their cards. */
export const invitedTo = (test: ContingencyTest): PersonId[] => (test.state === 'planned' ? peopleOfTest(test) : []);

function invited(context: Context, subjectKey: string): PersonId[] {
  const test = testOfInvitation(context, subjectKey);
  return test && invitationSubject(context, test.key) === subjectKey ? invitedTo(test) : [];
}

const employed = (context: Context, people: readonly PersonId[]): PersonId[] =>
  people.filter((personId) => recheckAmong(context, personId, people) === 'send');

/** "You take part in a test": one card each, which shows the outcome of the test (R6). */
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

/** Current news for invitees: a test moved, or cancelled. */
export function newsSubject(context: Context, test: ContingencyTest & { key: string }): string | undefined {
  const { key, state, movedAt, changedAt } = test;
  if (state === 'planned' && movedAt !== undefined) return `${key}${newsMark}${movedAt.replace(/[^0-9]/g, '')}`;
  const isNews = state === 'cancelled' && addDays(localDate(changedAt), toldWithin) >= todayOf(context.clock);
  return isNews ? `${key}${newsMark}cancelled` : undefined;
}
export const newsCampaignKey = (subject: string): string => stableKey('testNews', ...subject.split('_'));

/** Participants who were told otherwise. */
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

/** "It is moved" and "it is cancelled": a separate card, since Teams does not notify of edits (R6). */
export const testNewsKind: CampaignKind = {
  kind: 'testNews',
  hours: unlessItBegins,
  audience: (context, subjectKey) => employed(context, newsAudience(context, subjectKey)),
  isOver: (context, subjectKey) => newsAudience(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => recheckAmong(context, personId, newsAudience(context, subjectKey)),
  notApplicable: notInTeams,
  // The existing card shows it too, so none is better than two.
  repeatWhenUncertain: false,
  priority: 'urgent',
};

/** The one campaign of an inject. */
export const injectCampaignKey = (testKey: string, injectKey: string): string =>
  stableKey('testInject', ...injectSubject(testKey, injectKey).split('_'));

/** Recipients of an inject: participants, while the test runs and its minute has come. */
function injectAudience(context: Context, subjectKey: string): PersonId[] {
  const about = subjectOfInject(subjectKey);
  const test = about && context.list(ContingencyTests).get(about.testKey);
  if (!test) return [];
  const due = injectsDue(test, nowOf(context.clock)).some(({ key }) => key === about.injectKey);
  return due ? peopleOfTest(test) : [];
}

/** The next event in a test; the subject is one of its injects. Not sent once the test is over (R6). */
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
