import { ink, sheet, type Paper, type Run } from '../../paper/paper.ts';
import { drawTable, heading, type Column } from '../../paper/parts.ts';
import type { PlanSheet, SheetStep } from './plan-sheet.ts';
import { paragraphsOf } from '../../paper/printable.ts';
import type { PaperWords } from './words.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

const whole = { x: sheet.left, width: sheet.width };
/** From the largest to the smallest legible size. */
const sizes = [1, 0.92, 0.84];
const pageHeight = sheet.bottom - sheet.top;

/** Draws a plan on a new page: steps and phones first, on one page if they fit. */
export function drawPlan(paper: Paper, plan: PlanSheet, words: PaperWords, begun?: () => void): void {
  const size = sizes.find((factor) => {
    const points = paper.measure(() => {
      paper.scaled(factor);
      drawAll(paper, plan, words);
    });
    return points <= pageHeight;
  });
  paper.newPage();
  begun?.();
  paper.bookmark(plan.system);
  paper.scaled(size ?? sizes[1] ?? 1);
  paper.inside('Sect', () => drawAll(paper, plan, words));
  paper.scaled(1);
}

function drawAll(paper: Paper, plan: PlanSheet, words: PaperWords): void {
  const { t } = words;
  const say = (key: TextsUnder<'offlinePacks.paper'>) => t(`offlinePacks.paper.${key}`);
  drawTop(paper, plan, words);
  drawSteps(paper, say('firstHour'), plan.firstHour, words, 1);
  drawPhones(paper, plan, words);
  drawSteps(paper, say('steps'), plan.steps, words, plan.firstHour.length + 1);
  drawWorkarounds(paper, plan, words);
  drawLines(paper, say('forms'), plan.forms);
  drawText(paper, say('communication'), plan.communication);
  drawSteps(paper, say('returnToNormal'), plan.returnToNormal, words, 1);
  drawText(paper, say('catchingUp'), plan.catchingUp);
  drawLines(paper, say('triggers'), plan.triggers);
  drawText(paper, say('about'), plan.about);
}

function drawTop(paper: Paper, plan: PlanSheet, { t, day, hours }: PaperWords): void {
  const values = { number: plan.number, from: plan.validFrom === undefined ? '' : day(plan.validFrom) };
  const version = t(`offlinePacks.paper.${plan.validFrom === undefined ? 'version' : 'versionFrom'}`, values);
  const review = plan.reviewOn === undefined ? [] : [t('offlinePacks.paper.reviewOn', { date: day(plan.reviewOn) })];
  const facts = [t(`contingency.planKind.${plan.kind}`), version, ...review].join(' · ');
  paper.row([{ type: 'H2', ...whole, runs: [{ text: plan.system, size: 21, strong: true }] }], { after: 0 });
  if (plan.title !== plan.system)
    paper.row([{ type: 'P', ...whole, runs: [{ text: plan.title, size: 12 }] }], { after: 1 });
  const mtd = plan.mtd === undefined ? '' : t('offlinePacks.paper.mtd', { time: hours(plan.mtd) });
  const runs: Run[] = [
    ...(mtd === '' ? [] : [{ text: mtd, size: 12, strong: true }]),
    { text: facts, size: 9, color: ink.quiet },
  ];
  paper.row([{ type: 'P', ...whole, runs }], { line: true, after: 4 });
}

/** Large numbers help to find the place again. */
function drawSteps(paper: Paper, title: string, steps: readonly SheetStep[], words: PaperWords, first: number): void {
  if (steps.length === 0) return;
  heading(paper, title);
  paper.inside('L', () => {
    for (const [place, { text, who, minutes }] of steps.entries()) {
      const when = minutes === undefined ? [] : [words.within(minutes)];
      const aside = [...(who === '' ? [] : [who]), ...when].join(' · ');
      const runs: Run[] = [{ text, size: 11 }, ...(aside === '' ? [] : [{ text: aside, size: 9.5, color: ink.quiet }])];
      paper.inside('LI', () =>
        paper.row(
          [
            { type: 'Lbl', x: sheet.left, width: 24, runs: [{ text: `${first + place}.`, size: 11, strong: true }] },
            { type: 'LBody', x: sheet.left + 26, width: sheet.width - 26, runs },
          ],
          { after: 4 },
        ),
      );
    }
  });
}

const plainRun = (text: string): Run[] => [{ text }];
const phoneRun = (text: string): Run[] => [{ text, size: 11.5, strong: true }];

/** Contacts, in a plan and on a pack's first page. */
export const phoneColumns = (say: (key: TextsUnder<'offlinePacks.paper'>) => string): Column[] => [
  { head: say('whom'), share: 0.34 },
  { head: say('phone'), share: 0.26 },
  { head: say('what'), share: 0.4 },
];

function drawPhones(paper: Paper, { phones, suppliers }: PlanSheet, { t }: PaperWords): void {
  if (phones.length + suppliers.length === 0) return;
  const say = (key: TextsUnder<'offlinePacks.paper'>) => t(`offlinePacks.paper.${key}`);
  heading(paper, say('phones'));
  const people = phones.map(({ role, name, phone, note, left }) => [
    [{ text: name || role, strong: true }, ...(left ? [{ text: say('left'), size: 9 }] : [])],
    phoneRun(phone || say('noPhone')),
    plainRun([name === '' ? '' : role, note].filter((part) => part !== '').join('. ')),
  ]);
  const others = suppliers.map(({ name, phone, agreement, hours }) => [
    [{ text: name, strong: true }],
    phoneRun(phone || say('noPhone')),
    plainRun(
      [say('supplier'), hours, agreement === '' ? '' : t('offlinePacks.paper.agreement', { number: agreement })]
        .filter((part) => part !== '')
        .join('. '),
    ),
  ]);
  drawTable(
    paper,
    phoneColumns(say),
    [...people, ...others].map((cells) => ({ cells })),
  );
}

function drawWorkarounds(paper: Paper, { workarounds }: PlanSheet, { t }: PaperWords): void {
  if (workarounds.length === 0) return;
  heading(paper, t('offlinePacks.paper.workarounds'));
  for (const { title, text, form } of workarounds) {
    if (title !== '') paper.row([{ type: 'H4', ...whole, runs: [{ text: title, strong: true }] }], { after: 0 });
    drawParagraphs(paper, paragraphsOf(text));
    if (form !== '') drawParagraphs(paper, [t('offlinePacks.paper.form', { form })]);
    paper.space(2);
  }
}

function drawParagraphs(paper: Paper, lines: readonly string[]): void {
  for (const text of lines) paper.row([{ type: 'P', ...whole, runs: [{ text }] }], { after: 2 });
}

function drawText(paper: Paper, title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  heading(paper, title, 45);
  drawParagraphs(paper, lines);
}

function drawLines(paper: Paper, title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  heading(paper, title, 45);
  paper.inside('L', () => {
    for (const text of lines)
      paper.inside('LI', () =>
        paper.row(
          [
            { type: 'Lbl', x: sheet.left, width: 12, runs: [{ text: '•' }] },
            { type: 'LBody', x: sheet.left + 14, width: sheet.width - 14, runs: [{ text }] },
          ],
          { after: 2 },
        ),
      );
  });
}
