import { Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdviceView } from '../../../api/advice/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { useAddress } from '../../shared/address.ts';
import { download } from '../../shared/api/client.ts';
import { useView } from '../../shared/api/queries.ts';
import { asDate, t } from '../../shared/texts/texts.ts';
import { DataTable, type Column } from '../../shared/ui/DataTable.tsx';
import { DownloadButton } from '../../shared/ui/DownloadButton.tsx';
import { NameCell } from '../../shared/ui/Person.tsx';
import { Pages } from '../../shared/ui/Pages.tsx';
import { SearchField } from '../../shared/ui/SearchField.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { AdviceDialog } from '../AdviceDialog.tsx';
import styles from '../../shared/ui/PlainText.module.css';

const pageSize = 25;
type Sort = 'at' | 'name';

/** The log of advice: enquirer and answer, searchable (R14). */
export function AdvicePart() {
  const { valueOf, offset, choose } = useAddress<'advice' | 'sort' | 'direction'>();
  const [asked, setAsked] = useState<AdviceView | 'new'>();
  const q = (valueOf('advice') ?? '').slice(0, 100);
  const sort: Sort = valueOf('sort') === 'name' ? 'name' : 'at';
  const descending = valueOf('direction') === undefined ? sort === 'at' : valueOf('direction') === 'down';
  const query = { sort, descending: String(descending), ...(q ? { q } : {}) };
  const view = useView('GET /api/advice', { query: { ...query, offset, limit: pageSize } }, { keepPrevious: true });
  const excel = useMutation({ mutationFn: () => download('GET /api/advice.xlsx', { query }) });
  const sortBy = (by: Sort) => choose({ sort: by, direction: by === sort && descending ? 'up' : 'down' });
  return (
    <section className="section" aria-labelledby="advice">
      <div className="section-head">
        <h2 className="section-title" id="advice">
          {t('advice.title')}
        </h2>
        {view.data?.abilities.write && (
          <Button icon={<AddRegular />} appearance="primary" onClick={() => setAsked('new')}>
            {t('advice.add')}
          </Button>
        )}
      </div>
      <div className="card">
        <div className="filters">
          <SearchField value={q} label={t('advice.search')} onSearch={(advice) => choose({ advice })} />
          <DownloadButton file={excel} busyText={t('advice.excelBusy')}>
            {t('advice.excel')}
          </DownloadButton>
        </div>
        <Viewed view={view} part>
          {({ advice, total, abilities }) =>
            total === 0 ? (
              <p>{q === '' ? t('advice.teach') : t('advice.nothing')}</p>
            ) : (
              <>
                <DataTable<AdviceView, Sort>
                  caption={t('advice.title')}
                  columns={columns(abilities.write ? setAsked : undefined)}
                  rows={advice}
                  rowKey={({ key }) => key}
                  sorted={{ by: sort, descending }}
                  onSort={sortBy}
                  busy={view.isPlaceholderData}
                />
                <Pages offset={offset} limit={pageSize} total={total} onMove={(to) => choose({ offset: String(to) })} />
              </>
            )
          }
        </Viewed>
      </div>
      {asked && <AdviceDialog {...(asked === 'new' ? {} : { advice: asked })} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

const columns = (onChange: ((advice: AdviceView) => void) | undefined): Column<AdviceView, Sort>[] => [
  {
    key: 'name',
    title: t('advice.columns.askedBy'),
    sort: 'name',
    cell: ({ askedBy, centre }) => <NameCell name={askedBy.name} jobTitle={centre?.title ?? askedBy.jobTitle} />,
  },
  {
    key: 'answer',
    title: t('advice.columns.answer'),
    cell: ({ answer }) => <p className={styles.plainText}>{answer}</p>,
  },
  {
    key: 'at',
    title: t('advice.columns.at'),
    sort: 'at',
    short: true,
    cell: ({ at }) => asDate(dayOf(at)),
  },
  { key: 'by', title: t('advice.columns.by'), cell: ({ by }) => by.name },
  ...(onChange
    ? [
        {
          key: 'change',
          title: t('advice.change'),
          cell: (advice: AdviceView) => (
            <Button
              size="small"
              aria-label={`${t('advice.change')}: ${advice.askedBy.name}`}
              onClick={() => onChange(advice)}
            >
              {t('advice.change')}
            </Button>
          ),
        },
      ]
    : []),
];
