import { writeFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { Assets } from '../../../../api/assets/index.ts';
import type { Context } from '../../../../api/context.ts';
import { ContingencyPlanVersions } from '../../../../api/contingency/index.ts';
import { makePack } from '../../../../api/contingency/packs/make-pack.ts';
import { packFile } from '../../../../api/contingency/packs/pack-file.ts';
import { formsOf, mostFormBytes } from '../../../../api/contingency/packs/pack-forms.ts';
import { packContentOf } from '../../../../api/contingency/packs/pack-content.ts';
import { AssetRecovery } from '../../../../api/critical-services/index.ts';
import type { ProvenFile } from '../../../../api/files/index.ts';
import { digest } from '../../../../api/kernel/index.ts';
import { People } from '../../../../api/organisation/index.ts';
import { centre, person, the } from '../../organisation/builders.ts';
import { anAsset } from '../../risks/register-world.ts';
import { aRecovery } from '../builders.ts';
import { aPaperTown, aVitalSystem, readPdf } from '../documents/papers.ts';
import { nord } from './pack-town.ts';

/** A form of two pages. */
async function aFormAsPdf(): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  for (const words of ['Medicin givet: navn, tid, dosis', 'Underskrift af to']) {
    const page = doc.addPage([595, 842]);
    page.drawText(words, { x: 60, y: 700, size: 18 });
    page.drawRectangle({ x: 60, y: 200, width: 470, height: 400, borderWidth: 1 });
  }
  return doc.save();
}
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('a pack whose plan has forms, in a centre that has a vital system without a plan', () => {
  let context: Context;
  let pdfForm: Uint8Array;
  let html = '';
  let pdf: Uint8Array = new Uint8Array();

  beforeAll(async () => {
    ({ context } = await aPaperTown());
    await aVitalSystem(context, 'journal', { title: 'Omsorgsjournal' });
    const phones = anAsset('telefoni', {
      title: 'Telefoni',
      centreId: nord,
      ownerId: person('bo'),
      supplier: 'Telefonen A/S',
    });
    await context.list(Assets).create(phones);
    await context.list(AssetRecovery).create(aRecovery('telefoni', { ownMtd: 2 }));
    await context.list(People).update('bo', () => ({ phone: '20 44 55 66' }));
    pdfForm = await aFormAsPdf();
    const stored = async (name: string, type: string, bytes: Uint8Array) => {
      const { id, versionId } = await context.documents.upload(name, bytes);
      const file: ProvenFile = { id, versionId, hash: digest(bytes), name, size: bytes.length, type };
      return { key: name, title: name.replace(/\..*/, ''), file };
    };
    const forms = [
      await stored('Skema M1.pdf', 'application/pdf', pdfForm),
      await stored('Kort.png', 'image/png', picture),
      await stored('Halvt.png', 'image/png', picture.subarray(0, 50)),
      await stored('Brudt.pdf', 'application/pdf', pdfForm.subarray(0, 200)),
      await stored(
        'Brev.docx',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        Buffer.from('PK'),
      ),
    ];
    await context.list(ContingencyPlanVersions).update('plan-journal-v1', () => ({ forms }));
    const pack = await makePack(context, the(context, 'isk-nord'), nord);
    html = new TextDecoder().decode((await packFile(context, the(context, 'isk-nord'), pack.key, 'html')).bytes);
    pdf = (await packFile(context, the(context, 'isk-nord'), pack.key, 'pdf')).bytes;
    const folder = process.env.PAPERS;
    if (folder !== undefined) {
      writeFileSync(`${folder}/forms.html`, html);
      writeFileSync(`${folder}/forms.pdf`, pdf);
    }
  });

  it('holds every form in the HTML file, byte for byte', () => {
    const links = [...html.matchAll(/<a download="([^"]+)" href="data:([^;]+);base64,([^"]+)">/g)];
    expect(links.map(([, name]) => name)).toEqual([
      ...['Skema M1.pdf', 'Kort.png', 'Halvt.png', 'Brudt.pdf', 'Brev.docx'],
    ]);
    expect(Buffer.from(links[0]?.[3] ?? '', 'base64').equals(Buffer.from(pdfForm))).toBe(true);
  });

  it('prints forms on sheets of their own behind the plan, and has the files in it', async () => {
    const { pages } = await readPdf(pdf);
    // The front, the plan with its list of attachments, two sheets of the form and one of the picture.
    expect(pages).toHaveLength(6);
    for (const name of ['Brev.docx', 'Halvt.png', 'Brudt.pdf'])
      expect(pages[2]?.text).toContain(`(${name}) er vedhæftet`);
    expect(pages[3]?.text).toMatch(/Skema M1, side 1 af 2.*Medicin givet: navn, tid, dosis/);
    expect(pages[4]?.text).toMatch(/Skema M1, side 2 af 2.*Underskrift af to/);
    expect(pages[5]?.text).toContain('Kort');
    for (const [place, { text }] of pages.entries()) expect(text).toContain(`Side ${place + 1} af 6`);
    const attached = (await PDFDocument.load(pdf)).getAttachments();
    expect(attached.map(({ name }) => name).toSorted()).toEqual([
      ...['Brev.docx', 'Brudt.pdf', 'Halvt.png', 'Kort.png', 'Skema M1.pdf'],
    ]);
  });

  it('names the system without a plan, how long it may be down, and whom to call', async () => {
    const { pages } = await readPdf(pdf);
    for (const text of [pages[0]?.text ?? '', html]) {
      expect(text).toContain('Systemer uden plan');
      expect(text).toMatch(/Telefoni.*2 timer/s);
      expect(text).toContain('20 44 55 66');
      expect(text).toContain('Telefonen A/S');
    }
    expect(html).toContain('href="tel:20445566"');
  });

  it('names a form that does not fit or was changed in SharePoint, without its bytes, and is made all the same', async () => {
    const content = packContentOf(context, centre('nord'));
    const [form] = content?.plans[0]?.version.version.forms ?? [];
    if (!content || !form) throw new Error('no form');
    const files = [
      { ...form, file: { ...form.file, size: mostFormBytes + 1 } },
      { ...form, file: { ...form.file, hash: 'another' } },
    ];
    await context.list(ContingencyPlanVersions).update('plan-journal-v1', () => ({ forms: files }));
    const forms = await formsOf(context, packContentOf(context, centre('nord'))?.plans ?? []);
    expect([...forms.values()].flat().map(({ bytes, why }) => [bytes, why])).toEqual([
      [undefined, 'tooLarge'],
      [undefined, 'lost'],
    ]);
  });
});
