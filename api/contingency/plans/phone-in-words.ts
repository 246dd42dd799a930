const [shortest, danish] = [3, 8];

/**
 * The digits to dial, with a leading plus; empty without a number. Of several numbers, or a number with an extension,
 * the first. Pure.
 */
export function dialled(phone: string): string | undefined {
  const numbers = [...phone.matchAll(/\+?\(?\d[\d\s().-]*/g)].map(([text]) => text.replaceAll(/[^\d+]/g, ''));
  const first = numbers.find((number) => number.replace('+', '').length >= shortest);
  if (first === undefined) return undefined;
  if (/^45\d{8}$/.test(first)) return `+${first}`;
  return /^(\+|00)/.test(first) ? first : first.slice(0, danish);
}
