/** What the program itself writes about assets, risks and standards: checks, workbooks, Word, acceptance. */
export const riskDocuments = {
  title: 'Risici',
  acceptance: {
    reason: 'Hvorfor risikoen ønskes accepteret',
    until: 'Hvor længe',
    untilText: 'Accepten gælder til og med {{date}}. Den bortfalder, hvis risikoen ændrer sig.',
    risk: 'Risikoen',
    centre: 'Center',
    threat: 'Trussel',
    cell: '{{level}} (konsekvens {{consequence}}, sandsynlighed {{likelihood}})',
    step: '{{number}} af {{most}} – {{word}}',
    planned: 'Når planen er gennemført: {{level}}.',
    vulnerability: 'Hvad der gør den mulig',
    existing: 'Hvad der allerede er gjort',
    treatment: 'Behandling',
    noActions: 'Der er ingen handlinger.',
    action: '{{title}}: {{owner}}, senest {{date}}, {{progress}} % gjort',
    actionDone: '{{title}}: {{owner}}, gjort',
  },
} as const;
