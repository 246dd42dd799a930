import { holds, holdsFor, type Actor, type Role } from '../kernel/index.ts';
import type { Control } from './standard-list.ts';

/** First doors of the routes; the sentences below decide about the thing itself. Default is no. */
const wholeReaders = [
  ...(['securityCommittee', 'ciso', 'securityTeam', 'corporateManagement', 'executiveBoard'] as const),
  'auditor',
] as const satisfies readonly Role[];
export const standardReaders = [...wholeReaders, 'centreManager', 'coordinator'] as const satisfies readonly Role[];
export const standardKeepers = ['ciso', 'securityTeam'] as const satisfies readonly Role[];
export const controlWriters = [...standardKeepers, 'centreManager', 'coordinator'] as const satisfies readonly Role[];

export const maySeeStandards = (actor: Actor): boolean => holds(actor, ...standardReaders);
/** The statement of applicability and imports are the team's. */
export const mayKeepStandards = (actor: Actor): boolean => holds(actor, ...standardKeepers);

type Place = Pick<Control, 'centreId' | 'ownerId'>;
/** The team keeps all controls, a centre's manager and ISKs the centre's own. */
export const mayAddControl = (actor: Actor, { centreId }: Pick<Control, 'centreId'>): boolean =>
  mayKeepStandards(actor) || holdsFor(actor, centreId, 'centreManager', 'coordinator');
/** Some control, wherever it may be: the form asks about its centre. */
export const mayAddSomeControl = (actor: Actor): boolean => holds(actor, ...controlWriters);
/** And whoever owns it. */
export const mayEditControl = (actor: Actor, control: Place): boolean =>
  mayAddControl(actor, control) || (control.ownerId !== undefined && control.ownerId === actor.personId);
/** An owner assesses the own control but does not stop it. */
export const mayRetireControl = (actor: Actor, control: Place): boolean => mayAddControl(actor, control);
/** How well it has worked, in words: whoever keeps it and those who answer for the whole; of what is no centre's, its readers. */
export const maySeeWorkOn = (actor: Actor, control: Place): boolean =>
  holds(actor, ...wholeReaders) ||
  mayEditControl(actor, control) ||
  (control.centreId === undefined && maySeeStandards(actor));
export const maySeeControl = (actor: Actor, control: Place): boolean =>
  maySeeStandards(actor) || control.ownerId === actor.personId;
