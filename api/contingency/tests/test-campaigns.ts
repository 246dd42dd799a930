import type { Context } from '../../context.ts';
import { notInTeams, type CampaignKind } from '../../deliveries/index.ts';
import { addDays, localDate, nowOf, stableKey, todayOf, type PersonId } from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { ContingencyTests, type ContingencyTest } from '../test-lists.ts';
import { injectSubject, subjectOfInject } from './inject-keys.ts';
import { injectsDue } from './test-rules.ts';

const mark = '_invitation_';
/** Days in which those who were invited are told that a test is called off. */
const toldWithin = 14;
const cancelled = 'cancelled';

/** What an invitation is about: a test at a time; moved, it is another invitation. */
export const invitationSubject = ({
  key,
  plannedAt,
  state,
}: Pick<ContingencyTest, 'key' | 'plannedAt' | 'state'>): string =>
  `${key}${mark}${state === 'cancelled' ? cancelled : plannedAt.replace(/[^0-9]/g, '')}`;
export const invitationCampaignKey = (subject: string): string => stableKey('testInvitation', ...subject.split('_'));

/** The test of an invitation, and whether it is still as the invitation says. */
export function testOfInvitation(
  context: Context,
  subjectKey: string,
): { test: Stored<ContingencyTest>; isCurrent: boolean } | undefined {
  const test = context.list(ContingencyTests).get(subjectKey.slice(0, Math.max(0, subjectKey.lastIndexOf(mark))));
  return test && { test, isCurrent: invitationSubject(test) === subjectKey };
}

/** Everybody who is part of a test, the leader too. */
export const peopleOfTest = ({
  leaderId,
  participantIds,
}: Pick<ContingencyTest, 'leaderId' | 'participantIds'>): PersonId[] =>
  [...new Set([leaderId, ...participantIds])].sort();

/** Whom it is news to: those who take part in a test that is to come, or was called off not long ago. */
export function invitedTo(context: Context, test: ContingencyTest): PersonId[] {
  const today = todayOf(context.clock);
  if (test.state === 'planned') return peopleOfTest(test);
  if (test.state !== 'cancelled') return [];
  return addDays(localDate(test.changedAt), toldWithin) < today ? [] : peopleOfTest(test);
}

function invited(context: Context, subjectKey: string): PersonId[] {
  const found = testOfInvitation(context, subjectKey);
  return found?.isCurrent ? invitedTo(context, found.test) : [];
}

const isSent = (context: Context, personId: PersonId, asked: readonly PersonId[]) => {
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, todayOf(context.clock))) return 'left';
  return asked.includes(personId) ? 'send' : 'notNeeded';
};
const employed = (context: Context, people: readonly PersonId[]): PersonId[] =>
  people.filter((personId) => isSent(context, personId, people) === 'send');

/** "You take part in a test" and "it is called off"; the subject is the test at a time (R6). */
export const testInvitationKind: CampaignKind = {
  kind: 'testInvitation',
  audience: (context, subjectKey) => employed(context, invited(context, subjectKey)),
  isOver: (context, subjectKey) => invited(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => isSent(context, personId, invited(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
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
  audience: (context, subjectKey) => employed(context, injectAudience(context, subjectKey)),
  isOver: (context, subjectKey) => injectAudience(context, subjectKey).length === 0,
  recheck: (context, subjectKey, personId) => isSent(context, personId, injectAudience(context, subjectKey)),
  notApplicable: notInTeams,
  repeatWhenUncertain: true,
  priority: 'urgent',
};
