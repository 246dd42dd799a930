/** Why somebody must take a course, said alike on the card and in the tab: `Fordi alle ansatte skal tage det.` */
export const courseReason = (textOf: (key: string) => string | undefined, because = 'everybody'): string =>
  textOf(`awareness.mine.because.${because}`) ?? '';
