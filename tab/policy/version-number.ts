/** The next whole number: `4.0` and a draft `5.0` are followed by `6.0`. The writer may change it. */
export function numberAfter(numbers: readonly string[]): string {
  const highest = Math.max(0, ...numbers.map((number) => Number(number.split('.')[0]) || 0));
  return `${highest + 1}.0`;
}
