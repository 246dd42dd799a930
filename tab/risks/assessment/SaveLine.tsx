import { Button } from '@fluentui/react-components';
import type { AssessmentView } from '../../../api/risks/contract.ts';
import { asTime, t } from '../../shared/texts/texts.ts';
import { failureText } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import type { Draft } from './useAssessment.ts';
import styles from './Assessment.module.css';

/** Whether input is saved, and who else is writing. */
export function SaveLine({ draft }: { draft: Draft }) {
  const { state, savedAt, error } = draft.saving;
  return (
    <div className={styles.assessSave}>
      <p role="status" className="quiet">
        {stateText(state, savedAt ?? draft.view.changedAt)}
      </p>
      <Others others={draft.view.others} />
      {state === 'failed' && (
        <Notice tone="error" live actions={<Button onClick={draft.retry}>{t('common.retry')}</Button>}>
          {failureText(error)} {t('riskAssessment.save.kept')}
        </Notice>
      )}
      {state === 'waiting' && (
        <Notice tone="warning" live actions={<Button onClick={draft.retry}>{t('common.retry')}</Button>}>
          {t('riskAssessment.save.offline')}
        </Notice>
      )}
    </div>
  );
}

/** The same in the foot of a long form, visual only: announced once. */
export const SaveNote = ({ draft }: { draft: Draft }) => (
  <span className="quiet" aria-hidden>
    {stateText(draft.saving.state, draft.saving.savedAt ?? draft.view.changedAt)}
  </span>
);

function stateText(state: Draft['saving']['state'], savedAt: string): string {
  switch (state) {
    case 'saved':
      return t('riskAssessment.save.saved', { time: asTime(savedAt) });
    case 'saving':
      return t('common.word.saving');
    case 'waiting':
    case 'failed':
      return t('riskAssessment.save.notSaved');
  }
}

function Others({ others }: { others: AssessmentView['others'] }) {
  if (others.length === 0) return null;
  const names = others.map(({ person, at }) => t('riskAssessment.save.other', { name: person.name, time: asTime(at) }));
  return (
    <p className={styles.assessOthers}>
      {t('riskAssessment.save.others')} {names.join(', ')}
    </p>
  );
}
