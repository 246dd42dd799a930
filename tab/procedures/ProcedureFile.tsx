import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation } from '@tanstack/react-query';
import type { ProcedureVersionView } from '../../api/procedures/contract.ts';
import { useParagraph } from '../shared/address.ts';
import { download } from '../shared/api/client.ts';
import { kindOfFile } from '../shared/files.ts';
import { t } from '../shared/texts/texts.ts';
import { ActButton } from '../shared/ui/ActButton.tsx';
import { ActFailed } from '../shared/ui/Failed.tsx';
import { FileLine, type KnownFile } from '../shared/ui/FileLine.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { WrittenText } from '../shared/ui/WrittenText.tsx';
import { WordNotes } from '../shared/ui/WordNotes.tsx';
import { usePicture } from './useProcedure.ts';
import styles from './Procedures.module.css';

/** A version's file: kind and a link to open it; a picture is shown, a document's text can be read here. */
export function ProcedureFile(props: { procedureKey: string; version: ProcedureVersionView; file: KnownFile }) {
  const { procedureKey, version, file } = props;
  const paragraph = useParagraph('file');
  const open = useMutation({
    mutationFn: () =>
      download('GET /api/procedures/:procedureKey/versions/:versionKey/file', {
        params: { procedureKey, versionKey: version.key },
      }),
  });
  return (
    <section className="card" aria-label={t('procedures.form.file')}>
      <FileLine file={file}>
        <ActButton
          appearance={version.text ? 'secondary' : 'primary'}
          icon={<ArrowDownloadRegular />}
          busy={open.isPending}
          busyText={t('files.opening')}
          onClick={() => open.mutate()}
        >
          {t('files.open')}
        </ActButton>
      </FileLine>
      <ActFailed error={open.error} />
      {kindOfFile(file) === 'picture' && (
        <Picture procedureKey={procedureKey} versionKey={version.key} name={file.name} />
      )}
      {version.fileText && (
        <details className={styles.procedureWords} open={!version.text || paragraph !== undefined}>
          <summary>{t('procedures.read.words')}</summary>
          <p className="quiet">{t('procedures.read.wordsNote')}</p>
          <WordNotes notes={version.fileNotes} />
          <div className={styles.procedureFileText}>
            <WrittenText text={version.fileText} paragraph={paragraph} />
          </div>
        </details>
      )}
    </section>
  );
}

function Picture({ procedureKey, versionKey, name }: { procedureKey: string; versionKey: string; name: string }) {
  const picture = usePicture(procedureKey, versionKey);
  if (picture.error) return <ActFailed error={picture.error} />;
  if (!picture.data) return <Skeleton rows={2} />;
  return <img className={styles.procedurePicture} src={picture.data} alt={t('procedures.read.picture', { name })} />;
}
