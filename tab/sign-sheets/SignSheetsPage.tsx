import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { SheetRow, SubjectView } from '../../api/sign-sheets/contract.ts';
import { PolicyNav } from '../shared/navigation/PolicyNav.tsx';
import { useView } from '../shared/api/queries.ts';
import { asDate, asNumber, t } from '../shared/texts/texts.ts';
import { ButtonLink } from '../shared/ui/ButtonLink.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';

/** Documents that people without Teams may sign on paper, and the existing sheets. */
export function SignSheetsPage() {
  const view = useView('GET /api/sign-sheets', {});
  return (
    <Viewed view={view}>
      {({ subjects, unreached, sheets, abilities, freshness }) => {
        return (
          <Page
            title={unreached > 0 ? t('signSheets.answer', { count: unreached }) : t('signSheets.answerNone')}
            above={t('signSheets.title')}
            lead={t('signSheets.lead')}
          >
            <PolicyNav />
            <Part id="subjects" title={t('signSheets.subjects.title')} empty={t('signSheets.subjects.empty')}>
              {subjects.length > 0 && (
                <DataTable
                  caption={t('signSheets.subjects.caption')}
                  columns={subjectColumns().filter(({ key }) => abilities.make || key !== 'make')}
                  rows={subjects}
                  rowKey={({ kind, key }) => `${kind} ${key}`}
                />
              )}
            </Part>
            <Part id="sheets" title={t('signSheets.sheets.title')} empty={t('signSheets.sheets.empty')}>
              {sheets.length > 0 && (
                <DataTable
                  caption={t('signSheets.sheets.caption')}
                  columns={sheetColumns()}
                  rows={sheets}
                  rowKey={({ key }) => key}
                />
              )}
            </Part>
            <AsOf freshness={freshness} />
          </Page>
        );
      }}
    </Viewed>
  );
}

function Part(props: { id: string; title: string; empty: string; children: ReactNode }) {
  return (
    <section className="card" aria-labelledby={props.id}>
      <h2 className="section-title" id={props.id}>
        {props.title}
      </h2>
      {props.children || <p className="section-text">{props.empty}</p>}
    </section>
  );
}

const newSheetPath = ({ kind, key }: SubjectView) =>
  `/sign-sheets/new?${new URLSearchParams({ kind, subject: key }).toString()}`;

const subjectColumns = (): Column<SubjectView>[] => [
  { key: 'what', title: t('common.word.what'), cell: ({ title }) => title },
  { key: 'kind', title: t('common.word.kind'), short: true, cell: ({ kind }) => t(`signSheets.kind.${kind}`) },
  { key: 'people', title: t('signSheets.subjects.people'), numeric: true, cell: ({ people }) => asNumber(people) },
  {
    key: 'unreached',
    title: t('signSheets.subjects.unreached'),
    numeric: true,
    cell: ({ unreached }) => asNumber(unreached),
  },
  {
    key: 'make',
    title: t('signSheets.subjects.make'),
    short: true,
    cell: (subject) => (
      <ButtonLink
        to={newSheetPath(subject)}
        size="small"
        label={t('signSheets.subjects.makeFor', { title: subject.title })}
      >
        {t('signSheets.subjects.make')}
      </ButtonLink>
    ),
  },
];

const status = ({ counts: { people, ticked, recorded, done } }: SheetRow): string => {
  const signed = recorded + done + ticked;
  return ticked > 0
    ? t('signSheets.sheets.waiting', { signed, people, ticked })
    : t('signSheets.sheets.count', { signed, people });
};

const sheetColumns = (): Column<SheetRow>[] => [
  {
    key: 'what',
    title: t('common.word.what'),
    cell: ({ key, title, way }) => (
      <Link href={`/sign-sheets/${encodeURIComponent(key)}`}>
        {t(`signSheets.way.${way}`)}: {title}
      </Link>
    ),
  },
  { key: 'held', title: t('common.word.day'), short: true, cell: ({ heldOn }) => asDate(heldOn) },
  { key: 'place', title: t('signSheets.sheets.place'), cell: ({ place }) => place },
  { key: 'standing', title: t('signSheets.sheets.standing'), cell: status },
];
