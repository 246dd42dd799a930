import type { Translate } from '../../context.ts';
import { dialled } from '../plans/phone-in-words.ts';
import type { PackForm } from './pack-paper.ts';
import type { PlanSheet, SheetStep } from './plan-sheet.ts';
import { paragraphsOf } from '../../paper/printable.ts';
import type { PaperWords } from './words.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Escapes text for HTML content and attributes. Required for all user input. */
export const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);

/** A contact, with the number as a link. */
export function phoneItem(name: string, phone: string, note: string, t: Translate): string {
  const number = dialled(phone);
  const shown = escaped(phone);
  const missing = `<span>${escaped(t('offlinePacks.paper.noPhone'))}</span>`;
  const written = phone === '' ? missing : `<span>${shown}</span>`;
  const call = number === undefined ? written : `<a href="tel:${number}">${shown}</a>`;
  const aside = note === '' ? '' : `<br><span class="quiet">${escaped(note)}</span>`;
  return `<li><span><strong>${escaped(name)}</strong>${aside}</span> ${call}</li>`;
}

/** A plan as a section: steps and phones first. */
export function planSection(
  plan: PlanSheet,
  place: number,
  words: PaperWords,
  files: readonly PackForm[] = [],
): string {
  const { t, day, hours } = words;
  const say = (key: TextsUnder<'offlinePacks.paper'>) => t(`offlinePacks.paper.${key}`);
  const version = t(`offlinePacks.paper.${plan.validFrom === undefined ? 'version' : 'versionFrom'}`, {
    number: plan.number,
    from: plan.validFrom === undefined ? '' : day(plan.validFrom),
  });
  return `<section id="s${place}" aria-labelledby="h${place}" data-part data-system>
<h2 id="h${place}">${escaped(plan.system)}</h2>
${plan.mtd === undefined ? '' : `<p class="due">${escaped(t('offlinePacks.paper.mtd', { time: hours(plan.mtd) }))}</p>`}
<p class="quiet">${escaped([plan.title, version].join(' · '))}</p>
${steps(say('firstHour'), plan.firstHour, words, 1)}
${phones(plan, t)}
${steps(say('steps'), plan.steps, words, plan.firstHour.length + 1)}
${workarounds(plan, t)}
${forms(plan, files, t)}
${prose(say('communication'), plan.communication)}
${steps(say('returnToNormal'), plan.returnToNormal, words, 1)}
${prose(say('catchingUp'), plan.catchingUp)}
${list(say('triggers'), plan.triggers)}
${prose(say('about'), plan.about)}
</section>`.replaceAll(/\n{2,}/g, '\n');
}

const titled = (title: string, isEmpty: boolean, body: string): string =>
  isEmpty ? '' : `<h3>${escaped(title)}</h3>\n${body}`;
const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${escaped(line)}</p>`).join('\n');
const prose = (title: string, lines: readonly string[]): string => titled(title, lines.length === 0, paragraphs(lines));
const list = (title: string, lines: readonly string[]): string =>
  titled(title, lines.length === 0, `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`);

function steps(title: string, all: readonly SheetStep[], { within }: PaperWords, first: number): string {
  const items = all.map(({ text, who, minutes }) => {
    const aside = [who, ...(minutes === undefined ? [] : [within(minutes)])].filter((part) => part !== '').join(' · ');
    return `<li>${escaped(text)}${aside === '' ? '' : `<br><span class="quiet">${escaped(aside)}</span>`}</li>`;
  });
  return titled(title, all.length === 0, `<ol start="${first}">\n${items.join('\n')}\n</ol>`);
}

function phones({ phones: people, suppliers }: PlanSheet, t: Translate): string {
  const say = (key: TextsUnder<'offlinePacks.paper'>, values?: Readonly<Record<string, string>>) =>
    t(`offlinePacks.paper.${key}`, values);
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join('. ');
  const items = [
    ...people.map(({ name, role, phone, note, left }) =>
      phoneItem(name || role, phone, join(name === '' ? '' : role, note, left ? say('left') : ''), t),
    ),
    ...suppliers.map(({ name, phone, hours, agreement }) =>
      phoneItem(
        name,
        phone,
        join(say('supplier'), hours, agreement === '' ? '' : say('agreement', { number: agreement })),
        t,
      ),
    ),
  ];
  return titled(say('phones'), items.length === 0, `<ul class="phones">\n${items.join('\n')}\n</ul>`);
}

/** The forms themselves, to open and print from this file. */
function forms({ forms: named }: PlanSheet, files: readonly PackForm[], t: Translate): string {
  const say = (key: TextsUnder<'offlinePacks.paper'>, values?: Readonly<Record<string, string>>) =>
    t(`offlinePacks.paper.${key}`, values);
  if (files.length === 0) return list(say('forms'), named);
  const items = files.map(({ title, name, type, size, bytes, why }) => {
    const kind = say('formFile', { name, size: sizeInWords(size) });
    if (!bytes) return `<li>${escaped(title)}<br><span class="quiet">${escaped(say(why ?? 'lost'))}</span></li>`;
    const data = `data:${escaped(type)};base64,${Buffer.from(bytes).toString('base64')}`;
    return `<li><a download="${escaped(name)}" href="${data}">${escaped(title)}</a><br><span class="quiet">${escaped(kind)}</span></li>`;
  });
  return titled(say('forms'), false, `<ul class="files">${items.join('\n')}</ul>`);
}

/** `2,1 MB`, `340 kB`. */
const sizeInWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bytes / 1_000))} kB`;

function workarounds({ workarounds: all }: PlanSheet, t: Translate): string {
  const items = all.map(({ title, text, form }) =>
    [
      title === '' ? '' : `<h4>${escaped(title)}</h4>`,
      paragraphs(paragraphsOf(text)),
      form === '' ? '' : `<p>${escaped(t('offlinePacks.paper.form', { form }))}</p>`,
    ].join('\n'),
  );
  return titled(t('offlinePacks.paper.workarounds'), all.length === 0, items.join('\n'));
}
