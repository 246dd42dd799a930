import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { t } from '../shared/texts/texts.ts';
import type { Deputised } from './DeputyDialog.tsx';
import styles from './OrganisationPage.module.css';

/** Everybody sees who stands in for whom; the few who may change it fetch the dialog when they ask for it. */
const DeputyDialog = lazy(async () => ({ default: (await import('./DeputyDialog.tsx')).DeputyDialog }));

/** Who stands in for somebody, with the button that changes it for those who may. Nothing where there is neither. */
export function DeputyLine({ about, mayName, labelled }: { about: Deputised; mayName: boolean; labelled: boolean }) {
  const [asking, setAsking] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { deputy, holder, role } = about;
  const values = { name: holder.name, role: t(`roles.${role}`) };
  const name = labelled && deputy ? t('organisation.deputy.is', { name: deputy.name }) : deputy?.name;
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
