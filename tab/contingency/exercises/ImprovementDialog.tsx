import type { ActionView } from '../../../api/actions/contract.ts';
import { ActionDialog } from '../../shared/actions/ActionDialog.tsx';
import { t } from '../../shared/texts/texts.ts';

/** Adds or changes an improvement. */
export function ImprovementDialog(props: {
  subjectKey: string;
  improvement?: ActionView;
  add?: string;
  onClose: () => void;
}) {
  const { subjectKey, improvement, add = t('contingencyTests.improvements.add'), onClose } = props;
  return (
    <ActionDialog
      action={improvement}
      about={improvement?.note ?? ''}
      texts={{
        title: improvement ? t('contingencyTests.improvements.changeTitle') : add,
        button: improvement ? t('common.save') : add,
        what: t('contingencyTests.improvements.what'),
        who: t('contingencyTests.improvements.who'),
        whoMissing: t('contingencyTests.improvements.ownerMissing'),
        about: t('common.word.note'),
        saved: t(improvement ? 'contingencyTests.improvements.changed' : 'contingencyTests.improvements.added'),
      }}
      changes={
        improvement && {
          etag: improvement.etag,
          latest: async (read) => {
            const { improvements } = await read('GET /api/contingency/improvements', { query: {} });
            const found = improvements.find(({ key }) => key === improvement.key);
            return found && { ...found, about: found.note };
          },
        }
      }
      send={({ about: note, ...values }, api, expected) =>
        improvement
          ? api('PUT /api/contingency/improvements/:improvementKey', {
              params: { improvementKey: improvement.key },
              body: { ...values, note, expected },
            })
          : api('POST /api/contingency/improvements', { body: { ...values, note, subjectKey } })
      }
      onClose={onClose}
    />
  );
}
