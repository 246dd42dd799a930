import type { DraftBody, PolicyPageView, PolicyVersionView } from '../../api/policy/contract.ts';

/** What the form of a draft holds at first. */
export function startOf(version: PolicyVersionView | undefined, today: string): DraftBody {
  if (!version) return { title: '', number: '', body: '', summary: '', changeKind: 'major', effectiveOn: today };
  const { title, number, body, summary, changeKind, effectiveOn } = version;
  return { title, number, body, summary, changeKind, effectiveOn };
}

/**
 * A new draft starts with the newest text, in force or on its way, and not before it: a policy is changed, seldom
 * written from nothing.
 */
export const startFrom = (
  { current, coming, versions }: Pick<PolicyPageView, 'current' | 'coming' | 'versions'>,
  today: string,
): DraftBody => ({
  ...startOf(coming ?? current, today),
  number: numberAfter(versions.map(({ number }) => number)),
  summary: '',
  changeKind: 'major',
  effectiveOn: coming?.effectiveOn ?? today,
});

/** The next whole number: `4.0` and a draft `5.0` are followed by `6.0`. The writer may change it. */
export function numberAfter(numbers: readonly string[]): string {
  const highest = Math.max(0, ...numbers.map((number) => Number(number.split('.')[0]) || 0));
  return `${highest + 1}.0`;
}
