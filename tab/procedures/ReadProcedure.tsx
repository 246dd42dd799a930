import type { ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { useParagraph } from '../shared/address.ts';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { t, asDue, asMoment } from '../shared/texts/texts.ts';
import { ProcedureFile } from './ProcedureFile.tsx';
import styles from '../shared/ui/WrittenVersion.module.css';
import { AcknowledgeBox } from '../shared/ui/AcknowledgeBox.tsx';
import { useAcknowledgeProcedure } from './useProcedure.ts';

/** One version to read: news, text, file, and for the one in force its acknowledgement. */
export function ReadProcedure({ procedure, version }: { procedure: ProcedureView; version: ProcedureVersionView }) {
  const { summary, text, file } = version;
  const paragraph = useParagraph();
  return (
    <article className={styles.version}>
      {summary && (
        <section className={styles.whatsNew} aria-labelledby="whats-new">
          <h2 id="whats-new" className="card-title">
            {t('procedures.read.whatIsNew')}
          </h2>
          <p className={styles.whatsNewText}>{summary}</p>
        </section>
      )}
      {text && (
        <div className={`card ${styles.versionText}`}>
          <WrittenText text={text} paragraph={paragraph} />
        </div>
      )}
      {file && <ProcedureFile procedureKey={procedure.key} version={version} file={file} />}
      {!text && !file && <p className="section-text">{t('procedures.read.empty')}</p>}
      {version.key === procedure.current?.key && !procedure.retired && (
        <AcknowledgeProcedure key={version.key} procedure={procedure} version={version} />
      )}
    </article>
  );
}

function dueText(daysLeft: number | undefined, day: string | undefined): string {
  if (daysLeft === undefined) return t('procedures.acknowledge.dueAny');
  const due = asDue(daysLeft, day);
  return daysLeft < 0 ? t('procedures.acknowledge.over', { due }) : t('procedures.acknowledge.due', { due });
}

function receiptText(receipt: NonNullable<ProcedureView['receipt']>, thanked: string | undefined): string {
  const moment = asMoment(receipt.at);
  return thanked === undefined
    ? t('procedures.acknowledge.receipt', { moment, channel: t(`procedures.acknowledge.channel.${receipt.channel}`) })
    : t('procedures.acknowledge.thanks', { name: thanked, moment });
}

/** A procedure's question, and its receipt; nothing when no receipt is required. */
function AcknowledgeProcedure(props: { procedure: ProcedureView; version: ProcedureVersionView }) {
  const { procedure, version } = props;
  const { receipt, justGiven, firstName, daysLeft, busy, error, acknowledge } = useAcknowledgeProcedure(
    procedure,
    version,
  );
  if (!receipt && !procedure.abilities.acknowledge) return null;
  return (
    <AcknowledgeBox
      receipt={receipt && receiptText(receipt, justGiven ? firstName : undefined)}
      justGiven={justGiven}
      title={t('procedures.acknowledge.title')}
      due={dueText(daysLeft, procedure.due)}
      statement={t('procedures.acknowledge.statement')}
      button={t('procedures.acknowledge.button')}
      busy={busy}
      busyText={t('procedures.acknowledge.working')}
      error={error}
      onAcknowledge={acknowledge}
    />
  );
}
