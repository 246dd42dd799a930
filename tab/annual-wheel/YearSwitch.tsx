import { Button } from '@fluentui/react-components';
import { ChevronLeftRegular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRightRegular } from '@fluentui/react-icons/svg/chevron-right';
import { t } from '../shared/texts/texts.ts';
import styles from './Wheel.module.css';

/** Previous or next year. */
export function YearSwitch(props: { year: number; years: readonly number[]; onChange: (year: number) => void }) {
  const { year, onChange } = props;
  const years = [...new Set([...props.years, year])].sort((one, other) => one - other);
  const position = years.indexOf(year);
  const before = years[position - 1];
  const after = years[position + 1];
  const press = (to: number | undefined) => to !== undefined && onChange(to);
  return (
    <div className={styles.yearSwitch} role="group" aria-label={t('wheel.year')}>
      <Button
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        disabledFocusable={before === undefined}
        aria-label={t('wheel.yearBefore', { year: String(before ?? year - 1) })}
        onClick={() => press(before)}
      />
      <span className={styles.year} role="status">
        {year}
      </span>
      <Button
        appearance="subtle"
        icon={<ChevronRightRegular />}
        disabledFocusable={after === undefined}
        aria-label={t('wheel.yearAfter', { year: String(after ?? year + 1) })}
        onClick={() => press(after)}
      />
    </div>
  );
}
