import type { TabWorld } from '../tab-page/worlds.ts';

/**
 * An accepted risk whose place in the matrix has changed since: its asset is reassessed. Resolves to its key in the
 * register.
 */
export async function movedRisk({ ask }: TabWorld): Promise<string> {
  const { key: assessmentKey } = await ask('ciso', 'POST /api/risks/assessments', {
    body: { assetKey: 'sys-netvaerk', form: 'full', copyFrom: 'sys-netvaerk_2' },
  });
  const threatKey = 'system.networkDown';
  const { risks } = await ask('ciso', 'GET /api/risks/assessments/:assessmentKey', { params: { assessmentKey } });
  const from = risks.find((risk) => risk.threatKey === threatKey)?.estimates.current.likelihood ?? null;
  await ask('ciso', 'PUT /api/risks/assessments/:assessmentKey/risks/:threatKey', {
    params: { assessmentKey, threatKey },
    body: { changes: [{ field: 'current.likelihood', from, to: 4 }] },
  });
  await ask('ciso', 'POST /api/risks/assessments/:assessmentKey/finish', {
    params: { assessmentKey },
    body: { openReason: 'De andre tages i januar.' },
  });
  return `sys-netvaerk_${threatKey}`;
}
