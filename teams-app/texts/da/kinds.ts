/** The kinds of obligation: their name, what one owes, and what stands on the button. Used by tab and bot. */
export const kinds = {
  acknowledgePolicy: { name: 'Politik', owe: 'Læs og bekræft {{title}}', press: 'Læs og bekræft' },
  takeCourse: { name: 'E-læring', owe: 'Tag kurset {{title}}', press: 'Åbn kurset' },
  acknowledgeProcedure: { name: 'Procedure', owe: 'Læs og bekræft {{title}}', press: 'Læs og bekræft' },
  vote: { name: 'Godkendelse', owe: 'Tag stilling til {{title}}', press: 'Se og tag stilling' },
  recordDecision: { name: 'Afgørelse', owe: 'Skriv ind, hvad der blev besluttet om {{title}}', press: 'Skriv ind' },
  resubmit: { name: 'Sendt tilbage', owe: 'Ret og send {{title}} igen', press: 'Ret det' },
  reviewProcedure: { name: 'Gennemgang', owe: 'Gennemgå {{title}}', press: 'Gennemgå' },
  reapprovePolicy: { name: 'Årlig godkendelse', owe: 'Få {{title}} godkendt igen', press: 'Åbn politikken' },
  assessAsset: { name: 'Risikovurdering', owe: 'Vurdér risici for {{title}}', press: 'Vurdér risici' },
  doRiskAction: { name: 'Handling mod risiko', owe: '{{title}}', press: 'Åbn handlingen' },
  renewAcceptance: { name: 'Accept af risiko', owe: 'Bed igen om accept af {{title}}', press: 'Åbn risikoen' },
  reviewControl: { name: 'Kontrol', owe: 'Gennemgå kontrollen {{title}}', press: 'Gennemgå' },
  testPlan: { name: 'Afprøvning', owe: 'Få {{title}} afprøvet', press: 'Planlæg afprøvningen' },
  evaluateTest: { name: 'Evaluering', owe: 'Evaluér {{title}}', press: 'Evaluér' },
  doImprovement: { name: 'Forbedring', owe: '{{title}}', press: 'Åbn forbedringen' },
  doWheelTask: { name: 'Årshjul', owe: '{{title}}', press: 'Åbn opgaven' },
} as const;
