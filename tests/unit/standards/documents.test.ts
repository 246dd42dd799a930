import { mkdirSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { applicabilityDocument } from '../../../api/standards/applicability-document.ts';
import { assessControl, decideApplicability } from '../../../api/standards/index.ts';
import {
  applicabilityWorkbook,
  controlsWorkbook,
  coverageWorkbook,
  gapsWorkbook,
} from '../../../api/standards/workbooks.ts';
import { readSheet } from 'read-excel-file/node';
import { drafted } from '../procedures/a-library.ts';
import { refusal } from '../organisation/builders.ts';
import { aStandardsTown } from './builders.ts';

const keep = process.env['KEEP_DOCUMENTS'];
const kept = ({ fileName, bytes }: { fileName: string; bytes: Uint8Array }) => {
  if (!keep) return;
  mkdirSync(keep, { recursive: true });
  writeFileSync(`${keep}/${fileName}`, bytes);
};

async function aCoveredTown() {
  const town = await aStandardsTown();
  const { context, ciso, add } = town;
  const procedureKey = await drafted(context);
  const key = await add({
    title: '=HYPERLINK("https://x.example";"Adgange gennemgås")',
    requirementKeys: ['iso27001.A.5.15', 'iso27001.A.5.18', 'nis2.6.9'],
    procedureKeys: [procedureKey],
    ownerId: 'anne',
  });
  await add({ title: 'Nye brugere oprettes af lederen i selvbetjeningen', requirementKeys: ['iso27001.A.5.18'] });
  await assessControl(context, ciso, key, { effect: 'effective', note: '' });
  await decideApplicability(context, ciso, 'iso27001-a', {
    ...{ requirementKeys: ['iso27001.A.8.25', 'iso27001.A.8.28'], applies: false },
    reason: 'Kommunen udvikler ikke selv programmer. Det, der udvikles for os, er dækket af A.8.30.',
  });
  await decideApplicability(context, ciso, 'iso27001-a', {
    ...{ requirementKeys: ['iso27001.A.5.18'], applies: true, reason: 'Adgang til persondata skal være styret.' },
  });
  return town;
}

const rowsOf = async ({ bytes }: { bytes: Uint8Array }, sheet = 1) => readSheet(Buffer.from(bytes), sheet);

describe('the statement of applicability as a workbook', () => {
  it('has every requirement with choice, reason, status, controls and procedures', async () => {
    const { context, ciso } = await aCoveredTown();
    const book = await applicabilityWorkbook(context, ciso, 'iso27001-a');
    kept(book);
    const rows = await rowsOf(book);
    expect(rows).toHaveLength(94);
    const row = (ref: string) => rows.find((cells) => cells[1] === ref);
    expect(row('A.8.25')).toMatchObject({ 3: 'Nej', 5: 'Valgt fra' });
    expect(row('A.5.18')).toMatchObject({ 3: 'Ja', 4: 'Adgang til persondata skal være styret.', 5: 'Opfyldt' });
    expect(String(row('A.5.18')?.[6])).toContain('ikke vurderet endnu');
    expect(row('A.5.1')).toMatchObject({ 3: 'Ikke besluttet', 5: 'Ikke taget stilling' });
  });

  it('holds no formula, whatever people call their controls', async () => {
    const { context, ciso } = await aCoveredTown();
    const query = { sort: 'title' as const, descending: false, offset: 0, limit: 50 };
    const books = [
      await controlsWorkbook(context, ciso, query),
      await coverageWorkbook(context, ciso),
      await applicabilityWorkbook(context, ciso, 'iso27001-a'),
      await gapsWorkbook(context, ciso, { sort: 'standard', descending: false }),
    ];
    for (const book of books) {
      kept(book);
      for (const cells of await rowsOf(book))
        for (const cell of cells) expect(String(cell ?? '')).not.toMatch(/^[=+@]/);
    }
  });
});

describe('the coverage as a workbook', () => {
  it('has a sheet for all and one for each standard, with counts that add up', async () => {
    const { context, ciso } = await aCoveredTown();
    const book = await coverageWorkbook(context, ciso);
    const [, ...rows] = await rowsOf(book);
    expect(rows).toHaveLength(5);
    for (const [, , ...counts] of rows) {
      const [total, ...parts] = counts.map(Number).reverse();
      expect(parts.reduce((sum, count) => sum + count, 0)).toBe(total);
    }
    const annexA = await rowsOf(book, 3);
    expect(annexA).toHaveLength(94);
  });
});

describe('the statement of applicability in Word', () => {
  it('counts above its tables what the rows say', async () => {
    const { context, ciso } = await aCoveredTown();
    const { bytes } = await applicabilityDocument(context, ciso, 'iso27001-a');
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const rows = (word: string) => xml.split(`>${word}<`).length - 1;
    expect(xml).toContain(
      `${rows('Ja')} valgt til, ${rows('Nej')} er valgt fra, og ${rows('Ikke besluttet')} er ikke besluttet`,
    );
    expect(xml).toContain(`${rows('Opfyldt')} opfyldt`);
    expect(xml).toContain(`${rows('Mangler en kontrol') + rows('Ikke taget stilling')} mangler en kontrol`);
  });

  it('is a Word file with links to controls', async () => {
    const { context, ciso } = await aCoveredTown();
    const written = await applicabilityDocument(context, ciso, 'iso27001-a');
    kept(written);
    expect(written.fileName).toMatch(/^ISO 27001 bilag A - SoA .*\.docx$/);
    expect(Buffer.from(written.bytes.subarray(0, 2)).toString()).toBe('PK');
    expect(await refusal(() => applicabilityDocument(context, ciso, 'none'))).toBe('standards.noSuchStandard');
  });
});
