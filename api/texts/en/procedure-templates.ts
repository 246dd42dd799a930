import type { TextsOf } from '../catalogue.ts';
import type { procedureTemplates as da } from '../da/procedure-templates.ts';

export const procedureTemplates: TextsOf<typeof da> = {
  lockScreen: {
    title: 'Lock the screen and look after your passwords',
    why: 'When people see something they should not, it is usually because a screen was left unlocked or a password was shared.',
    text: `## Purpose

Only those who need the information should be able to see it. So we lock the screen when we leave it, and never share passwords.

## Who it applies to

Everybody in [the centre], including temps, trainees and students. It covers computers, tablets, phones and the screens we share in the office.

## What to do

1. Lock the screen every time you get up. On a computer press the Windows key and L.
2. Use your own login. Do not lend it out, not even to a temp without access.
3. Choose a long password that you use only here. Three or four words in a row are easier to remember than symbols and digits.
4. Do not write the password on a note by the screen or under the keyboard. Use the municipality’s password manager.
5. Approve a message on the phone only when you have just logged in yourself.
6. If you share a computer, log out completely when you are done.

## If something goes wrong

If you think others know your password, change it at once and call IT support on [number]. If you approved a message on the phone that you did not ask for, call too. Nobody will blame you for reporting it; it is just urgent.

If a colleague does not have access, call [the manager or super user]. Do not lend out your login in the meantime.

## Who to ask

Ask your ISK, [name], or IT support on [number].`,
  },
  newAndLeaving: {
    title: 'New colleagues and colleagues who leave',
    why: 'Access must be ready on the first day and closed on the last. The manager is responsible for both.',
    text: `## Purpose

A new colleague can work from the first day with the access the job requires, and no more. When a colleague leaves or changes jobs, access is closed the same day.

## Who it applies to

Managers and administrative staff in [the centre] who order and close access. It covers permanent staff, temps, trainees and externals.

## What to do

**When a colleague begins**

1. Order access at least 5 working days ahead. Use the list of what each position should have: [link].
2. Only request the systems the job requires. Do not copy a colleague’s access.
3. Hand out keys, cards and phone against a signature, and add them to the list.
4. Go through the policy and the centre’s procedures together in the first week.

**When a colleague changes jobs within the municipality**

5. Close the old position’s access on the same day as you order the new.

**When a colleague leaves**

6. Tell IT support the last day as soon as you know it.
7. Get computer, phone, keys and cards back on the last day, and tick them off.
8. Agree who takes over email, cases and files before the last day.

Twice a year [name or role] reviews the list of who has access to what, and closes access nobody uses.

## If something goes wrong

If you find that somebody who has left still has access, call IT support on [number] and write to your ISK the same day. If a key or a card is missing, have it blocked first and look for it afterwards.

## Who to ask

Ask your ISK, [name], or [the person who orders access in the centre].`,
  },
  handOutRecords: {
    title: 'Disclosing records and access to files',
    why: 'Citizens have a right to see their own information. Others only have it where there is a legal basis.',
    text: `## Purpose

The right person gets the right information, on time and securely. Nobody gets more than they are entitled to.

## Who it applies to

Everybody in [the centre] who receives requests about a citizen’s record: from the citizen, relatives, a lawyer, a doctor or another authority.

## What to do

1. Find out who is asking. If it is the citizen, check their name and CPR number against proof of identity or MitID. Call back on a number we already hold.
2. If it is somebody else, ask for a power of attorney or proof of guardianship. If it is an authority, ask them to state in writing which law they rely on.
3. Record the request on the case the same day, with the date. The deadline is normally 7 working days for access to files and one month for access to one’s own personal data.
4. Send it to [the person who handles requests]. Do not disclose anything yourself unless it is your job.
5. Go through the material twice. Remove information about other people.
6. Send it by Digital Post or secure email. If it has to be on paper, let the citizen collect it and show proof of identity.
7. Record on the case what was sent, to whom and when.

Only look up records when you have a task that requires it. Every look-up is logged.

## If something goes wrong

If something was sent to the wrong person, call them and ask them to delete it or give it back. Tell your ISK the same day. The municipality has 72 hours to report it to the Danish Data Protection Agency, so do not wait until tomorrow.

## Who to ask

Ask [professional lead] about the right of access and your ISK, [name], about how to send it securely.`,
  },
  sensitiveMail: {
    title: 'Email and sharing of personal data',
    why: 'Email to the wrong person is the most common incident. A quick check before Send catches most of them.',
    text: `## Purpose

Information about citizens and colleagues must only reach those it is meant for. We send it securely, and we do not share more than necessary.

## Who it applies to

Everybody in [the centre] who writes email, chats or shares files at work.

## What to do

1. Ask yourself whether the information needs to be sent. A link to the case is better than a copy.
2. Write to citizens and businesses by Digital Post. Write to other authorities by secure email.
3. Never put a CPR number, health or other private matters in the subject line.
4. Check the recipient before you send. The program suggests names, and sometimes the wrong ones. Read the whole address.
5. Open the attachment once before you send. Is it the right one, and does it have sheets or pages that should not be included?
6. If you write to many, use Bcc or a list, so that they do not see each other’s addresses.
7. Share files with named people, not with “anyone with the link”, and stop sharing when the task is done.
8. Do not use private email, private chat groups or text messages for information about citizens.

If you get an unexpected email with a link or a file, do not open it. Call the sender on a number you know.

## If something goes wrong

If you have sent something to the wrong person, recall the email, call the recipient and ask them to delete it. Tell your ISK the same day, even if the recipient says it has been deleted. If you pressed a suspicious link, call IT support on [number] at once.

## Who to ask

Ask your ISK, [name], or IT support on [number].`,
  },
  mobileInCare: {
    title: 'Phone and tablet on the move',
    why: 'On your round the phone is both record and key. It must be locked, charged and with you.',
    text: `## Purpose

You must be able to use your phone and tablet in citizens’ homes without others seeing or getting hold of what is on them.

## Who it applies to

Everybody in [the centre] who carries a phone or tablet from the municipality at work, for example in home care, at schools and on inspections.

## What to do

1. Keep the device on you or locked away. Do not leave it in the car, on the bicycle or on the citizen’s kitchen table.
2. Use a code, finger or face. The screen must lock automatically after at most 2 minutes.
3. Only read aloud what the citizen is allowed to hear. Step outside if there are guests.
4. Hold the screen so that others cannot see it.
5. Only take pictures in [the system], which stores them on the case. Do not use the phone’s own camera for citizens, wounds or papers.
6. Use the municipality’s own apps. Do not install others without asking.
7. Use the mobile network. Do not connect to open networks in cafés and stations.
8. Say yes when the device wants to update. Do it in the break or at the end of the shift.
9. Charge it at [place] when the shift ends, and log out if several people share it.

## If something goes wrong

If the device is lost, call IT support on [number] at once, also outside working hours. They can block and erase it. Then tell your manager and your ISK. If the screen is broken, hand the device in to [name]; do not throw it away.

If you cannot access the plan, call [on-call phone] and have your visits read to you.

## Who to ask

Ask your ISK, [name], or [the group’s super user].`,
  },
  photosOfChildren: {
    title: 'Pictures and video of children and citizens',
    why: 'A picture is information about a person. Parents and citizens must be able to trust where it ends up.',
    text: `## Purpose

We only take and show pictures we have permission for, and we always know where they are and when they are deleted.

## Who it applies to

Everybody in [day care, schools, clubs and supported housing] who takes, stores or shows pictures and video of children, pupils and citizens.

## What to do

1. Check in [the system] whether there is consent, and for what: internally, to parents or publicly. If in doubt, do not.
2. Take the pictures with the institution’s camera or tablet. Never use your own phone.
3. Take pictures of activities rather than close-ups of a child. Do not take pictures in toilets, during bathing or of a child who is upset.
4. Put the pictures in [folder or Aula] the same day, and delete them from the device.
5. Do not write full names, class or address with the picture when it is shown outside the institution.
6. Public use, on websites and social media, requires separate consent for the specific picture. [Name] publishes it.
7. Delete pictures when the child leaves, and review the folder every year in [month].

When somebody withdraws consent, remove the picture by the next working day, also from the notice board.

## If something goes wrong

If a picture was shared with somebody who should not have it, remove it at once and write down who may have seen it. Call the parents or the citizen before they hear it from others, and tell your ISK the same day.

## Who to ask

Ask your manager, [name], about consent and your ISK, [name], about where pictures may be kept.`,
  },
  paperAndPrint: {
    title: 'Paper, print and locked cabinets',
    why: 'Paper cannot be blocked once it is gone. So we print as little as possible and lock it away.',
    text: `## Purpose

Papers with personal data must not be left out, forgotten at the printer or thrown in the wrong bin.

## Who it applies to

Everybody in [the centre] who prints, receives post, uses visit lists or has folders with citizens’ cases.

## What to do

1. Only print when you cannot manage with the screen.
2. Use secure printing, where you collect prints with a card or a code. Collect them at once and count the pages.
3. Clear the desk when you go home. Papers about citizens go in a locked cabinet, not in a tray.
4. Only take the visit lists and sheets you need today. Keep them in a closed bag.
5. Leave nothing in the car window, on the seat or in the bicycle basket. Take the bag inside.
6. Do not put up names, diagnoses or CPR numbers on boards that visitors can see. Use initials, or turn the board.
7. Put paper with information in the locked container for shredding. Never use the ordinary bin.
8. Return keys to cabinets and archives to [name] when you are done. The key list is at [place].
9. Accompany visitors from the door to the person they are seeing.

## If something goes wrong

If a paper is missing, retrace your route at once and call the places where you have been. Tell your ISK the same day, also if you find it with somebody else. If a key is missing, tell [name], so that the lock can be changed.

## Who to ask

Ask your ISK, [name], or [the person who has the keys].`,
  },
  reportIncident: {
    title: 'Report a security incident',
    why: 'The sooner we know, the less harm is done. The municipality has 72 hours, and the clock starts when the first person notices.',
    text: `## Purpose

Everybody knows what to do when something has gone wrong with information or IT. It is better to report once too often.

## Who it applies to

Everybody in [the centre]. You do not need to be sure that it is an incident to report it.

## What to do

An incident is, for example: an email or letter to the wrong person, a lost phone, a missing folder, a colleague who looked something up without reason, a suspicious link you pressed, or a system showing the wrong citizens.

1. Limit the damage if you can: recall the email, stop sharing, block the phone. Do not turn off the computer if you think there is a virus; disconnect it from the network.
2. Call IT support on [number] if it is urgent: a virus, a theft, or systems that behave strangely.
3. Tell your ISK the same day: what happened, when, what information, how many people, and what have you done?
4. Keep the evidence of what happened: the email, the screenshot, the name of the caller. Do not delete anything to tidy up.
5. Tell your manager.
6. The ISK and the information security team decide together whether the Data Protection Agency and the citizen must be told. You do not do that yourself.

Afterwards we discuss how to prevent it from happening again. Nobody is blamed.

## If something goes wrong

If you cannot reach your ISK, call the information security team on [number]. Outside working hours, call [on-call phone]. Do not wait until the next day.

## Who to ask

Ask your ISK, [name], or the information security team on [email and number].`,
  },
  withoutCareSystem: {
    title: 'Emergency procedure: when the system is down',
    why: 'Citizens need medication, food and help even when the screen is black. The plan must work without power.',
    text: `## Purpose

We can continue the most important tasks without [the system] for at least [number] hours, and we do not lose records of what was done in the meantime.

## Who it applies to

Everybody on duty in [group or department]. The person in charge, [role], leads the work until the system is back.

## What to do

**The first 15 minutes**

1. Try another device. Call IT support on [number], and ask whether others are affected and how long it is expected to last.
2. The person in charge decides whether we switch to paper, and tells everybody on duty and the neighbouring department.
3. Get the emergency folder: [place]. It holds lists of citizens, medication lists, phone numbers and empty forms. It is printed every [day] at [time] by [role].

**While the system is down**

4. Follow the list of what cannot wait: medication, food, wounds, turning, scheduled calls.
5. Record each service on the form: citizen, time, what was done, your initials. Write clearly.
6. Call the doctor or pharmacy on the numbers in the folder. Never guess a dose.
7. Hold a short meeting every [second] hour, and tell [the manager].

**When the system is back**

8. Enter what is on the forms during the same shift. Two people check the medication.
9. Put the forms in the locked box. They are not shredded until [role] has signed.

We exercise the plan [twice a year] and update it afterwards.

## If something goes wrong

If you are in doubt about a citizen’s medication, call [the nurse] or 1813/112. If the emergency folder is missing, call [the neighbouring department], which has a copy.

## Who to ask

Ask the person in charge, [number], or your ISK, [name].`,
  },
  newSupplier: {
    title: 'Before we use a new supplier or app',
    why: 'A free app can prove costly when others hold citizens’ information without an agreement.',
    text: `## Purpose

We only use systems, apps and suppliers the municipality has an agreement with when they hold information about citizens or colleagues.

## Who it applies to

Everybody in [the centre] who would like to buy, try or install something new, even if it is free or only for a small group. It also covers consultants and temp agencies with access to our systems.

## What to do

1. Check [the list of approved systems] to see whether we already have something that does the same.
2. Write down briefly: what is it for, who will use it, and what information will it hold?
3. Send it to your ISK before you create an account or sign anything.
4. The ISK asks the information security team whether a data processing agreement and a risk assessment are needed. Expect [number] weeks.
5. Do not take out a subscription with the municipality’s card or your work email before it has been approved.
6. Try it with made-up information while you wait. Never use real citizens as a test.
7. Only give the supplier the access the task requires, with an end date.
8. When we stop using it, [the system owner] asks the supplier to delete the data and confirm this in writing.

Once a year [the system owner] reviews the agreement: is it still in use, and has the supplier kept its promises?

## If something goes wrong

If you discover that you are already using something that is not approved, stop putting information into it, and tell your ISK. It is better to bring it into the open than to hide it. If a supplier tells you that it has had a breach, forward the message within the hour.

## Who to ask

Ask your ISK, [name], or [the system owner or procurement].`,
  },
};
