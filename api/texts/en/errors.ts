import type { TextsOf } from '../catalogue.ts';
import type { errors as da } from '../da/errors.ts';

export const errors: TextsOf<typeof da> = {
  unexpected:
    'Something went wrong on our side. Try again, and write to the information security team if it keeps happening.',
  kinds: {
    invalid: 'Something you entered is not valid. Correct it and try again.',
    forbidden: 'You do not have access to that. Ask your ISK or the information security team if you need it.',
    missing: 'It no longer exists. Reload the page to see the latest.',
    conflict: 'It has changed since you opened it. Reload the page, then try again.',
    unavailable: 'Microsoft 365 is not answering right now. Nothing is lost. Try again in a moment.',
    unexpected:
      'Something went wrong on our side. Try again, and write to the information security team if it keeps happening.',
  },
  access: {
    signIn: 'Teams could not confirm who you are. Close the app and open it again in Teams.',
    unknownPerson:
      'We cannot find you among the municipality’s employees. If you have just started, try again tomorrow. Otherwise write to the information security team.',
    notAllowed: 'That is not part of your role. Ask the information security team if you need access.',
    keysAway: 'Microsoft’s sign-in is not answering right now. Try again in a moment.',
  },
  edits: {
    changedByAnother: 'Somebody else has saved changes in the meantime. Look at them, and try again.',
    changedMeanwhile: '{{name}} has saved changes in the meantime. Look at them, and try again.',
  },
  instances: { unavailable: 'We cannot save this safely right now. Try again in a moment.' },
  journal: { unavailable: 'We cannot store your answer safely right now. Try again in a moment.' },
  http: {
    invalidInput: 'Some fields need to be corrected before it can be saved.',
    noSuchAddress: 'The address does not exist. Go back to My overview.',
    tooMany: 'You have sent too many requests in a short time. Wait {{seconds}} seconds and try again.',
    bodyTooLarge: 'What you are sending is too large. Choose a smaller file or shorten the text, and try again.',
    fileEmpty: 'The file is empty. Choose a file with content, and try again.',
    fileName: 'The file has no valid name. Rename it, and try again.',
    notReadable: 'What was sent could not be read. Reload the page, then try again.',
    newVersion:
      'The app has been updated since you opened this page, so nothing was saved. Copy what you have written, reload the page, and save again.',
    idempotencyKey: 'Idempotency-Key must be 8 to 64 letters, digits and hyphens, e.g. a UUID.',
    madeAlready:
      'What you sent the first time was saved, although you did not get the reply. What you have changed since has not been saved. Change the saved version, or press again to save this as something new.',
  },
  fields: {
    required: 'Fill in the field.',
    tooShort: 'Write at least {{minimum}} characters.',
    tooLong: 'Write at most {{maximum}} characters.',
    tooSmall: 'The number must be at least {{minimum}}.',
    tooLarge: 'The number must be at most {{maximum}}.',
    date: 'Choose a date that exists.',
    dayRange: 'Choose a date from {{from}} to {{until}}.',
    format: 'Enter it in the format shown next to the field.',
    choice: 'Choose one of the options.',
    unknown: 'The field is not recognised. Remove it and try again.',
    wrong: 'The content is not valid here. Correct it and try again.',
  },
  threads: {
    tooMuch: 'It is too large to process in one go. Split it into smaller parts, and try again.',
    busy: 'Many people are using it right now. Wait a moment, and try again.',
  },
  tables: {
    oldWorkbook: 'The file is in the old Excel format (.xls). Open it in Excel, save it as .xlsx and choose it again.',
    unreadable: 'The file cannot be read as a table. Save it as CSV or Excel (.xlsx) and choose it again.',
    tooLarge: 'The file is too large to read in one go. Split it in two and import one after the other.',
    tooManyColumns: 'The file has more than 200 columns. Delete those that are not needed and choose it again.',
    empty: 'There are no headings in the first line. Correct the file and choose it again.',
  },
  files: {
    kindNotAllowed: 'The file is not a Word file, a PDF or a picture. Save it as one of these and choose it again.',
    changed: 'The file in the library is no longer the one that was sent. Write to the information security team.',
  },
  ownership: {
    nothingToGive: 'There is nothing you can hand over. Choose a recipient, or see what stays.',
    noSuchSuccession: 'The hand-over does not exist. Go back to hand-overs.',
    mayNotSee: 'The hand-over is only for those who handed something over or received it, and those who follow up.',
    byIsGone: 'The person who handed it over has left. Hand it over again.',
    onlyThePerson: 'Only the person concerned can do it.',
    isDone: 'It has been done.',
    notTheirs: 'It is no longer this person’s task.',
  },
  organisation: {
    noSuchCentre: 'The centre does not exist or is closed. Choose another under Organisation.',
    noSuchAssignment: 'The appointment does not exist. Reload the page to see the current ones.',
    unknownPerson: 'The person is not employed by the municipality. Search by name and choose an employee.',
    mayNotAssign: 'You cannot appoint to this role. Ask the CISO to do it.',
    mayNotPlace: 'Departments are assigned to centres by the CISO and the information security team.',
    noSuchDepartment: 'No employee has this department. Reload the page to see the current ones.',
    departmentTaken: 'The department has meanwhile been assigned to {{centre}}. Reload the page to move it.',
    ownAppointment: 'You cannot appoint yourself. Ask somebody else with the right to appoint.',
    centreNeeded: 'Choose the centre the role applies to.',
    noCentreForRole: 'The role applies to the whole municipality. Leave the centre empty.',
    endsBeforeStart: 'The last day is before the first. Choose a later date.',
    endsInThePast: 'The last day has passed. Choose today or a later date.',
    overlaps: 'The person already has the role in that period. End it first, or choose a later first day.',
    endOverlaps: 'The person has the role from another appointment by then. Choose an earlier last day.',
    hasEndedByName:
      '{{name}} recorded on {{on, day}} when the appointment ends, and it has ended. Appoint the person again if the role is to continue.',
    hasEnded: 'The appointment has already ended. Appoint the person again if the role is to continue.',
    anothersNow: 'It has since been given to somebody else. See who has it now.',
    notBegun: 'The appointment has not started yet. Change it under roles.',
    mayNotNameDeputy: 'You cannot appoint a deputy here. Ask the person, or the CISO, to do it.',
    ownDeputy: 'You cannot make yourself a deputy. Ask somebody else with the right to appoint.',
    deputyIsHolder: 'A deputy must be somebody else. Search by name and choose a colleague.',
  },
  approvals: {
    noSuchRequest: 'The case does not exist. Go to Approvals to see the current ones.',
    alreadyOpen: 'Another version is already awaiting approval. Withdraw it first, or wait for the decision.',
    noStages: 'Nobody has been set up to approve it. Ask the information security team to correct the set-up.',
    onLeave:
      'You are recorded as on leave, and your vote does not count while you are away. End the leave on My overview, and vote again.',
    notMember: 'You have no seat in the current step. Ask the person who sent it who decides it.',
    ownSubmission: 'Nobody can decide what they have sent for approval themselves. Let the others vote.',
    reasonNeeded: 'Say why you reject it or ask for changes, so that the person who sent it knows what is missing.',
    contentChanged:
      'The content was changed after it was sent, so it cannot be decided. Ask the person who sent it to withdraw it and send it again.',
    stageClosed: 'This step is over, so the vote does not count. Open the case to see what has happened.',
    stageNotOpen: 'This step has not been reached yet. Wait until the steps before it have been decided.',
    changedTooOften: 'The vote has been changed so many times that it cannot be changed again. Talk to the chair.',
    mayNotWithdraw: 'Only the person who sent it, the CISO and the information security team can withdraw it.',
    alreadyDecided: 'It has been decided and cannot be withdrawn. Open it to see the decision.',
    notChair: 'Only the chair can close the vote. Ask the chair to do it.',
    quorumNotReached: 'Only {{given}} have voted, and at least {{quorum}} votes are required. Wait for more votes.',
    mayNotRecord: 'Only the council secretary records what a meeting has decided. Ask the secretary to do it.',
    alreadyRecorded:
      '{{name}} has already recorded the decision. Open the case: the date, item, note and minutes can be corrected there, but not the decision itself.',
    nothingToRecord: 'The case is no longer open, so there is nothing to record. Open it to see what has happened.',
    minutesAttached:
      'Minutes have already been attached. If it is the wrong file, take it off with “Correct the record” on the case.',
    mayNotCorrect: 'Only the council secretary corrects what is recorded of a meeting. Ask the secretary to do it.',
    correctedMeanwhile: 'Somebody else has corrected it. See what it says now, and save again.',
    correctedMeanwhileByName: '{{name}} corrected it on {{on, day}}. See what it says now, and save again.',
    correctedTooOften:
      'The record has been corrected so many times that it cannot be corrected again. Attach the minutes instead.',
    appliesTooEarly: 'It is proposed that it applies from {{day}}. Choose that date or a later one.',
    nextMeetingNeeded:
      'Say when the case will be taken up again. If the date is not settled, choose the latest it can be.',
    nextMeetingTooEarly: 'The next meeting must be after the one that postponed the case. Choose a later date.',
    meetingInFuture: 'The meeting has not been held yet. Choose today or an earlier date.',
    meetingTooEarly:
      'The meeting was more than {{days}} days before the case reached this step. Choose the date of the decision.',
    mayNotSee: 'The case is only for those who sent it or decide it. Go to Approvals to see yours.',
    noCase: 'It is not decided at a meeting, so there is no meeting paper for it. Read it on the page.',
    noFile: 'There is no file here. Reload the page to see what the case contains.',
    noSuchAgenda: 'The agenda does not exist. Go to Agendas to see the current ones.',
    mayNotSeeAgenda: 'The agenda is only for those attending the meeting. Go to Approvals to see your cases.',
    mayNotMakeAgenda: 'Only the chair, the CISO and the information security team can create agendas. Ask one of them.',
    agendaBody: 'Centres do not hold meetings about approvals here. Choose a committee or a management body.',
    agendaExists:
      'There is already an agenda with that name for that meeting. Choose another name or change the existing one.',
    agendaClosedByName:
      '{{name}} closed the agenda on {{on, day}}, as the meeting had been held, so it cannot be changed. Create a new one for the next meeting.',
    stageClosedByName:
      '{{name}} withdrew the case on {{on, day}}, so it will not be decided. Open it to see what has happened.',
    nothingToRecordByName:
      '{{name}} withdrew the case on {{on, day}}, so it will not be decided. Open it to see what has happened.',
    minutesAttachedByName:
      '{{name}} attached minutes on {{on, day}}. If it is the wrong file, take it off with “Correct the record” on the case.',
    agendaClosed: 'The meeting has been held, so the agenda cannot be changed. Create a new one for the next meeting.',
    meetingToCome: 'The meeting has not been held yet. If it was held early, correct its day on the agenda first.',
    agendaBodyFixed: 'The agenda has been sent, so it cannot be moved to another body. Create a new one instead.',
    agendaEmpty: 'There is nothing on the agenda. Add at least one case, then send it.',
    onAnotherAgenda: 'The case “{{title}}” is already on “{{agenda}}”. Remove it from there first.',
    notWithBody: 'The case “{{title}}” is not currently with the body that is meeting. Choose one from the list.',
    notOnAgenda: 'The case has been removed from the agenda. Reload the page to see what is on it.',
  },
  signSheets: {
    noSuchSubject: 'What was to be signed for no longer exists.',
    noSuchSheet: 'The sheet does not exist, or it has nobody from your centre.',
    notYourPeople: 'You can only record signatures for other people in your own centre.',
    nobodyOwes: 'Nobody you selected still needs to do it.',
    beforeRound: 'Choose a date after the round began.',
    notHeldYet: 'The meeting has not been held yet. Tick the names once they have signed.',
    isRecorded: 'The receipt has already been recorded and cannot be withdrawn.',
  },
  figures: {
    mayNotSet: 'Only the CISO and the information security team can choose that.',
    noSuchFigure: 'The figure does not exist.',
    noSuchFeed: 'The key is wrong or has been stopped.',
    mayNotSee:
      'The figures are only for those who follow up on the centre or the whole municipality. Choose a centre where you are ISK or manager.',
    notOver: 'The day is not over yet. Choose yesterday or an earlier date.',
    beforeData: 'There is no information that far back. Choose a day in {{from}} or later.',
    notFrozen: 'That month or day has not been frozen. Choose one from the list.',
    recordsDamaged: 'The file listing the records is not the one that was written. Tell the information security team.',
    mayNotFreeze: 'Only the CISO and the information security team can freeze figures. Ask one of them.',
  },
  governance: {
    notManagement: 'That body does not count as management (MANAGEMENT_BODIES).',
    mayNotWrite: 'Only the CISO and the information security team can write the briefing. Ask one of them.',
    noSuchOrientation: 'The briefing does not exist. Go to City Council briefing to see what has been sent.',
    noSuchSubject: 'The subject has been removed. Look at the list again.',
    sentAlreadyByName: '{{name}} sent the briefing on {{on, day}}. What you write now will be in the next one.',
    sentAlready: 'The briefing has since been sent. What you write now will be in the next one.',
    changedMeanwhile: '{{name}} has since changed the subject. Look at it, then try again.',
    subjectsChanged: 'The briefing has changed since you opened it. Read it through, then send it.',
    subjectUnwritten: 'The subject “{{title}}” still lacks words: “{{asks}}” Change the subject, then send.',
    tooManySubjects: 'There is room for {{most}} subjects. Remove some first.',
    noSuchYear: 'That year cannot be shown. Choose one from the list.',
  },
  appointments: {
    changedMeanwhile: '{{name}} has since saved changes. Look at them, then try again.',
    noSuchProposal: 'The proposal does not exist. Go to Appointments to see the current ones.',
    noSuchProposalByName: '{{name}} discarded the proposal on {{on, day}}. Go to Appointments to see the current ones.',
    mayNotPropose:
      'Only the Executive Board, the CISO and the information security team can propose appointments. Ask one of them.',
    mayNotRecord:
      'A person being appointed cannot record the decision. Ask somebody else from the Executive Board, the secretariat or the information security team.',
    notEditable:
      'The proposal is awaiting approval or has been decided and cannot be changed. Withdraw it first, or create a new one.',
    twice: 'The same person is listed twice. Remove one of the entries.',
    hasLeft: '{{name}} has left. Choose somebody else.',
    oneCiso: 'There is one CISO. Choose one person.',
    oneChair: 'The committee has one chair. Choose who it is.',
    byOffice: '{{name}} is an ex-officio member and does not need to be appointed. Remove the person from the list.',
  },
  reports: {
    changedMeanwhile: '{{name}} has since saved changes. Look at them, then try again.',
    noSuchReport:
      'The report does not exist, or it has not been sent yet. Go to Annual report to see the current ones.',
    mayNotWrite:
      'Only the committee, the CISO and the information security team can write the annual report. Ask one of them.',
    notEditable:
      'The report is awaiting approval, has been approved, or has just been changed by somebody else. Reload the page.',
    notSent: 'The file has not been stored. Tell the information security team.',
    nothingToTell:
      'The figures of the day have been changed in SharePoint and cannot be read. Ask the information security team to correct them, and try again.',
    figuresGone: 'The frozen figures have been deleted in SharePoint. Fetch the figures again.',
    yearOutside: 'A report can be made for this year and the three years before. Choose one of them.',
    tooLong: 'Together, the texts are too long. Shorten some of them.',
    template: {
      noWord: 'The file is not a readable Word document. Save it as .docx, and try again.',
      unknown:
        'Paragraph {{paragraph}} (“{{near}}”) has the placeholder {{placeholder}}, which the report does not recognise. Correct it, and try again.',
      unknownAtEdge:
        'The header or footer (“{{near}}”) has the placeholder {{placeholder}}, which the report does not recognise. Correct it, and try again.',
      open: 'Paragraph {{paragraph}} (“{{near}}”) has {{placeholder}} without its other half. Add the missing half, and try again.',
      openAtEdge:
        'The header or footer (“{{near}}”) has {{placeholder}} without its other half. Add the missing half, and try again.',
      alone:
        'In paragraph {{paragraph}} (“{{near}}”) {{placeholder}} must stand alone. Move the rest to another paragraph, and try again.',
      aloneAtEdge:
        'In the header or footer (“{{near}}”) {{placeholder}} must stand alone. Move the rest, and try again.',
      loop: 'In paragraph {{paragraph}}, {{placeholder}} has no beginning or no end. Add the missing part, and try again.',
      loopAtEdge:
        'In the header or footer, {{placeholder}} has no beginning or no end. Add the missing part, and try again.',
      outside:
        'Paragraph {{paragraph}} (“{{near}}”) has {{placeholder}} outside the loop it belongs to. Move it, and try again.',
      outsideAtEdge:
        'The header or footer (“{{near}}”) has {{placeholder}}, which belongs in a loop. Move it, and try again.',
      edge: 'In paragraph {{paragraph}}, {{placeholder}} is in a table or a text box. Move it out, and try again.',
      edgeAtEdge: '{{placeholder}} cannot be in the header or footer (“{{near}}”). Move it, and try again.',
    },
  },
  measures: {
    changedMeanwhile: '{{name}} has since saved changes. Look at them, then try again.',
    noSuchMeasure: 'The measure does not exist. Go to Management to see the current ones.',
    noSuchMeasureByName: '{{name}} discarded the proposal on {{on, day}}. Go to Management to see the current ones.',
    mayNotPropose:
      'Only the committee, the CISO and the information security team can propose measures. Ask one of them.',
    notEditable:
      'The measure is awaiting approval or has been decided and cannot be changed. Withdraw it first, or create a new one.',
  },
  procedures: {
    changedMeanwhile: '{{name}} has since saved changes. Look at them, then try again.',
    noSuchProcedure: 'The procedure does not exist, or it does not apply to you. Search for it under Procedures.',
    noSuchProcedureByName: '{{name}} discarded the draft on {{on, day}}. Go to Procedures to see the current ones.',
    noSuchProcedureSinceDay:
      'It was retired on {{on, day}} and no longer applies. Go to Procedures to see those in force.',
    noSuchVersion: 'The version no longer exists. Reload the page to see the one in force.',
    mayNotWrite: 'Only the centre’s ISK and manager write its procedures. Ask one of them to change it.',
    mayNotEditAreas: 'Only the CISO and the information security team can change areas. Ask one of them.',
    mayNotSeePeople:
      'You can only see who has acknowledged in the centres where you are ISK or manager. Ask the centre’s ISK.',
    areaKey: 'An area’s key can only contain lower-case letters, digits and hyphens. Correct it and try again.',
    areaNameTaken: 'There is already an area called {{title}}. Choose another name.',
    noSuchArea: 'The area does not exist or is closed. Choose another one.',
    noSuchGuideline: 'The guideline is no longer in force. Choose another one, or leave the field empty.',
    noSuchCentre: 'The centre does not exist or is closed. Choose another one.',
    isWaiting:
      'The procedure is awaiting approval and cannot be changed now. Withdraw it first, or wait for the answer.',
    wasDiscarded: 'Somebody else discarded the draft. Reload the page and begin a new version.',
    noDraft: 'There is no draft. Begin a new version first.',
    nothingToSubmit: 'There is nothing to approve yet. Write a text or add a file.',
    summaryNeeded: 'Say briefly what is new, so that those who approve it can see it.',
    notInForce: 'No version is in force right now. Get one approved first.',
    nobodyAsked: 'The version in force does not have to be acknowledged. Choose that in a new version if it should be.',
    retired: 'The procedure is no longer in force. Search for one that replaces it, or write a new one.',
    superseded: 'There is a newer version. Read and acknowledge that one instead.',
    notForYou: 'You do not need to acknowledge this one. It applies to others, or it only needs to be read.',
    noFile: 'There is no file on the version. Read the text on the page.',
    fileChanged:
      'The file in the library is no longer the one that was approved, so it cannot be downloaded here. Write to the information security team.',
  },
  acknowledgements: {
    beingOpened: 'The acknowledgements of an earlier version are being fetched. Try again in a moment.',
  },
  history: {
    expired: 'The information from {{month}} has been deleted because its retention period has passed.',
    fileGone:
      'The file for {{month}} is no longer in the library. It can be restored from the SharePoint site’s recycle bin. Tell those who run the app.',
    fileChanged:
      'The file for {{month}} has changed since it was stored, so it is not shown. An earlier version can be restored in the library. Tell those who run the app.',
  },
  personData: { nobody: 'There is nobody with that ID.' },
  retention: {
    mayNotEdit: 'Only the CISO and the information security team can choose how long personal data are kept.',
    noSuchKind: 'That kind of personal data does not exist.',
    tooShort: 'Choose at least {{least}} days. The app needs the data for that long.',
  },
  trail: {
    leavesChanged:
      'The file with the seal of {{day}} has changed since the day was sealed. An earlier version can be restored in the library. Tell those who run the app.',
  },
  policy: {
    noSuchVersion: 'The version does not exist. Go to Policy to read the one in force.',
    noSuchVersionByName: '{{name}} discarded the draft on {{on, day}}. Go to Policy to read the one in force.',
    superseded:
      'Version {{number}} has been replaced by version {{current}}. Read and acknowledge version {{current}} under Policy instead.',
    notYetInForce: 'Version {{number}} applies from {{day, day}}. You will be asked to acknowledge it then.',
    notDraft: 'The version has been published or discarded and cannot be changed. Create a new version instead.',
    numberTaken: 'There is already a version {{number}}. Choose another number.',
    numberNotHigher:
      'The number {{number}} must be higher than {{current}}, which is in force. Correct the number in the draft.',
    beforeComing:
      'Version {{number}} has been published and is in force from {{day, day}}. The new version can be in force from that day at the earliest. Choose a later date.',
    noCoverage: 'Nobody has been asked about this version yet. Coverage is shown once it has been published.',
    mayNotDraft: 'Only the CISO and the information security team can work with drafts. Ask one of them.',
    mayNotPublish: 'Only the CISO can publish the policy without approval. Send the draft for approval instead.',
    mayNotSeePeople: 'You can only see names in the centres where you are ISK or manager. Choose your own centre.',
    isWaiting:
      'The policy is awaiting approval and cannot be changed until then. Wait for the decision, or withdraw it under Approvals.',
    otherIsWaiting:
      '{{title}} is already awaiting approval. Wait for the decision, or withdraw it under Approvals first.',
    noWord: 'The file is not a Word document (.docx). Open it in Word, save it as .docx and choose it again.',
    emptyWord:
      'The Word document has no readable text. Check whether the text is a picture, or copy it into the field.',
    newerIsApproved:
      'Version {{number}} is approved and on its way. Version {{current}} therefore needs no new approval.',
    noneInForce: 'No policy is in force yet. Send the first draft for approval instead.',
    mayNotComment:
      'Only the committee, the CISO and the information security team can comment on drafts. Write to one of them.',
    mayNotAnswerComment: 'Only the CISO and the team can reply to comments on a draft. Write a new comment instead.',
    mayNotResolveComment: 'Only the author of the comment, the CISO and the team can resolve it. Ask one of them.',
    mayNotRemoveComment: 'You can only remove your own comments. Ask the author to do it.',
    noSuchComment: 'The comment has been removed. Reload the page to see the current ones.',
    commentsClosed: 'The version is no longer a draft, so it cannot be commented on. Create a new version instead.',
    paragraphGone: 'The paragraph has changed since you opened the page. Reload it and comment on the new paragraph.',
  },
  assets: {
    noSuchAsset: 'The asset does not exist. Go to Assets to see the current ones.',
    mayNotSee: 'The asset is not yours. Ask your ISK or the information security team if you need to see it.',
    mayNotAdd: 'You can only add assets in your own centre. Choose your centre, or ask the information security team.',
    mayNotEdit:
      'Only the owner, the centre’s manager and ISKs and the information security team can change it. Ask one of them.',
    mayNotMoveThere: 'You cannot move the asset to that centre. Ask the information security team to do it.',
    mayNotRetire:
      'Only the centre’s manager and ISKs and the information security team can take it out of use. Ask one of them.',
    mayNotDecide:
      'Only the centre manager, the CISO and the information security team can decide whether it needs an assessment. Ask one of them.',
    mayNotImport: 'Only the CISO and the information security team can import assets. Ask one of them.',
    changedMeanwhile: '{{name}} has changed the asset since you opened it. Reload the page, then make your change.',
    retireWithReason: 'Choose Take out of use on the asset’s page, so that you can say why.',
    unknownCentre: 'One of the centres does not exist or is closed. Choose the centres again.',
    unknownPerson: 'The person is not employed by the municipality. Search by name and choose an employee.',
    unknownAsset: 'One of the assets does not exist. Search by name and choose one that does.',
    dependsOnItself: 'An asset cannot depend on itself. Remove it from the list.',
    systemOnProcess: 'An IT system cannot depend on the work process “{{title}}”. Remove it from the list.',
    neededBySystem: 'The IT system “{{title}}” depends on this one, so it has to stay an IT system.',
    noSuchImport: 'The import does not exist, or cannot be undone. Reload the page.',
    importFileChanged: 'The file with the previous values has been changed. Correct the assets manually.',
    importRunning: 'Another file is being saved. Wait until it is finished and try again.',
    noSuchColumn: 'There is no column “{{heading}}” in the file. Choose the columns again.',
    noTitleColumn: 'Choose the column with the name.',
  },
  awareness: {
    notOpened: 'The round is stored as history and could not be fetched. Try again.',
    mayNotImport: 'Only the CISO and the information security team can import completions. Ask one of them.',
    noSuchColumn: 'There is no column “{{heading}}” in the file. Choose the columns again.',
    importRunning: 'Another file is being saved. Wait until it is finished and try again.',
    mayNotSync: 'Only the CISO and the information security team can fetch for others. Ask one of them.',
    noVivaCourse: 'The course has no ID in Viva Learning. Add it to the course and try again.',
    vivaRefused:
      'Viva Learning will not show the courses. You need a licence for Viva Learning and permission to read other people’s courses.',
    noSuchCourse: 'The course does not exist. Reload the page to see the current ones.',
    noSuchRound: 'The course round does not exist. Reload the page to see the current ones.',
    noSuchExemption: 'The exemption does not exist. Reload the page to see the current ones.',
    roundNotOpen: 'The course round is not open at present. Go to E-learning to see what applies.',
    noCoverage: 'The course round has not started yet. Coverage is shown once it opens.',
    roundClosed: 'The course round is over and cannot be changed. Create a new round instead.',
    roundsOverlap: 'The round overlaps with “{{title}}”. Choose other dates, or close the other round first.',
    dueBeforeOpen: 'The due date is before the first day. Choose a later date.',
    dueInThePast: 'The due date has passed. Choose today or a later date.',
    nobodyObliged: 'Choose who must take the course: everybody, or at least one centre, group or person.',
    unknownCentre: 'One of the centres does not exist or is closed. Choose the centres again.',
    unknownPerson: 'The person is not employed by the municipality. Search by name and choose an employee.',
    titleTaken: 'There is already a course called “{{title}}”. Give it another name.',
    courseIsFixed: 'A round cannot be moved to another course. Create a new round instead.',
    notObliged: 'You do not need to take this course. Ask your ISK if you think otherwise.',
    notSelfDeclared: 'In this round the learning system, your manager or your ISK registers the course.',
    dateInHistory:
      'Courses taken before {{from, day}} are kept as history and can no longer be registered. Choose {{from, day}} or a later date.',
    opensInHistory:
      'The course is kept as history for the time before {{from, day}}, so a round cannot open before then. Choose {{from, day}} or a later date.',
    dateAhead: 'The date is in the future. Choose today or an earlier date.',
    beforeRound: 'The date is before this round, so the course does not count. Choose the date you took it this year.',
    mayNotEdit: 'Only the CISO and the information security team can change courses and rounds. Ask one of them.',
    mayNotRegister: 'You can only register for people in centres where you are ISK or manager. Ask their manager.',
    ownCompletion: 'You cannot register for yourself here. Ask your manager or a colleague with the right to do so.',
    mayNotExempt:
      'Only the person’s centre manager, the CISO and the information security team can grant exemptions. Ask one of them.',
    ownExemption: 'You cannot exempt yourself. Ask somebody else with the right to grant exemptions.',
    endsBeforeStart: 'The last day is before the first. Choose a later date.',
    exemptAlready: 'The person is already exempt in that period. End that exemption first.',
    mayNotSeePeople: 'You can only see names in centres where you are ISK or manager. Choose your own centre.',
    mayNotNudge: 'You can only remind people in centres where you are ISK or manager. Choose your own centre.',
  },
  deliveries: {
    campaign: 'The distribution does not exist. Reload the page to see the current ones.',
    maySteer: 'Only the CISO and the information security team can control a distribution. Ask one of them.',
    notPossibleNow:
      'That is not possible now because the distribution has moved on. Reload the page to see where it is.',
    unreachable: 'You can only see people in the centres where you are ISK or manager. Choose your own centre.',
  },
  wheel: {
    notInvited: 'You are not invited to the meeting.',
    meetingToCome: 'The meeting has not been held yet, so nobody can have come. Correct its day if it was moved.',
    meetingOver:
      'The meeting has been held or cancelled, so your answer changes nothing. Reload the page to see the latest.',
    noSuchMeeting: 'The meeting does not exist. Reload the page to see the current ones.',
    noSuchPlan: 'The plan does not exist. Reload the page to see the current ones.',
    noSuchCalendar: 'The calendar link no longer works. Make a new one under My tasks.',
    noSuchTask: 'The task no longer exists. Go to Annual wheel to see the current ones.',
    noSuchStep: 'The step no longer exists. Reload the page to see the current ones.',
    noSuchActivity: 'The activity does not exist. Reload the page to see the current ones.',
    noSuchCatalogueItem: 'One of the activities is not in the catalogue. Reload the page and choose again.',
    mayNotSee: 'The task is not yours. Ask your ISK or the information security team if you need to see it.',
    mayNotDo:
      'Only the person who has the task can do that. Ask for it to be handed over, or write to the person responsible.',
    mayNotMove:
      'Only the person responsible, the CISO, the information security team and the committee can move or cancel a task. Ask one of them.',
    mayNotReopen:
      'Only the person who has the task and those who manage the annual wheel can reopen it. Ask one of them.',
    mayNotEdit:
      'Only the CISO, the information security team and the information security committee can change the annual wheel. Ask one of them.',
    evidenceNeeded: 'Describe or link to the evidence that it was done: {{what}}.',
    doneInTheFuture: 'The date is in the future. Choose today or an earlier date.',
    movedIntoThePast: 'The new date has passed. Choose today or a later date.',
    movedTooFar: 'A task can be moved at most a year ahead. Choose an earlier date, or cancel the task.',
    taskClosed: 'The task is done or cancelled. Reopen it first.',
    taskDoneByName: '{{name}} completed the task on {{on, day}}. Reopen it first.',
    taskClosedByName: '{{name}} completed or cancelled the task on {{on, day}}. Reopen it first.',
    taskCancelledByName: '{{name}} cancelled the task on {{on, day}}. Reopen it first.',
    taskDone: 'The task is done and cannot be cancelled. Reopen it first.',
    reopenedSince: 'The task has been reopened since you pressed. See what is missing, and mark it as done again.',
    taskCancelled: 'The task is cancelled. Reopen it first.',
    isFollowed: 'The next task is already under way, so this one cannot be reopened. Write a note on the next instead.',
    comesNoMore: 'The activity or the centre is closed, or the rule has changed, so the task cannot be reopened.',
    historyFull: 'The task has so many notes that there is no room for more. Finish it, or write in a document.',
    ruleNotUnderstood: 'The recurrence cannot be read. Choose yearly, half-yearly, quarterly, monthly or weekly.',
    ruleUnknownPart: 'The part {{part}} of the recurrence is not recognised. Remove it and try again.',
    ruleWrongPart: 'The part {{part}} of the recurrence does not fit with the rest. Correct it and try again.',
    ruleTooOften: 'An activity can recur at most once a week. Choose a less frequent recurrence.',
    ruleTooMany: 'An activity can recur at most {{most}} times. Choose a smaller number, or set a last day.',
    ruleNeverFalls: 'The recurrence does not fall on any day. Change it so that there is at least one.',
    ruleFromDone:
      'When it is counted from the last time, you cannot also choose specific days or a number of times. Choose only how often it recurs.',
    endsBeforeStart: 'The last day is before the first. Choose a later date.',
    endsBeforeFirst: 'It occurs first on {{date, day}}, and the last day is before that. Choose a later date.',
    startsInThePast: 'The date has passed. Choose today or a later date.',
    centreRoleNeedsCentres: 'Every centre has that role. Choose one task per centre, or choose a specific person.',
    auditorDoesNothing: 'Auditor and DPO have read access but do not carry out tasks. Choose another role.',
    unknownPerson: 'The person is not employed by the municipality. Search by name and choose an employee.',
    sameStep: 'Two steps have the same key. Remove one of them and add it again.',
    activityClosed: 'The activity is closed and cannot be changed. Create a new one instead.',
  },
  obligations: {
    noSuchPerson: 'The person is not employed by the municipality. Search by name and choose an employee.',
    noSuchHandOver: 'The hand-over does not exist. Reload the page to see the current ones.',
    mayNotSeePeople: 'You can only see tasks in the centres where you are ISK or manager. Choose your own centre.',
    mayNotHandOver:
      'You can only hand over your own tasks and those of people in your centre. Ask the person’s ISK or centre manager.',
    mayNotRecordAbsence:
      'You can only record leave for yourself and for people in a centre that you manage. Ask the person or the centre manager.',
    samePerson: 'The person already has the tasks. Choose another colleague.',
    unknownReceiver: 'The person is not employed by the municipality. Search by name and choose an employee.',
    receiverAway: 'The person is on leave and cannot take over. Choose a colleague who is at work.',
    untilInThePast: 'The last day has passed. Choose today or a later date.',
    absenceEndsBeforeStart: 'The last day is before the first. Choose a later date.',
    absenceTooLong:
      'Leave can last at most a year. Choose an earlier last day, and record the leave again if it lasts longer.',
    absenceBeginsTooFar: 'The first day must be at most a year ahead or back. Choose another date.',
    standInIsSame: 'You cannot be your own deputy. Choose a colleague.',
    standInAway: 'The person is away that day too. Choose a colleague who is at work.',
    standInElsewhere:
      'Choose a colleague from the same centre, an ISK, a manager or somebody from the information security team.',
    absenceInThePast: 'The leave has already ended. Choose a last day that has not passed.',
  },
  statusReports: {
    mayNotMake:
      'Only the CISO and the information security team can put the status report on the agenda. Ask one of them.',
    meetingHeld: 'The meeting has been held, or it is not the committee’s. Choose an upcoming meeting.',
    noSuchReport: 'The report does not exist. Go back to the agendas.',
    saidMeanwhile:
      'Meanwhile {{name}} has written to the meeting: “{{note}}”. Combine it with yours and add the report again.',
  },
  advice: {
    mayNotWrite: 'Only the CISO and the information security team can record advice. Ask one of them.',
    unknownAsker: 'The person does not exist. Search by name and choose somebody.',
    noSuchAdvice: 'The advice no longer exists. Reload the page.',
  },
  initiatives: {
    mayNotSee:
      'You can see the initiatives of the centres where you are ISK or manager, and those assigned to you. Ask the centre’s ISK about the rest.',
  },
  reminders: {
    ladder:
      'Somebody higher up would be told before those below them. The number of days must increase from ISK to centre manager to committee.',
    noSuchKind: 'That kind of task does not exist. Reload the page to see the current ones.',
    noSuchDay: 'The date cannot be read. Choose one from the list of reminders sent.',
    mayNotNudge: 'You can only remind employees in the centres where you are ISK or manager. Choose your own centre.',
    mayNotEdit:
      'Only the CISO and the information security team can change how often people are reminded. Ask one of them.',
    required:
      'It cannot be turned off because the municipality must be able to show that everybody has done it. Tick it again.',
  },
  directory: {
    tooManyGone:
      '{{gone}} of {{employed}} employees have disappeared from the directory at once. Nobody has been marked as having left; check the directory before it is read again.',
  },
  backup: {
    exists: 'The folder {{folder}} already holds a finished backup. Choose a new folder.',
    unfinished: 'The folder {{folder}} holds no finished backup. Take it again into the same folder.',
    damaged: 'The backup is damaged: {{file}} has changed since it was written. Use another backup.',
    siteInUse: 'The site is not empty ({{what}}). A backup can only be restored to an empty site.',
    listInUse: 'The list {{list}} is not empty. Only a list that was made anew is filled from a backup.',
    noSuchList: 'The backup or the site has no list called {{list}}.',
    otherRestore: 'Another backup is being restored to the site. Finish that first.',
    unknownList: 'The backup has a list that the program does not recognise: {{list}}. Use the version that took it.',
  },
  sharepoint: {
    away: 'Microsoft 365 is not answering right now. Nothing is lost. Try again in a moment.',
    loading: 'The app is starting. Try again in a moment.',
    failing: 'SharePoint failed. Try again in a moment. If it keeps happening, write to the information security team.',
    noRoom: 'There is no room left in SharePoint. Ask the information security team to make room, then save again.',
    tooLarge: 'It is too large for SharePoint. Make it smaller, or split it.',
    changedMeanwhile: 'Somebody else has changed it in the meantime. Reload the page, then try again.',
    locked: 'The file is open or checked out by somebody else. Close it, or ask them to check it in, then try again.',
    resyncRequired: 'The information is being read again from the start. Try again in a moment.',
    queryShape: 'SharePoint did not understand the query. Ask the information security team to look at it.',
    badToken: 'SharePoint did not accept the app’s access. Ask the information security team to look at it.',
    noAccess: 'The app has no access to the SharePoint site. Ask the information security team to grant it.',
    mayNotWrite:
      'The app can read in SharePoint but not save. Ask the information security team to give it write access.',
    itemGone: 'Somebody else has deleted it. Reload the page to see what is there.',
    itemSetAside:
      'It already exists but cannot be read because a field is invalid. The page Operations shows which. Tell those who run the app.',
    keyTaken: 'It already exists. Reload the page to see it.',
    keyIsFixed: 'The key cannot be changed. Create a new one instead.',
    invalidField: 'A field cannot be saved as it is. Correct it and try again.',
    tooLong: 'The text is too long. Shorten it and try again.',
    fileName: 'The file name cannot be used. Give it another name without special characters.',
    nameTaken: 'There is already a file with that name. Give it another name.',
    siteGone:
      'The app’s SharePoint site has been deleted, so nothing can be saved at the moment. Ask the Information Security Team to have it restored.',
    listGone:
      'The list {{list}} has been deleted in SharePoint, so this is on hold. Nothing is lost: an owner of the site can restore it from the recycle bin under Site contents, and everything then continues automatically. Ask the information security team to do so.',
    listReplaced:
      'The list {{list}} has been replaced by another of the same name in SharePoint, so this is on hold. Ask the information security team to restore the right one from the recycle bin.',
    columnsGone:
      'The list {{list}} is missing columns in SharePoint ({{columns}}), so this is on hold. Ask the information security team to look at the page Operations.',
    listEmptied:
      'Most of the list {{list}} has been deleted in SharePoint ({{items}} of {{expected}} are left), so this is on hold. Ask the information security team to restore it from the recycle bin.',
    itemsGone:
      'Items in the list {{list}} have been deleted in SharePoint, so this is on hold to make sure nothing is sent twice. Ask the information security team to restore them from the recycle bin.',
    mayNotDelete:
      'SharePoint did not let the app delete it. Ask the information security team to look at the page Operations. Nothing else has changed.',
    siteLocked:
      'The app’s SharePoint site is locked, so nothing can be saved at the moment. Ask the information security team to have it unlocked.',
    listChanged:
      'SharePoint did not accept it because the list {{list}} has been changed ({{columns}}). It is not saved. Ask the information security team to look at the page Operations, and save again when the list has been corrected.',
    listRefuses:
      'SharePoint did not accept it in the list {{list}}. It is not saved. Ask the information security team to look at the page Operations, then save again.',
    listMissing: 'A list is missing in SharePoint. Ask the information security team to run the provisioning.',
    listNotVisible: 'A new list in SharePoint is not ready yet. Try again in a moment.',
    noConsent:
      'The municipality’s administrator has not yet allowed the app to read courses in Viva Learning. Write to the information security team.',
    identityAway: 'Azure does not give the app access to Microsoft 365 right now. Try again in a moment.',
    noIdentity: 'Azure rejects the app’s identity. Ask the information security team to look at it.',
    badCredential: 'The app cannot sign in to Microsoft 365. Ask the information security team to renew its access.',
    etagRefused: 'SharePoint does not accept changes to this item. Ask the information security team to look at it.',
    refused: 'SharePoint rejected the action. Ask the information security team to look at it.',
    unreadableItem: 'The stored information cannot be read. Ask the information security team to look at it.',
  },
  risks: {
    noSuchScale: 'The scale does not exist. Reload the page, and choose one from the list.',
    noSuchCatalogue: 'The threat catalogue does not exist. Reload the page, and choose one from the list.',
    noSuchAssessment: 'The assessment does not exist. Open the asset to see the current ones.',
    noSuchThreat: 'The threat is no longer in the assessment. Reload the page.',
    noSuchTrigger: 'The report that something has happened does not exist. Reload the page.',
    notYourView: 'The view belongs to somebody else. Save your own, and only delete views you have saved.',
    noSuchRisk: 'The risk is not in the register. Go to the risk register to see the current ones.',
    mayNotSee: 'Risks are visible to those with a role in information security. Ask your ISK if you need access.',
    mayNotKeepScales:
      'Scales and threat catalogues are managed by the CISO and the information security team. Write to them.',
    mayNotAssess:
      'The asset is assessed by its owner, the centre’s manager and ISK or the information security team. Ask one of them.',
    scaleMatrixSize:
      'The matrix needs a row for each consequence level ({{consequence}}) and a column for each likelihood level ({{likelihood}}). Fill in every cell.',
    scaleMatrixLevel:
      'A cell in the matrix refers to a level that does not exist. Choose one of the levels in each cell.',
    scaleMatrixFalls:
      'The cell at consequence {{consequence}} and likelihood {{likelihood}} is lower than the one before. A higher step cannot give a lower level, so choose a higher one.',
    scaleTitleTaken: 'There is already a scale with that name. Choose another name.',
    catalogueIsShipped:
      'The catalogue comes with the product and cannot be changed. Hide it, and create your own instead.',
    catalogueTitleTaken: 'There is already a catalogue with that name. Choose another name.',
    sameThreatTwice: 'The same threat is listed twice. Remove one of the entries.',
    tooManyThreats: 'The threats are too many or too long to be saved together. Remove some, or shorten them.',
    assetRetired: 'The asset has been taken out of use and is not assessed. Bring it back into use if it should be.',
    unknownField: 'The field {{name}} does not exist in an assessment. Reload the page.',
    stepOutsideScale:
      'The step does not exist in the scale used by the assessment. Choose one of the steps on the list.',
    unknownControl: 'One of the controls no longer exists. Remove it from the list, or choose another.',
    finishedIsFrozenByName:
      '{{name}} finished the assessment on {{on, day}}, so it cannot be changed. Begin a new one if something is different.',
    finishedIsFrozen:
      'The assessment has been completed and cannot be changed. Begin a new one if something is different.',
    notADraftByName: '{{name}} discarded the assessment on {{on, day}}. Open the asset, and begin a new one.',
    notADraft: 'The assessment is no longer a draft. Open the asset, and begin a new one.',
    quickOpen: 'Answer all the questions in the short assessment before you complete it.',
    needsFull: 'The answers show that the full assessment is needed. Go on to it.',
    nothingAssessed:
      'No threats have been assessed. Set consequence and likelihood for at least one, or say for each of them why it is not relevant.',
    threatsOpen:
      'Threats without an answer: {{open}}. Assess them, say why they are not relevant, or say why they are left open.',
    heldInFuture: 'The assessment cannot be completed until it has been held. Choose today or an earlier date.',
    threatOfCatalogue: 'The threat comes from a catalogue and cannot be removed. Say why it is not relevant instead.',
    dueInThePast: 'The due date has passed. Choose today or a later date.',
    copySource: 'The assessment to copy from does not exist, or you do not have access to it. Choose another.',
    mayNotTreat:
      'The risk is treated by the asset owner, the centre’s manager and ISK or the information security team. Ask one of them.',
    mayNotWorkOn:
      'Only the person who has the action, and those who treat the risk, can report progress. Ask one of them.',
    noSuchAction: 'The action does not exist. Reload the page to see the current ones.',
    actionDone: 'The action is done. Set it below 100% to open it again.',
    actionCancelled: 'The action has been dropped. Create a new one if it is to be done after all.',
    unknownOwner: 'The person is not employed by the municipality. Search by name and choose an employee.',
    untilInPast: 'The acceptance must run until a future date. Choose a later date.',
    untilTooFar: 'A risk can be accepted for at most {{months}} months at a time. Choose an earlier date.',
  },
  inspections: {
    noSuchInspection: 'The inspection no longer exists. Go back to the list.',
    noSuchFinding: 'The finding no longer exists. Go back to the inspection.',
    noSuchChecklist: 'The checklist no longer exists. Choose another.',
    noSuchItem: 'The item is not on the checklist. Choose another.',
    mayNotRead:
      'The inspection is visible to those who carry it out, the unit’s ISK and manager, and those who follow up on all inspections. Ask one of them.',
    mayNotPlan: 'Only the CISO and the information security team can plan inspections. Ask one of them.',
    mayNotInspect: 'Only the person carrying out the inspection can do that. Nobody inspects their own unit.',
    mayNotAnswer:
      'Only the unit’s ISK or manager can answer, or the person they have given the task to. Ask one of them.',
    mayNotExplain: 'Only the inspector and the unit’s ISK and manager can describe the cause. Tell one of them.',
    ownUnit: 'Nobody rechecks their own unit. Somebody else must do it.',
    ownAction: 'You are responsible for the corrective action. Somebody else must check whether it works.',
    nothingToRecheck: 'There is nothing to recheck yet. Wait until the action has been completed.',
    closedBy:
      '{{name}} has rechecked the finding meanwhile and closed it. What you wrote is not saved, but is still here.',
    recheckedBy:
      '{{name}} has rechecked the finding meanwhile, and it stays open. What you wrote is not saved, but is still here.',
    findingClosedByName: '{{name}} closed the finding on {{on, day}}. Record a new one if the problem returns.',
    findingClosed: 'The finding is closed and can no longer be changed. Record a new one if the problem returns.',
    closed: 'The inspection is closed and can no longer be changed. Take it up at the next inspection.',
    cancelled:
      'The inspection has been cancelled. If it is to be held anyway, the CISO or the information security team plans a new one.',
    alreadyHeldByName:
      '{{name}} held the inspection on {{on, day}}, so it can no longer be moved, cancelled or answered. Talk to {{name}}.',
    closedByName:
      '{{name}} closed the inspection on {{on, day}}, so it can no longer be changed. Take it up at the next inspection.',
    alreadyHeld:
      'The inspection has been held and can no longer be moved, cancelled or answered. Talk to whoever carried it out.',
    notHeld: 'Mark the inspection as held first.',
    nothingSeen: 'Record at least one item before you mark the inspection as held.',
    reportLacks: 'The report is incomplete. What is missing is shown at the top of the inspection page.',
    tooManyFindings: 'There are too many findings in one inspection. Combine those that belong together.',
    tooManyPhotos: 'There can be {{most}} pictures in an inspection. Delete one of them before you add another.',
    noSuchPhoto: 'The picture has been deleted.',
    notAPicture: 'The file is not a picture. Take a picture, or choose a JPG or PNG file.',
    unknownCentre: 'Choose a centre from the list.',
    unknownPerson: 'Choose an employee.',
    inspectorOfUnit: 'Nobody inspects their own unit. Choose somebody from another centre.',
    dayInThePast: 'Choose today or a later date.',
    checklistShipped: 'The checklist comes with the product. Create a new one based on it if you want to change it.',
    strengthNoRisk: 'A strength does not raise a risk. Change the grade first if it is not a strength.',
    assetRetired: 'The system has been taken out of use. Choose another.',
    riskRaised: 'A new assessment of another system has already been requested. Record a new finding about this one.',
  },
  incidents: {
    noSuchIncident: 'The report no longer exists. Go back to the list.',
    mayNotTake: 'Only the centre’s ISK, the information security team and the CISO can take it. Call one of them.',
    tooMany: 'You have sent {{most}} reports today. Call instead.',
    mayNotKeepGuides:
      'Only the CISO and the information security team can change what the bot answers. Ask one of them.',
  },
  contingency: {
    noSuchPlan: 'The plan no longer exists. Go back to the list.',
    noSuchPlanByName: '{{name}} discarded the draft on {{on, day}}. Go to Contingency to see the current plans.',
    noSuchPlanSinceDay: 'The plan was retired on {{on, day}} and no longer applies.',
    noSuchVersion: 'The version does not exist. Go back to the plan.',
    noSuchForm: 'The form no longer exists. Reload the plan to see the current ones.',
    centreNotYours:
      'You can only let the plan apply to centres you write for. Ask the information security team if more centres should have it.',
    mayNotPrint:
      'The document contains the phone numbers of the people in the plan. It is only for the centres the plan applies to. Read the plan on the page.',
    tooManyPhones:
      'You have added {{most}} new people to call lists within an hour and cannot get more numbers right now. Try again in {{minutes}} minutes; what you have written is kept.',
    mayNotWritePlan:
      'Only the centre’s ISK and manager, the information security team and, for recovery, the system owner can write the plan. Ask one of them.',
    planRetired: 'The plan has been taken out of use and can be neither changed nor tested. Begin a new one.',
    planWaiting: 'The plan is being decided. Withdraw it if you want to change it.',
    draftDiscarded:
      'Somebody else has discarded the draft. Your text is still here: save it again to begin a new one. If it was the first draft, copy the text and begin the plan again.',
    changedMeanwhile:
      'Somebody else changed the draft while you were writing. Load the latest version, or save yours instead.',
    noDraft: 'There is no draft. Change the plan to begin a new version.',
    notInForce: 'The plan is not in force yet. Send the draft for approval instead.',
    peopleHaveLeft: 'Somebody in the plan has left. Change the plan, so that it shows who has the task now.',
    planTooLong: 'The plan is too long. Split it, or move some of it to a form.',
    tooManyForms: 'A plan can have at most 20 forms. Remove one first.',
    fileChanged:
      'The file has been changed in SharePoint and is not the one that was approved. Ask the information security team.',
    lacksTrigger: 'State when the plan is to be used before you send it.',
    lacksFirstHour: 'Add at least one step for the first hour before you send it.',
    lacksPhone: 'Add at least one contact with a phone number before you send it.',
    lacksSteps: 'Add the steps that get the system running again before you send it.',
    lacksSummary: 'State briefly what is new before you send it.',
    noSuchPack: 'The pack no longer exists. Go back to the list.',
    noSuchCentre: 'The centre does not exist. Go back to the list and choose another.',
    noPlansToPack: 'The centre has no emergency procedure in force, so there is nothing to put in a pack.',
    mayNotPlacePack: 'Only the centre’s ISK and manager can record that the pack is in place. Ask one of them.',
    mayNotSeePack: 'The pack is for another centre. Ask its ISK if you need it.',
    newerPack: 'There is a newer pack. Print that one instead.',
    placeMissing: 'State where it is kept, for example in the cupboard in the duty room.',
    placedLater: 'The date is in the future. Choose today or an earlier date.',
    packChanged:
      'The file has been changed in SharePoint and is not the one that was made. Ask the information security team.',
    noSuchTest: 'The test no longer exists. Go back to the list.',
    mayNotTest: 'Only those who write the plan or lead the test can do that. Ask the centre’s ISK.',
    takesPartInTest: 'You are taking part in the test yourself. The leader of the test can change it.',
    mayNotReadTest:
      'The test is only visible to participants and those who work with the plan. Ask the leader of the test.',
    planNotCurrent: 'The plan has changed or is no longer in force. Read the one in force now.',
    notNamed: 'You are not named in the plan, so there is nothing for you to confirm.',
    planNotInForce: 'The plan is not in force yet. It can be tested once it has been approved.',
    unknownParticipant: 'One of the participants no longer works for the municipality. Remove them and try again.',
    testBegun: 'The test has started and cannot be changed. Reload the page to follow it.',
    testOver: 'The test is over or has been cancelled. Reload the page, and plan a new one if needed.',
    testNotRunning:
      'The test is not under way. Reload the page to see whether it is about to start or has been cancelled.',
    testNotEndedByName:
      '{{name}} evaluated and closed the test on {{on, day}}. If there is more to say, plan a new one.',
    testNotEnded: 'The test must have ended before it can be evaluated, and it must not be closed.',
    evaluationMissing: 'The evaluation is not complete. See what is missing and try again.',
    noSuchSubject: 'It no longer exists. Go back to the list.',
    mayNotLog: 'Only participants can write in the log.',
    logClosed: 'The log is closed. Nothing more can be written in it.',
    noSuchImprovement: 'The improvement no longer exists. Go back to the list.',
    mayNotImprove: 'Improvements are agreed by the leader of the test. Ask them.',
    mayNotWorkOn: 'The improvement belongs to somebody else. Only the person responsible can report progress.',
    improvementGivenUp: 'The improvement has been dropped and cannot be changed.',
    improvementDone: 'The improvement is done. Reopen it to change it.',
    unknownOwner: 'The person is not employed by the municipality. Search by name and choose an employee.',
    dueInThePast: 'The due date has passed. Choose today or a later date.',
    noSuchDowntime: 'The downtime no longer exists. Go back to the list.',
    mayNotReport:
      'Only ISKs, centre managers, the information security team and the system owner can report it as down. Call one of them.',
    mayNotSeeDowntime:
      'The downtime is visible to the ISK and manager of the affected centres, the system owner and those with responsibility for the whole municipality. You find your emergency procedure under Contingency.',
    mayNotKeepDowntime:
      'The downtime belongs to another centre. It can be changed by the person who reported it, the system owner, the system’s own centre and the information security team. Write in the log what is happening in your centre, or call one of them.',
    assetRetired: 'The system has been taken out of use. Choose one that is in use.',
    startsInFuture: 'That time is in the future. Choose now or earlier.',
    startsTooLongAgo: 'Choose a time within the last {{days}} days.',
    endsBeforeStart: 'Choose a time after it went down.',
    endsInFuture: 'That time is in the future. Choose now or earlier.',
    downtimeChanged: '{{name}} has corrected it in the meantime. Reload the page, then correct it.',
    recordFull: 'There is no room for all of it. Shorten it and try again.',
    downtimeClosedByName:
      '{{name}} stopped the clock and wrote the record on {{on, day}}. Open the downtime to correct it.',
    downtimeClosed: 'The clock has stopped and the record has been written. Open the downtime to correct it.',
    downtimeNotClosed: 'Only a downtime that is over can be corrected like this. Reload the page.',
    downtimesOverlap:
      'The system has another downtime in that period: from {{from}} to {{to}}. Choose when it went down and was running again so that they do not overlap.',
    overlapsRunning: 'The system has been reported down since {{from}}. Choose times before that.',
    unknownCentre: 'One of the centres does not exist or is closed. Choose the centres again.',
    startsTooLongBefore: 'A downtime can begin at most {{days}} days before it was reported. Choose a later time.',
    downtimeCancelled: 'It has been recorded as a false alarm. Report it again if it is down.',
    planNotTestable: 'One of the plans cannot count as tested. Clear its tick and try again.',
  },
  standards: {
    noControlOfYours: 'You have no control to report on. Ask the information security team if you need access.',
    noSuchStandard: 'The standard no longer exists. Go back to Standards and choose another.',
    noSuchStandardByName: '{{name}} removed the standard on {{on, day}}. Go to Standards to see the current ones.',
    noSuchControl:
      'The control does not exist, or you do not have access to it. Go back to the list and choose another.',
    noSuchRequirement: 'One of the requirements no longer exists. Remove it from the list and try again.',
    noSuchProcedure: 'One of the procedures no longer exists. Remove it from the list and try again.',
    noSuchActivity: 'One of the activities no longer exists. Remove it from the list and try again.',
    noSuchCentre: 'The centre does not exist. Choose another.',
    unknownOwner: 'The owner is not employed by the municipality. Search by name and choose an employee.',
    notSelectable: 'The requirements of that standard cannot be excluded. Link a control to them instead.',
    mayNotDecide:
      'Only the information security team can include and exclude requirements. Write to them if a choice needs to change.',
    mayNotAddControl:
      'You can only add controls for your own centre. Choose the centre, or ask the information security team.',
    mayNotEditControl:
      'Only the control owner, the centre and the information security team can change it. Write to them.',
    mayNotRetireControl: 'Only the centre and the information security team can discontinue a control. Write to them.',
    mayNotImport: 'Only the information security team can import and remove standards. Write to them.',
    isRetired: 'The control has been discontinued and cannot be changed. Add a new one instead.',
    notRunning: 'Only a control in operation can be assessed. Put it into operation first.',
    changedMeanwhile: '{{name}} has since saved changes. Look at them, then try again.',
    comesWithTheProduct: 'The standard comes with the product and cannot be removed. Exclude requirements instead.',
    titleNeeded: 'Enter the name of the standard and try again.',
    noColumns:
      'We cannot find the columns with the number and title. Call them "No." and "Title" in the first line and try again.',
    tooMany: 'The file has more than {{most}} requirements. Split it into two standards and try again.',
    libraryTooLarge: 'The file is too large to be read. Choose a library with one standard of at most 4 MB.',
    unreadableLibrary: 'The file cannot be read as YAML. Download it again from its source and choose it again.',
    noFramework: 'There is no standard in the file. Choose a library that contains a "framework".',
    nothingToImport: 'There are no usable requirements in the file. Correct the errors and choose it again.',
    importRunning: 'Another standard is being saved. Wait a little and try again.',
  },
  services: {
    noSuchService: 'The service no longer exists. Go back to the list and choose another.',
    mayNotSee: 'You do not have access to the service. Ask your centre’s ISK if you need it.',
    mayNotSeeAsset: 'You do not have access to the system’s figures. Ask your centre’s ISK if you need it.',
    mayNotAdd:
      'You can only add services for your own centre. Choose the centre, or ask the information security team.',
    mayNotEdit: 'Only the service owner, its centre and the information security team can change it. Write to them.',
    mayNotMoveThere: 'You can only move the service to your own centre. Choose another centre.',
    mayNotRetire: 'Only the centre and the information security team can discontinue a service. Write to them.',
    mayNotEditRecovery:
      'Only the system owner, its centre and the information security team can change it. Write to them.',
    mayNotSetVital:
      'Only the centre manager and the information security team can decide whether it is vital. Write to them.',
    mayNotKeepSettings: 'Only the information security team can change the settings. Write to them.',
    unknownCentre: 'The centre does not exist. Choose another.',
    unknownPerson: 'The person is not employed by the municipality. Search by name and choose an employee.',
    unknownAsset: 'One of the systems no longer exists. Remove it from the list and try again.',
    assetRetired: '{{title}} has been taken out of use. Remove it from the list and choose what you use now.',
    assetOutOfUse: 'The system has been taken out of use and cannot be changed. Bring it back into use first.',
    hoursTwice: 'The same point in time is listed twice. Keep one of them.',
    harmFalls: 'The impact cannot decrease the longer the service is unavailable. Correct the point where it falls.',
    daysReversed: 'The last day is before the first. Swap them.',
    changedMeanwhile: '{{name}} has since saved changes. Look at them, then try again.',
    isRetired: 'The service has been discontinued. Resume it first.',
    nothingToAccept: 'First state how long the service may be down.',
    contradictsHarm:
      'According to the service’s own description, the impact is unacceptable after {{borne}}, and the request is for {{asked}}. Lower the downtime, or say why it can be accepted after all.',
    nothingToReview: 'First state how long the service may be down.',
  },
  bot: {
    tooMany: 'You have pressed many times in a short time. Wait {{seconds}} seconds and press again.',
    notForYou: 'This button is no longer for you. If in doubt, write **tasks** to see what you have to do.',
    unknownButton: 'This button no longer works. Write **help** to see what you can do.',
    keysAway: 'Microsoft’s sign-in is not answering right now. Try again in a moment.',
  },
};
