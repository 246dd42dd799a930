import { wholeRoles, type ActorName } from './actors.ts';
import type { Kind } from './canaries.ts';

const parts: readonly ActorName[] = [...wholeRoles, 'coordinator', 'centreManager'];
const preparers: readonly ActorName[] = ['securityTeam', 'ciso', 'securityCommittee', 'auditor'];

/** Who may read what another centre has, and why. Everybody else reads nothing of it, in no answer. */
export const readersElsewhere: Readonly<Record<Kind, readonly ActorName[]>> = {
  // Which systems and services there are, whose they are and how long they may be away is the common overview (R1, R4);
  // an owner says what the own asset depends on.
  asset: [...parts, 'owner'],
  service: parts,
  // A control is described once for all (R3); how well it works elsewhere is not told.
  control: parts,
  // A model for whoever writes plans; without numbers of people.
  plan: parts,
  // Where a centre is weak, and what it does about it.
  risk: wholeRoles,
  test: wholeRoles,
  testToCome: wholeRoles,
  improvement: wholeRoles,
  downtime: wholeRoles,
  pack: wholeRoles,
  inspection: wholeRoles,
  wheel: wholeRoles,
  // What is not in force, and what is a centre's own way of doing things.
  planDraft: preparers,
  procedure: preparers,
  procedureDraft: preparers,
  approval: preparers,
  vote: preparers,
  // About people.
  exemption: ['securityTeam', 'ciso', 'auditor'],
  handOver: ['securityTeam', 'ciso', 'auditor'],
  signSheet: ['securityTeam', 'ciso', 'auditor'],
  // What happened to somebody: need to know.
  incident: ['securityTeam', 'ciso'],
  view: [],
  // There is only one, the whole municipality's.
  measure: [],
  policyDraft: [],
  comment: [],
};

/** Fields of a kind that fewer may read than the rest. */
export const fieldsElsewhere: Readonly<Record<string, readonly ActorName[]>> = {
  'control assessment': wholeRoles,
};

/** What an employee without a role reads of the own centre and the whole; nothing else. */
export const readByEmployees: readonly Kind[] = ['asset', 'plan', 'pack', 'procedure'];
/** And of an asset only what it is called. */
export const assetFieldsForEmployees: readonly string[] = ['title'];
