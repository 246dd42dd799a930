import { expect, it } from 'vitest';
import { planPdf } from '../../../../api/contingency/documents/plan-pdf.ts';
import { findPlan } from '../../../../api/contingency/index.ts';
import { aPlan, aPlanVersion, inForce } from '../builders.ts';
import { aFullContent, aPaperTown, readPdf } from './papers.ts';

it.each([
  ['words', 'Nødprocedure for hjemmeplejen i hele '.repeat(6).slice(0, 200)],
  ['wide letters', 'W'.repeat(200)],
])('the foot of a page › begins no page of its own and keeps the code, under a title of 200 %s', async (_, title) => {
  const { context } = await aPaperTown();
  await inForce(context, aPlan('p1'), aPlanVersion('p1', { title, content: aFullContent() }));
  const now = findPlan(context, 'p1');
  if (!now?.current) throw new Error('the plan is not in force');
  const { pages } = await readPdf(await planPdf(context, now, now.current, 'da'));
  for (const [place, { text }] of pages.entries()) {
    expect(text).toContain(`Side ${place + 1} af ${pages.length}`);
    expect(text).toMatch(/version 1 · 15\. maj 2026 · kode \w{4} \w{4}/);
  }
});
