/** What the program itself writes about assets, risks and standards: checks, workbooks, Word, acceptance. */
export const riskDocuments = {
  title: 'Risks',
  acceptance: {
    reason: 'Why the risk should be accepted',
    until: 'For how long',
    untilText: 'The acceptance holds until and including {{date}}. It lapses when the risk changes.',
    risk: 'The risk',
    centre: 'Centre',
    threat: 'Threat',
    cell: '{{level}} (consequence {{consequence}}, likelihood {{likelihood}})',
    step: '{{number}} of {{most}} – {{word}}',
    planned: 'When the plan is carried out: {{level}}.',
    vulnerability: 'What makes it possible',
    existing: 'What is done about it already',
    treatment: 'Treatment',
    noActions: 'There are no actions.',
    action: '{{title}}: {{owner}}, by {{date}}, {{progress}}% done',
    actionDone: '{{title}}: {{owner}}, done',
  },
} as const;
