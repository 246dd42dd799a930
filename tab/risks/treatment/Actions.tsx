import { Button, mergeClasses } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import type { ActionView, RiskDetail } from '../../../api/risks/contract.ts';
import { dayOf } from '../../../api/texts/format.ts';
import { useMe } from '../../shared/me.ts';
import { asDate, asDue, asNumber, asPercent, t } from '../../shared/texts/texts.ts';
import { Bar } from '../../shared/ui/Bar.tsx';
import { CancelDialog, ProgressDialog } from './ProgressDialog.tsx';
import styles from './Risk.module.css';
import { ActionDialog } from '../../shared/actions/ActionDialog.tsx';

type Asked = { action: ActionView; what: 'change' | 'progress' | 'cancel' } | { what: 'add' };
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/** Actions on the risk, with owner and due day: overdue ones first with their remedy. */
export function Actions({ risk }: { risk: RiskDetail }) {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const { actionList } = risk;
  const running = actionList.filter(({ state }) => state === 'open' || state === 'overdue');
  const ended = actionList.filter(({ state }) => state === 'done' || state === 'cancelled');
  return (
    <section className={`card ${styles.riskPart}`} aria-labelledby="risk-actions">
      <div className="section-head">
        <h2 className="section-title" id="risk-actions">
          {t('riskTreatment.actions.title')}
        </h2>
        {risk.abilities.addAction && (
          <Button icon={<AddRegular />} onClick={() => setAsked({ what: 'add' })}>
            {t('riskTreatment.actions.add')}
          </Button>
        )}
      </div>
      {running.length === 0 && <p className="section-text">{t('riskTreatment.actions.none')}</p>}
      <ActionList actions={running} onAsk={setAsked} />
      {ended.length > 0 && (
        <details className={styles.riskMore}>
          <summary>{t('riskTreatment.actions.ended', { count: ended.length })}</summary>
          <ActionList actions={ended} onAsk={setAsked} />
        </details>
      )}
      {asked?.what === 'add' && <RiskActionDialog risk={risk} onClose={close} />}
      {asked?.what === 'change' && <RiskActionDialog risk={risk} action={asked.action} onClose={close} />}
      {asked?.what === 'progress' && <ProgressDialog riskKey={risk.key} action={asked.action} onClose={close} />}
      {asked?.what === 'cancel' && <CancelDialog riskKey={risk.key} action={asked.action} onClose={close} />}
    </section>
  );
}

function ActionList(props: { actions: readonly ActionView[]; onAsk: (asked: Asked) => void }) {
  if (props.actions.length === 0) return null;
  return (
    <ul className={styles.riskActions}>
      {props.actions.map((action) => (
        <Action key={action.key} action={action} onAsk={props.onAsk} />
      ))}
    </ul>
  );
}

function Action({ action, onAsk }: { action: ActionView; onAsk: (asked: Asked) => void }) {
  const { title, owner, effect, note, progress, state, abilities, cost } = action;
  const running = state === 'open' || state === 'overdue';
  return (
    <li className={mergeClasses(styles.riskAction, styles[`risk-action-${state}`])}>
      <div>
        <h3 className="card-title">{title}</h3>
        <p>
          {owner ? [owner.name, owner.jobTitle].filter(Boolean).join(', ') : t('riskTreatment.actions.noOwner')}
          {' · '}
          <Due action={action} />
          {cost !== undefined && ` · ${t('riskTreatment.actions.costs', { cost: asNumber(cost) })}`}
        </p>
        {effect && <p className="quiet">{effect}</p>}
        {note && <p className={styles.riskText}>{note}</p>}
        {state === 'overdue' && <p className={styles.riskNext}>{t('riskTreatment.actions.late')}</p>}
      </div>
      {running && (
        <div className={styles.riskProgress}>
          <Bar percent={progress} />
          <span>{t('riskTreatment.actions.progress', { percent: asPercent(progress) })}</span>
        </div>
      )}
      <div className="card-foot">
        {abilities.work && (
          <Button
            {...(state === 'overdue' ? { appearance: 'primary' as const } : {})}
            aria-label={t('riskTreatment.actions.tellOf', { title })}
            onClick={() => onAsk({ what: 'progress', action })}
          >
            {t('riskTreatment.actions.tell')}
          </Button>
        )}
        {abilities.edit && (
          <Button
            aria-label={t('riskTreatment.actions.changeOf', { title })}
            onClick={() => onAsk({ what: 'change', action })}
          >
            {t('common.word.change')}
          </Button>
        )}
        {abilities.edit && running && (
          <Button
            appearance="subtle"
            aria-label={t('riskTreatment.actions.cancelOf', { title })}
            onClick={() => onAsk({ what: 'cancel', action })}
          >
            {t('riskTreatment.actions.cancel')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Due day, or outcome. */
function Due({ action: { due, state, doneAt, doneBy, cancelledReason } }: { action: ActionView }) {
  const me = useMe();
  if (state === 'done')
    return t('riskTreatment.actions.done', { date: doneAt ? asDate(dayOf(doneAt)) : '', name: doneBy?.name ?? '' });
  if (state === 'cancelled') return t('riskTreatment.actions.cancelled', { reason: cancelledReason ?? '' });
  return me.data ? asDue(day(due) - day(me.data.today), due) : asDate(due);
}

/** Adds an action to a risk, or changes one. */
function RiskActionDialog(props: { risk: RiskDetail; action?: ActionView; onClose: () => void }) {
  const { risk, action, onClose } = props;
  return (
    <ActionDialog
      action={action}
      about={action?.effect ?? ''}
      texts={{
        title: t(action ? 'riskTreatment.actions.changeTitle' : 'riskTreatment.actions.add'),
        button: t(action ? 'common.save' : 'riskTreatment.actions.add'),
        what: t('riskTreatment.actions.what'),
        whatHint: t('riskTreatment.actions.whatHint'),
        who: t('riskTreatment.actions.who'),
        whoMissing: t('riskTreatment.actions.ownerMissing'),
        cost: {
          label: t('riskTreatment.actions.cost'),
          hint: t('riskTreatment.actions.costHint'),
          wrong: t('riskTreatment.actions.costWrong'),
        },
        about: t('riskTreatment.actions.effect'),
        saved: t(action ? 'riskTreatment.actions.changed' : 'riskTreatment.actions.added'),
      }}
      changes={
        action && {
          etag: action.etag,
          latest: async (read) => {
            const now = await read('GET /api/risks/register/:riskKey', { params: { riskKey: risk.key } });
            const found = now.actionList.find(({ key }) => key === action.key);
            return found && { ...found, about: found.effect };
          },
        }
      }
      send={({ about: effect, ...values }, api, expected) => {
        const body = { ...values, effect };
        return action
          ? api('PUT /api/risks/register/:riskKey/actions/:actionKey', {
              params: { riskKey: risk.key, actionKey: action.key },
              body: { ...body, expected },
            })
          : api('POST /api/risks/register/:riskKey/actions', { params: { riskKey: risk.key }, body });
      }}
      onClose={onClose}
    />
  );
}
