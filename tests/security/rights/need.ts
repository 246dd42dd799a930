import { wholeRoles, type ActorName } from './actors.ts';
import type { Kind } from './canaries.ts';

const parts: readonly ActorName[] = [...wholeRoles, 'coordinator', 'centreManager'];
const preparers: readonly ActorName[] = ['securityTeam', 'ciso', 'securityCommittee', 'auditor'];

/** Readers of another centre's records, and why. Nobody else reads any of them, in any answer. */
export const readersElsewhere: Readonly<Record<Kind, readonly ActorName[]>> = {
  // Systems and services, their owners and their accepted downtime are the common overview (R1, R4); an owner reports
  // the own asset's dependencies.
  asset: [...parts, 'owner'],
  service: parts,
  // A control is described once for all (R3); its effectiveness elsewhere is hidden.
  control: parts,
  // A model for authors of plans; without numbers of people.
  plan: parts,
  // A centre's weaknesses and its actions.
  risk: wholeRoles,
  test: wholeRoles,
  testToCome: wholeRoles,
  improvement: wholeRoles,
  downtime: wholeRoles,
  pack: wholeRoles,
  inspection: wholeRoles,
  wheel: wholeRoles,
  // Not in force, or a centre's own affairs.
  planDraft: preparers,
  procedure: preparers,
  procedureDraft: preparers,
  approval: preparers,
  vote: preparers,
  // About people.
  exemption: ['securityTeam', 'ciso', 'auditor'],
  handOver: ['securityTeam', 'ciso', 'auditor'],
  signSheet: ['securityTeam', 'ciso', 'auditor'],
  // Incidents: need to know.
  incident: ['securityTeam', 'ciso'],
  view: [],
  // Unique, of the whole municipality.
  measure: [],
  policyDraft: [],
  comment: [],
};

/** Fields with fewer readers than their kind. */
export const fieldsElsewhere: Readonly<Record<string, readonly ActorName[]>> = {
  'control assessment': wholeRoles,
};

/** Readable without a role in the own centre and the whole; nothing else. */
export const readByEmployees: readonly Kind[] = ['asset', 'plan', 'pack', 'procedure'];
/** Of an asset only its name. */
export const assetFieldsForEmployees: readonly string[] = ['title'];
