import type { Frame } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ownTab, resize } from '../tab-page.ts';
import { journals, vote, withRequests } from './approvals-world.ts';

const { openTab, ask, slow, asked } = ownTab({}, withRequests);
const phone = { width: 390, height: 700 };
const isInView = (tab: Frame, name: string) =>
  tab.getByRole('heading', { level: 1, name }).evaluate((heading) => {
    const { top, bottom } = heading.getBoundingClientRect();
    return { seen: top >= 0 && bottom <= innerHeight, focused: document.activeElement === heading };
  });

describe('a vote on a phone', () => {
  it('that decides says so, with the heading in view, also when the page was told before the voter', async () => {
    const { approvals } = await ask('ciso', 'GET /api/approvals', { query: {} });
    const key = approvals.find(({ title }) => title === journals)?.key ?? '';
    await vote({ ask }, key, { 'Rasmus Krogh Damgaard': 'approve' });
    const opened = await openTab({ person: 'ciso', path: `/approvals/${key}` }, phone);
    await resize(opened, phone.width, phone.height);
    const { tab } = opened;
    // A phone’s button takes no focus from a finger.
    await tab.evaluate(() => addEventListener('mousedown', (event) => event.preventDefault()));
    await tab.getByLabel('Kommentar').fill('Husk fuldmagter.');
    await tab.getByLabel('Kommentar').evaluate((box) => box.blur());
    const answer = slow('POST /api/approvals/:requestKey/vote');
    await tab.getByRole('button', { name: 'Godkend', exact: true }).click();
    await expect.poll(() => asked().some((one) => one.startsWith('POST'))).toBe(true);
    // The press has its effect; its answer is late.
    const params = { requestKey: key };
    const { contentHash } = await ask('ciso', 'GET /api/approvals/:requestKey', { params });
    const body = { stage: 2, contentHash, choice: 'approve', reason: 'Husk fuldmagter.' } as const;
    await ask('ciso', 'POST /api/approvals/:requestKey/vote', { params, body });
    await tab.evaluate(() => window.dispatchEvent(new Event('visibilitychange')));
    await tab.getByText('Sagen er godkendt').waitFor();
    answer.release();
    await tab.getByText(`Tak. Du har godkendt ${journals}. Det er nu godkendt.`).waitFor();
    await expect.poll(() => isInView(tab, journals)).toEqual({ seen: true, focused: true });
    expect(await tab.getByText('Din kommentar er ikke sendt').count()).toBe(0);
  });
});
