/** A centre's own initiatives. */
export const initiatives = {
  title: 'The centre’s own initiatives',
  add: 'Agree on an initiative',
  lead: 'What the centre has agreed to improve. The person responsible for an initiative gets it as a task and is reminded of the due date.',
  teach: 'Agree here what you want to improve in the centre: what it is, who does it, and by when.',
  none: 'The centre has not agreed any initiatives.',
};
