/** The kinds of obligation: their name, what one owes, and what stands on the button. Used by tab and bot. */
export const kinds = {
  acknowledgePolicy: { name: 'Politik', owe: 'Læs og bekræft {{title}}', press: 'Læs og bekræft' },
  takeCourse: { name: 'E-læring', owe: 'Tag kurset {{title}}', press: 'Åbn kurset' },
  doWheelTask: { name: 'Årshjul', owe: '{{title}}', press: 'Åbn opgaven' },
} as const;
