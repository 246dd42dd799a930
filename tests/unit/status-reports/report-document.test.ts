import { expect, it } from 'vitest';
import { statusReportView } from '../../../api/status-reports/contract.ts';
import { reportBlocks } from '../../../api/status-reports/report-document.ts';
import { translator } from '../../../api/texts/translate.ts';

const figure = { key: 'trained', name: 'Kursus', area: 'people', unit: 'percent', good: 'up' };
const report = statusReportView.parse({
  ...{ key: 'coming', from: '2026-09-01', to: '2026-11-24', note: '' },
  figures: [{ ...figure, before: { value: 71, day: '2026-09-01' }, value: 78, movement: 'better' }],
  ...{ decisions: [], waiting: [], findings: [], counts: { decisions: 0, waiting: 0, findings: 0 } },
  incidents: [{ key: 'incidents', name: 'Tid til svar', unit: 'hours', value: 4 }],
});

it.each([
  ['da', '71\u00a0% (1. sep. 2026)', '78\u00a0%', 'Bedre', '4 timer'],
  ['en', '71% (1 Sept 2026)', '78%', 'Better', '4 hours'],
] as const)('says every number and its movement in words (%s)', (language, before, now, movement, hours) => {
  const said = JSON.stringify(reportBlocks(translator(language), { language }, report));
  for (const text of [before, now, movement, hours]) expect(said).toContain(`"${text}"`);
});
