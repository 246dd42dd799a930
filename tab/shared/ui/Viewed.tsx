import { Button } from '@fluentui/react-components';
import { useQueryClient, type Query, type UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { FreshnessView } from '../../../api/http/contract.ts';
import { isGone } from '../api/api-error.ts';
import { isSomethingWritten } from './written-forms.ts';
import { asMoment, asTime, t } from '../texts/texts.ts';
import { Failed, NoAccess, failureText } from './Failed.tsx';
import { Notice } from './Notice.tsx';
import { Skeleton } from './Skeleton.tsx';

const dayMilliseconds = 86_400_000;

function staleText({ asOf, held }: FreshnessView): string {
  const old = Date.now() - Date.parse(asOf) > dayMilliseconds;
  if (held) return t('common.held', { moment: asMoment(asOf) });
  return old ? t('common.staleDay', { moment: asMoment(asOf) }) : t('common.stale', { time: asTime(asOf) });
}

/** Shows the age of the answer during an outage of Microsoft 365, or that the latest fetch failed. */
function Freshness({
  freshness,
  failed,
}: {
  freshness: FreshnessView | undefined;
  failed: UseQueryResult | undefined;
}) {
  if (freshness?.missing)
    return (
      <Notice tone="warning" live>
        {t('common.listsMissing', { lists: freshness.missing.join(', ') })}
      </Notice>
    );
  if (freshness?.stale)
    return (
      <Notice tone="warning" live>
        {staleText(freshness)}
      </Notice>
    );
  if (!failed) return null;
  return (
    <Notice tone="warning" live actions={<Button onClick={() => void failed.refetch()}>{t('common.retry')}</Button>}>
      {failureText(failed.error)}
    </Notice>
  );
}

/**
 * An answer that may be shown: not of a record that is gone since, unless the reader is writing about it. What another
 * has withdrawn from the reader is never shown.
 */
const hasAnswer = ({ data, error }: UseQueryResult): boolean =>
  data !== undefined && (!isGone(error) || (error.kind === 'missing' && isSomethingWritten()));

/** The failure shown, also during a retry: a message must not flicker. */
function useFailure(view: UseQueryResult): Error | null {
  const [failure, setFailure] = useState<Error | null>(null);
  const now = hasAnswer(view) ? null : (view.error ?? failure);
  if (now !== failure) setFailure(now);
  return now;
}

const hasFailed = ({ state }: Query): boolean => state.status === 'error';

/** Retries every failed request: a page may have several. */
function useRetry(): () => void {
  const queries = useQueryClient();
  return () => {
    queries.removeQueries({ type: 'inactive', predicate: hasFailed });
    void queries.refetchQueries({ type: 'active', predicate: hasFailed });
  };
}

/** A view in each of its states: loading, refused, missing, failed, stale, or loaded. */
export function Viewed<Answer>(props: {
  view: UseQueryResult<Answer>;
  skeleton?: ReactNode;
  /** A section of a page that already shows its freshness. */
  part?: boolean;
  children: (answer: Answer) => ReactNode;
}) {
  const { view } = props;
  const failure = useFailure(view);
  const retry = useRetry();
  if (view.data !== undefined && hasAnswer(view)) {
    const freshness = props.part ? undefined : freshnessOf(view.data);
    return (
      <>
        <Freshness freshness={freshness} failed={view.isError ? view : undefined} />
        {props.children(view.data)}
      </>
    );
  }
  if (!failure) return props.skeleton ?? <Skeleton title />;
  if (isGone(failure)) return failure.kind === 'missing' ? <NoAccess missing={failure} /> : <NoAccess unseen />;
  return <Failed error={failure} retry={retry} retrying={view.isFetching} />;
}

function freshnessOf(answer: unknown): FreshnessView | undefined {
  const { freshness } = (answer ?? {}) as { freshness?: Partial<FreshnessView> | null };
  return freshness?.asOf === undefined ? undefined : (freshness as FreshnessView);
}

/** When the numbers beside it were valid. */
export const AsOf = ({ freshness }: { freshness: FreshnessView }) => (
  <p className="as-of">{t('common.asOf', { moment: asMoment(freshness.asOf) })}</p>
);
