import type { TextsOf } from '../catalogue.ts';
import type { roles as da } from '../da/roles.ts';

export const roles: TextsOf<typeof da> = {
  cityCouncil: 'City Council',
  executiveBoard: 'Executive Board',
  corporateManagement: 'Corporate Management',
  securityCommittee: 'Information Security Committee',
  ciso: 'CISO',
  securityTeam: 'Information Security Team',
  centreManager: 'Centre manager',
  coordinator: 'ISK (information security coordinator)',
  councilSecretary: 'Council Secretary',
  auditor: 'Auditor/DPO',
  employee: 'Employee',
};
