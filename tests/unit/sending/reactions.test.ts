import { describe, expect, it } from 'vitest';
import { codeOf, reactionTable, reactionTo, type Call } from '../../../bot/sending/reactions.ts';

describe('the table of reactions', () => {
  it.each([
    [429, 'Throttled', 'send', 'slowDown', 'waiting'],
    [429, '', 'create', 'slowDown', 'waiting'],
    [412, 'PreconditionFailed', 'send', 'again', 'failed'],
    [0, '', 'send', 'mayHaveArrived', 'uncertain'],
    [502, '', 'send', 'mayHaveArrived', 'uncertain'],
    [503, '', 'send', 'mayHaveArrived', 'uncertain'],
    [504, '', 'send', 'mayHaveArrived', 'uncertain'],
    [504, '', 'create', 'again', 'failed'],
    [0, '', 'update', 'again', 'failed'],
    [500, 'ServiceError', 'send', 'onceLater', 'failed'],
    [400, 'BadArgument', 'send', 'ourFault', 'failed'],
    [413, 'MessageSizeTooBig', 'send', 'compactCard', 'failed'],
    [401, 'BotNotRegistered', 'send', 'stopSending', 'waiting'],
    [401, '', 'create', 'stopSending', 'waiting'],
    [403, 'BotNotInConversationRoster', 'send', 'install', 'notInstalled'],
    [403, 'BotNotInConversationRoster', 'create', 'install', 'notInstalled'],
    [403, 'ConversationBlockedByUser', 'send', 'end', 'blocked'],
    [403, 'MessageWritesBlocked', 'send', 'install', 'blocked'],
    [403, 'MessageWritesBlocked', 'update', 'end', 'blocked'],
    [403, 'BadArgument', 'create', 'install', 'notInstalled'],
    [403, 'BadArgument', 'send', 'newChat', 'failed'],
    [400, 'BadArgument', 'create', 'ourFault', 'failed'],
    [403, 'BotDisabledByAdmin', 'create', 'end', 'policyBlocked'],
    [403, 'InvalidBotApiHost', 'send', 'newChat', 'unreachable'],
    [403, 'NotEnoughPermissions', 'send', 'end', 'failed'],
    [403, 'SomethingNew', 'send', 'newChat', 'failed'],
    [403, '', 'send', 'newChat', 'failed'],
    [404, 'ConversationNotFound', 'send', 'newChat', 'unreachable'],
    [404, '', 'create', 'end', 'unreachable'],
    [404, 'ActivityNotFoundInConversation', 'update', 'end', 'sent'],
    [405, '', 'send', 'end', 'failed'],
    [415, '', 'send', 'end', 'failed'],
    [501, '', 'send', 'mayHaveArrived', 'uncertain'],
    [599, '', 'send', 'mayHaveArrived', 'uncertain'],
  ] as [number, string, Call, string, string][])(
    '%i %s of %s: %s, otherwise %s',
    (status, code, call, reaction, ends) => {
      expect(reactionTo({ status, code }, call)).toMatchObject({ reaction, ends });
    },
  );

  it('has no row that an earlier one hides', () => {
    for (const row of reactionTable) {
      const [status = 0] = [row.status].flat();
      const [call = 'send'] = row.call ?? [];
      expect(reactionTo({ status, code: row.code?.[0] ?? 'Other' }, call)).toBe(row);
    }
  });

  it('keeps the code of Teams, and names an answer that has none', () => {
    expect(codeOf({ status: 403, code: 'BotDisabledByAdmin' })).toBe('BotDisabledByAdmin');
    expect(codeOf({ status: 504, code: '' })).toBe('http504');
    expect(codeOf({ status: 0, code: '' })).toBe('noAnswer');
  });
});
