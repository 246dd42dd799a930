import type { ProcedureVersionView, ProcedureView } from '../../api/procedures/contract.ts';
import { useParagraph } from '../shared/address.ts';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { t } from '../shared/texts/texts.ts';
import { AcknowledgeProcedure } from './AcknowledgeProcedure.tsx';
import { ProcedureFile } from './ProcedureFile.tsx';
import styles from '../shared/ui/WrittenVersion.module.css';

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
