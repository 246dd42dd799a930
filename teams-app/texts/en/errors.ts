import type { TextsOf } from '../catalogue.ts';
import type { errors as da } from '../da/errors.ts';

export const errors: TextsOf<typeof da> = {
  unexpected: 'Something went wrong on our side. Try again, and write to the information security team if it goes on.',
  kinds: {
    invalid: 'Something you wrote does not fit. Correct it and try again.',
    forbidden: 'You do not have access to that. Ask your ISK or the information security team if you need it.',
    missing: 'It is no longer there. Reload the page to see what is there now.',
    conflict: 'It has changed since you opened it. Reload the page, then try again.',
    unavailable: 'Microsoft 365 is not answering right now. Nothing is lost. Try again in a moment.',
    unexpected:
      'Something went wrong on our side. Try again, and write to the information security team if it goes on.',
  },
  access: {
    signIn: 'Teams could not confirm who you are. Close the app and open it again in Teams.',
    unknownPerson:
      'We cannot find you among the municipality’s employees. If you have just started, try again tomorrow. Otherwise write to the information security team.',
    notAllowed: 'That is not part of your role. Ask the information security team if you need access.',
    keysAway: 'Microsoft’s sign-in is not answering right now. Try again in a moment.',
  },
  http: {
    invalidInput: 'Some fields need correcting before it can be saved.',
    noSuchAddress: 'The address does not exist. Go back to My overview.',
    bodyTooLarge: 'The text is too long to send. Shorten it and try again.',
    notReadable: 'What was sent could not be read. Reload the page, then try again.',
  },
  fields: {
    required: 'Fill in the field.',
    tooShort: 'Write at least {{minimum}} characters.',
    tooLong: 'Write at most {{maximum}} characters.',
    tooSmall: 'The number must be at least {{minimum}}.',
    tooLarge: 'The number must be at most {{maximum}}.',
    date: 'Choose a date that exists.',
    format: 'Write it the way the field says.',
    choice: 'Choose one of the options.',
    unknown: 'The field is not known. Remove it and try again.',
    wrong: 'The content does not fit here. Correct it and try again.',
  },
  organisation: {
    noSuchCentre: 'The centre does not exist or is closed. Choose another under Organisation.',
    noSuchAssignment: 'The appointment does not exist. Reload the page to see those that do.',
    unknownPerson: 'The person is not employed by the municipality. Search for the name and choose somebody who is.',
    mayNotAssign: 'You cannot appoint to this role. Ask the CISO to do it.',
    ownAppointment: 'You cannot appoint yourself. Ask somebody else who may appoint to do it.',
    centreNeeded: 'Choose the centre that the role is for.',
    noCentreForRole: 'The role is for the whole municipality. Leave the centre empty.',
    endsBeforeStart: 'The last day is before the first. Choose a later day.',
    endsInThePast: 'The last day has passed. Choose today or a later day.',
    overlaps: 'The person has the role in that period already. End it first, or choose a later first day.',
    hasEnded: 'The appointment has ended already. Appoint the person again if the role goes on.',
  },
  policy: {
    noSuchVersion: 'The version does not exist. Go to Policy to read the one in force.',
    superseded:
      'Version {{number}} has been replaced by version {{current}}. Read and acknowledge version {{current}} under Policy instead.',
    notDraft: 'The version has been published or discarded and cannot be changed. Make a new version instead.',
    numberTaken: 'There is a version {{number}} already. Choose another number.',
    numberNotHigher:
      'Version {{number}} must have a higher number than {{current}}, which is in force. Correct the number in the draft.',
    noCoverage: 'Nobody has been asked about this version yet. Coverage comes when it has been published.',
    mayNotDraft: 'Only the CISO and the information security team work with drafts. Ask one of them.',
    mayNotPublish: 'Only the CISO can publish the policy. Ask the CISO to do it.',
    mayNotSeePeople: 'You only see names in the centres you are ISK or manager for. Choose your own centre.',
  },
  deliveries: {
    campaign: 'The campaign does not exist. Reload the page to see those that do.',
    maySteer: 'Only the CISO and the information security team can steer a campaign. Ask one of them.',
    notPossibleNow: 'That is not possible now, since the campaign has moved on. Reload the page to see where it is.',
    unreachable: 'You only see people in the centres you are ISK or manager for. Choose your own centre.',
  },
  directory: {
    tooManyGone:
      '{{gone}} of {{employed}} employees are gone from the directory at once. Nobody has been marked as left; check the directory before it is read again.',
  },
  sharepoint: {
    away: 'Microsoft 365 is not answering right now. Nothing is lost. Try again in a moment.',
    loading: 'The app is starting. Try again in a moment.',
    full: 'It is busy right now. Nothing is lost. Try again in a moment.',
    changedMeanwhile: 'Somebody else changed it meanwhile. Reload the page, then try again.',
    locked: 'Somebody else has it locked right now. Try again in a moment.',
    notUnique: 'It is there already. Reload the page to see it.',
    resyncRequired: 'The information is being read again from the start. Try again in a moment.',
    queryShape: 'SharePoint did not understand the question. Ask the information security team to look at it.',
    badToken: 'SharePoint did not accept the app’s access. Ask the information security team to look at it.',
    noAccess: 'The app has no access to the SharePoint site. Ask the information security team to grant it.',
    itemGone: 'Somebody else has deleted it. Reload the page to see what is there.',
    keyTaken: 'It is there already. Reload the page to see it.',
    keyIsFixed: 'The key cannot be changed. Make a new one instead.',
    invalidField: 'A field cannot be saved as it stands. Correct it and try again.',
    tooLong: 'The text is too long. Shorten it and try again.',
    fileName: 'The file’s name cannot be used. Give it another name without special characters.',
    nameTaken: 'There is a file with that name already. Give it another name.',
    listMissing: 'A list is missing in SharePoint. Ask the information security team to run the provisioning.',
    listNotVisible: 'A new list in SharePoint is not ready yet. Try again in a moment.',
    badCredential: 'The app cannot sign in to Microsoft 365. Ask the information security team to renew its access.',
    refused: 'SharePoint refused. Ask the information security team to look at it.',
    unreadableItem: 'What is stored cannot be read. Ask the information security team to look at it.',
  },
  bot: {
    unknownButton: 'The button is no longer known. Write **help** to see what you can do.',
    keysAway: 'Microsoft’s sign-in is not answering right now. Try again in a moment.',
  },
};
