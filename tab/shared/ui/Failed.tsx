import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { ApiError, type ApiErrorKind } from '../api/api-error.ts';
import type { TextKey } from '../texts/catalogues.ts';
import { t } from '../texts/texts.ts';
import { Blank } from './Blank.tsx';
import { late } from './late.tsx';
import { Notice } from './Notice.tsx';
import styles from './Notice.module.css';

export { Blank };

/** Of the failures that the API says nothing of. */
const failureTexts: Partial<Record<ApiErrorKind, TextKey>> = {
  offline: 'common.failed.offline',
  signIn: 'common.failed.signIn',
  unavailable: 'common.failed.unavailable',
  forbidden: 'common.noAccess.title',
  missing: 'common.missing.text',
};

/** The API's own message; otherwise the tab's text for a transport failure. */
export function failureText(error: unknown): string {
  const known = error instanceof ApiError ? error : undefined;
  return known?.message || t((known && failureTexts[known.kind]) ?? 'common.failed.unexpected');
}

/** The request's id in the log, with a button that copies it for support. */
export function RequestId({ error }: { error: unknown }) {
  const [copied, setCopied] = useState(false);
  const id = error instanceof ApiError ? error.requestId : undefined;
  if (!id) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(id);
    setCopied(true);
  };
  return (
    <p className={styles.requestId}>
      {t('common.failed.requestId')}: <code>{id}</code>{' '}
      <Button size="small" appearance="subtle" onClick={() => void copy().catch(() => setCopied(false))}>
        <span aria-live="polite">{copied ? t('common.copied') : t('common.copy')}</span>
      </Button>
    </p>
  );
}

export function Failed(props: { error: unknown; retry: () => void; retrying?: boolean }) {
  return (
    <div role="alert">
      <Blank
        title={t('common.failed.title')}
        actions={
          <Button appearance="primary" onClick={props.retry} disabledFocusable={props.retrying === true}>
            {t('common.retry')}
          </Button>
        }
      >
        <p>{failureText(props.error)}</p>
        <RequestId error={props.error} />
      </Blank>
    </div>
  );
}

/** Why an act was refused, beside its button. */
export function ActFailed({ error }: { error: unknown }) {
  if (!error) return null;
  return (
    <Notice tone="error" title={t('common.failed.act')} live>
      <p>{failureText(error)}</p>
      <RequestId error={error} />
    </Notice>
  );
}

/** No access to a page, with a link to the reader's own; `unseen` when not even its subject may be shown. */
export const { Part: NoAccess } = late<{ unseen?: boolean; missing?: ApiError | true }>(
  () => import('./NoAccess.tsx').then((file) => file.loadNoAccess()),
  {},
);

/** Nothing exists here, or nothing visible to the reader. */
export const Missing = () => <NoAccess missing />;
