import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { t } from '../shared/texts/texts.ts';
import type { Deputised } from './DeputyDialog.tsx';
import styles from './OrganisationPage.module.css';

/** Everybody sees deputies; the few who may change them load the dialog on demand. */
const DeputyDialog = lazy(async () => ({ default: (await import('./DeputyDialog.tsx')).DeputyDialog }));

/** A person's deputy, with a button that changes it if permitted. Nothing if neither. */
export function DeputyLine({ about, mayName, labelled }: { about: Deputised; mayName: boolean; labelled: boolean }) {
  const [asking, setAsking] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { deputy, holder, role } = about;
  const values = { name: holder.name, role: t(`roles.${role}`) };
  const said = deputy?.left ? t('organisation.deputy.left', { name: deputy.name }) : deputy?.name;
  const name = labelled && said !== undefined ? t('organisation.deputy.is', { name: said }) : said;
  if (!deputy && !mayName) return null;
  const ask = () => {
    setAsked(true);
    setAsking(true);
  };
  return (
    <div className={styles.deputy}>
      {name !== undefined && <p className={labelled ? 'quiet' : undefined}>{name}</p>}
      {mayName && (
        <Button
          size="small"
          aria-label={t(deputy ? 'organisation.deputy.changeOf' : 'organisation.deputy.nameOf', values)}
          onClick={ask}
        >
          {t(deputy ? 'organisation.deputy.change' : 'organisation.deputy.name')}
        </Button>
      )}
      {mayName && isAsked && (
        <Suspense fallback={null}>
          <DeputyDialog key={deputy?.id ?? 'none'} about={about} open={asking} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </div>
  );
}
