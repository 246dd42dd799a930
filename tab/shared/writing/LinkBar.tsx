import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { t } from '../texts/texts.ts';
import styles from './Editor.module.css';

const longestAddress = 2_000;

/** `www.a.dk` is `https://www.a.dk`; undefined for an address not allowed in links. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d/.test(text) ? text : `https://${text}`;
  if (whole.length > longestAddress || !URL.canParse(whole)) return undefined;
  const { protocol, hostname, href } = new URL(whole);
  return protocol === 'https:' && hostname.includes('.') ? href : undefined;
}

/** Asks for a link's target; on a row of its own, so that the text stays visible. */
export function LinkBar({
  now,
  onSet,
  onClose,
}: {
  now: string | undefined;
  onSet: (address: string) => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState(now ?? '');
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement | null>(null);
  useEffect(() => field.current?.focus(), []);
  const set = () => {
    const address = addressOf(typed);
    if (address === undefined) {
      setWrong(true);
      field.current?.focus();
    } else onSet(address);
  };
  return (
    <div
      className={styles.writingLink}
      role="group"
      aria-label={t('writing.act.link')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        // The form is not submitted.
        event.preventDefault();
        set();
      }}
    >
      <Field
        label={t('writing.address')}
        hint={t('writing.addressHint')}
        {...(wrong ? { validationMessage: t('writing.addressWrong') } : {})}
      >
        <Input
          ref={(element: HTMLInputElement | null) => void (field.current = element)}
          inputMode="url"
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      <div className={styles.writingLinkActs}>
        <Button appearance="primary" onClick={set}>
          {t('writing.setLink')}
        </Button>
        {now !== undefined && <Button onClick={() => onSet('')}>{t('writing.removeLink')}</Button>}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </div>
  );
}
