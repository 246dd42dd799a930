/** A centre's own initiatives. */
export const initiatives = {
  title: 'The centre’s own initiatives',
  add: 'Agree on an initiative',
  lead: 'What the centre itself has agreed to make better. Whoever has an initiative gets it as a task and is reminded of the date.',
  teach: 'What you agree to make better in the centre comes here: what it is, who does it, and by when.',
  none: 'The centre has not agreed on any initiatives.',
};
