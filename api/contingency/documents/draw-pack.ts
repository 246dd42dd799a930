import type { Translate } from '../../context.ts';
import { counted, drawForms } from './draw-forms.ts';
import type { PackPaper } from './pack-paper.ts';
import { createPaper, ink, sheet, type Paper, type Run, type Slot } from '../../paper/paper.ts';
import { drawTable, heading } from '../../paper/parts.ts';
import { stampPages, type Stamp } from '../../paper/stamp-pages.ts';
import { drawPlan, phoneColumns } from './plan-pages.ts';
import { packValues } from './pack-values.ts';
import { forFoot } from '../../paper/printable.ts';
import { paperWords, type PaperWords } from './words.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

const whole = { x: sheet.left, width: sheet.width };

/**
 * A centre's pack to print: a front page with systems and contacts, then a page a system. A4, tagged. Some 20 ms a
 * system, so on the document thread only.
 */
export async function drawPack(pack: PackPaper, t: Translate): Promise<Uint8Array> {
  const words = paperWords(t, pack.language);
  const values = packValues(pack, words);
  const paper = createPaper({
    title: t('offlinePacks.paper.title', values),
    author: pack.organisation,
    language: pack.language,
    madeAt: pack.madeAt,
    footer: t('offlinePacks.paper.packFooter', { ...values, centre: forFoot(values.centre) }),
    pageOf: (page, of) => t('offlinePacks.paper.page', { page, of }),
  });
  const slots = drawFront(paper, pack, words);
  const pages: number[] = [];
  const stamps: Stamp[] = [];
  for (const plan of pack.sheets) {
    const forms = await counted(pack.forms.get(plan.versionKey) ?? []);
    drawPlan(paper, plan, words, () => pages.push(paper.page));
    stamps.push(...drawForms(paper, forms, t));
  }
  for (const [place, slot] of slots.entries()) slot.fill({ text: String(pages[place] ?? '') });
  return stampPages(await paper.finish(), stamps);
}

/** Vital systems without a plan: contacts only. */
function drawGaps(paper: Paper, { withoutPlan }: PackPaper, { t, hours }: PaperWords): void {
  if (withoutPlan.length === 0) return;
  const say = (key: TextsUnder<'offlinePacks.paper'>) => t(`offlinePacks.paper.${key}`);
  paper.space(6);
  heading(paper, say('withoutPlan'), 90, 'H2');
  paper.row([{ type: 'P', ...whole, runs: [{ text: say('withoutPlanText') }] }], { after: 4 });
  const columns = [
    { head: say('system'), share: 0.36 },
    { head: say('mtdHead'), share: 0.18 },
    { head: say('callHead'), share: 0.46 },
  ];
  drawTable(
    paper,
    columns,
    withoutPlan.map(({ system, mtd, owner, supplier }) => {
      const call: Run[] = [
        ...(owner
          ? [{ text: `${owner.phone || say('noPhone')}  ${owner.name} (${say('ownerOf')})`, strong: true }]
          : []),
        ...(supplier === '' ? [] : [{ text: `${say('supplier')}: ${supplier}` }]),
      ];
      return {
        cells: [
          [{ text: system, strong: true }],
          [{ text: mtd === undefined ? say('mtdUnknown') : hours(mtd) }],
          call.length === 0 ? [{ text: say('askThem'), color: ink.quiet }] : call,
        ],
      };
    }),
  );
}

function drawFront(paper: Paper, pack: PackPaper, words: PaperWords): Slot[] {
  const { t, hours } = words;
  const say = (key: TextsUnder<'offlinePacks.paper'>) => t(`offlinePacks.paper.${key}`);
  const line = (text: string, look: Partial<Run> = {}, after = 3) =>
    paper.row([{ type: 'P', ...whole, runs: [{ text, ...look }] }], { after });
  line(pack.organisation, { color: ink.quiet }, 0);
  paper.row([{ type: 'H1', ...whole, runs: [{ text: say('front'), size: 30, strong: true }] }], { after: 0 });
  line(pack.centreTitle, { size: 16, strong: true }, 2);
  line(t('offlinePacks.paper.made', packValues(pack, words)), { color: ink.quiet }, 8);
  for (const key of ['use1', 'use2', 'use3'] as const) line(say(key), { size: 11 });

  const slots: Slot[] = [];
  heading(paper, say('systems'), 90, 'H2');
  const columns = [
    { head: say('system'), share: 0.5 },
    { head: say('mtdHead'), share: 0.25 },
    { head: say('versionHead'), share: 0.15 },
    { head: say('pageHead'), share: 0.1 },
  ];
  drawTable(
    paper,
    columns,
    pack.sheets.map(({ system, mtd, number }) => ({
      cells: [
        [{ text: system, strong: true }],
        [{ text: mtd === undefined ? say('mtdUnknown') : hours(mtd) }],
        [{ text: String(number) }],
        [{ text: ' ' }],
      ],
      last: (slot) => slots.push(slot),
    })),
  );
  drawPeople(paper, pack, t);
  drawGaps(paper, pack, words);
  return slots;
}

function drawPeople(paper: Paper, { people }: PackPaper, t: Translate): void {
  if (people.length === 0) return;
  const say = (key: TextsUnder<'offlinePacks.paper'>) => t(`offlinePacks.paper.${key}`);
  paper.space(6);
  heading(paper, say('askThem'), 90, 'H2');
  drawTable(
    paper,
    phoneColumns(say),
    people.map(({ name, phone, role }) => ({
      cells: [
        [{ text: name, strong: true }],
        [phone === '' ? { text: say('noPhone'), color: ink.quiet } : { text: phone, size: 11.5, strong: true }],
        [{ text: t(`roles.${role}`) }],
      ],
    })),
  );
}
