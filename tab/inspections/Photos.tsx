import { Button } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { InspectionView } from '../../api/inspections/contract.ts';
import { download } from '../shared/api/client.ts';
import { useAct } from '../shared/api/queries.ts';
import { asDate, t } from '../shared/texts/texts.ts';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { notifyAfter } from '../shared/ui/notify.ts';
import styles from './Inspections.module.css';

type Photo = InspectionView['photos'][number];

/** The visit's pictures: author, and end of retention. */
export function Photos({ visit }: { visit: InspectionView }) {
  if (visit.photos.length === 0) return null;
  return (
    <section className="card" aria-labelledby="visit-photos">
      <h2 className="section-title" id="visit-photos">
        {t('inspectionPages.photo.title')}
      </h2>
      <ul className={styles.items}>
        {visit.photos.map((photo) => (
          <li key={photo.key} className={styles.item}>
            <Picture visit={visit} photo={photo} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Picture({ visit, photo }: { visit: InspectionView; photo: Photo }) {
  const params = { inspectionKey: visit.key, photoKey: photo.key };
  const remove = useAct('DELETE /api/inspections/:inspectionKey/photos/:photoKey');
  const fetched = useMutation({
    mutationFn: () => download('GET /api/inspections/:inspectionKey/photos/:photoKey', { params }),
  });
  const question = visit.items.find(({ key }) => key === photo.itemKey)?.question ?? '';
  return (
    <>
      <p>{question}</p>
      <p className="quiet">
        {photo.deleted
          ? t('inspectionPages.photo.isDeleted', { name: photo.by.name })
          : t('inspectionPages.photo.until', { name: photo.by.name, date: asDate(photo.until) })}
      </p>
      {!photo.deleted && (
        <div className="filters">
          <Button aria-label={t('inspectionPages.photo.getOf', { question })} onClick={() => fetched.mutate()}>
            {t('inspectionPages.photo.get')}
          </Button>
          {visit.abilities.removePhoto && (
            <Button
              appearance="subtle"
              aria-label={t('inspectionPages.photo.removeOf', { question })}
              onClick={() => notifyAfter(remove.mutateAsync({ params }), t('inspectionPages.photo.isGone'))}
            >
              {t('inspectionPages.photo.remove')}
            </Button>
          )}
        </div>
      )}
      <ActFailed error={remove.error ?? fetched.error} />
    </>
  );
}
