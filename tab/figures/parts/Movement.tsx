import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import type { FigureView } from '../../../api/figures/contract.ts';
import { t } from '../../shared/texts/texts.ts';
import styles from '../Figures.module.css';

/** Better or worse in words; the arrow shows direction, and colour is never the only sign. */
export function Movement({ figure }: { figure: Pick<FigureView, 'movement' | 'value' | 'lastMonth'> }) {
  const { movement, value, lastMonth } = figure;
  if (movement === 'none' || movement === 'same') return <span>{t(`figures.move.${movement}`)}</span>;
  const Arrow = (value ?? 0) > (lastMonth?.value ?? 0) ? ArrowUpRegular : ArrowDownRegular;
  return (
    <span className={movement === 'worse' ? styles.worse : styles.better}>
      <Arrow aria-hidden /> {t(`figures.move.${movement}`)}
    </span>
  );
}
