import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { launch, newContext } from '../launch.ts';
import { sharedTab } from '../tab-page.ts';

const { addressOf, asked: sofar } = sharedTab();

/** Requests with an empty cache until the first page is shown: files by kind, and API calls. */
async function fetchedFirst() {
  const context = await newContext(await launch(), { serviceWorkers: 'block' });
  const page = await context.newPage();
  const files: string[] = [];
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame() && !request.url().includes('/api/')) files.push(request.resourceType());
  });
  await page.goto(await addressOf());
  const tab = page.frames()[1];
  await tab?.getByRole('heading', { level: 1, name: /^Du har \d+ / }).waitFor();
  await tab?.getByText('Version 4.0, gælder fra').waitFor();
  const asked = [...sofar()];
  await context.close();
  return {
    files: Object.fromEntries([...Map.groupBy(files, (kind) => kind)].map(([kind, all]) => [kind, all.length])),
    asked,
  };
}

describe('the first load', () => {
  // Its duration in milliseconds is measured by `npm run bench -- --only firstLoad`.
  it('fetches few files, and asks the API once for each thing', async () => {
    const { files, asked } = await fetchedFirst();
    expect(files['document']).toBe(1);
    expect(files['script']).toBeLessThanOrEqual(18);
    expect(files['stylesheet']).toBeLessThanOrEqual(5);
    expect(asked).toContain('GET /api/me');
    expect(asked.length).toBeLessThanOrEqual(3);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('stays within its budget, and the report would say so otherwise', () => {
    const script = join(import.meta.dirname, '../../../tab/build/report-weight.mjs');
    const report = (budget?: string) =>
      spawnSync(process.execPath, budget ? [script, budget] : [script], { encoding: 'utf8' });
    const kept = report();
    expect(kept.stdout + kept.stderr).toMatch(/JavaScript: \d+\.\d kB of 150\.0 kB/);
    expect(kept.status).toBe(0);
    expect(report('1000').status).toBe(1);
  });
});
