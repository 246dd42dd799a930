import type { TaskView } from '../../api/annual-wheel/contract.ts';
import { t } from '../shared/texts/texts.ts';
import type { useTaskWork } from './useTask.ts';
import { Check } from '../shared/ui/Check.tsx';
import styles from './TaskPage.module.css';

/** The steps; a tick is saved at once. */
export function TaskSteps({ task, work }: { task: TaskView; work: ReturnType<typeof useTaskWork> }) {
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
