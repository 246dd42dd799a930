import type { Context, Translate } from '../../context.ts';
import type { FileAnswer } from '../../http/index.ts';
import type { Actor, Language } from '../../kernel/index.ts';
import { wordDocument, type Block } from '../../word/index.ts';
import { workbook, type Workbook } from '../../files/workbook/index.ts';
import type { AreaRow, ManagementDutyView } from '../contract.ts';
import { managementViewOf } from './management-view.ts';
import { formatDate } from '../../texts/format.ts';
import type { TextsUnder } from '../../texts/catalogue.ts';
import { shippedIn } from '../../texts/shipped-words.ts';

const root = 'governanceDocuments';
const areaColumns = ['number', 'area', 'areaState', 'approved', 'approvedBy', 'day', 'controls'] as const;
const supervisionColumns = ['day', 'shownBy'] as const;
const memberColumns = ['name', 'body', 'course', 'day'] as const;
/** Twips, landscape A4 with margins of 2 cm. */
const widths = { areas: [700, 3_300, 1_900, 3_100, 2_200, 1_400, 1_970], supervision: [2_000, 12_570] };
const memberWidths = [4_500, 4_000, 4_070, 2_000];

interface Writing {
  /** Writes a day. */
  day: (on: string) => string;
  /** Each row says its area, to be sorted and filtered; else the first of the area's. */
  eachRow: boolean;
}

/** What the tables hold, in the reader's words. */
function tablesOf(t: Translate, language: Language, view: ManagementDutyView, { day, eachRow }: Writing) {
  const bodyOf = (body: TextsUnder<'roles'>) => t(`roles.${body}`);
  const head = (columns: readonly TextsUnder<'governanceDocuments.columns'>[]) =>
    columns.map((column) => t(`${root}.columns.${column}`));
  const areaLines = (area: AreaRow): (string | number)[][] => {
    const about = [area.number, area.title, t(`${root}.areaState.${area.state}`)];
    const controls = area.controls.map(({ title }) => title).join('; ');
    if (area.approvals.length === 0) return [[...about, '', '', '', controls]];
    return area.approvals.map(({ title, bodies, on }, place) => [
      ...(eachRow || place === 0 ? about : ['', '', '']),
      shippedIn(title, language),
      bodies.map(bodyOf).join(', '),
      day(on),
      eachRow || place === 0 ? controls : '',
    ]);
  };
  const none = { title: t(`${root}.noCourse`), on: '' };
  return {
    areas: [head(areaColumns), ...view.areas.flatMap(areaLines)],
    supervision: [
      head(supervisionColumns),
      ...view.supervision.map(({ on, title }) => [day(on), shippedIn(title, language)]),
    ],
    members: [
      head(memberColumns),
      ...view.members.flatMap(({ person, body, courses }) =>
        (courses.length === 0 ? [none] : courses).map(({ title, on }) => [
          person.name,
          bodyOf(body),
          title,
          on === '' ? '' : day(on),
        ]),
      ),
    ],
  };
}

/** § 7 as a workbook: areas, supervision, members. */
export function managementWorkbook(context: Context, actor: Actor): Promise<Workbook> {
  const { language } = actor;
  const t = context.texts(language);
  const view = managementViewOf(context, actor);
  const { areas, supervision, members } = tablesOf(t, language, view, { day: (on) => on, eachRow: true });
  return workbook(t(`${root}.managementFile`, { date: view.day }), [
    { name: t(`${root}.areasSheet`), rows: areas, widths: [8, 50, 24, 50, 40, 14, 60] },
    { name: t(`${root}.supervisionSheet`), rows: supervision, widths: [14, 70] },
    { name: t(`${root}.membersSheet`), rows: members, widths: [34, 30, 44, 14] },
  ]);
}

/** The same as a Word document. Some 100 ms on a thread. Rejects as `ownThread`. */
export function managementDocument(context: Context, actor: Actor): Promise<FileAnswer> {
  const { language } = actor;
  const t = context.texts(language);
  const view = managementViewOf(context, actor);
  const { areas, supervision, members } = tablesOf(t, language, view, {
    day: (on) => formatDate(on, language),
    eachRow: false,
  });
  const table = (rows: readonly (string | number)[][], columns: number[]): Block => ({
    kind: 'table',
    widths: columns,
    header: (rows[0] ?? []).map(String),
    rows: rows.slice(1).map((row) => row.map((cell) => ({ text: String(cell) }))),
  });
  const title = t(`${root}.managementTitle`);
  const asOf = { organisation: context.organisation.name, date: formatDate(view.day, language, 'long') };
  const who = { bodies: view.bodies.map((body) => t(`roles.${body}`)).join(', ') };
  return wordDocument(t(`${root}.managementFile`, { date: view.day }), {
    creator: context.organisation.name,
    title,
    sections: [
      {
        across: true,
        blocks: [
          { kind: 'title', text: title },
          { kind: 'text', text: t(`${root}.asOf`, asOf), size: 22 },
          { kind: 'text', text: t(`${root}.management`, who), size: 22 },
          { kind: 'heading', text: t(`${root}.areasSheet`) },
          table(areas, widths.areas),
          { kind: 'heading', text: t(`${root}.supervisionSheet`) },
          table(supervision, widths.supervision),
          { kind: 'heading', text: t(`${root}.membersSheet`) },
          table(members, memberWidths),
        ],
      },
    ],
  });
}
