import { SearchBox } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { t } from '../texts/texts.ts';

const restMilliseconds = 250;

/** A search after a pause in typing; follows an external reset, and retains the focus. */
export function SearchField(props: {
  value: string;
  onSearch: (text: string) => void;
  label?: string;
  /** The field's question, first in its name for screen readers. */
  of?: string;
}) {
  const { value, onSearch, label = t('common.table.searchPeople') } = props;
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const [sent, setSent] = useState(value);
  // The echo of typed text may arrive after further typing.
  if (value !== known) {
    setKnown(value);
    if (value !== sent) {
      setSent(value);
      setText(value);
    }
  }
  const search = useEffectEvent((wanted: string) => {
    setSent(wanted);
    onSearch(wanted);
  });
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => search(text.trim()), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <>
      <SearchBox
        className="search"
        aria-label={props.of === undefined ? label : `${props.of}: ${label}`}
        placeholder={label}
        value={text}
        dismiss={{ 'aria-label': t('common.table.clearField') }}
        onChange={(_, data) => setText(data.value)}
      />
      {value && (
        <span className="on-paper" aria-hidden>
          {label}: <strong>{value}</strong>
        </span>
      )}
    </>
  );
}
