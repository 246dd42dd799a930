import type { HandOverView } from '../../api/obligations/contract.ts';
import { useAct } from '../shared/api/queries.ts';
import { oweText } from '../shared/kinds.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import styles from './TasksPage.module.css';

/** Hand-overs in force, each with its undo. */
export function HandedOver(props: {
  handOvers: readonly HandOverView[];
  title: string;
  text: string;
  /** Of several people: also from whom. */
  ofOthers?: boolean;
}) {
  if (props.handOvers.length === 0) return null;
  return (
    <section className="section" aria-labelledby="handed-over">
      <h2 className="section-title" id="handed-over">
        {props.title}
      </h2>
      <p className="section-text">{props.text}</p>
      <ul className={styles.tasks}>
        {props.handOvers.map((handOver) => (
          <HandOver key={handOver.key} handOver={handOver} ofOthers={props.ofOthers === true} />
        ))}
      </ul>
    </section>
  );
}

function HandOver({ handOver, ofOthers }: { handOver: HandOverView; ofOthers: boolean }) {
  const { key, from, to, by, at, until, note, abilities } = handOver;
  const act = useAct('POST /api/obligations/hand-overs/:key/end');
  const end = () =>
    notifyAfter(act.mutateAsync({ params: { key } }), t('obligations.handedOver.tookBack', { title: handOver.title }));
  const where =
    ofOthers && from
      ? t('obligations.handedOver.fromTo', { from: from.name, to: to.name })
      : t('obligations.handedOver.to', { name: to.name });
  return (
    <li className={`${styles.task} ${styles.handedOver}`} data-part="task">
      <div className={styles.taskText}>
        <h3 className={styles.taskTitle} data-part="task-title">
          {oweText(handOver)}
        </h3>
        <p>{where}</p>
        <p className={styles.taskAbout}>
          {t('obligations.handedOver.by', { date: asDate(at), name: by.name })}.{' '}
          {until ? t('obligations.handedOver.until', { date: asDate(until) }) : t('obligations.handedOver.stays')}.
        </p>
        <p className={styles.taskNote}>{note}</p>
        <ActFailed error={act.error} />
      </div>
      {abilities.end && (
        <ActButton
          busy={act.isPending}
          busyText={t('obligations.handedOver.takingBack')}
          label={t('obligations.handedOver.takeBackOf', { title: handOver.title })}
          onClick={end}
        >
          {t('obligations.handedOver.takeBack')}
        </ActButton>
      )}
    </li>
  );
}
