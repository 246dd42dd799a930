import { t } from '../texts/texts.ts';
import { Narrow } from './Narrow.tsx';

/** A filter by year: those with content, and that of the address; newest first. */
export function NarrowYear(props: {
  label: string;
  years: readonly number[];
  value: string | undefined;
  onChange: (year: string) => void;
}) {
  const { value } = props;
  const years = new Set([...props.years.map(String), ...(value === undefined ? [] : [value])]);
  return (
    <Narrow
      label={props.label}
      all={t('common.word.allYears')}
      value={value}
      options={[...years]
        .sort()
        .reverse()
        .map((year) => ({ value: year, text: year }))}
      onChange={props.onChange}
    />
  );
}
