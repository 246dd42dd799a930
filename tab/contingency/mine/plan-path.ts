export const minePath = '/contingency/mine';
/** A plan as the reader carries it. */
export const ownPlanPath = (planKey: string): string => `${minePath}/${encodeURIComponent(planKey)}`;

const [shortest, danish] = [3, 8];
/**
 * What a phone dials: digits and a leading plus. Beside a number people write an extension, or another number: only the
 * first is dialled.
 */
export function telephone(phone: string): string {
  const numbers = [...phone.matchAll(/\+?\(?\d[\d\s().-]*/g)].map(([text]) => text.replaceAll(/[^\d+]/g, ''));
  const first = numbers.find((number) => number.replace('+', '').length >= shortest) ?? '';
  if (/^45\d{8}$/.test(first)) return `tel:+${first}`;
  return `tel:${/^(\+|00)/.test(first) ? first : first.slice(0, danish)}`;
}
