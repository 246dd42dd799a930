import { Assets } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import { ContingencyTests, type ContingencyTest } from '../../../../api/contingency/index.ts';
import type { TestBody } from '../../../../api/contingency/contract.ts';
import { AuditEntries } from '../../../../api/audit/index.ts';
import { endTest, startTest } from '../../../../api/contingency/exercises/move-test.ts';
import { planTest } from '../../../../api/contingency/exercises/plan-test.ts';
import { postInjects } from '../../../../api/contingency/exercises/post-injects.ts';
import { Campaigns, declareCampaignKinds, type CampaignKind } from '../../../../api/deliveries/index.ts';
import { declareObligationSources, obligationsOf } from '../../../../api/obligations/index.ts';
import {
  testInjectKind,
  testInvitationKind,
  testNewsKind,
} from '../../../../api/contingency/exercises/test-campaigns.ts';
import { obligationSources } from '../../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../../api/texts/translate.ts';
import { aTown, person, the } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aPlan, inForce } from '../builders.ts';

export const kinds: readonly CampaignKind[] = [testInvitationKind, testNewsKind, testInjectKind];

/** A test as from the form: in two weeks, with two injects and two criteria, one of them a time. */
export const aBody = (changes: Partial<TestBody> = {}): TestBody => ({
  ...{ kind: 'tableTop', title: 'En morgen uden journal', on: '2026-12-08', time: '09:00' },
  ...{ leaderId: 'isk-nord', participantIds: ['anne', 'manager-nord'], scenario: 'Journalen svarer ikke.' },
  injects: [
    { key: 'later', minute: 30, text: 'Leverandøren siger i morgen' },
    { key: 'first', minute: 10, text: 'En pårørende ringer' },
  ],
  criteria: [
    { key: 'recovery', text: 'I gang igen', hours: 4 },
    { key: 'folder', text: 'Mappen er fundet' },
  ],
  ...changes,
});

/** A town with a journal system of Center Nord and an emergency procedure in force since 15 May 2026. */
export async function aTestedTown(today?: string) {
  const { context: bare, setNow } = await aTown(today);
  const context: Context = { ...bare, texts: translator };
  declareObligationSources(context, obligationSources);
  declareCampaignKinds(context, kinds);
  await context.list(Assets).create(anAsset('journal', { title: 'Journalsystemet', criticality: 'vital' }));
  await inForce(context, aPlan('p1'));
  const plan = (changes: Partial<TestBody> = {}, who = 'isk-nord') =>
    planTest(context, the(context, who), 'p1', aBody(changes));
  return { context, setNow, plan };
}
export type TestedTown = Awaited<ReturnType<typeof aTestedTown>>;

export function testNow({ context }: Pick<TestedTown, 'context'>, key: string): ContingencyTest {
  const test = context.list(ContingencyTests).get(key);
  if (!test) throw new Error(`no test ${key}`);
  return test;
}

/** Runs the job, and returns the campaigns of a kind: subject and current audience. */
export async function campaigns({ context }: Pick<TestedTown, 'context'>, kind: CampaignKind) {
  await postInjects(context);
  return context
    .list(Campaigns)
    .all()
    .filter((campaign) => campaign.kind === kind.kind)
    .map(({ key, subjectKey }) => ({ key, subjectKey, audience: [...kind.audience(context, subjectKey)] }));
}

/** A person's test obligations. */
export const owes = ({ context }: Pick<TestedTown, 'context'>, who: string) =>
  obligationsOf(context, person(who)).filter(({ kind }) =>
    ['testPlan', 'evaluateTest', 'doImprovement'].includes(kind),
  );

export const every = { sort: 'at', descending: true } as const;
export const isk = ({ context }: Pick<TestedTown, 'context'>, who = 'isk-nord') => the(context, who);
export const acts = ({ context }: TestedTown) =>
  context
    .list(AuditEntries)
    .all()
    .map(({ title }) => title);

export async function aRunningTest(town: TestedTown) {
  const { key } = await town.plan();
  town.setNow('2026-12-08T08:00:00.000Z');
  await startTest(town.context, isk(town), key);
  return key;
}
/** A running test whose first inject has come. */
export async function atFirstInject(town: TestedTown) {
  const key = await aRunningTest(town);
  town.setNow('2026-12-08T08:12:00.000Z');
  return key;
}
export async function anEndedTest(town: TestedTown) {
  const key = await aRunningTest(town);
  town.setNow('2026-12-08T09:30:00.000Z');
  await endTest(town.context, isk(town), key);
  return key;
}
export const whole = {
  ...{ recovery: 1.5, dataLoss: 0, wentWell: 'Roen', toImprove: 'Listen' },
  results: [{ key: 'folder', met: true, note: '' }],
};
