import type { Context } from '../../context.ts';
import { Campaigns, notInTeams, type Campaign, type CampaignKind } from '../../deliveries/index.ts';
import { derivation } from '../../derivation.ts';
import { nowOf, stableKey, todayOf, type PersonId } from '../../kernel/index.ts';
import { findPerson, isEmployed } from '../../organisation/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import { ContingencyTests, type ContingencyTest } from '../test-lists.ts';
import { injectSubject, subjectOfInject } from './inject-keys.ts';
import { injectsDue } from './test-rules.ts';

const mark = '_invitation';

/** What the invitation to a test is about: one, however often the test is moved. */
const newInvitation = (testKey: string): string => `${testKey}${mark}`;
export const invitationCampaignKey = (subject: string): string => stableKey('testInvitation', ...subject.split('_'));

/** The key of the test of an invitation. Once each time had an invitation of its own, and its name behind the mark. */
const testKeyOfInvitation = (subjectKey: string): string =>
  subjectKey.slice(0, Math.max(0, subjectKey.lastIndexOf(mark)));

export const testOfInvitation = (context: Context, subjectKey: string): Stored<ContingencyTest> | undefined =>
  context.list(ContingencyTests).get(testKeyOfInvitation(subjectKey));

/** The campaigns of each test, invitations and injects, the newest first. */
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
  return kind === 'testInject' ? subjectOfInject(subjectKey)?.testKey : undefined;
}

/** What was sent about a test: its invitation and its injects, the newest first. From memory. */
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

const isSent = (context: Context, personId: PersonId, asked: readonly PersonId[]) => {
  const person = findPerson(context, personId);
  if (!person || !isEmployed(person, todayOf(context.clock))) return 'left';
  return asked.includes(personId) ? 'send' : 'notNeeded';
};
const employed = (context: Context, people: readonly PersonId[]): PersonId[] =>
  people.filter((personId) => isSent(context, personId, people) === 'send');

/** "You take part in a test": one card for each, which shows what becomes of the test (R6). */
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
