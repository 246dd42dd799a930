import type { PolicyVersionView } from '../../api/policy/contract.ts';
import { useParagraph } from '../shared/address.ts';
import { t } from '../shared/texts/texts.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import styles from '../shared/ui/WrittenVersion.module.css';

/** The main news, worded as on the card. */
export function WhatsNew({ summary }: { summary: string }) {
  if (!summary) return null;
  return (
    <section className={styles.whatsNew} aria-labelledby="whats-new">
      <h2 id="whats-new" className="card-title">
        {t('policy.whatIsNew')}
      </h2>
      <p className={styles.whatsNewText}>{summary}</p>
    </section>
  );
}

/** News first, then the text, with the acknowledgement always in reach. */
export function ReadVersion(props: {
  version: PolicyVersionView;
  acknowledge: boolean;
  /** The reader's deadline, if not the version's. */
  due?: string | undefined;
}) {
  const { version } = props;
  const paragraph = useParagraph();
  return (
    <article className={styles.version}>
      <WhatsNew summary={version.summary} />
      <div className={`card ${styles.versionText}`}>
        <WrittenText text={version.body} paragraph={paragraph} />
      </div>
      {props.acknowledge && <Acknowledge version={version} myDue={props.due} />}
    </article>
  );
}
