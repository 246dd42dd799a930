import { holds, holdsFor, type Actor, type Role } from '../kernel/index.ts';
import type { Control } from './standard-list.ts';

/** Roles that the routes admit; the permissions below decide per record. Default is no. */
const wholeReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  'auditor',
] as const satisfies readonly Role[];
export const standardReaders = [...wholeReaders, 'centreManager', 'coordinator'] as const satisfies readonly Role[];
export const standardKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const controlWriters = [...standardKeepers, 'centreManager', 'coordinator'] as const satisfies readonly Role[];

export const maySeeStandards = (actor: Actor): boolean => holds(actor, ...standardReaders);
/** The statement of applicability and imports: the team only. */
export const mayKeepStandards = (actor: Actor): boolean => holds(actor, ...standardKeepers);

type Place = Pick<Control, 'centreId' | 'ownerId'>;
/** The team edits all controls, a centre's manager and ISKs the centre's. */
export const mayAddControl = (actor: Actor, { centreId }: Pick<Control, 'centreId'>): boolean =>
  mayKeepStandards(actor) || holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** In any centre: the form asks which. */
export const mayAddSomeControl = (actor: Actor): boolean => holds(actor, ...controlWriters);
/** And its owner. */
export const mayEditControl = (actor: Actor, control: Place): boolean =>
  mayAddControl(actor, control) || (control.ownerId !== undefined && control.ownerId === actor.personId);
/** Owners assess their control but may not stop it. */
export const mayRetireControl = (actor: Actor, control: Place): boolean => mayAddControl(actor, control);
/** Reads assessment notes: its editors and those responsible for the whole; without a centre, its readers. */
export const maySeeWorkOn = (actor: Actor, control: Place): boolean =>
  holds(actor, ...wholeReaders) ||
  mayEditControl(actor, control) ||
  (control.centreId === undefined && maySeeStandards(actor));
export const maySeeControl = (actor: Actor, control: Place): boolean =>
  maySeeStandards(actor) || control.ownerId === actor.personId;
