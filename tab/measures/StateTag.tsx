import { mergeClasses } from '@fluentui/react-components';
import type { MeasureRow } from '../../api/measures/contract.ts';
import { t } from '../shared/texts/texts.ts';
import styles from './Measures.module.css';

/** A measure's status in words, with the body it waits for. */
export const StateTag = ({ measure }: { measure: Pick<MeasureRow, 'state' | 'waitsFor'> }) => (
  <span className={mergeClasses(styles.measureState, styles[`measure-${measure.state}`])}>
    {t(`measures.state.${measure.state}`)}
    {measure.waitsFor && ` ${t('measures.waitsFor', { body: t(`roles.${measure.waitsFor}`) })}`}
  </span>
);
