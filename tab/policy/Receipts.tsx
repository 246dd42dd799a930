import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReceiptView } from '../../api/policy/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';

/** Where it was given, and on paper also when and by whom recorded. */
export const howText = ({ channel, note }: Pick<ReceiptView, 'channel' | 'note'>): string =>
  channel === 'signature' && note !== undefined ? note : t(`policy.channel.${channel}`);

const columns: () => Column<ReceiptView>[] = () => [
  { key: 'version', title: t('common.word.version'), cell: (receipt) => receipt.versionNumber },
  { key: 'outcome', title: t('common.word.what'), cell: (receipt) => t(`policy.outcome.${receipt.outcome}`) },
  { key: 'at', title: t('common.word.when'), cell: (receipt) => asMoment(receipt.at) },
  { key: 'how', title: t('common.word.how'), cell: howText },
];

function Table(props: { caption: string; receipts: readonly ReceiptView[]; empty: string }) {
  if (props.receipts.length === 0) return <p className="section-text">{props.empty}</p>;
  return (
    <DataTable
      caption={props.caption}
      columns={columns()}
      rows={props.receipts}
      rowKey={(receipt) => `${receipt.versionKey} ${receipt.outcome} ${receipt.at}`}
    />
  );
}

/** The reader's own receipts; never rewritten. Those of versions that ended long ago are fetched on demand. */
export function Receipts({ receipts, earlier }: { receipts: readonly ReceiptView[]; earlier: number }) {
  return (
    <section className="section" aria-labelledby="receipts">
      <h2 className="section-title" id="receipts">
        {t('policy.receipts.title')}
      </h2>
      <Table
        caption={t('policy.receipts.title')}
        receipts={receipts}
        empty={earlier > 0 ? t('policy.receipts.emptyLately') : t('policy.receipts.empty')}
      />
      {earlier > 0 && <Earlier />}
    </section>
  );
}

function Earlier() {
  const [isShown, setShown] = useState(false);
  const view = useView('GET /api/policy/earlier-receipts', {}, { enabled: isShown });
  return (
    <>
      <div>
        <Button aria-expanded={isShown} aria-controls="earlier-receipts" onClick={() => setShown(!isShown)}>
          {isShown ? t('policy.receipts.hideEarlier') : t('policy.receipts.showEarlier')}
        </Button>
      </div>
      <div id="earlier-receipts">
        {isShown && (
          <Viewed view={view} part skeleton={<Skeleton rows={3} />}>
            {(answer) => (
              <Table
                caption={t('policy.receipts.earlier')}
                receipts={answer.receipts}
                empty={t('policy.receipts.emptyEarlier')}
              />
            )}
          </Viewed>
        )}
      </div>
    </>
  );
}
