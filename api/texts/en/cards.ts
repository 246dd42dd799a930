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
  policy: {
    acknowledge: 'I have read it and follow it',
    read: 'Read the policy',
    open: 'Open {{title}}',
    version: 'Version {{number}} · in force from {{date}}',
    newest: 'What is new:',
    changes: 'What has changed:',
    brief: 'The policy in short:',
    newestIn: 'What is new in version {{number}}:',
    changesIn: 'Changed since in version {{number}}:',
    replaced: 'Version {{old}} of the policy has been replaced by version {{new}}, which you have on a new card.',
    welcome: {
      title: 'Welcome to {{organisation}}',
      text: 'Here you do what you must for information security in {{organisation}}. Begin with the policy.',
      ask: 'Read and acknowledge the policy by {{date}}. You confirm that you have read it and follow it.',
      summary: '{{title}}. Read and acknowledge the information-security policy by {{date}}.',
      course: 'Also take the course {{title}} by {{date}}.',
      cards: 'You get at most one card a day here in the chat. Write help to see what you can ask.',
    },
    why: 'You get this card because the policy applies to everybody employed by {{organisation}}.',
    major: {
      title: 'New information security policy',
      ask: 'Read and acknowledge by {{date}}. You confirm that you have read it and follow it.',
      summary: 'New information security policy. Read and acknowledge by {{date}}.',
    },
    minor: {
      title: 'The information security policy has been adjusted',
      ask: 'The change is small. We still need your acknowledgement by {{date}}: that you have read the policy and follow it.',
      summary: 'The information security policy has been adjusted. Confirm by {{date}}.',
    },
    late: 'The deadline was {{date}}. You can still acknowledge. You confirm that you have read the policy and follow it.',
    lateSummary: '{{title}}. The deadline was {{date}}, and you can still acknowledge.',
    receipt: {
      title: 'Thank you, {{name}}',
      text: 'You acknowledged version {{number}} on {{moment}}.',
      summary: 'Thank you, {{name}}. You acknowledged version {{number}} on {{moment}}.',
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
      title: 'You need not acknowledge the policy',
      text: 'The policy is acknowledged by those who are employed right now. You can still read it.',
    },
  },
  error: {
    invalid: {
      title: 'This card no longer fits',
      text: 'What the card asks about has changed. Open Sikkerhedshjulet to get to the right place.',
    },
    forbidden: {
      title: 'You cannot do that here',
      text: 'You do not have access to it. Ask your ISK if you think you should have it.',
    },
    missing: {
      title: 'It is no longer there',
      text: 'What the card is about is gone or has moved.',
    },
    conflict: {
      title: 'Somebody was there before you',
      text: 'Something has happened since the card was sent. Open Sikkerhedshjulet to see how things stand.',
    },
    unavailable: {
      title: 'It did not work just now',
      text: 'We cannot reach SharePoint. Nothing is lost. Try again in a little while.',
    },
    unexpected: {
      title: 'Something went wrong on our side',
      text: 'Try again in a little while. If that does not help, give your ISK the number {{requestId}}.',
    },
  },
  pressedAt: 'You pressed on {{moment}}.',
  promised: {
    title: 'We have received your answer',
    text: 'You pressed {{moment}}, and it is written down. Microsoft 365 does not answer right now, so it takes a little longer than usual.',
    next: 'We finish it as soon as Microsoft 365 answers, and then the card changes. There is nothing more for you to do.',
  },
  notReceived: {
    title: 'We have not received your answer',
    text: 'Microsoft 365 does not answer right now, and we cannot keep your answer meanwhile. Press again in a moment.',
  },
  overdue: {
    title: 'Your answer was not saved',
    text: 'You pressed {{moment}}, but Microsoft 365 did not take it in the days that we tried. Press again.',
  },
  stranger: {
    title: 'We cannot find you yet',
    text: 'New employees appear within a day. If you do not, tell your manager or ISK.',
  },
};
