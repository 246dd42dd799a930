const [shortest, danish] = [3, 8];

/**
 * What a phone dials: digits and a leading plus, or nothing when the words hold no number. Beside a number people write an
 * extension, or another number: only the first is dialled. Pure.
 */
export function dialled(phone: string): string | undefined {
  const numbers = [...phone.matchAll(/\+?\(?\d[\d\s().-]*/g)].map(([text]) => text.replaceAll(/[^\d+]/g, ''));
  const first = numbers.find((number) => number.replace('+', '').length >= shortest);
  if (first === undefined) return undefined;
  if (/^45\d{8}$/.test(first)) return `+${first}`;
  return /^(\+|00)/.test(first) ? first : first.slice(0, danish);
}
