import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { useState } from 'react';
import { Link } from 'wouter';
import type { TaskRow, TaskView } from '../../api/annual-wheel/contract.ts';
import { useMe } from '../shared/me.ts';
import { asDate, asDue, t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { DataTable, type Column } from '../shared/ui/DataTable.tsx';
import { Fact } from '../shared/ui/Fact.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Page } from '../shared/ui/Page.tsx';
import { Person } from '../shared/ui/Person.tsx';
import { AsOf, Viewed } from '../shared/ui/Viewed.tsx';
import { linkedControls } from '../standards/parts/linked-controls.ts';
import { LookTag } from './LookTag.tsx';
import { sourceText } from './source.ts';
import { CompleteDialog, MoveDialog, ReasonDialog } from './TaskDialogs.tsx';
import { TaskHistory } from './TaskHistory.tsx';
import { useTask, useTaskWork } from './useTask.ts';
import styles from './TaskPage.module.css';
import { Check } from '../shared/ui/Check.tsx';

/** One task: what, why, who, due; its steps, and actions. */
export function TaskPage() {
  const task = useTask();
  return <Viewed view={task}>{(view) => <Task task={view} key={view.key} />}</Viewed>;
}

function dueLine(task: TaskView): string {
  switch (task.state) {
    case 'done':
      return t('wheel.table.doneOn', { date: asDate(task.doneOn ?? task.due) });
    case 'cancelled':
      return t('wheel.task.wasCancelled', { date: asDate(task.due) });
    case 'planned':
    case 'inProgress':
      return t(task.daysLeft < 0 ? 'wheel.task.late' : 'common.way.due', { due: asDue(task.daysLeft, task.due) });
  }
}

type Asking = 'complete' | 'move' | 'cancel' | 'reopen';

function Task({ task }: { task: TaskView }) {
  const me = useMe();
  const work = useTaskWork(task);
  const [asking, setAsking] = useState<Asking>();
  const close = () => setAsking(undefined);
  const { abilities } = task;
  const year = task.due.slice(0, 4);
  return (
    <Page
      title={task.title}
      above={[task.centre?.title ?? t('common.word.wholeMunicipality'), t(`roles.${task.role}`)].join(' · ')}
      {...(me.data?.abilities.seeWheel
        ? { back: { to: `/wheel?year=${year}`, page: t('wheel.backTo', { year }) } }
        : { back: { to: '/', page: t('common.nav.home') } })}
      lead={
        <p className={styles.taskDue}>
          <LookTag look={task.look} /> <span>{dueLine(task)}</span>
        </p>
      }
      actions={
        <>
          {abilities.reopen && <Button onClick={() => setAsking('reopen')}>{t('wheel.task.reopen')}</Button>}
          {abilities.cancel && (
            <Button appearance="subtle" onClick={() => setAsking('cancel')}>
              {t('wheel.task.cancel')}
            </Button>
          )}
          {abilities.move && <Button onClick={() => setAsking('move')}>{t('wheel.task.move')}</Button>}
          {abilities.start && (
            <ActButton busy={work.starting} busyText={t('common.word.saving')} onClick={work.start}>
              {t('wheel.task.start')}
            </ActButton>
          )}
          {abilities.complete && (
            <Button appearance="primary" icon={<CheckmarkRegular />} onClick={() => setAsking('complete')}>
              {t('wheel.task.complete')}
            </Button>
          )}
        </>
      }
    >
      <ActFailed error={work.error} />
      {task.moved && (
        <Notice tone="info">
          {t('wheel.task.movedFrom', { date: asDate(task.occurrence), to: asDate(task.due) })}
        </Notice>
      )}
      <div className={styles.taskParts} data-part="task-parts">
        <About task={task} />
        <div className={styles.taskPart}>
          {task.stepList.length > 0 && <TaskSteps task={task} work={work} />}
          {me.data?.abilities.seeRisks && <linkedControls.Part kind="wheelActivity" itemKey={task.activityKey} />}
          <TaskHistory history={task.history} />
        </div>
      </div>
      <Runs task={task} />
      <AsOf freshness={task.freshness} />
      {(abilities.complete || asking === 'complete') && me.data && (
        <CompleteDialog task={task} today={me.data.today} open={asking === 'complete'} onClose={close} />
      )}
      {(abilities.move || asking === 'move') && <MoveDialog task={task} open={asking === 'move'} onClose={close} />}
      {(abilities.cancel || asking === 'cancel') && (
        <ReasonDialog task={task} kind="cancel" open={asking === 'cancel'} onClose={close} />
      )}
      {(abilities.reopen || asking === 'reopen') && (
        <ReasonDialog task={task} kind="reopen" open={asking === 'reopen'} onClose={close} />
      )}
    </Page>
  );
}

function About({ task }: { task: TaskView }) {
  return (
    <section className="card" aria-labelledby="about-title">
      <h2 className="card-title" id="about-title">
        {t('wheel.task.about')}
      </h2>
      {task.why && <p>{task.why}</p>}
      <dl className={styles.taskFacts}>
        {task.source && <Fact name={t('wheel.task.source')}>{sourceText(task.source)}</Fact>}
        {task.evidenceWanted && <Fact name={t('wheel.task.evidenceWanted')}>{task.evidenceWanted}</Fact>}
        {task.note && <Fact name={t('wheel.task.note')}>{task.note}</Fact>}
        {task.evidence && (
          <Fact name={t('wheel.task.evidence')}>
            <Evidence text={task.evidence} />
          </Fact>
        )}
        {task.group && <Fact name={t('wheel.task.group')}>{task.group.title}</Fact>}
      </dl>
      <h3 className="card-title">{t('wheel.task.whose')}</h3>
      {task.responsible ? (
        <Person person={task.responsible} />
      ) : (
        <Notice tone="warning">{t('wheel.task.nobody', { role: t(`roles.${task.role}`) })}</Notice>
      )}
    </section>
  );
}

/** Evidence of completion: a link if it is one. */
const Evidence = ({ text }: { text: string }) =>
  /^https:\/\/\S+$/.test(text) ? (
    <a href={text} target="_blank" rel="noreferrer">
      {text}
    </a>
  ) : (
    <>{text}</>
  );

const runColumns = (): Column<TaskRow>[] => [
  {
    key: 'due',
    title: t('common.word.due'),
    short: true,
    cell: (run) => <Link href={`/wheel/tasks/${encodeURIComponent(run.key)}`}>{asDate(run.due)}</Link>,
  },
  { key: 'look', title: t('common.word.status'), short: true, cell: (run) => <LookTag look={run.look} /> },
  { key: 'done', title: t('wheel.task.doneOn'), cell: (run) => (run.doneOn ? asDate(run.doneOn) : '–') },
  { key: 'who', title: t('common.word.who'), cell: (run) => run.responsible?.name ?? t('wheel.nobody') },
];

function Runs({ task }: { task: TaskView }) {
  if (task.runs.length === 0) return null;
  return (
    <section className="section" aria-labelledby="runs-title">
      <h2 className="section-title" id="runs-title">
        {t('wheel.task.runs')}
      </h2>
      <DataTable caption={t('wheel.task.runs')} columns={runColumns()} rows={task.runs} rowKey={(run) => run.key} />
    </section>
  );
}

/** The steps; a tick is saved at once. */
function TaskSteps({ task, work }: { task: TaskView; work: ReturnType<typeof useTaskWork> }) {
  const open = task.abilities.complete;
  return (
    <section className="card" aria-labelledby="steps-title">
      <h2 className="card-title" id="steps-title">
        {t('wheel.task.steps', { done: task.stepsDone, total: task.steps })}
      </h2>
      <ul className={styles.taskSteps}>
        {task.stepList.map((step) => {
          const ticking = work.ticking?.id === step.id;
          const done = ticking ? work.ticking?.done === true : step.done;
          return (
            <li key={step.id}>
              <Check
                checked={done}
                disabled={!open}
                onChange={(event) => !ticking && work.tick(step.id, event.target.checked)}
              >
                <span className={done ? `${styles.step} ${styles.done}` : styles.step}>{step.title}</span>
              </Check>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
