import { centresOf, holds, type Actor, type CentreId, type Role } from '../kernel/index.ts';

/** Roles that the routes admit; the permissions below decide per person. Default is no. */
export const sheetMakers = ['coordinator', 'centreManager', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
export const sheetReaders = [...sheetMakers, 'auditor'] as const satisfies readonly Role[];
export const maySeeSheets = (actor: Actor): boolean => holds(actor, ...sheetReaders);

/** Whose signatures the actor may record: all, or those of the actor's centres (R15, R16). */
const signedScope = (actor: Actor): 'all' | readonly CentreId[] =>
  holds(actor, 'ciso', 'securityTeam') ? 'all' : centresOf(actor, 'coordinator', 'centreManager');
const sees = (scope: 'all' | readonly CentreId[], centreId: CentreId | undefined): boolean =>
  scope === 'all' || (centreId !== undefined && scope.includes(centreId));

/** People cannot record their own signature. */
export const mayRecordFor = (actor: Actor, personId: string, centreId: CentreId | undefined): boolean =>
  actor.personId !== personId && sees(signedScope(actor), centreId);
export const mayMakeSheets = (actor: Actor): boolean => holds(actor, ...sheetMakers);
/** The centres whose signatures the actor sees. The auditor sees all. */
export function seesSignedOf(actor: Actor): (centreId: CentreId | undefined) => boolean {
  const scope = holds(actor, 'auditor') ? 'all' : signedScope(actor);
  return (centreId) => sees(scope, centreId);
}
