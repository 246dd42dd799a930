/** The card that invites to a meeting of the network. */
export const meetingCards = {
  summary: '{{title}} {{date}} kl. {{time}}. Kommer du?',
  movedSummary: '{{title}} er flyttet til {{date}} kl. {{time}}. Kommer du?',
  moved: 'Mødet er flyttet. Det her er den nye tid, så svar igen.',
  when: 'Hvornår',
  whenText: '{{date}} kl. {{time}}, {{minutes}} minutter',
  where: 'Hvor',
  agenda: 'Dagsorden',
  ask: 'Kommer du?',
  change: 'Har du fået en anden plan, så vælg et andet svar.',
  reply: { yes: 'Jeg kommer', maybe: 'Måske', no: 'Jeg kan ikke' },
  said: { yes: 'Du har svaret, at du kommer.', maybe: 'Du har svaret måske.', no: 'Du har svaret, at du ikke kan.' },
  open: 'Se mødet',
  all: 'Se netværksmøderne',
  cancelled: { title: '{{title}} {{date}} er aflyst', text: 'Du skal ikke gøre mere.' },
  over: { title: '{{title}} {{date}} er holdt', text: 'Referatet står på mødets side, når det er lagt op.' },
  gone: { title: 'Du er ikke inviteret til mødet længere', text: 'Du skal ikke gøre mere.' },
} as const;
