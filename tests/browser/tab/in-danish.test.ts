import { describe, expect, it } from 'vitest';
import { sharedTab } from '../tab-page.ts';

const { openTab, leave } = sharedTab();
const line = 'The text is in Danish, as it was written.';

describe('an English reader', () => {
  it.each([
    ['a plan', 'ciso', '/contingency/plans/plan-omsorg'],
    ['a plan in the pocket', 'coordinator', '/contingency/mine/plan-omsorg'],
    ['the reader’s own course', 'employee', '/learning'],
  ] as const)('is told once that %s is in Danish, and a Danish one is not', async (_, person, path) => {
    const english = await openTab({ person, path, locale: 'en-gb' });
    await english.tab.getByText(line).first().waitFor();
    expect(await english.tab.getByText(line).count()).toBe(1);
    await leave();
    const danish = await openTab({ person, path });
    await danish.tab.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await danish.tab.getByText('Teksten er på dansk').count()).toBe(0);
  });
});
