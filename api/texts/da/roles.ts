/** Roles and bodies by their code (docs/domain.md). */
export const roles = {
  cityCouncil: 'Byrådet',
  executiveBoard: 'Direktionen',
  corporateManagement: 'Koncernledelsen',
  securityCommittee: 'Informationssikkerhedsudvalget',
  ciso: 'CISO',
  securityTeam: 'Informationssikkerhedsteamet',
  centreManager: 'Centerchef',
  coordinator: 'ISK',
  councilSecretary: 'Byrådssekretær',
  auditor: 'Revisor/DPO',
  employee: 'Medarbejder',
} as const;
