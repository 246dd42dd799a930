import type { Context } from '../context.ts';
import { derivation } from '../derivation.ts';
import { holds, type Actor, type PersonId, type Role } from '../kernel/index.ts';
import { RoleAssignments } from '../organisation/index.ts';
import { maySeeAllApprovals } from './permissions.ts';
import { ApprovalRequests } from './request-list.ts';

/** Roles that decide, or record decisions. */
const deciders: readonly Role[] = ['corporateManagement', 'executiveBoard', 'councilSecretary', 'centreManager'];

/** Everybody who has submitted, decided or been named, and deputies. */
const involved = derivation([ApprovalRequests, RoleAssignments], (context): ReadonlySet<PersonId> => {
  const requests = context.list(ApprovalRequests).all();
  const stages = requests.flatMap((request) => request.stages);
  return new Set(
    [
      ...requests.map(({ submittedBy }) => submittedBy),
      ...stages.map(({ personId }) => personId),
      ...stages.flatMap(({ votes }) => votes.map(({ by }) => by)),
      ...context
        .list(RoleAssignments)
        .all()
        .map(({ deputyId }) => deputyId),
    ].filter((id) => id !== undefined),
  );
});

/** Whether a person has or may get anything under Godkendelser. Called on every page: cheap. */
export const maySeeApprovals = (context: Context, actor: Actor): boolean =>
  maySeeAllApprovals(actor) || holds(actor, ...deciders) || involved(context).has(actor.personId);
