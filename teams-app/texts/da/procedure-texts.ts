/** What the program says about procedures: templates, areas, cards. */
export const procedureTexts = {
  none: 'Ingen procedurer',
} as const;
