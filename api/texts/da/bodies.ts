/** Bodies and roles as they stand within a sentence, by their code. */
export const bodies = {
  cityCouncil: 'Byrådet',
  executiveBoard: 'Direktionen',
  corporateManagement: 'Koncernledelsen',
  securityCommittee: 'Informationssikkerhedsudvalget',
  ciso: 'CISO’en',
  securityTeam: 'Informationssikkerhedsteamet',
  centreManager: 'centerchefen',
  coordinator: 'ISK’en',
  councilSecretary: 'byrådssekretæren',
  auditor: 'revisoren',
} as const;
