import { Button } from '@fluentui/react-components';
import { CameraRegular } from '@fluentui/react-icons/svg/camera';
import { useRef, useState } from 'react';
import { t } from '../../shared/texts/texts.ts';
import { ActDialog } from '../../shared/ui/ActDialog.tsx';

/** Takes a picture after a warning: no faces and no papers about citizens. */
export function PhotoButton(props: { question: string; days: number; onTake: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        icon={<CameraRegular />}
        aria-label={t('inspectionPages.photo.takeOf', { question: props.question })}
        onClick={() => setAsking(true)}
      >
        {t('inspectionPages.photo.take')}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        capture="environment"
        aria-label={t('inspectionPages.photo.takeOf', { question: props.question })}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) props.onTake(file);
          event.target.value = '';
        }}
      />
      <ActDialog
        open={asking}
        title={t('inspectionPages.photo.warningTitle')}
        onClose={() => setAsking(false)}
        act={{
          text: t('inspectionPages.photo.go'),
          busyText: t('inspectionPages.photo.go'),
          busy: false,
          press: () => {
            setAsking(false);
            input.current?.click();
          },
        }}
      >
        <p>{t('inspectionPages.photo.warning')}</p>
        <p>{t('inspectionPages.photo.deleted', { count: props.days })}</p>
      </ActDialog>
    </>
  );
}
