import {
  declareApprovalSubjects,
  latestRequest,
  openStage,
  voteOnApproval,
  type VoteOnApproval,
} from '../../../api/approvals/index.ts';
import type { Asset } from '../../../api/assets/index.ts';
import type { Context } from '../../../api/context.ts';
import { todayOf, type LocalDate } from '../../../api/kernel/index.ts';
import { declareObligationSources, obligationsOf } from '../../../api/obligations/index.ts';
import { acceptanceSubject, Assessments, Risks, type Assessment } from '../../../api/risks/index.ts';
import { riskItemKey, riskOrThrow } from '../../../api/risks/known-risks.ts';
import { acceptanceOf } from '../../../api/risks/treatment/acceptance.ts';
import { askAcceptance } from '../../../api/risks/treatment/ask-acceptance.ts';
import { approvalSubjects } from '../../../teams-app/program/approval-subjects.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aTown, day, person, the } from '../organisation/builders.ts';
import { anAsset, anAssessment, aStage, assess, asBefore, type Said } from './register-world.ts';

/** The one risk of these tests: consequence 3, likelihood 3 now, and consequence 2 with the plan. */
export const usual: Said = {
  title: 'Nedetid',
  inherent: aStage(4, 4),
  current: aStage(3, 3),
  target: aStage(2, 2),
};

/** A town with a holder of each role, a journal system of Center Nord owned by Anne, and one risk on it. */
export async function aRiskyTown({ said = {}, asset = {} }: { said?: Said; asset?: Partial<Asset> } = {}) {
  const { context: bare, setNow } = await aTown();
  const context: Context = { ...bare, texts: translator };
  declareApprovalSubjects(context, approvalSubjects);
  declareObligationSources(context, obligationSources);
  const journal = anAsset('journal', { title: 'Journalsystemet', ...asset });
  const { riskKey, assessment } = await assess(context, journal, { nedetid: { ...usual, ...said } });
  return { context, setNow, journal, assessment, riskKey: riskKey('nedetid') };
}
export type RiskyTown = Awaited<ReturnType<typeof aRiskyTown>>;

/** The asset is reassessed. */
export async function assessAgain(
  { context, journal, assessment }: RiskyTown,
  said: Said,
  changes: Partial<Assessment> = {},
): Promise<void> {
  const number = context.list(Assessments).all().length + 1;
  const again = anAssessment(journal, assessment.scale, {
    ...{ number, threats: assessment.threats, heldOn: day('2026-11-24') },
    finishedAt: context.clock.now().toISOString() as Assessment['startedAt'],
    ...changes,
  });
  await context.list(Assessments).create(again);
  await context.list(Risks).create({
    ...{ key: riskItemKey(again.key, 'nedetid'), assessmentKey: again.key, threatKey: 'nedetid', stamps: {} },
    ...{ title: 'Nedetid', vulnerability: '', existing: '', controlKeys: [], treatmentNote: '' },
    ...{ inherent: aStage(4, 4), current: aStage(3, 3), target: asBefore, ...said },
  });
}

export const reason = 'Leverandøren kan først rette det til foråret.';
export const until = day('2027-11-24');

export const ask = (
  { context, riskKey }: RiskyTown,
  who = 'isk-nord',
  asked: Partial<{ reason: string; until: LocalDate }> = {},
) => askAcceptance(context, the(context, who), riskKey, { reason, until, ...asked });

/** The latest request. */
export function requestOf({ context, riskKey }: RiskyTown) {
  const request = latestRequest(context, acceptanceSubject, riskKey);
  if (!request) throw new Error('nobody has asked');
  return request;
}

export const vote = (town: RiskyTown, who: string, choice: VoteOnApproval['choice'] = 'approve') => {
  const { key, contentHash, state, stages } = requestOf(town);
  return voteOnApproval(town.context, the(town.context, who), {
    ...{
      requestKey: key,
      contentHash,
      choice,
      via: 'tab',
      stage: openStage({ state, stages })?.number ?? stages.length,
    },
    ...(choice === 'approve' ? {} : { reason: 'Det skal gøres bedre.' }),
  });
};

/** A person's obligations of three kinds on risks. */
export const owes = ({ context }: Pick<RiskyTown, 'context'>, who: string) =>
  obligationsOf(context, person(who)).filter(({ kind }) =>
    ['assessAsset', 'doRiskAction', 'renewAcceptance'].includes(kind),
  );

/** The risk's acceptance today. */
export const acceptanceNow = ({ context, riskKey }: RiskyTown) =>
  acceptanceOf(context, riskOrThrow(context, riskKey), todayOf(context.clock));

/** A town with the risk accepted by manager and CISO. */
export async function anAcceptedTown() {
  const town = await aRiskyTown();
  await ask(town);
  await vote(town, 'manager-nord');
  await vote(town, 'ciso');
  return town;
}
