import { Link } from 'wouter';
import type { CrosswalkView } from '../../api/standards/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { t } from '../shared/texts/texts.ts';
import { DataTable } from '../shared/ui/DataTable.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { standardPath } from './paths.ts';
import { StandardsNav } from './StandardsNav.tsx';

type Line = CrosswalkView['lines'][number];

/** Requirements met by the same work, with a source for each line. */
export function CrosswalkPage() {
  const view = useView('GET /api/crosswalk', {});
  return (
    <Viewed view={view}>
      {({ lines }) => (
        <Page
          title={t('standards.crosswalk.answer', { count: lines.length })}
          above={t('common.nav.standards')}
          lead={t('standards.crosswalk.lead')}
        >
          <StandardsNav />
          <DataTable
            caption={t('standards.nav.crosswalk')}
            columns={[
              { key: 'iso', title: 'ISO/IEC 27001', cell: (line: Line) => <Ref requirement={line.iso} /> },
              { key: 'other', title: t('standards.crosswalk.other'), cell: ({ other }) => <Ref requirement={other} /> },
              { key: 'source', title: t('standards.crosswalk.sourceTitle'), cell: ({ source }) => source },
            ]}
            rows={lines}
            rowKey={({ iso, other }) => `${iso.key} ${other.key}`}
          />
        </Page>
      )}
    </Viewed>
  );
}

const Ref = ({ requirement: { standard, standardKey, ref, title } }: { requirement: Line['iso'] }) => (
  <>
    <Link href={standardPath(standardKey)}>
      {standard} {ref}
    </Link>{' '}
    {title}
  </>
);
