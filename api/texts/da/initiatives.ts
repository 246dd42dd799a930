/** A centre's own initiatives. */
export const initiatives = {
  title: 'Centrets egne tiltag',
  add: 'Aftal et tiltag',
  lead: 'Det har centret selv aftalt at gøre bedre. Den, der har et tiltag, får det som opgave og bliver mindet om fristen.',
  teach: 'Her kommer det, I selv aftaler at gøre bedre i centret. Aftal, hvad det er, hvem der gør det, og hvornår.',
  none: 'Centret har ikke aftalt nogen tiltag.',
};
