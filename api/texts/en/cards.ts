import type { TextsOf } from '../catalogue.ts';
import type { cards as da } from '../da/cards.ts';

export const cards: TextsOf<typeof da> = {
  coordinatorLine_one: 'Questions? Your ISK is {{names}}.',
  coordinatorLine_other: 'Questions? Your ISKs are {{names}}.',
  coordinatorLineNone: 'Questions? Ask the information security team.',
  and: '{{first}} and {{last}}',
  more: 'and {{count}} more',
  openApp: 'Open Sikkerhedshjulet',
  tryAgain: 'Try again',
  /** On a card that may have come before. */
  repeat: {
    text: 'You may have seen this before. We are sending it again, as we do not know whether it reached you.',
    summary: '{{summary}} (You may have seen this before)',
  },
  inDanish: 'The text is in Danish, as it was written.',
  policy: {
    acknowledge: 'I have read it and follow it',
    read: 'Read the policy',
    version: 'Version {{number}} · in force from {{date}}',
    newest: 'What is new:',
    changes: 'What has changed:',
    brief: 'The policy in short:',
    newestIn: 'What is new in version {{number}}:',
    changesIn: 'Changed since in version {{number}}:',
    replaced: 'Version {{old}} of the policy has been replaced by version {{new}}, which is on a new card.',
    welcome: {
      title: 'Welcome to {{organisation}}',
      text: 'This is where you do your part for information security in {{organisation}}. Begin with the policy.',
      ask: 'Read and acknowledge the policy by {{date}}. You confirm that you have read it and follow it.',
      summary: '{{title}}. Read and acknowledge the information security policy by {{date}}.',
      course: 'Also take the course {{title}} by {{date}}.',
      cards: 'You get at most one card a day here in the chat. Write help to see what you can ask about.',
    },
    why: 'You get this card because the policy applies to everybody employed by {{organisation}}.',
    known: {
      title: 'The information security policy',
      ask: 'Read and acknowledge by {{date}}. You confirm that you have read it and follow it.',
      summary: 'Read and acknowledge the information security policy by {{date}}.',
    },
    major: {
      title: 'New information security policy',
      ask: 'Read and acknowledge by {{date}}. You confirm that you have read it and follow it.',
      summary: 'New information security policy. Read and acknowledge by {{date}}.',
    },
    minor: {
      title: 'The information security policy has been updated',
      ask: 'It is a minor change. We still need your acknowledgement by {{date}}: that you have read the policy and follow it.',
      summary: 'The information security policy has been updated. Acknowledge by {{date}}.',
    },
    late: 'The deadline was {{date}}. You can still acknowledge. You confirm that you have read the policy and follow it.',
    lateSummary: '{{title}}. The deadline was {{date}}, and you can still acknowledge.',
    receipt: {
      title: 'Thank you, {{name}}',
      text: 'You acknowledged version {{number}} on {{moment}}.',
      summary: 'Thank you, {{name}}. You acknowledged version {{number}} on {{moment}}.',
      textOnPaper: 'You acknowledged version {{number}} on paper on {{moment}}.',
      summaryOnPaper: 'Thank you, {{name}}. You acknowledged version {{number}} on paper on {{moment}}.',
      again: 'You have already acknowledged it. The first time is the one that counts.',
      carriedOver:
        'Your acknowledgement of the previous version also covers version {{number}}. There is nothing more to do.',
    },
    superseded: {
      text: 'Version {{old}} has been replaced by version {{new}}. Here is the one in force now.',
      summary: 'Version {{old}} has been replaced by version {{new}}.',
    },
    draft: {
      title: 'The policy is not ready yet',
      text: 'This version has not been published. You will hear from us when it is.',
    },
    none: {
      title: 'There is no policy yet',
      text: 'When the information security policy is published, you will hear about it here.',
    },
    notAsked: {
      title: 'You do not need to acknowledge the policy',
      text: 'The policy is to be acknowledged by current employees. You can still read it.',
    },
  },
  error: {
    invalid: {
      title: 'This card is out of date',
      text: 'What the card asks about has changed. Open Sikkerhedshjulet to get to the right place.',
    },
    forbidden: {
      title: 'You cannot do that here',
      text: 'You do not have access to it. Ask your ISK if you think you should have it.',
    },
    missing: {
      title: 'This no longer exists',
      text: 'What the card is about has been deleted or moved.',
    },
    conflict: {
      title: 'Somebody else was quicker',
      text: 'Something has changed since the card was sent. Open Sikkerhedshjulet to see the latest.',
    },
    unavailable: {
      title: 'It did not work just now',
      text: 'We cannot reach SharePoint. Nothing is lost. Try again in a moment.',
    },
    unexpected: {
      title: 'Something went wrong on our side',
      text: 'Try again in a moment. If that does not help, give your ISK the number {{requestId}}.',
    },
  },
  pressedAt: 'You pressed on {{moment}}.',
  promised: {
    title: 'We have received your answer',
    text: 'You pressed on {{moment}}, and we have stored your answer. Microsoft 365 is not answering right now, so it takes a little longer than usual.',
    next: 'We will complete it as soon as Microsoft 365 answers, and the card will then change. There is nothing more for you to do.',
  },
  notReceived: {
    title: 'We have not received your answer',
    text: 'Microsoft 365 is not answering right now, and we cannot store your answer. Press again in a moment.',
  },
  overdue: {
    title: 'Your answer was not saved',
    text: 'You pressed on {{moment}}, but Microsoft 365 did not accept it in the days that we tried. Press again.',
  },
  stranger: {
    title: 'We cannot find you yet',
    text: 'New employees are added within a day. If you still get this message, tell your manager or ISK.',
  },
};
