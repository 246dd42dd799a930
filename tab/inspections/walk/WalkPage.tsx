import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { InspectionView } from '../../../api/inspections/contract.ts';
import { longest, resultValues } from '../vocabulary.ts';
import { asMoment, t } from '../../shared/texts/texts.ts';
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx';
import { Choices } from '../../shared/ui/Choices.tsx';
import { ActFailed } from '../../shared/ui/Failed.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { Page } from '../../shared/ui/Page.tsx';
import { TextBox } from '../../shared/ui/TextBox.tsx';
import { Viewed } from '../../shared/ui/Viewed.tsx';
import { useVisit } from '../useVisit.ts';
import { visitPath } from '../words.ts';
import { isGone } from '../../shared/api/api-error.ts';
import { keepVisit, cachedVisit } from './cached-visit.ts';
import { PhotoButton } from './PhotoButton.tsx';
import { usePhotos } from './usePhotos.ts';
import { useWalk, type Line } from './useWalk.ts';
import styles from '../Inspections.module.css';

/** Another may walk the same. */
const lookMilliseconds = 15_000;

/** The walk-through on a phone: by item, also offline. */
export function WalkPage() {
  const { inspectionKey, view } = useVisit((visit) => (visit?.abilities.walk ? lookMilliseconds : false));
  const [kept] = useState(() => cachedVisit(inspectionKey));
  const { data } = view;
  useEffect(() => {
    if (data) keepVisit(data);
  }, [data]);
  const shown = data ?? (view.isError && !isGone(view.error) ? kept : undefined);
  if (!data && shown) return <Walk visit={shown} apart />;
  return <Viewed view={view}>{(visit) => <Walk visit={visit} />}</Viewed>;
}

/** Why what one writes cannot be saved: who closed it and when, that it was called off, or whose it is. */
function whyNot({ state, closedBy, closedAt, cancelledReason, inspector }: InspectionView): string {
  if (state === 'cancelled') return t('inspectionPages.walk.cancelled', { reason: cancelledReason ?? '' });
  if (state !== 'closed') return t('inspectionPages.walk.notYours', { name: inspector.name });
  return closedBy && closedAt !== undefined
    ? t('inspectionPages.walk.closedBy', { name: closedBy.name, moment: asMoment(closedAt) })
    : t('inspectionPages.walk.closed');
}

function Walk({ visit, apart = false }: { visit: InspectionView; apart?: boolean }) {
  const walk = useWalk(visit);
  const photos = usePhotos(visit.key);
  const done = visit.items.filter(({ key }) => walk.lineOf(key).result !== undefined).length;
  return (
    <Page
      title={t('inspectionPages.walk.answer', { done, count: visit.items.length })}
      above={visit.title}
      lead={visit.checklist.how}
      back={{ to: visitPath(visit.key), page: t('inspectionPages.walk.visit') }}
    >
      {!visit.abilities.walk && (
        <Notice tone="warning">
          {whyNot(visit)} {walk.unsent > 0 && t('inspectionPages.walk.staysHere')}
        </Notice>
      )}
      {apart && <Notice tone="info">{t('inspectionPages.walk.apart')}</Notice>}
      <ol className={styles.items}>
        {visit.items.map((item) => (
          <li key={item.key} className={styles.item}>
            <Item
              item={item}
              line={walk.lineOf(item.key)}
              onWrite={(change, shown) => walk.write(item.key, change, shown)}
              unsent={walk.isUnsent(item.key) && visit.abilities.walk}
              days={visit.photoDays}
              onPhoto={(file) => void photos.take(item.key, file)}
            />
          </li>
        ))}
      </ol>
      <ActFailed error={walk.error ?? photos.error} />
      <div className={styles.kept} role="status">
        <p>
          {walk.unsent === 0
            ? t('inspectionPages.walk.saved')
            : t('inspectionPages.walk.waiting', { count: walk.unsent })}
          {photos.waiting > 0 && ` ${t('inspectionPages.photo.waiting', { count: photos.waiting })}`}
        </p>
        <ButtonLink to={visitPath(visit.key)}>{t('inspectionPages.walk.toFindings')}</ButtonLink>
      </div>
    </Page>
  );
}

/** Requirements, controls and procedures for reference. */
function Behind({ item: { question, behind = [] } }: { item: Shown }) {
  if (behind.length === 0) return null;
  return (
    <details className={styles.behind}>
      <summary aria-label={t('inspectionPages.walk.behindOf', { question })}>
        {t('inspectionPages.walk.behind')}
      </summary>
      <ul>
        {behind.map(({ title, path }) => (
          <li key={`${path} ${title}`}>
            <Link href={path}>{title}</Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

type Shown = InspectionView['items'][number];
function Item(props: {
  item: Shown;
  line: Line;
  onWrite: (change: Partial<Line>, shown?: Partial<Line>) => void;
  days: number;
  unsent: boolean;
  onPhoto: (file: File) => void;
}) {
  const { item, line, onWrite } = props;
  return (
    <>
      <h2 className="card-title">{item.question}</h2>
      <p className="quiet">{item.criterion}</p>
      <Behind item={item} />
      {item.answer && (
        <p className="quiet">
          {t('inspectionPages.walk.unitSays', {
            answer: t(`inspections.answer.${item.answer}`),
            note: item.answerNote,
          })}
        </p>
      )}
      <Choices
        label={item.question}
        value={line.result ?? ''}
        options={resultValues.map((value) => ({ value, text: t(`inspections.result.${value}`) }))}
        onChange={(result) => result !== '' && onWrite({ result })}
      />
      {props.unsent && <p className="quiet">{t('inspectionPages.walk.onPhone')}</p>}
      {line.result && (
        <>
          <TextBox
            label={t('inspectionPages.walk.seen')}
            rows={2}
            maxLength={longest.words}
            value={line.seen}
            onChange={(seen, from) => onWrite({ seen }, { seen: from })}
          />
          <TextBox
            label={t('inspectionPages.findings.sample')}
            maxLength={longest.title}
            value={line.sample}
            onChange={(sample, from) => onWrite({ sample }, { sample: from })}
          />
          <PhotoButton question={item.question} days={props.days} onTake={props.onPhoto} />
        </>
      )}
    </>
  );
}
