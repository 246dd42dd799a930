import { Button } from '@fluentui/react-components';
import type { TemplateView } from '../../api/procedures/contract.ts';
import { useView } from '../shared/api/queries.ts';
import { fileProblem } from '../shared/files.ts';
import { t } from '../shared/texts/texts.ts';
import { FileDrop, useDrop } from '../shared/ui/FileDrop.tsx';
import { Notice } from '../shared/ui/Notice.tsx';
import { Skeleton } from '../shared/ui/Skeleton.tsx';
import { Viewed } from '../shared/ui/Viewed.tsx';
import { useState } from 'react';
import { fileKindsTaken, largestFile } from './file-limits.ts';
import type { ProcedureKind } from './procedure-values.ts';
import styles from './Procedures.module.css';

/** How it was started. */
export interface Begun {
  file?: File;
  template?: TemplateView;
}

/** Three ways to start. A file may be dropped anywhere on the page. */
export function BeginProcedure({ kind, onBegin }: { kind: ProcedureKind; onBegin: (begun: Begun) => void }) {
  const [problem, setProblem] = useState<string>();
  const { over, onDrop } = useDrop((files) => {
    const [file] = files;
    if (!file) return;
    const wrong = files.length > 1 ? t('files.several') : fileProblem(file, fileKindsTaken, largestFile);
    setProblem(wrong);
    if (!wrong) onBegin({ file });
  });
  return (
    <div
      className={over ? `${styles.procedureBegin} ${styles.over}` : styles.procedureBegin}
      data-part="procedure-begin"
      {...onDrop}
    >
      <h2 className="section-title">{t('procedures.begin.title')}</h2>
      {problem && (
        <Notice tone="error" live>
          {problem}
        </Notice>
      )}
      <section className="card" aria-labelledby="begin-file">
        <h3 className="card-title" id="begin-file">
          {t('procedures.begin.file')}
        </h3>
        <p className="card-text">{t('procedures.begin.fileText')}</p>
        <FileDrop
          label={t('procedures.form.file')}
          kinds={fileKindsTaken}
          largest={largestFile}
          onFile={(file) => onBegin({ file })}
        />
      </section>
      <Templates kind={kind} onChoose={(template) => onBegin({ template })} />
      <section className="card" aria-labelledby="begin-empty">
        <div className="card-row">
          <div>
            <h3 className="card-title" id="begin-empty">
              {t('procedures.begin.empty')}
            </h3>
            <p className="card-text">{t('procedures.begin.emptyText')}</p>
          </div>
          <Button onClick={() => onBegin({})}>{t('procedures.begin.emptyButton')}</Button>
        </div>
      </section>
    </div>
  );
}

function Templates(props: { kind: ProcedureKind; onChoose: (template: TemplateView) => void }) {
  const templates = useView('GET /api/procedure-templates', {});
  return (
    <section className="card" aria-labelledby="begin-template">
      <h3 className="card-title" id="begin-template">
        {t('procedures.begin.template')}
      </h3>
      <p className="card-text">{t('procedures.begin.templateText')}</p>
      <Viewed view={templates} skeleton={<Skeleton rows={2} />}>
        {(view) => {
          const fitting = view.templates.filter(({ kinds }) => kinds.includes(props.kind));
          if (fitting.length === 0) return <p className="quiet">{t('procedures.begin.noTemplates')}</p>;
          return (
            <ul className={styles.procedureRows}>
              {fitting.map((template) => (
                <li key={template.key} className={styles.procedureRow}>
                  <div className={styles.procedureRowText}>
                    <p className={styles.procedureName}>{template.title}</p>
                    <p className="quiet">{template.why}</p>
                  </div>
                  <Button
                    aria-label={t('procedures.begin.use', { title: template.title })}
                    onClick={() => props.onChoose(template)}
                  >
                    {t('procedures.begin.useShort')}
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </Viewed>
    </section>
  );
}
