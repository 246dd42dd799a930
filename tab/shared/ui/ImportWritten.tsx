import { Button } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../texts/texts.ts';
import { ActButton } from './ActButton.tsx';
import { ButtonLink } from './ButtonLink.tsx';
import { ActFailed } from './Failed.tsx';

/** Writes the valid rows of a file; without a `label` there are none. */
export function WriteImport(props: {
  form: { writing: boolean; write: () => void; writeError: Error | null };
  label: string | undefined;
}) {
  const { form, label } = props;
  return (
    <>
      <div className="filters">
        {label !== undefined && (
          <ActButton
            appearance="primary"
            size="large"
            busy={form.writing}
            busyText={t('common.word.saving')}
            onClick={form.write}
          >
            {label}
          </ActButton>
        )}
        <span className="quiet" role="status">
          {form.writing && t('files.sheet.wait')}
        </span>
      </div>
      <ActFailed error={form.writeError} />
    </>
  );
}

/** A file is written, or still being written; the heading is focused when the reader reaches it. */
export function ImportDone(props: {
  form: { arrived: string | undefined; again: () => void };
  title: string;
  /** Page of the written rows. */
  see: { to: string; text: string };
  children: ReactNode;
}) {
  const { form, title, see } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const arrived = form.arrived === 'done';
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived]);
  return (
    <section className="card" aria-labelledby="import-done">
      <h2 className="section-title" id="import-done" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {props.children}
      <div className="filters">
        <ButtonLink to={see.to} appearance="primary">
          {see.text}
        </ButtonLink>
        <Button onClick={form.again}>{t('files.sheet.more')}</Button>
      </div>
    </section>
  );
}
