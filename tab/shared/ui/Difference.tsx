import { mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { SubtractRegular } from '@fluentui/react-icons/svg/subtract';
import type { DifferenceBlock } from '../../../api/difference/contract.ts';
import { t } from '../texts/texts.ts';
import { headingOf, readable } from './readable.ts';
import styles from './Difference.module.css';

const icons = { added: AddRegular, removed: SubtractRegular, changed: EditRegular } as const;

type Change = DifferenceBlock & { kind: keyof typeof icons };
type Run = { same: DifferenceBlock[] } | { change: Change };

const isChange = (block: DifferenceBlock): block is Change => block.kind !== 'same';

/** Adjacent unchanged blocks are one fold. */
function runsOf(blocks: readonly DifferenceBlock[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    const latest = runs.at(-1);
    if (isChange(block)) runs.push({ change: block });
    else if (latest && 'same' in latest) latest.same.push(block);
    else runs.push({ same: [block] });
  }
  return runs;
}

/** Two texts side by side, paragraph by paragraph: changes marked in words and signs, the rest folded. */
export function Difference({ blocks }: { blocks: readonly DifferenceBlock[] }) {
  if (!blocks.some(isChange)) return <p className="quiet">{t('common.difference.none')}</p>;
  const runs = runsOf(blocks);
  return (
    <div className={styles.difference} data-part="difference">
      {runs.map((run, index) =>
        'same' in run ? (
          <Fold key={index} blocks={run.same} leadsOn={index < runs.length - 1} />
        ) : (
          <Changed key={index} block={run.change} />
        ),
      )}
    </div>
  );
}

function Fold({ blocks, leadsOn }: { blocks: readonly DifferenceBlock[]; leadsOn: boolean }) {
  const heading = leadsOn
    ? blocks.map(({ text }) => headingOf(text)).findLast((text) => text !== undefined)
    : undefined;
  return (
    <>
      <details className={styles.differenceSame}>
        <summary>{t('common.difference.same', { count: blocks.length })}</summary>
        {blocks.map(({ text }, index) => (
          <p key={index} className={styles.differenceText}>
            {readable(text)}
          </p>
        ))}
      </details>
      {heading !== undefined && <p className={styles.differenceHeading}>{heading}</p>}
    </>
  );
}

function Changed({ block }: { block: Change }) {
  const Icon = icons[block.kind];
  return (
    <div className={mergeClasses(styles.differenceChange, styles[`difference-${block.kind}`])}>
      <p className={styles.differenceKind} data-part="difference-kind">
        <Icon aria-hidden /> {t(`common.difference.${block.kind}`)}
      </p>
      <p className={styles.differenceText}>
        <Words block={block} />
      </p>
    </div>
  );
}

function Words({ block }: { block: Change }) {
  if (block.kind === 'added') return <ins>{readable(block.text)}</ins>;
  if (block.kind === 'removed') return <del>{readable(block.text)}</del>;
  return (block.parts ?? []).map(({ kind, text }, index) => {
    if (kind === 'added') return <ins key={index}>{readable(text)}</ins>;
    if (kind === 'removed') return <del key={index}>{readable(text)}</del>;
    return <span key={index}>{readable(text)}</span>;
  });
}
