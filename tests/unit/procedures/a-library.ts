import {
  ApprovalRequests,
  continueApprovals,
  declareApprovalSubjects,
  openStage,
  voteOnApproval,
  type VoteOnApproval,
} from '../../../api/approvals/index.ts';
import type { Context } from '../../../api/context.ts';
import type { Actor, PersonId } from '../../../api/kernel/index.ts';
import { declareObligationSources } from '../../../api/obligations/index.ts';
import { seatsOf } from '../../../api/organisation/index.ts';
import {
  findProcedure,
  makeProcedure,
  procedureSubject,
  submitProcedure,
  type Draft,
  type MakeProcedure,
} from '../../../api/procedures/index.ts';
import { obligationSources } from '../../../teams-app/program/obligation-sources.ts';
import { translator } from '../../../api/texts/translate.ts';
import { aTown, the } from '../organisation/builders.ts';

/** The town with the program's own texts, derivations and approvals. */
export async function aLibrary(today?: string) {
  const { context: bare, setNow } = await aTown(today);
  const context: Context = { ...bare, texts: translator };
  declareObligationSources(context, obligationSources);
  declareApprovalSubjects(context, [procedureSubject]);
  return { context, setNow };
}

export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  title: 'Telefon og tablet på farten',
  area: 'area-mobile',
  jobTitles: [],
  mustAcknowledge: false,
  needsLocal: false,
  reviewMonths: 12,
  summary: 'Ny procedure for telefoner.',
  text: '## Formål\n\nTelefonen skal være låst og hos dig.',
  ...changes,
});

type Making = Partial<MakeProcedure>;

/** A draft of the north's ISK, or a given person; its key. */
export async function drafted(context: Context, changes: Making = {}, by = 'isk-nord'): Promise<string> {
  const centreId = changes.kind === 'guideline' ? {} : { centreId: 'nord' };
  const { key } = await makeProcedure(context, the(context, by), {
    ...aDraft(changes),
    ...centreId,
    ...changes,
    kind: changes.kind ?? 'procedure',
  });
  return key;
}

export const aGuideline = (context: Context, changes: Making = {}, by = 'team'): Promise<string> =>
  drafted(context, { title: 'Retningslinje for telefoner', ...changes, kind: 'guideline' }, by);

/** The open request on a procedure. */
export function openRequest(context: Context, procedureKey: string) {
  const found = findProcedure(context, procedureKey)?.versions.flatMap(({ requests }) => requests);
  const request = found?.find(({ state }) => state === 'open');
  if (!request) throw new Error('nothing is being decided');
  return context.list(ApprovalRequests).get(request.key) ?? request;
}

/** One vote of the first seat of the open stage. */
export async function voted(
  context: Context,
  procedureKey: string,
  choice: VoteOnApproval['choice'] = 'approve',
): Promise<PersonId> {
  const request = openRequest(context, procedureKey);
  const open = openStage(request);
  const seats = open ? seatsOf(context, open.stage.body, open.stage.centreId) : [];
  const voter = seats.map(({ actor }) => actor).find((one) => one !== undefined && one !== request.submittedBy);
  if (!open || voter === undefined) throw new Error('nobody can vote');
  const reason = choice === 'approve' ? {} : { reason: 'Skriv nummeret på' };
  await voteOnApproval(context, the(context, voter), {
    ...{ requestKey: request.key, stage: open.number, contentHash: request.contentHash, choice, via: 'card' },
    ...reason,
  });
  return voter;
}

/** Votes until decided. */
export async function approved(context: Context, procedureKey: string): Promise<string> {
  const { key } = openRequest(context, procedureKey);
  while (context.list(ApprovalRequests).get(key)?.state === 'open') await voted(context, procedureKey);
  await continueApprovals(context);
  return procedureKey;
}

/** Drafted, submitted and approved. */
export async function inForce(context: Context, changes: Making = {}, by?: string): Promise<string> {
  const key =
    changes.kind === 'guideline' ? await aGuideline(context, changes, by) : await drafted(context, changes, by);
  await submitProcedure(context, writerOf(context, changes, by), key);
  return approved(context, key);
}
const writerOf = (context: Context, { kind }: Making, by?: string): Actor =>
  the(context, by ?? (kind === 'guideline' ? 'team' : 'isk-nord'));

/** The version in force; fails without one. */
export function currentOf(context: Context, procedureKey: string) {
  const current = findProcedure(context, procedureKey)?.current;
  if (!current) throw new Error('nothing is in force');
  return current;
}
