import type { AssignableRole } from '../kernel/index.ts';

/** The wheel's rings from the outermost: from deciding to executing. */
export const ringRoles: readonly AssignableRole[] = [
  'cityCouncil',
  'councilSecretary',
  'executiveBoard',
  'corporateManagement',
  'securityCommittee',
  'ciso',
  'securityTeam',
  'centreManager',
  'coordinator',
  'auditor',
];

export const ringOrder = (role: AssignableRole): number => ringRoles.indexOf(role);
