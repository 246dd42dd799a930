import { Input } from '@fluentui/react-input';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useEffectEvent, useState } from 'react';
import { t } from '../texts/texts.ts';

const restMilliseconds = 250;

/** A search that asks when the typing rests. */
export function SearchField(props: { value: string; onSearch: (text: string) => void; label?: string }) {
  const { value, onSearch, label = t('common.table.searchPeople') } = props;
  const [text, setText] = useState(value);
  const search = useEffectEvent(onSearch);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => search(text.trim()), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <Input
      type="search"
      className="search"
      aria-label={label}
      placeholder={label}
      contentBefore={<SearchRegular aria-hidden />}
      value={text}
      onChange={(_, data) => setText(data.value)}
    />
  );
}
