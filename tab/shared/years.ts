/** Years with content, and that of the address; newest first. */
export const yearsToChoose = (years: readonly number[], chosen: string | undefined): string[] =>
  [...new Set([...years.map(String), ...(chosen === undefined ? [] : [chosen])])].sort().reverse();
