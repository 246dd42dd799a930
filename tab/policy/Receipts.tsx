import type { ReceiptView } from '../../api/policy/contract.ts';
import { asMoment, t } from '../shared/texts/texts.ts';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';

const columns: () => Column<ReceiptView>[] = () => [
  { key: 'version', title: t('policy.receipts.version'), cell: (receipt) => receipt.versionNumber },
  { key: 'outcome', title: t('policy.receipts.outcome'), cell: (receipt) => t(`policy.outcome.${receipt.outcome}`) },
  { key: 'at', title: t('policy.receipts.at'), cell: (receipt) => asMoment(receipt.at) },
  { key: 'how', title: t('policy.receipts.how'), cell: (receipt) => t(`policy.channel.${receipt.channel}`) },
];

/** The reader's own receipts; they are never rewritten. */
export function Receipts({ receipts }: { receipts: readonly ReceiptView[] }) {
  return (
    <section className="section" aria-labelledby="receipts">
      <h2 className="section-title" id="receipts">
        {t('policy.receipts.title')}
      </h2>
      {receipts.length === 0 ? (
        <p className="section-text">{t('policy.receipts.empty')}</p>
      ) : (
        <DataTable
          caption={t('policy.receipts.title')}
          columns={columns()}
          rows={receipts}
          rowKey={(receipt) => `${receipt.versionKey} ${receipt.outcome}`}
        />
      )}
    </section>
  );
}
