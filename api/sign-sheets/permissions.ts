import { centresOf, holds, type Actor, type CentreId, type Role } from '../kernel/index.ts';

/** First doors of the routes; the sentences below decide about the people. Default is no. */
export const sheetMakers = ['coordinator', 'centreManager', 'ciso', 'securityTeam'] as const satisfies readonly Role[];
export const sheetReaders = [...sheetMakers, 'auditor'] as const satisfies readonly Role[];

/** Whose signatures the actor may record: everybody's, or those of the centres the actor answers for (R15, R16). */
export const signedScope = (actor: Actor): 'all' | readonly CentreId[] =>
  holds(actor, 'ciso', 'securityTeam') ? 'all' : centresOf(actor, 'coordinator', 'centreManager');
const sees = (scope: 'all' | readonly CentreId[], centreId: CentreId | undefined): boolean =>
  scope === 'all' || (centreId !== undefined && scope.includes(centreId));

/** Nobody says of themselves that they have signed. */
export const mayRecordFor = (actor: Actor, personId: string, centreId: CentreId | undefined): boolean =>
  actor.personId !== personId && sees(signedScope(actor), centreId);
export const mayMakeSheets = (actor: Actor): boolean => holds(actor, ...sheetMakers);
/** Of which centres the actor sees who has signed. The auditor reads all. */
export function seesSignedOf(actor: Actor): (centreId: CentreId | undefined) => boolean {
  const scope = holds(actor, 'auditor') ? 'all' : signedScope(actor);
  return (centreId) => sees(scope, centreId);
}
