import { approvalPath, maySeeApproval, openStage, requestsAbout, type ApprovalRequest } from '../../approvals/index.ts';
import type { Context } from '../../context.ts';
import { inLanguage, localDate, type Actor, type AssignableRole, type LocalDate } from '../../kernel/index.ts';
import { policySubject, yearlyApproval } from '../../policy/index.ts';
import { allProcedures, type ProcedureNow } from '../../procedures/index.ts';
import { controlPath, isoFor, maySeeControl, requirementsNow } from '../../standards/index.ts';
import type { Stored } from '../../sharepoint/index.ts';
import type { AreaRow } from '../contract.ts';
import { compareDanish } from '../../texts/format.ts';
import { closedTitle } from '../duties/duty-views.ts';
import { decidedDay } from '../duties/records.ts';
import { areaNumbers, areaRounds, openRound, requirementOf, standardKey } from './area-approval.ts';

/** Policies on risk are the first, and include the policy itself. */
const policyArea = 1;
const areaPath = `/standards/${standardKey}`;

/** The approving round of a paper in force. */
const approvedRound = ({ current }: ProcedureNow): Stored<ApprovalRequest> | undefined =>
  current?.requests.find(({ state }) => state === 'approved');

/** Whether a procedure implements one of the ISO 27001 controls. */
const carriesOut = ({ current }: ProcedureNow, iso: ReadonlySet<string>): boolean =>
  (current?.version.control ?? '').split(/[\s,;]+/).some((ref) => iso.has(ref));

/** Rounds that approved an area, or its basis: the policy, and the procedures of its controls. */
function roundsOf(context: Context, area: number): Stored<ApprovalRequest>[] {
  const iso = new Set(isoFor(requirementOf(area)).map((key) => key.replace(/^iso27001\./, '')));
  const controls = requirementsNow(context).get(requirementOf(area))?.controls ?? [];
  const named = new Set(controls.flatMap(({ procedureKeys }) => procedureKeys));
  const papers = [...allProcedures(context)].flatMap(([key, now]) =>
    named.has(key) || carriesOut(now, iso) ? (approvedRound(now) ?? []) : [],
  );
  const { approvedKey = '' } = area === policyArea ? yearlyApproval(context) : {};
  const policy = requestsAbout(context, policySubject, approvedKey).find(({ state }) => state === 'approved');
  return [
    ...(areaRounds(context).get(area) ?? []).filter(({ state }) => state === 'approved'),
    ...(policy ? [policy] : []),
    ...papers,
  ];
}

function approvalOf(context: Context, actor: Actor, request: Stored<ApprovalRequest>, management: readonly string[]) {
  const stages = request.stages.filter(({ state }) => state === 'approved');
  const days = stages.flatMap((stage) => decidedDay(stage) ?? []).sort();
  const on: LocalDate = days.at(-1) ?? localDate(request.endedAt ?? request.submittedAt);
  const bodies: AssignableRole[] = [...new Set(stages.map(({ body }) => body))];
  const about = { on, bodies, byManagement: bodies.some((body) => management.includes(body)) };
  if (!maySeeApproval(context, actor, request)) return { ...about, title: context.texts(actor.language)(closedTitle) };
  return { ...about, title: request.title, path: approvalPath(request.key) };
}

/** Each area of measures with its approvals (NIS 2-loven §§ 6 and 7). From memory. */
export const areaRows = (context: Context, actor: Actor, management: readonly string[]): AreaRow[] =>
  areaNumbers.map((number) => {
    const now = requirementsNow(context).get(requirementOf(number));
    const approvals = roundsOf(context, number)
      .map((request) => approvalOf(context, actor, request, management))
      .sort((one, other) => other.on.localeCompare(one.on) || compareDanish(one.title, other.title));
    return {
      number,
      title: now ? inLanguage(now.requirement.title, actor.language) : '',
      path: areaPath,
      approvals,
      ...waitingOf(context, actor, number),
      state: stateOf(approvals),
      controls: (now?.controls ?? [])
        .filter((control) => maySeeControl(actor, control))
        .map(({ key, title, assessedOn }) => ({
          title,
          path: controlPath(key),
          ...(assessedOn === undefined ? {} : { assessedOn }),
        })),
    };
  });

function waitingOf(context: Context, actor: Actor, area: number): Pick<AreaRow, 'waiting'> {
  const request = openRound(context, area);
  const body = request && openStage(request)?.stage.body;
  if (!request || body === undefined) return {};
  return { waiting: { body, ...(maySeeApproval(context, actor, request) ? { path: approvalPath(request.key) } : {}) } };
}

function stateOf(approvals: AreaRow['approvals']): AreaRow['state'] {
  if (approvals.some(({ byManagement }) => byManagement)) return 'approved';
  return approvals.length === 0 ? 'none' : 'others';
}
