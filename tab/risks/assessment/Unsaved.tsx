import { Button } from '@fluentui/react-components';
import { Fragment } from 'react';
import type { AssessmentView } from '../../../api/risks/contract.ts';
import { useUnsent } from '../../shared/forms/useDraft.ts';
import { t } from '../../shared/texts/texts.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { aboutSaid, aboutText, fieldText, valueText } from './field-words.ts';
import { about, draftOf, type Waiting } from './useAssessment.ts';
import styles from './Assessment.module.css';

/** What the reader wrote on this device, and what came too late to be saved. */
export function Unsaved({ view }: { view: AssessmentView }) {
  const { found, remove } = useUnsent<Waiting>(draftOf(view.key));
  const lines = linesOf(view, found ?? {});
  if (lines.length === 0) return null;
  return (
    <Notice
      tone="warning"
      live
      title={t('riskAssessment.finished.unsaved')}
      actions={<Button onClick={remove}>{t('riskAssessment.finished.unsavedRemove')}</Button>}
    >
      <p>{t('riskAssessment.finished.unsavedText')}</p>
      <dl className={styles.assessClash}>
        {lines.map(({ name, text }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </Notice>
  );
}

const linesOf = (view: AssessmentView, waiting: Waiting) =>
  Object.entries(waiting).flatMap(([group, changes]) => {
    const risk = view.risks.find(({ threatKey }) => threatKey === group);
    return Object.entries(changes).flatMap(([field, { to }]) => {
      if (group === about) return [{ name: aboutText(field), text: aboutSaid(field, to) }];
      if (!risk) return [];
      return [{ name: `${risk.title}: ${fieldText(field)}`, text: valueText(field, to, risk, view.scale) }];
    });
  });
