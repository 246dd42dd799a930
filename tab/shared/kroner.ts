const most = 1_000_000_000;

/** Whole kroner as typed (`450.000`, `450 000`); undefined when invalid. */
export function kronerOf(text: string): number | undefined {
  const digits = text.trim().replace(/[.,\s](?=\d{3}(?:\D|$))/g, '');
  if (!/^\d{1,10}$/.test(digits)) return undefined;
  const kroner = Number(digits);
  return kroner <= most ? kroner : undefined;
}
