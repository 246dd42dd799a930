import type { AssignableRole } from '../kernel/index.ts';

/** The rings of the wheel from the outermost: from whom it is decided by to whom it is done by. */
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
