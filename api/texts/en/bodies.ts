import type { TextsOf } from '../catalogue.ts';
import type { bodies as da } from '../da/bodies.ts';

export const bodies: TextsOf<typeof da> = {
  cityCouncil: 'the City Council',
  executiveBoard: 'the Executive Board',
  corporateManagement: 'Corporate Management',
  securityCommittee: 'the information security committee',
  ciso: 'the CISO',
  securityTeam: 'the information security team',
  centreManager: 'the centre manager',
  coordinator: 'the ISK',
  councilSecretary: 'the council secretary',
  auditor: 'the auditor',
};
